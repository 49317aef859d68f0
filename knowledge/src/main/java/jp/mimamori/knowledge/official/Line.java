package jp.mimamori.knowledge.official;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * A line of a file that holds the official text. Cells of a table are parted by tabs.
 *
 * @param where for whoever must look it up: {@code line 12}, {@code page 3, line 4}
 * @param text as it stands there
 */
public record Line(String where, String text) {
  private static final Pattern SPACE = Pattern.compile("[ \\u00a0\\u3000]+");

  /** In half width and without needless spaces, for comparing. Tabs stay. */
  String plain() {
    return plain(text);
  }

  static String plain(String text) {
    return SPACE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll(" ").strip();
  }

  boolean isBlank() {
    return plain().isEmpty();
  }

  /** Columns on paper: a full-width character takes two. */
  static int width(String text) {
    return text.codePoints().map(c -> c < 0x1100 ? 1 : 2).sum();
  }
}
