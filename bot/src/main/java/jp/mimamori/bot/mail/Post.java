package jp.mimamori.bot.mail;

import java.util.Optional;

/** What there is of mail in this installation. */
public record Post(Optional<Mailer> mailer, Optional<Mailbox> mailbox) {
  public static final Post NONE = new Post(Optional.empty(), Optional.empty());
}
