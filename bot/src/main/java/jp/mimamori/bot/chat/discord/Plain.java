package jp.mimamori.bot.chat.discord;

/**
 * Text that shall look as it is. Discord reads markup, mentions, links and time stamps in
 * everything; what a customer or malware has named must be none of them.
 * https://discord.com/developers/docs/reference#message-formatting
 */
final class Plain {
  /** Breaks a word without being seen. */
  private static final char JOINER = '\u2060';

  private Plain() {}

  static String text(String foreign) {
    StringBuilder plain = new StringBuilder(foreign.length() + 16);
    for (int i = 0; i < foreign.length(); i++) {
      char c = foreign.charAt(i);
      if (c == '\n' || !Character.isISOControl(c)) {
        escape(plain, foreign, i, c);
      }
    }
    return plain.toString();
  }

  /** In one line. */
  static String line(String foreign) {
    return text(foreign.replace('\n', ' '));
  }

  private static void escape(StringBuilder plain, String foreign, int at, char c) {
    switch (c) {
      case '\\', '*', '_', '~', '`', '|', '<', '>', '[', ']' -> plain.append('\\').append(c);
      case '@' -> plain.append(callsAll(foreign, at) ? "@" + JOINER : "@");
      case ':' -> {
        boolean address = foreign.startsWith("//", at + 1);
        plain.append(address || isBetweenWords(foreign, at) ? "\\:" : ":");
      }
      case '#', '-', '+' -> plain.append(beginsLine(foreign, at) ? "\\" : "").append(c);
      case '.', ')' -> plain.append(endsNumber(foreign, at) ? "\\" : "").append(c);
      default -> plain.append(c);
    }
  }

  /** Nobody is called by it, but it would look so. */
  private static boolean callsAll(String text, int at) {
    return text.startsWith("everyone", at + 1) || text.startsWith("here", at + 1);
  }

  /** {@code :smile:} is an emoji, {@code 10:30} is not. */
  private static boolean isBetweenWords(String text, int at) {
    boolean before = at > 0 && Character.isLetter(text.charAt(at - 1));
    boolean after = at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
    return before || after;
  }

  /** A heading or a list begins with it, be it after blanks. */
  private static boolean beginsLine(String text, int at) {
    int i = at - 1;
    while (i >= 0 && (text.charAt(i) == ' ' || text.charAt(i) == '#' || text.charAt(i) == '-')) {
      i--;
    }
    return i < 0 || text.charAt(i) == '\n';
  }

  /** {@code 1. } at the beginning of a line is a list. */
  private static boolean endsNumber(String text, int at) {
    int i = at - 1;
    while (i >= 0 && Character.isDigit(text.charAt(i))) {
      i--;
    }
    return i < at - 1 && beginsLine(text, i + 1);
  }
}
