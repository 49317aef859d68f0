package jp.mimamori.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jp.mimamori.knowledge.Answer;
import jp.mimamori.knowledge.Knowledge;
import jp.mimamori.knowledge.Question;
import jp.mimamori.knowledge.documents.Documents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a question that was not well answered to one that is. */
class GapsStoryTest {
  private static final String SUPPORT = "sakura-support";
  private static final String UPTIME = "稼働率の保証は何パーセントですか？";
  private static final String CANCEL = "解約したいときはいつまでに言えばいい？";

  @TempDir private Path folder;
  private Path documents;
  private Stage stage;

  private record Ran(int code, String out, String err) {}

  @BeforeEach
  void onATuesdayMorning() throws IOException {
    documents = Files.createDirectory(folder.resolve("documents"));
    try (var files = Files.list(Stage.DOCUMENTS)) {
      for (Path file : files.toList()) {
        Files.copy(file, documents.resolve(file.getFileName()));
      }
    }
    stage = new Stage(folder, Stage.tokyo("2026-11-24T10:00"));
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void likeQuestionsAreOneGapAndTheMostFrequentComesFirst() {
    asks("tanaka", SUPPORT, "ぴよぴよ太郎の冒険はどこで買えますか");
    asks("tanaka", SUPPORT, UPTIME);
    stage.chat.askIn("tanaka", SUPPORT, stage.chat.threadIn(SUPPORT), "もう一回わかりやすく");
    stage.rings();
    asks("suzuki", SUPPORT, "稼働率の保証は、何パーセントですか");
    asks("ito", "minato-support", UPTIME);
    asks("tanaka", SUPPORT, CANCEL);
    stage.chat.press("tanaka", SUPPORT, "違う");
    stage.rings();

    List<String> gaps = gaps().out().lines().toList();
    assertTrue(gaps.getFirst().startsWith("Q-2 "), gaps.toString());
    assertTrue(gaps.getFirst().contains("asked 3 (not known 3, wrong 0, asked back 0)"));
    assertTrue(gaps.contains("        " + UPTIME), gaps.toString());
    assertEquals("3 gaps", gaps.getLast());
    assertTrue(
        gaps.stream().anyMatch(line -> line.startsWith("Q-6 ") && line.contains("wrong 1")),
        gaps.toString());
    assertFalse(String.join("\n", gaps).contains("tanaka"));
    assertFalse(String.join("\n", gaps).contains("田中"));
  }

  @Test
  void onlyOneTenantOrOnlySinceADay() {
    asks("ito", "minato-support", UPTIME);
    stage.passes(Duration.ofDays(1));
    asks("tanaka", SUPPORT, "ぴよぴよ太郎の冒険はどこで買えますか");

    assertTrue(gaps("--tenant", "minato").out().contains("1 gaps"));
    assertFalse(gaps("--tenant", "minato").out().contains("ぴよぴよ"));
    assertFalse(gaps("--since", "2026-11-25").out().contains("稼働率"));
    assertTrue(gaps("--since", "2026-11-24").out().contains("2 gaps"));
    assertEquals(1, gaps("--tenant", "nobody").code());
  }

  @Test
  void aConfirmedQuestionIsAnsweredAtOnceAndIsNoGapAnyMore() throws IOException {
    asks("tanaka", SUPPORT, "ぴよぴよ太郎の冒険はどこで買えますか");
    Live<Knowledge> live = live();
    assertFalse(labels(live).contains("第16条第1項"));

    Ran confirmed = runs("knowledge", "confirm", "--entry", "第16条第1項", "--gap", "Q-1");
    assertEquals(0, confirmed.code(), confirmed.err());
    assertTrue(confirmed.out().matches("(?s)Written to .*terms\\.ja\\.md:\\d+\\.\\s*"));
    live.refresh();
    assertTrue(labels(live).contains("第16条第1項"));
    assertEquals("no gaps", gaps().out().strip());

    Ran again = runs("knowledge", "confirm", "--entry", "第16条第1項", "--gap", "Q-1");
    assertEquals(0, again.code(), again.err());
    assertTrue(again.out().contains("already"), again.out());
  }

  @Test
  void aBrokenDocumentIsRefusedByLineAndTheLastGoodOneStays() throws IOException {
    Live<Knowledge> live = live();
    Path terms = documents.resolve("terms.ja.md");
    String good = Files.readString(terms);
    Files.writeString(terms, good.replaceFirst("問い:", "問:"));
    live.refresh();
    assertTrue(live.problem().orElseThrow().matches("(?s)terms\\.ja\\.md:\\d+: .*"));
    assertEquals(
        List.of("第16条第1項"),
        live.get().answer(new Question("第16条第1項", stage.now)).citations().stream()
            .map(citation -> citation.label())
            .limit(1)
            .toList());
    Ran refused = runs("knowledge", "confirm", "--entry", "第16条第1項", "どこ");
    assertEquals(1, refused.code());
    assertTrue(refused.err().startsWith("terms.ja.md:"), refused.err());

    Files.writeString(terms, good);
    live.refresh();
    assertTrue(live.problem().isEmpty());
  }

  @Test
  void confirmTellsWhatIsWrongInASentence() {
    assertEquals(2, runs("knowledge", "confirm", "--entry", "I-03").code());
    assertEquals(2, runs("knowledge", "confirm", "question").code());
    Ran several = runs("knowledge", "confirm", "--entry", "第1条", "利用者ってだれ");
    assertEquals(1, several.code());
    assertTrue(several.err().contains("--entry \"第1条 「利用者」\""), several.err());
    assertTrue(
        runs("knowledge", "confirm", "--entry", "X-99", "どこ").err().contains("no entry X-99"));
    assertTrue(
        runs("knowledge", "confirm", "--entry", "I-03", "--gap", "Q-9").err().contains("Q-9"));
  }

  private Live<Knowledge> live() {
    return new Live<>(
        "The knowledge",
        List.of(documents),
        () ->
            Knowledge.open(
                Documents.read(documents),
                Stage.SETTINGS.facts(),
                new CalendarHours(Stage.SETTINGS.calendar())));
  }

  private List<String> labels(Live<Knowledge> live) {
    Answer answer = live.get().answer(new Question("ぴよぴよ太郎の冒険はどこで買えますか？", stage.now));
    return answer.citations().stream().map(citation -> citation.label()).toList();
  }

  private void asks(String user, String channel, String text) {
    assertEquals("", stage.chat.ask(user, channel, text));
    stage.rings();
  }

  private Ran gaps(String... words) {
    List<String> arguments = new ArrayList<>(List.of("knowledge", "gaps"));
    arguments.addAll(List.of(words));
    return runs(arguments.toArray(String[]::new));
  }

  private Ran runs(String... words) {
    List<String> arguments = new ArrayList<>(List.of(words));
    arguments.addAll(
        List.of(
            "--documents", documents.toString(),
            "--config", Stage.CONFIG.toString(),
            "--data", folder.toString()));
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        Main.run(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            arguments.toArray(String[]::new));
    return new Ran(code, out.toString(), err.toString());
  }
}
