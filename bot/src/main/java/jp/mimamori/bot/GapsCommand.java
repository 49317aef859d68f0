package jp.mimamori.bot;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import jp.mimamori.bot.inquiry.Gap;
import jp.mimamori.bot.inquiry.Gaps;
import jp.mimamori.bot.settings.Settings;
import jp.mimamori.bot.store.Database;
import jp.mimamori.knowledge.Knowledge;
import jp.mimamori.knowledge.documents.Entry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What people asked and were not well answered; works while the bot runs, too. */
@Command(
    name = "gaps",
    description =
        "Lists what people asked and were not well answered, the most frequent first: not known,"
            + " called wrong, asked back. What the documents answer by now is left out.",
    footer = {
      "",
      "Mend a gap by writing a document, or confirm that an entry answers it:",
      "  ./mimamori knowledge confirm --entry I-03 --gap Q-12"
    })
public final class GapsCommand implements Callable<Integer> {
  /** Ways of asking shown of one gap; the rest are counted. */
  private static final int MOST_WAYS = 4;

  private static final int MOST_CHARACTERS = 200;

  @Spec private CommandSpec spec;
  @Mixin private Folders folders;

  @Option(
      names = "--tenant",
      paramLabel = "ID",
      defaultValue = "",
      description = "Only what this customer's people asked.")
  private String tenant = "";

  @Option(
      names = "--since",
      paramLabel = "YYYY-MM-DD",
      description = "Only what was asked from that day on (Asia/Tokyo).")
  private @Nullable LocalDate since;

  @Override
  public Integer call() {
    Settings settings = folders.settings();
    if (!tenant.isEmpty() && settings.tenants().find(tenant).isEmpty()) {
      throw new Failure("There is no tenant " + tenant + " in the configuration.");
    }
    Instant from = since == null ? Instant.EPOCH : since.atStartOfDay(Lines.TOKYO).toInstant();
    try (Knowledge knowledge = folders.knowledge(settings);
        Database database = folders.look(settings)) {
      var gaps = new Gaps(knowledge, Folders.clock().instant());
      print(database.read(view -> gaps.since(from, tenant, view)));
    }
    return 0;
  }

  private void print(List<Gap> gaps) {
    PrintWriter out = spec.commandLine().getOut();
    for (Gap gap : gaps) {
      out.println(
          "%-7s asked %d (not known %d, wrong %d, asked back %d)%s"
              .formatted(
                  gap.id(),
                  gap.asked(),
                  gap.notKnown(),
                  gap.wrong(),
                  gap.askedBack(),
                  gap.nearest().map(entry -> "  nearest: " + name(entry)).orElse("")));
      gap.questions().stream()
          .limit(MOST_WAYS)
          .forEach(question -> out.println("        " + line(question)));
      if (gap.questions().size() > MOST_WAYS) {
        out.println("        and " + (gap.questions().size() - MOST_WAYS) + " more ways of asking");
      }
    }
    out.println(gaps.isEmpty() ? "no gaps" : gaps.size() + " gaps");
    out.flush();
  }

  private static String name(Entry entry) {
    return entry.citation() + " " + entry.title();
  }

  private static String line(String question) {
    String line = question.replaceAll("\\s+", " ");
    return line.length() <= MOST_CHARACTERS ? line : line.substring(0, MOST_CHARACTERS) + "…";
  }
}
