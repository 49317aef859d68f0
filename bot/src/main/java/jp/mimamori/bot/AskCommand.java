package jp.mimamori.bot;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import jp.mimamori.bot.settings.Settings;
import jp.mimamori.knowledge.Answer;
import jp.mimamori.knowledge.Knowledge;
import jp.mimamori.knowledge.Language;
import jp.mimamori.knowledge.Question;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks the documents, without any chat. */
@Command(
    name = "ask",
    description = "Answers a question from the documents, with its sources.",
    footer = {
      "",
      "Examples:",
      "  ./mimamori ask \"解約したいときはいつまでに言えばいい？\"",
      "  ./mimamori ask --at \"2026-12-28 17:45\" \"今から聞いたらいつ返事が来る？\"",
      "  ./mimamori ask --batch questions.jsonl --out answers.jsonl"
    })
public final class AskCommand implements Callable<Integer> {
  private static final JsonMapper JSON = new JsonMapper();

  @Spec private CommandSpec spec;
  @Mixin private Folders folders;

  @Parameters(arity = "0..1", paramLabel = "QUESTION", description = "What you want to know.")
  private @Nullable String question;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      converter = MomentConverter.class,
      description = "Answer as of then, for example \"2026-12-28 17:45\" (Asia/Tokyo).")
  private @Nullable Instant at;

  @Option(names = "--lang", paramLabel = "ja|en", description = "Answer in this language.")
  private @Nullable String language;

  @Option(
      names = "--batch",
      paramLabel = "IN.jsonl",
      description = "Answer every line {\"id\",\"q\",\"lang\"?,\"now\"?} of a file.")
  private @Nullable Path batch;

  @Option(names = "--out", paramLabel = "OUT.jsonl", description = "Where the answers go.")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    Optional<Language> wished = Optional.ofNullable(language).map(this::language);
    if ((question == null) == (batch == null)) {
      throw usage("Name either a QUESTION or --batch IN.jsonl.");
    }
    if (batch != null && out == null) {
      throw usage("--batch needs --out OUT.jsonl.");
    }
    Settings settings = folders.settings();
    var hours = new CalendarHours(settings.calendar());
    try (Knowledge knowledge = folders.knowledge(settings)) {
      if (batch != null && out != null) {
        return batch(knowledge, hours, batch, out);
      }
      Instant now = at == null ? Folders.clock().instant() : at;
      print(new Question(String.valueOf(question), wished, now), knowledge, hours);
      return 0;
    }
  }

  private void print(Question asked, Knowledge knowledge, CalendarHours hours) {
    Answer answer = knowledge.answer(asked);
    PrintWriter terminal = spec.commandLine().getOut();
    terminal.println(Spoken.text(answer));
    if (!answer.citations().isEmpty()) {
      terminal.println();
      terminal.println("[" + String.join(", ", Spoken.labels(answer)) + "]");
    }
    if (Spoken.promisesAPerson(answer)) {
      terminal.println(Spoken.person(asked.answerIn(), asked.now(), hours));
    }
    terminal.flush();
  }

  private int batch(Knowledge knowledge, CalendarHours hours, Path in, Path answers)
      throws IOException {
    List<JsonLines.Line> lines = JsonLines.read(in);
    PrintWriter progress = spec.commandLine().getErr();
    Path folder = answers.toAbsolutePath().getParent();
    Path part = Files.createTempFile(folder, "answers", ".part");
    int answered = 0;
    try {
      try (BufferedWriter writer = Files.newBufferedWriter(part)) {
        for (JsonLines.Line line : lines) {
          writer.write(JSON.writeValueAsString(answered(knowledge, hours, line)));
          writer.newLine();
          answered++;
          if (answered % 1000 == 0) {
            progress.println(answered + " of " + lines.size() + " answered");
          }
        }
      }
      Files.move(part, answers, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
    progress.println(answered + " questions answered into " + answers);
    return 0;
  }

  private ObjectNode answered(Knowledge knowledge, CalendarHours hours, JsonLines.Line line) {
    String text = line.question();
    Instant now = line.now().orElseGet(() -> at == null ? Folders.clock().instant() : at);
    Optional<Language> wished =
        line.language().or(() -> Optional.ofNullable(language).map(this::language));
    Question asked = new Question(text, wished, now);
    long begun = System.nanoTime();
    Answer answer = knowledge.answer(asked);
    long nanos = System.nanoTime() - begun;
    ObjectNode result = JSON.createObjectNode();
    result.set("id", line.json().path("id"));
    result.put("text", Spoken.everything(answer, asked.answerIn(), now, hours));
    var citations = result.putArray("citations");
    Spoken.labels(answer).forEach(citations::add);
    result.put("behavior", Spoken.behavior(answer));
    result.put("confidence", Math.round(answer.confidence() * 1000) / 1000.0);
    result.put("millis", nanos / 1_000_000.0);
    return result;
  }

  private Language language(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "ja" -> Language.JA;
      case "en" -> Language.EN;
      default -> throw usage("--lang \"" + word + "\" is not a language; allowed: ja, en");
    };
  }

  private ParameterException usage(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
