package jp.mimamori.bot.mail;

import java.util.List;
import java.util.Optional;

/**
 * A mail that was read.
 *
 * @param messageId without brackets; made of its content if it has none
 * @param from the one address that it says it comes from, in small letters; empty if it does not
 *     say one
 * @param to whom it is addressed to, copies included, in small letters
 * @param references the message ids that it answers or refers to
 * @param automatic why it was written by a machine; empty if a person wrote it, as far as it says
 * @param text what its writer wrote, without what is quoted and without signature
 * @param attachments their names, to be read and never to be opened
 */
public record Mail(
    String messageId,
    String from,
    List<String> to,
    List<String> references,
    String subject,
    Optional<String> automatic,
    String text,
    List<String> attachments) {
  public Mail {
    to = List.copyOf(to);
    references = List.copyOf(references);
    attachments = List.copyOf(attachments);
  }
}
