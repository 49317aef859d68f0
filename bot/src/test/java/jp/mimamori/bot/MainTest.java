package jp.mimamori.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jp.mimamori.bot.store.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands, as an operator types them. */
class MainTest {
  @TempDir private Path folder;

  private record Ran(int code, String out, String err) {}

  @Test
  void asksWithTheSource() {
    Ran ran = runs("ask", "解約したいときはいつまでに言えばいい？");
    assertEquals(0, ran.code(), ran.err());
    assertTrue(ran.out().contains("1か月前"), ran.out());
    assertTrue(ran.out().contains("第16条第1項"), ran.out());
  }

  @Test
  void asksAsOfAMoment() {
    Ran ran = runs("ask", "--at", "2026-12-28 17:45", "今から問い合わせたらいつ返事が来ますか？");
    assertEquals(0, ran.code(), ran.err());
    assertTrue(ran.out().contains("2027年1月5日（火）9:00"), ran.out());
  }

  @Test
  void asksABatch() throws IOException {
    Path in =
        Files.writeString(
            folder.resolve("in.jsonl"),
            """
            {"id": "1", "q": "What does it cost for 30 PCs a year?"}

            {"id": "2", "q": "ありがとう", "now": "2026-11-02T20:00:00+09:00"}
            """);
    Path out = folder.resolve("out.jsonl");
    Ran ran = runs("ask", "--batch", in.toString(), "--out", out.toString());

    assertEquals(0, ran.code(), ran.err());
    List<String> lines = Files.readAllLines(out);
    assertEquals(2, lines.size());
    assertTrue(lines.getFirst().contains("576,000"), lines.getFirst());
    assertTrue(lines.getFirst().contains("\"behavior\":\"answer"), lines.getFirst());
    assertTrue(lines.get(1).contains("\"behavior\":\"smalltalk\""), lines.get(1));
  }

  @Test
  void aBrokenBatchNamesTheLineAndLeavesNothing() throws IOException {
    Path in =
        Files.writeString(folder.resolve("in.jsonl"), "{\"id\":\"1\",\"q\":\"hi\"}\n{nonsense\n");
    Path out = folder.resolve("out.jsonl");
    Ran ran = runs("ask", "--batch", in.toString(), "--out", out.toString());

    assertEquals(1, ran.code());
    assertTrue(ran.err().contains("in.jsonl:2: not JSON"), ran.err());
    assertFalse(Files.exists(out));
    try (var files = Files.list(folder)) {
      assertEquals(List.of(in), files.toList());
    }
  }

  @Test
  void anAnswerFileThatCannotBeWrittenIsNamed() throws IOException {
    Path in = Files.writeString(folder.resolve("in.jsonl"), "{\"id\":\"1\",\"q\":\"hi\"}\n");
    Ran ran =
        runs("ask", "--batch", in.toString(), "--out", folder.resolve("no/out.jsonl").toString());

    assertEquals(1, ran.code());
    assertTrue(ran.err().startsWith("Can't read or write "), ran.err());
    assertEquals(1, ran.err().lines().count(), ran.err());
  }

