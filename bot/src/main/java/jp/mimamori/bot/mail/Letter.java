package jp.mimamori.bot.mail;

import java.util.List;

/**
 * What is written to somebody.
 *
 * @param messageId without brackets; the same for each attempt, so that a letter that arrives twice
 *     is known to be one
 * @param to bare addresses
 * @param replyTo where it wants to be answered; empty for the sender's address
 * @param subject one line: what would end a header's line is taken out
 * @param references the message ids of the letters before it, oldest first
 */
public record Letter(
    String messageId,
    List<String> to,
    String replyTo,
    String subject,
    String text,
    List<String> references) {
  public Letter {
    to = List.copyOf(to);
    references = List.copyOf(references);
    subject = oneLine(subject);
  }

  private static String oneLine(String text) {
    return text.codePoints()
        .map(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .strip();
  }
}
