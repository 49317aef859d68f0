package jp.mimamori.bot;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import jp.mimamori.bot.settings.Settings;
import jp.mimamori.knowledge.Answer;
import jp.mimamori.knowledge.Knowledge;
import jp.mimamori.knowledge.Question;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a file of questions and compares what is answered with what should be. */
@Command(
    name = "eval",
    description =
        "Answers a file of questions and says how many were right, by kind, and which not.",
    footer = {
      "",
      "A line:"
          + " {\"id\",\"kind\",\"q\",\"lang\"?,\"now\"?,\"expect\":{\"articles\",\"must_contain\",\"any_of\",",
      "\"must_not_contain\",\"must_not_regex\",\"behavior\",\"faq_ok\"}}; every part of expect but"
          + " behavior may be left out.",
      "first: the right source stands first · cited: it stands among the sources · MRR: 1 / its"
          + " place, on average.",
      "Exits 1 if fewer are right than --floor asks for.",
      "",
      "  ./mimamori eval knowledge/src/test/resources/questions/tuned.jsonl"
    })
public final class EvalCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Folders folders;

  @Parameters(paramLabel = "FILE.jsonl", description = "The questions.")
  private Path file = Path.of("");

  @Option(
      names = "--at",
      paramLabel = "TIME",
      converter = MomentConverter.class,
      description = "When questions without a time of their own are asked (Asia/Tokyo).")
  private @Nullable Instant at;

  @Option(
      names = "--totals",
      description = "The table only: for questions that nobody should tune to.")
  private boolean totals;

  @Option(
      names = "--floor",
      paramLabel = "PERCENT",
      defaultValue = "0",
      description = "Fail if fewer are right.")
  private double floor;

  @Override
  public Integer call() throws IOException {
    List<JsonLines.Line> lines = JsonLines.read(file);
    if (lines.isEmpty()) {
      throw new Failure(file + " holds no question.");
    }
    Settings settings = folders.settings();
    CalendarHours hours = new CalendarHours(settings.calendar());
    List<Marked> marked = new ArrayList<>();
    try (Knowledge knowledge = folders.knowledge(settings)) {
      for (JsonLines.Line line : lines) {
        marked.add(marked(line, knowledge, hours));
      }
    }
    Table table = Table.of(marked);
    PrintWriter out = spec.commandLine().getOut();
    table.print(out);
    if (!totals) {
      marked.stream()
          .filter(one -> !one.faults().isEmpty())
          .forEach(one -> out.println(one.miss()));
    }
    out.flush();
    return table.right() * 100 < floor ? 1 : 0;
  }

  private Marked marked(JsonLines.Line line, Knowledge knowledge, CalendarHours hours) {
    Expected expected = Expected.of(line);
    String question = line.question();
    Instant now = line.now().orElseGet(() -> at == null ? Folders.clock().instant() : at);
    Question asked = new Question(question, line.language(), now);
    Answer answer = knowledge.answer(asked);
    List<String> citations = Spoken.labels(answer);
    return new Marked(
        line.json().path("id").asText(),
        line.json().path("kind").asText("-"),
        question,
        expected.faults(
            Spoken.everything(answer, asked.answerIn(), now, hours),
            citations,
            Spoken.behavior(answer)),
        !expected.articles().isEmpty(),
        place(expected, citations));
  }

  /** Where the first right source stands, from 1; 0 if nowhere. */
  private static int place(Expected expected, List<String> citations) {
    for (int i = 0; i < citations.size(); i++) {
      if (expected.isRight(citations.get(i))) {
        return i + 1;
      }
    }
    return 0;
  }

  /**
   * A question with what became of it.
   *
   * @param sourced whether a source is expected
   * @param place where the first right source stands, from 1; 0 if nowhere
   */
  private record Marked(
      String id, String kind, String question, List<String> faults, boolean sourced, int place) {
    String miss() {
      return id + "  " + kind + "  " + question + "\n      " + String.join(" · ", faults);
    }
  }

  /** How many of each kind were right. */
  private record Table(Map<String, List<Marked>> kinds, List<Marked> all) {
    static Table of(List<Marked> marked) {
      Map<String, List<Marked>> kinds = new TreeMap<>();
      marked.forEach(one -> kinds.computeIfAbsent(one.kind(), _ -> new ArrayList<>()).add(one));
      return new Table(kinds, marked);
    }

    double right() {
      return (double) all.stream().filter(one -> one.faults().isEmpty()).count() / all.size();
    }

    void print(PrintWriter out) {
      out.printf(
          "%-14s %5s %5s %7s %7s %7s %6s%n",
          "kind", "asked", "right", "%", "first", "cited", "MRR");
      kinds.forEach((kind, marked) -> row(kind, marked, out));
      row("all", all, out);
    }

    private static void row(String kind, List<Marked> marked, PrintWriter out) {
      long right = marked.stream().filter(one -> one.faults().isEmpty()).count();
      List<Marked> sourced = marked.stream().filter(Marked::sourced).toList();
      out.printf(
          Locale.ROOT,
          "%-14s %5d %5d %6.1f%% %7s %7s %6s%n",
          kind,
          marked.size(),
          right,
          100.0 * right / marked.size(),
          share(sourced, sourced.stream().filter(one -> one.place() == 1).count()),
          share(sourced, sourced.stream().filter(one -> one.place() > 0).count()),
          sourced.isEmpty() ? "-" : "%.3f".formatted(reciprocal(sourced)));
    }

    private static String share(List<Marked> sourced, long count) {
      return sourced.isEmpty() ? "-" : "%.1f%%".formatted(100.0 * count / sourced.size());
    }

    private static double reciprocal(List<Marked> sourced) {
      return sourced.stream()
          .mapToDouble(one -> one.place() == 0 ? 0 : 1.0 / one.place())
          .average()
          .orElse(0);
    }
  }
}
