package jp.mimamori.knowledge.official;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Text as it was copied out of a printed page; form feeds part the pages, if there are any. */
final class PlainText {
  /** What Windows calls Shift_JIS, which many Japanese files still are. */
  private static final Charset SHIFT_JIS = Charset.forName("windows-31j");

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

  /** UTF-8, UTF-16 with its mark, or Shift_JIS. */
  static String decoded(byte[] file) throws Unreadable {
    for (Charset charset : charsets(file)) {
      try {
        String text = charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
        if (text.indexOf('\0') < 0) {
          return text.startsWith("\ufeff") ? text.substring(1) : text;
        }
      } catch (CharacterCodingException _) {
        // the next may fit
      }
    }
    throw new Unreadable("is no text (neither UTF-8 nor Shift_JIS)");
  }

  private static List<Charset> charsets(byte[] file) {
    boolean marked =
        file.length > 1
            && ((file[0] == (byte) 0xfe && file[1] == (byte) 0xff)
                || (file[0] == (byte) 0xff && file[1] == (byte) 0xfe));
    return marked ? List.of(StandardCharsets.UTF_16) : List.of(StandardCharsets.UTF_8, SHIFT_JIS);
  }
}
