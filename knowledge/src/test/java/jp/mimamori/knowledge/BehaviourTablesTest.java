package jp.mimamori.knowledge;

import static jp.mimamori.knowledge.Fixture.FRIDAY;
import static jp.mimamori.knowledge.Fixture.labels;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no question of the documents: incidents, complaints, notices, near misses, chat. */
class BehaviourTablesTest {
  private static final Path TABLES = Path.of("src/test/resources/questions/behaviours");

  private static Knowledge knowledge;

  @BeforeAll
  static void open() {
    knowledge = Fixture.knowledge(Path.of("documents"), Map.of());
  }

  @AfterAll
  static void close() {
    knowledge.close();
  }

  /** Those that may be wrong resemble a clause so much that only a way of asking can help. */
  @ParameterizedTest
  @CsvSource({"first.txt, 1", "second.txt, 2"})
  void everybodyIsAnsweredInKind(String table, int most) {
    List<String> wrong = rows(table).stream().flatMap(row -> fault(row).stream()).toList();
    assertTrue(wrong.size() <= most, () -> wrong.size() + " wrong\n" + String.join("\n", wrong));
  }

  private static List<String> rows(String table) {
    try {
      return Files.readAllLines(TABLES.resolve(table)).stream()
          .filter(line -> !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> fault(String row) {
    int bar = row.indexOf(" | ");
    Answer answer = knowledge.answer(new Question(row.substring(bar + 3), FRIDAY));
    return isAsExpected(row.substring(0, bar), answer)
        ? Optional.empty()
        : Optional.of(
            "%s\n    got %s %s %s"
                .formatted(
                    row,
                    answer.getClass().getSimpleName(),
                    labels(answer),
                    answer.text().replace('\n', ' ')));
  }

  private static boolean isAsExpected(String expected, Answer answer) {
    return switch (expected) {
      case "handover" -> answer instanceof Answer.HandOver;
      case "declined", "refused" -> answer instanceof Answer.NotKnown;
      case "either" -> answer instanceof Answer.NotKnown || answer instanceof Answer.HandOver;
      case "small" -> answer instanceof Answer.SmallTalk;
      case "asked" -> answer instanceof Answer.WhichOne || answer instanceof Answer.SmallTalk;
      default ->
          (answer instanceof Answer.Cited || answer instanceof Answer.Computed)
              && labels(answer).stream()
                  .anyMatch(label -> label.startsWith(expected.replace("answer ", "")));
    };
  }
}
