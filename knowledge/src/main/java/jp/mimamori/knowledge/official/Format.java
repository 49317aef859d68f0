package jp.mimamori.knowledge.official;

import java.util.Locale;
import java.util.Optional;

/** The formats in which operators have their official text. */
enum Format {
  TEXT,
  PDF,
  MARKDOWN,
  HTML;

  /** By the ending of the file's name. */
  static Optional<Format> of(String fileName) {
    String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (ending) {
      case "txt", "text" -> Optional.of(TEXT);
      case "pdf" -> Optional.of(PDF);
      case "md", "markdown" -> Optional.of(MARKDOWN);
      case "html", "htm", "xhtml" -> Optional.of(HTML);
      default -> Optional.empty();
    };
  }

  Source read(byte[] file) throws Unreadable {
    return switch (this) {
      case TEXT -> PlainText.read(file);
      case PDF -> PdfText.read(file);
      case MARKDOWN -> MarkdownText.read(file);
      case HTML -> HtmlText.read(file);
    };
  }
}
