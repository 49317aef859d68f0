package jp.mimamori.knowledge.official;

/** A file is refused; the message says why, as the end of a sentence that begins with its name. */
final class Unreadable extends Exception {
  private static final long serialVersionUID = 1;

  private final String reason;

  Unreadable(String reason) {
    super(reason);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
