package jp.mimamori.knowledge.official;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the operator's official text from a file of any of the formats. Changes nothing. */
public final class OfficialReader {
  /** Terms with their annex take some hundred kilobytes as text, a few megabytes as a PDF. */
  private static final long LARGEST = 20_000_000;

  /** Fewer articles than this are no terms of service. */
  private static final int FEWEST_ARTICLES = 3;

  private OfficialReader() {}

  /**
   * @param inForce the day from which it applies; otherwise what the file says
   */
  public static Reading read(Path file, Optional<LocalDate> inForce) {
    String name = String.valueOf(file.getFileName());
    try {
      return read(name, bytes(file), inForce);
    } catch (Unreadable refused) {
      return new Reading.Refused(refused.reason());
    }
  }

  private static byte[] bytes(Path file) throws Unreadable {
    try {
      if (!Files.isRegularFile(file)) {
        throw new Unreadable(Files.exists(file) ? "is no file" : "does not exist");
      }
      if (Files.size(file) > LARGEST) {
        throw new Unreadable("is larger than any terms (20 MB)");
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException _) {
      throw new Unreadable("does not exist");
    } catch (IOException e) {
      throw new UncheckedIOException("Can't read " + file + ": " + e.getMessage(), e);
    }
  }

  static Reading.Understood read(String name, byte[] file, Optional<LocalDate> inForce)
      throws Unreadable {
    Format format =
        Format.of(name)
            .orElseThrow(() -> new Unreadable("is of no known format; known: .txt .pdf .md .html"));
    Source source = format.read(file);
    if (source.lines().isEmpty()) {
      throw new Unreadable(
          format == Format.PDF
              ? "holds no text; a scanned page is a picture, not words"
              : "is empty");
    }
    Outline outline = Outline.of(source);
    checked(outline);
    LocalDate day =
        inForce
            .or(() -> InForce.of(outline.lines(), outline.asides(), name))
            .orElseThrow(
                () ->
                    new Unreadable(
                        "says nowhere from which day it applies; name it: --in-force YYYY-MM-DD"));
    var text = new OfficialText(outline.title(), day, outline.articles(), outline.annexes());
    return new Reading.Understood(text, outline.asides(), outline.unplaced(), remarks(outline));
  }

  private static void checked(Outline outline) throws Unreadable {
    List<Clause> articles = outline.articles();
    if (articles.isEmpty()) {
      throw new Unreadable("holds no article (第1条 …): it is no text of terms");
    }
    if (articles.size() < FEWEST_ARTICLES) {
      throw new Unreadable("holds only " + articles.size() + " articles: it is no text of terms");
    }
    if (!outline.isTerms()) {
      throw new Unreadable("does not call itself terms (規約, 約款): it is some other text");
    }
    Optional<Clause> empty =
        articles.stream().filter(article -> article.words().isBlank()).findFirst();
    if (empty.isPresent()) {
      throw new Unreadable("has no words below " + empty.get().label() + ": a part is missing");
    }
    Optional<String> open = outline.breaksOff();
    if (open.isPresent()) {
      throw new Unreadable("breaks off within " + open.get());
    }
  }

  private static List<String> remarks(Outline outline) {
    List<String> remarks = new ArrayList<>(outline.remarks());
    outline.articles().stream()
        .filter(article -> article.heading().isEmpty())
        .forEach(article -> remarks.add(article.label() + " has no title"));
    if (outline.annexes().isEmpty()) {
      remarks.add("there is no annex (別紙)");
    }
    return remarks;
  }
}
