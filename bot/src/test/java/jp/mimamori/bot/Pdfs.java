package jp.mimamori.bot;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** What a person would read in a PDF file. */
public final class Pdfs {
  private Pdfs() {}

  public static String text(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
