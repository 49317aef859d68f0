package jp.mimamori.knowledge.official;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.mimamori.knowledge.documents.Documents;
import jp.mimamori.knowledge.documents.Entry;
import jp.mimamori.knowledge.documents.Kind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The official text that the documents restate, where it lies beside the project. */
class RealTermsTest {
  private static final Path FILE =
      Path.of("..", "..", "shared", "terms", "secureo-edr-terms-20240701.txt");

  /** Paragraphs of 第1条 to 第35条, counted by eye; 0 is a single one without a number. */
  private static final List<Long> PARAGRAPHS =
      List.of(
          0L, 2L, 2L, 3L, 0L, 3L, 3L, 3L, 4L, 2L, 2L, 2L, 4L, 2L, 2L, 2L, 2L, 3L, 0L, 0L, 2L, 2L,
          2L, 2L, 2L, 0L, 4L, 7L, 3L, 3L, 8L, 7L, 2L, 0L, 0L);

  @TempDir private Path folder;
  private static Reading.Understood read;

  @BeforeAll
  static void read() {
    assumeTrue(
        Files.exists(FILE), "the official text is not given away with the project: no " + FILE);
    Reading reading = OfficialReader.read(FILE, Optional.empty());
    read = assertInstanceOf(Reading.Understood.class, reading, reading::toString);
  }

  @Test
  void all35ArticlesAreFoundWithTheirParagraphs() {
    OfficialText text = read.text();
    assertEquals(LocalDate.of(2024, 7, 1), text.inForce());
    assertEquals(35, text.articles().size());
    assertEquals(PARAGRAPHS, text.articles().stream().map(Clause::paragraphs).toList());
    assertEquals(85, text.places().filter(place -> place.label().endsWith("項")).count());
    assertEquals(57, text.places().filter(place -> place.label().endsWith("号")).count());
    assertEquals(14, text.at("第1条").orElseThrow().definitions().size());
    assertEquals(5, text.at("別紙 用語の定義").orElseThrow().definitions().size());
    assertEquals(List.of(), read.unplaced());
    assertEquals(List.of(), read.remarks());
  }

  @Test
  void itHasEveryPlaceThatTheDocumentsCiteAndTheSameTitles() {
    Documents documents = Documents.read(Path.of("documents"));
    Set<String> cited =
        documents.entries().stream()
            .filter(entry -> entry.kind() == Kind.TERMS)
            .map(Entry::citation)
            .collect(Collectors.toSet());
    assertEquals(
        Set.of(),
        cited.stream()
            .filter(label -> read.text().at(label).isEmpty())
            .collect(Collectors.toSet()));
    for (Clause article : read.text().articles()) {
      String title = Line.plain(article.heading());
      assertTrue(
          documents.entries().stream().anyMatch(entry -> Line.plain(entry.article()).equals(title)),
          article.label() + " " + title);
    }
  }

  @Test
  void itIsKeptWithoutAChange() {
    Editions.keep(folder, read.text());
    assertEquals(List.of(read.text()), Editions.read(folder).all());
  }
}
