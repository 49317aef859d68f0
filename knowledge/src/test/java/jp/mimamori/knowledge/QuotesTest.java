package jp.mimamori.knowledge;

import static jp.mimamori.knowledge.Fixture.FRIDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.mimamori.knowledge.documents.Documents;
import jp.mimamori.knowledge.official.Clause;
import jp.mimamori.knowledge.official.Definition;
import jp.mimamori.knowledge.official.Editions;
import jp.mimamori.knowledge.official.OfficialText;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The official words beneath the plain ones; here, words that no operator wrote. */
class QuotesTest {
  private static Knowledge knowledge;

  @BeforeAll
  static void open() {
    Clause definitions =
        clause(
            "第1条",
            "言葉の決まりです。",
            List.of(new Definition("契約者", "契約した人"), new Definition("利用者", "使う人")));
    Clause leaving =
        new Clause(
            "第16条",
            "",
            "解約",
            "",
            List.of(),
            List.of(
                clause("第16条第1項", "ひと月前に告げる。", List.of()), clause("第16条第2項", "残りを払う。", List.of())));
    Clause annex =
        new Clause("別紙", "", "", "", List.of(), List.of(clause("別紙 利用料金", "一台いくら。", List.of())));
    var text =
        new OfficialText(
            "規約", LocalDate.of(2026, 10, 30), List.of(definitions, leaving), List.of(annex));
    knowledge =
        Knowledge.open(
            Documents.read(Path.of("documents")),
            Fixture.facts(Map.of()),
            new OfficeHours(),
            new Editions(List.of(text)));
  }

  private static Clause clause(String label, String text, List<Definition> definitions) {
    return new Clause(label, "", "", text, definitions, List.of());
  }

  @AfterAll
  static void close() {
    knowledge.close();
  }

  @ParameterizedTest
  @CsvSource({
    "第16条第2項, 残りを払う。",
    "解約したいときはいつまでに言えばいい？, ひと月前に告げる。",
    "How do I cancel?, ひと月前に告げる。",
    "利用者とはだれを指しますか, 利用者　使う人",
    "30台を1年使うといくら？, 一台いくら。",
    "第17条第1項, ''",
    "稼働率の保証は何パーセントですか？, ''",
    "ありがとう, ''",
  })
  void theClauseIsQuoted(String question, String quote) {
    Answer answer = knowledge.answer(new Question(question, FRIDAY));
    assertEquals(
        Optional.of(quote).filter(words -> !words.isEmpty()),
        answer.citations().stream().flatMap(citation -> citation.quote().stream()).findFirst());
  }

  @ParameterizedTest
  @CsvSource({"2026-10-29T14:59:59Z, false", "2026-10-29T15:00:00Z, true"})
  void butNotBeforeItAppliesInTokyo(String moment, boolean quoted) {
    Answer answer = knowledge.answer(new Question("第16条第2項", java.time.Instant.parse(moment)));
    assertEquals(quoted, answer.citations().getFirst().quote().isPresent());
  }
}
