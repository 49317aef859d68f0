package jp.mimamori.bot.mail;

import java.util.List;
import java.util.Set;

/**
 * With whom the desk's mail is exchanged.
 *
 * @param desk the support desk's addresses; nobody is written to if there are none
 * @param speakers who may answer for the desk beside the analysts whose mail is known; in small
 *     letters
 * @param plusAddress whether {@code name+anything@domain} reaches the mailbox, too
 */
public record DeskMail(List<String> desk, Set<String> speakers, boolean plusAddress) {
  public DeskMail {
    desk = List.copyOf(desk);
    speakers = Set.copyOf(speakers);
  }
}
