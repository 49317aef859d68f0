package jp.mimamori.knowledge;

import static jp.mimamori.knowledge.Fixture.FRIDAY;
import static jp.mimamori.knowledge.Fixture.everything;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.mimamori.knowledge.documents.Documents;
import jp.mimamori.knowledge.documents.Paragraph;
import org.junit.jupiter.api.Test;

/** No number, address or procedure that stands nowhere: over all the questions that there are. */
class InventionTest {
  private static final Path QUESTIONS = Path.of("src/test/resources/questions");
  private static final Pattern ASKED = Pattern.compile("\"q\": ?\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern BAR = Pattern.compile(" \\| ");
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,:]\\d+)*");
  private static final Pattern ADDRESS =
      Pattern.compile("https?://\\S+|[\\w.+-]+@[\\w-]+\\.\\w+|(?<!\\d)0\\d{1,4}-\\d{1,4}-\\d{3,4}");
  private static final Pattern YEN = Pattern.compile("[\\d,]+(?=円| yen)");

  @Test
  void everyNumberAndAddressStandsSomewhere() throws IOException {
    Documents documents = Documents.read(Path.of("documents"));
    String written = written(documents);
    Set<String> numbers = found(NUMBER, written);
    List<String> questions = questions();
    List<String> invented = new ArrayList<>();
    try (Knowledge knowledge =
        Knowledge.open(documents, Fixture.facts(Map.of()), new OfficeHours())) {
      for (String question : questions) {
        Answer answer = knowledge.answer(new Question(question, FRIDAY));
        boolean allThere =
            answer instanceof Answer.Computed sum
                ? isWorkedOut(sum, question, numbers)
                : numbers.containsAll(found(NUMBER, everything(answer)));
        boolean reachable = found(ADDRESS, everything(answer)).stream().allMatch(written::contains);
        if (!allThere || !reachable) {
          invented.add(question + "\n    " + everything(answer));
        }
      }
    }
    assertTrue(questions.size() > 1_200, "only " + questions.size() + " questions");
    assertEquals(List.of(), invented);
  }

  /** What a sum says in yen is shown in its steps, or was said by the person or the documents. */
  private static boolean isWorkedOut(Answer.Computed sum, String question, Set<String> numbers) {
    String shown = String.join("\n", sum.steps());
    Set<String> said = found(NUMBER, Normalizer.normalize(question, Normalizer.Form.NFKC));
    return found(YEN, sum.text()).stream()
        .allMatch(yen -> shown.contains(yen) || said.contains(yen) || numbers.contains(yen));
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  /** Choices name an entry by its first way of asking. */
  private static String written(Documents documents) {
    return documents.entries().stream()
        .flatMap(
            entry ->
                Stream.of(
                    entry.citation(),
                    entry.title(),
                    entry.text(Map.of()),
                    entry.caveat().map(Paragraph::text).orElse(""),
                    String.join(" ", entry.sources()),
                    entry.questions().isEmpty() ? "" : entry.questions().getFirst()))
        .collect(Collectors.joining("\n"));
  }

  private static List<String> questions() throws IOException {
    List<String> questions = new ArrayList<>();
    try (Stream<Path> files = Files.walk(QUESTIONS)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          if (file.toString().endsWith(".jsonl")) {
            ASKED.matcher(line).results().map(found -> found.group(1)).forEach(questions::add);
          } else if (!line.startsWith("#")) {
            List<String> cells = BAR.splitAsStream(line).toList();
            questions.add(cells.get(1));
          }
        }
      }
    }
    return questions;
  }
}
