package jp.mimamori.bot.chat;

import java.util.Optional;

/**
 * Where on a platform something is said.
 *
 * @param channel the platform's id of the channel, or {@code @} and a person's id for what is said
 *     between that person and the bot alone
 * @param thread the message that the thread hangs from; empty for the channel itself
 */
public record Place(String channel, Optional<String> thread) {
  private static final String PERSON = "@";

  public static Place channel(String channel) {
    return new Place(channel, Optional.empty());
  }

  public static Place thread(String channel, String root) {
    return new Place(channel, Optional.of(root));
  }

  /** The conversation with one person. */
  public static Place person(String account) {
    return channel(PERSON + account);
  }

  /** Whom it is with, if nobody else hears it. */
  public Optional<String> alone() {
    return channel.startsWith(PERSON)
        ? Optional.of(channel.substring(PERSON.length()))
        : Optional.empty();
  }
}
