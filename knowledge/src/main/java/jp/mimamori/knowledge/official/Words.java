package jp.mimamori.knowledge.official;

/** Puts a text together again that was broken into lines. */
final class Words {
  private final StringBuilder text = new StringBuilder();

  /** Goes on in the same sentence. */
  void goOn(String words) {
    text.append(between(text, words)).append(words);
  }

  /** Begins a line of its own. */
  void begin(String words) {
    if (!text.isEmpty()) {
      text.append('\n');
    }
    text.append(words);
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  /** Moves all that was said to another. */
  void moveTo(Words other) {
    other.begin(text.toString());
    text.setLength(0);
  }

  @Override
  public String toString() {
    return text.toString();
  }

  /** A space where two Latin words would run together; Japanese needs none. */
  static String between(CharSequence before, String after) {
    boolean latin =
        !before.isEmpty()
            && !after.isEmpty()
            && isLatin(before.charAt(before.length() - 1))
            && isLatin(after.charAt(0));
    return latin ? " " : "";
  }

  private static boolean isLatin(char c) {
    return c < 0x250 && !Character.isWhitespace(c);
  }
}
