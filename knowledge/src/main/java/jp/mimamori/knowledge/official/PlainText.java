package jp.mimamori.knowledge.official;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Text as it was copied out of a printed page; form feeds part the pages, if there are any. */
final class PlainText {
  /** What Windows calls Shift_JIS, which many Japanese files still are. */
  private static final Charset SHIFT_JIS = Charset.forName("windows-31j");

  private static final Charset JIS = Charset.forName("ISO-2022-JP");

  private static final List<Charset> OTHERS =
      List.of(
          SHIFT_JIS,
          Charset.forName("EUC-JP"),
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE);

  /**
   * In Japanese terms every third character is hiragana; in what was wrongly decoded, hardly one.
   */
  private static final int LEAST_HIRAGANA = 20;

  private PlainText() {}

  static Source read(byte[] file) throws Unreadable {
    List<List<Line>> pages = new ArrayList<>();
    int number = 0;
    for (String page : decoded(file).split("\f", -1)) {
      List<Line> lines = new ArrayList<>();
      for (String line : page.split("\\R", -1)) {
        lines.add(new Line("line " + ++number, line));
      }
      number--; // the page ended within this line
      pages.add(lines);
    }
    return new Source(pages, true);
  }

  /** UTF-8, UTF-16 or one of the encodings of older Japanese files, whichever reads as Japanese. */
  static String decoded(byte[] file) throws Unreadable {
    for (Charset charset : charsets(file)) {
      Optional<String> text = decoded(file, charset);
      if (text.isPresent()) {
        return text.get().startsWith("\ufeff") ? text.get().substring(1) : text.get();
      }
    }
    return OTHERS.stream()
        .flatMap(charset -> decoded(file, charset).stream())
        .filter(text -> hiragana(text) * LEAST_HIRAGANA > text.length())
        .max(Comparator.comparingDouble(text -> (double) hiragana(text) / text.length()))
        .orElseThrow(() -> new Unreadable("is no text (neither UTF-8 nor Shift_JIS nor EUC-JP)"));
  }

  private static Optional<String> decoded(byte[] file, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(file)).toString())
          .filter(text -> text.indexOf('\0') < 0);
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }

  private static long hiragana(String text) {
    return text.chars().filter(c -> c >= 'ぁ' && c <= 'ん').count();
  }

  private static List<Charset> charsets(byte[] file) {
    boolean marked =
        file.length > 1
            && ((file[0] == (byte) 0xfe && file[1] == (byte) 0xff)
                || (file[0] == (byte) 0xff && file[1] == (byte) 0xfe));
    if (marked) {
      return List.of(StandardCharsets.UTF_16);
    }
    return isJis(file) ? List.of(JIS) : List.of(StandardCharsets.UTF_8);
  }

  /** ISO-2022-JP is made of ASCII bytes, and shifts to kanji by ESC $. */
  private static boolean isJis(byte[] file) {
    for (int at = 0; at + 1 < file.length; at++) {
      if (file[at] == 0x1b && file[at + 1] == '$') {
        return true;
      }
    }
    return false;
  }
}
