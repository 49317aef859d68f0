package jp.mimamori.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** eval and rank, as an operator types them; and the floor beneath our own questions. */
class MeasuringTest {
  private static final Path QUESTIONS = Path.of("../knowledge/src/test/resources/questions");

  @TempDir private Path folder;

  private record Ran(int code, String out, String err) {}

  /** Of the kept and of fresh-b only totals are looked at, never a question. */
  @ParameterizedTest
  @CsvSource({
    "tuned.jsonl, 96",
    "kept.jsonl, 92",
    "fresh-a.jsonl, 94",
    "fresh-b.jsonl, 91",
    "fresh-c.jsonl, 85",
    "fresh-d.jsonl, 81"
  })
  void ownQuestionsAreAnswered(String file, String floor) {
    Path questions = QUESTIONS.resolve(file);
    Ran ran =
        runs(
            "eval", questions.toString(), "--totals", "--floor", floor, "--at", "2026-11-02 10:00");
    assertEquals(0, ran.code(), ran.out() + ran.err());
  }

  @Test
  void aMissIsNamedWithItsFault() throws IOException {
    Path file =
        write(
            "q.jsonl",
            """
            {"id":"1","kind":"tos","q":"解約はいつまでに言えばいい？","expect":{"articles":["第16条"],"must_contain":["１か月"],"behavior":"answer"}}
            {"id":"2","kind":"tos","lang":"ja","q":"第16条第1項","expect":{"articles":["第24条第1項"],"must_not_contain":["解約"],"behavior":"handoff"}}
            """);
    Ran ran = runs("eval", file.toString());

    assertEquals(0, ran.code(), ran.err());
    assertTrue(ran.out().contains("tos                2     1   50.0%"), ran.out());
    assertTrue(ran.out().contains("2  tos  第16条第1項"), ran.out());
    assertTrue(ran.out().contains("says 解約 · cites 第16条第1項"), ran.out());
    assertTrue(ran.out().contains("for handoff"), ran.out());
    assertEquals(1, runs("eval", file.toString(), "--floor", "51").code());
  }

  @Test
  void aQuestionWithoutWhatIsExpectedIsNamedByItsLine() throws IOException {
    Path file = write("q.jsonl", "\n{\"id\":\"1\",\"q\":\"hi\"}\n");
    Ran ran = runs("eval", file.toString());

    assertEquals(1, ran.code());
    assertTrue(ran.err().contains("q.jsonl:2: \"expect\" is missing"), ran.err());
  }

  @Test
  void ranksACollection() throws IOException {
    Path corpus =
        write(
            "c.tsv",
            """
            p1\t引っ越しの届け出\t転居したときは転居届を出してください。
            p2\t粗大ごみの出し方\t大型の廃棄物は予約制です。
            """);
    Path queries = write("q.tsv", "a\t家を移ったら何を出す？転居\nb\t大きいゴミを捨てたい\n");
    Path run = folder.resolve("run.txt");
    Ran ran = rank(corpus, queries, run);

    assertEquals(0, ran.code(), ran.err());
    List<String> lines = Files.readAllLines(run);
    assertTrue(lines.getFirst().matches("a Q0 p1 1 \\d+\\.\\d+ mimamori"), lines.toString());
    assertTrue(lines.stream().anyMatch(line -> line.startsWith("b Q0 p2 1 ")), lines.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "p1,title | c.tsv:1: a line is id<TAB>title<TAB>text",
        "p 1,title,text | c.tsv:1: the id \"p 1\" is empty or has a space in it",
        "p1,a,b;p1,c,d | c.tsv:2: the id \"p1\" stands above already",
      })
  void aBrokenCollectionIsRefusedByItsLine(String lines, String fault) throws IOException {
    Path corpus = write("c.tsv", lines.replace(',', '\t').replace(';', '\n'));
    Path run = folder.resolve("run.txt");
    Ran ran = rank(corpus, write("q.tsv", "a\tb\n"), run);

    assertEquals(1, ran.code());
    assertTrue(ran.err().contains(fault), ran.err());
    assertFalse(Files.exists(run));
  }

  private Ran rank(Path corpus, Path queries, Path run) {
    return runs(
        "rank",
        "--corpus",
        corpus.toString(),
        "--queries",
        queries.toString(),
        "--out",
        run.toString());
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static Ran runs(String command, String... words) {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of(words));
    if (command.equals("eval")) {
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
