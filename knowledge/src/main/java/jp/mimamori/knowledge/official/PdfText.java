package jp.mimamori.knowledge.official;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** The text layer of a PDF, page by page. */
final class PdfText {
  private PdfText() {}

  static Source read(byte[] file) throws Unreadable {
    try (PDDocument document = Loader.loadPDF(file)) {
      List<List<Line>> pages = new ArrayList<>();
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        pages.add(lines(document, page));
      }
      return new Source(pages, true);
    } catch (IOException e) {
      throw new Unreadable("is no PDF that can be read: " + e.getMessage());
    }
  }

  private static List<Line> lines(PDDocument document, int page) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setSortByPosition(true);
    stripper.setStartPage(page);
    stripper.setEndPage(page);
    List<Line> lines = new ArrayList<>();
    for (String line : stripper.getText(document).split("\\R", -1)) {
      lines.add(new Line("page " + page + ", line " + (lines.size() + 1), line));
    }
    return lines;
  }
}
