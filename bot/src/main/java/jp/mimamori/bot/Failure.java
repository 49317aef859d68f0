package jp.mimamori.bot;

/** A command can't do what it was asked; the message is a sentence for the person who asked. */
final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Failure(String sentence) {
    super(sentence);
  }
}
