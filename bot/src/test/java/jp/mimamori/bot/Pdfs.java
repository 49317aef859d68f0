package jp.mimamori.bot;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** What a person would read in a PDF file. */
public final class Pdfs {
  private static final float MILLIMETRE = 72 / 25.4f;

  /** Sizes of type that are no heading's, in full points: see paper.css. */
  private static final Set<Float> TEXT = Set.of(9f, 7f);

  private Pdfs() {}

  public static String text(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** No letter stands beyond the margins or over the foot, and none lacks its glyph. */
  public static void assertWithinItsMargins(byte[] pdf) throws IOException {
    float left = 18 * MILLIMETRE - 1;
    float right = 192 * MILLIMETRE + 1;
    for (Line line : lines(pdf)) {
      assertTrue(line.from() >= left && line.to() <= right, "over the margin: " + line);
      assertFalse(line.text().contains("\uFFFD"), line.text());
    }
  }

  /** No heading and no table's head is the last thing on its page. */
  public static void assertNoHeadingIsLeftBehind(byte[] pdf) throws IOException {
    Map<Integer, Line> lowest = new TreeMap<>();
    for (Line line : lines(pdf)) {
      if (line.down() < 277 * MILLIMETRE) { // the foot stands below
        lowest.merge(line.page(), line, (one, two) -> one.down() >= two.down() ? one : two);
      }
    }
    lowest.values().forEach(line -> assertTrue(TEXT.contains(line.size()), "left behind: " + line));
  }

  /**
   * One line of text on a page.
   *
   * @param size of its type, in full points
   */
  public record Line(int page, float from, float to, float down, float size, String text) {}

  /** All lines, from the first page's top on. */
  public static List<Line> lines(byte[] pdf) throws IOException {
    List<Line> lines = new ArrayList<>();
    var stripper =
        new PDFTextStripper() {
          @Override
          protected void writeString(String text, List<TextPosition> letters) {
            TextPosition first = letters.getFirst();
            TextPosition last = letters.getLast();
            lines.add(
                new Line(
                    getCurrentPageNo(),
                    first.getXDirAdj(),
                    last.getXDirAdj() + last.getWidthDirAdj(),
                    first.getYDirAdj(),
                    first.getFontSizeInPt(),
                    text));
          }
        };
    stripper.setSortByPosition(true);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      stripper.getText(document);
    }
    return lines;
  }

  /** Pictures of the pages, where the build is asked for them. */
  public static void shoot(String name, byte[] pdf) {
    String folder = System.getProperty("mimamori.shots", "");
    if (folder.isEmpty()) {
      return;
    }
    try (PDDocument document = Loader.loadPDF(pdf)) {
      Files.createDirectories(Path.of(folder));
      for (int page = 0; page < document.getNumberOfPages(); page++) {
        BufferedImage picture = new PDFRenderer(document).renderImageWithDPI(page, 90);
        ImageIO.write(picture, "png", Path.of(folder, name + '-' + (page + 1) + ".png").toFile());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
