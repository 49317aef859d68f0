package jp.mimamori.bot;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import jp.mimamori.bot.inquiry.Inquiries;
import jp.mimamori.bot.inquiry.Inquiry;
import jp.mimamori.bot.store.Database;
import jp.mimamori.knowledge.Language;
import jp.mimamori.knowledge.documents.Aliases;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a question that people asked into the entry that answers it. */
@Command(
    name = "confirm",
    description =
        "Confirms that an entry answers a question: writes it into the document as a way of asking."
            + " A running service has it within seconds.",
    footer = {
      "",
      "Examples:",
      "  ./mimamori knowledge confirm --entry I-03 \"アプデが終わらない\"",
      "  ./mimamori knowledge confirm --entry 第16条第1項 --gap Q-12"
    })
public final class ConfirmCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Folders folders;

  @Option(
      names = "--entry",
      required = true,
      paramLabel = "LABEL",
      description = "The entry, as its heading names it; with the title where a label has several.")
  private String entry = "";

  @Option(names = "--lang", paramLabel = "ja|en", description = "Default: that of the question.")
  private @Nullable String language;

  @Option(names = "--gap", paramLabel = "ID", description = "The question of a gap, such as Q-12.")
  private @Nullable String gap;

  @Parameters(arity = "0..1", paramLabel = "QUESTION", description = "What people ask.")
  private @Nullable String question;

  @Override
  public Integer call() {
    if ((question == null) == (gap == null)) {
      throw new ParameterException(spec.commandLine(), "Name either a QUESTION or --gap ID.");
    }
    String asked = question != null ? question : ofGap(String.valueOf(gap));
    Language in = language == null ? Language.of(asked) : language(language);
    PrintWriter out = spec.commandLine().getOut();
    switch (Aliases.add(folders.documents(), entry, in, asked)) {
      case Aliases.Outcome.Added(Path file, int line) ->
          out.println("Written to " + file + ":" + line + ".");
      case Aliases.Outcome.Already(Path file, int line) ->
          out.println("It is a way of asking for that entry already (" + file + ":" + line + ").");
      case Aliases.Outcome.Refused(String reason) -> throw new Failure(reason);
    }
    out.flush();
    return 0;
  }

  private String ofGap(String id) {
    try (Database database = folders.look(folders.settings())) {
      Optional<Inquiry> inquiry = database.read(view -> new Inquiries().find(view, id));
      return inquiry
          .map(Inquiry::meant)
          .orElseThrow(() -> new Failure("There is no inquiry " + id + " on record."));
    }
  }

  private Language language(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "ja" -> Language.JA;
      case "en" -> Language.EN;
      default ->
          throw new ParameterException(
              spec.commandLine(), "--lang \"" + word + "\" is not a language; allowed: ja, en");
    };
  }
}
