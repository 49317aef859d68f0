package jp.mimamori.bot.mail;

import java.time.Instant;

/** Where letters are handed in. */
public interface Mailer {
  /** The address that letters come from. */
  String from();

  /** Hands one in. Does not throw for what the outside does. */
  Outcome send(Letter letter, Instant now);

  /** What became of it. Reasons are in English and hold no secret and nothing of the letter. */
  sealed interface Outcome {
    /** The server has taken charge of it. */
    record Accepted() implements Outcome {}

    /** Not now, and certainly not sent. */
    record TryAgain(String reason) implements Outcome {}

    /** Nobody knows whether the server took it. */
    record Unclear(String reason) implements Outcome {}

    /** Never, as it is. */
    record Refused(String reason) implements Outcome {}
  }
}
