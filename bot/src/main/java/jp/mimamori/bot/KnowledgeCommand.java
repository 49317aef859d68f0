package jp.mimamori.bot;

import static java.util.stream.Collectors.joining;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import jp.mimamori.bot.settings.Settings;
import jp.mimamori.knowledge.Review;
import jp.mimamori.knowledge.documents.Documents;
import jp.mimamori.knowledge.documents.Entry;
import jp.mimamori.knowledge.documents.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What answers are taken from. */
@Command(
    name = "knowledge",
    description = "Checks the documents, lists what they lack, and adds ways of asking.",
    subcommands = {KnowledgeCommand.Check.class, GapsCommand.class, ConfirmCommand.class})
public final class KnowledgeCommand {

  /** Reads them as the service would, and says what only the operator can add. */
  @Command(
      name = "check",
      description =
          "Names every mistake with its file and line, what is still to be filled in, what stands"
              + " twice, and what none of its own questions finds.")
  public static final class Check implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private Folders folders;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      List<Problem> problems = Documents.problems(folders.documents());
      if (!problems.isEmpty()) {
        problems.forEach(out::println);
        out.println(problems.size() + " mistakes");
        return 1;
      }
      Settings settings = folders.settings();
      Documents documents = Documents.read(folders.documents());
      var unfilled = documents.unfilled(settings.facts().placeholders());
      unfilled.forEach((name, entries) -> out.println("{{" + name + "}}  " + labels(entries)));
      Review review = Review.of(documents);
      review.sameQuestions().forEach(found -> out.println(told("asked alike", found)));
      review.nearQuestions().forEach(found -> out.println(told("asked nearly alike", found)));
      review.sameTexts().forEach(found -> out.println(told("says the same", found)));
      review
          .unfound()
          .forEach(entry -> out.println("not found by its own questions: " + where(entry)));
      out.println(
          documents.entries().size()
              + " entries, no mistakes; "
              + unfilled.size()
              + " placeholders without a value in "
              + folders.config().resolve("placeholders.yaml"));
      return 0;
    }

    private static String told(String what, Review.Finding found) {
      String first = found.what().lines().findFirst().orElse("");
      return "%s: \"%s\" in %s"
          .formatted(
              what, first, found.entries().stream().map(Check::where).collect(joining(", ")));
    }

    private static String where(Entry entry) {
      return "%s (%s:%d)".formatted(entry.label(), entry.file(), entry.line());
    }

    private static String labels(List<Entry> entries) {
      return entries.stream().map(Entry::label).distinct().collect(joining(", "));
    }
  }
}