  @Test
  void aPortThatIsTakenIsNamed() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Ran ran = runs("simulator", "--port", Integer.toString(taken.getLocalPort()));
      assertEquals(1, ran.code());
      assertEquals(1, ran.err().lines().count(), ran.err());
      assertTrue(ran.err().contains("port " + taken.getLocalPort()), ran.err());
    }
  }

  @Test
  void saysWhenPeopleAreThere() {
    Ran closed = runs("calendar", "--at", "2026-11-20 17:45");
    assertEquals(0, closed.code(), closed.err());
    assertTrue(closed.out().contains("closed: outside 09:00–17:30"), closed.out());
    assertTrue(closed.out().contains("next opening: 2026-11-24 (Tue) 9:00"), closed.out());

    assertTrue(runs("calendar", "--at", "2026-11-24T09:00").out().contains("open"));
    assertTrue(runs("calendar", "--at", "2026-11-23 12:00").out().contains("勤労感謝の日"));
  }

  @Test
  void printsWhoWouldBeCalledWhen() {
    Ran preview =
        runs(
            "escalation",
            "preview",
            "--kind",
            "inquiry",
            "--at",
            "2026-11-20 17:29:59",
            "--config",
            Stage.CONFIG.toString());
    assertTrue(preview.out().contains("2026-11-24 09:29:59  step 1  一次窓口"), preview.out());
    assertTrue(preview.out().contains("clock stands 11-20 17:30–11-24 9:00"), preview.out());
    Ran alert =
        runs(
            "escalation",
            "preview",
            "--kind",
            "alert",
            "--severity",
            "critical",
            "--at",
            "2026-11-23 02:50",
            "--config",
            Stage.CONFIG.toString());
    assertTrue(alert.out().contains("2026-11-23 (Mon) 3:05  step 1  当番アナリスト = "), alert.out());
  }

  @Test
  void printsAYearForMachines() {
    Ran ran = runs("calendar", "--year", "2027", "--csv");
    assertEquals(365, ran.out().lines().count());
    assertTrue(ran.out().startsWith("2027-01-01,closed,元日\n"), ran.out().substring(0, 60));
    assertTrue(ran.out().contains("2027-01-05,open,\n"));
  }

  @Test
  void verifiesAndShowsTheTrail() {
    Path data = folder.resolve("data");
    try (Database database = Database.sqlite(data.resolve("mimamori.db"))) {
      database.write(
          Instant.parse("2026-11-24T01:00:00Z"),
          tx -> tx.record("sakura", "sato", "acknowledged", "WB-1", ""));
      Ran verify = runs("audit", "verify", "--data", data.toString());
      assertEquals(0, verify.code(), verify.err());
      assertTrue(verify.out().startsWith("intact: 1 rows"), verify.out());
      String head = verify.out().strip().substring(verify.out().strip().lastIndexOf(' ') + 1);
      assertEquals(0, runs("audit", "verify", "--head", head, "--data", data.toString()).code());
      Ran cut = runs("audit", "verify", "--head", "f".repeat(64), "--data", data.toString());
      assertEquals(1, cut.code());
      assertTrue(cut.out().contains("the anchored head is not among them"), cut.out());
      String[] period = {"audit", "export", "--from", "2026-11-24", "--to", "2026-11-24"};
      Ran export = runs(with(period, "--tenant", "sakura", "--data", data.toString()));
      assertTrue(
          export
              .out()
              .startsWith("{\"seq\":1,\"at\":\"2026-11-24T01:00:00Z\",\"tenant\":\"sakura\""),
          export.out());
      assertEquals("", runs(with(period, "--tenant", "minato", "--data", data.toString())).out());
      assertEquals(0, runs("alerts", "list", "--muted", "--data", data.toString()).code());
      Ran show = runs("audit", "show", "--data", data.toString());
      assertEquals("1  2026-11-24 10:00:00  sakura  sato  acknowledged  WB-1", show.out().strip());
    }
  }

  private static String[] with(String[] some, String... more) {
    return Stream.concat(Arrays.stream(some), Arrays.stream(more)).toArray(String[]::new);
  }

  @Test
  void saysThatNothingIsOnRecordYet() {
    Ran ran = runs("audit", "verify", "--data", folder.toString());
    assertEquals(1, ran.code());
    assertEquals(1, ran.err().lines().count(), ran.err());
  }

  @Test
  void checksTheConfigurationAndTheDocuments() {
    Ran config = runs("config", "check");
    assertEquals(0, config.code(), config.err());
    assertTrue(config.out().contains("no mistakes"), config.out());
    Ran knowledge = runs("knowledge", "check");
    assertEquals(0, knowledge.code(), knowledge.out());
    assertTrue(knowledge.out().contains("{{CONSOLE_URL}}  C-01"), knowledge.out());
  }

  @Test
  void namesAMistakeInTheConfigurationWithoutAStackTrace() throws IOException {
    Ran ran = runs("config", "check", "--config", folder.toString());
    assertEquals(1, ran.code());
    assertTrue(ran.err().contains("the file is missing"), ran.err());
    assertFalse(ran.err().contains("\tat "), ran.err());
  }

  @Test
  void examinesItself() {
    Ran ran = runs("doctor", "--data", folder.resolve("data").toString());
    assertEquals(0, ran.code(), ran.out());
    for (String part :
        List.of("java", "configuration", "documents", "calendar", "database", "edr")) {
      assertTrue(ran.out().contains(" " + part + ": "), ran.out());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "ask",
        "ask --at yesterday question",
        "ask --lang fr question",
        "ask --batch in.jsonl",
        "calendar --from 2026-01-01",
        "calendar --year 1970",
        "audit show --last many",
        "run --port http",
        "run --port 99999",
        "simulator --port 99999",
        "simulator --port 0 --fault nonsense=1",
        "simulator --port 0 --fault offline=nobody",
        "simulator --port 0 --fault lostReplies=many",
      })
  void badUsageIsToldInASentenceAndExitsTwo(String line) {
    Ran ran = runs(line.isEmpty() ? new String[0] : line.split(" "));
    assertEquals(2, ran.code(), ran.err());
    assertTrue(ran.err().lines().count() <= 3, ran.err());
    assertTrue(ran.err().contains("--help"), ran.err());
    assertFalse(ran.err().contains("\tat "), ran.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "run --help",
        "ask --help",
        "calendar --help",
        "audit --help",
        "audit verify --help",
        "simulator --help",
        "config check --help",
        "doctor --help",
        "knowledge check --help",
      })
  void everyCommandHelps(String line) {
    Ran ran = runs(line.split(" "));
    assertEquals(0, ran.code(), ran.err());
    assertTrue(ran.out().contains("Usage: "), ran.out());
  }

  private static Ran runs(String... words) {
    List<String> arguments = new ArrayList<>(List.of(words));
    boolean needsFolders =
        !arguments.isEmpty()
            && !arguments.contains("--help")
            && !arguments.contains("--config")
            && List.of("ask", "alerts", "audit", "calendar", "config", "knowledge", "doctor")
                .contains(words[0]);
    if (needsFolders) {
      arguments.addAll(
          List.of("--config", Stage.CONFIG.toString(), "--documents", Stage.DOCUMENTS.toString()));
    }
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
