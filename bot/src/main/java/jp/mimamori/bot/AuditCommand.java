package jp.mimamori.bot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import jp.mimamori.bot.store.AuditTrail;
import jp.mimamori.bot.store.AuditTrail.Verification;
import jp.mimamori.bot.store.Database;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Proves and shows what is on record; works while the bot runs, too. */
@Command(
    name = "audit",
    description = "Proves and shows who did what, and when.",
    subcommands = {AuditCommand.Verify.class, AuditCommand.Show.class, AuditCommand.Export.class})
public final class AuditCommand {

  /** Recomputes the chain of hashes. */
  @Command(
      name = "verify",
      description = "Recomputes the hash of every row; names the first that is not as written.")
  public static final class Verify implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private Folders folders;

    @Option(
        names = "--head",
        paramLabel = "HASH",
        description =
            "A head that was left outside, such as in the EDR's note on a closed alert: a trail"
                + " that was cut off before it, or written anew, does not pass it.")
    private @Nullable String head;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      try (Database database = folders.look(folders.settings())) {
        Optional<String> anchored = Optional.ofNullable(head);
        return switch (database.read(view -> AuditTrail.verify(view, anchored))) {
          case Verification.Intact(long rows, String head) -> {
            out.println("intact: " + rows + " rows, head " + head);
            yield 0;
          }
          case Verification.Broken(long seq, String reason) -> {
            out.println("broken at row " + seq + ": " + reason);
            yield 1;
          }
        };
      }
    }
  }

  /** Hands over a period, a line each. */
  @Command(
      name = "export",
      description = "Writes a period as JSON Lines: seq, at, tenant, actor, action, subject, …")
  public static final class Export implements Callable<Integer> {
    private static final JsonMapper MAPPER = new JsonMapper();

    @Spec private CommandSpec spec;
    @Mixin private Folders folders;

    @Option(
        names = "--from",
        paramLabel = "DATE",
        required = true,
        description = "First day, Asia/Tokyo.")
    private LocalDate from = LocalDate.MIN;

    @Option(
        names = "--to",
        paramLabel = "DATE",
        required = true,
        description = "Last day, Asia/Tokyo.")
    private LocalDate to = LocalDate.MAX;

    @Option(
        names = "--tenant",
        paramLabel = "T",
        description = "Only this tenant's rows; others' are not hinted at.")
    private @Nullable String tenant;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      try (Database database = folders.look(folders.settings())) {
        return database.read(
            view -> {
              AuditTrail.each(
                  view,
                  from.atStartOfDay(Lines.TOKYO).toInstant(),
                  to.plusDays(1).atStartOfDay(Lines.TOKYO).toInstant(),
                  Optional.ofNullable(tenant),
                  entry -> out.println(json(entry)));
              return 0;
            });
      }
    }

    private static String json(AuditTrail.Entry entry) {
      AuditTrail.Act act = entry.act();
      try {
        return MAPPER.writeValueAsString(
            new Row(
                entry.seq(),
                entry.at().toString(),
                act.tenant(),
                act.actor(),
                act.action(),
                act.subject(),
                act.detail(),
                entry.hash()));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("a row can't be written", e);
      }
    }

    /** In the order of the line. */
    private record Row(
        long seq,
        String at,
        String tenant,
        String actor,
        String action,
        String subject,
        String detail,
        String hash) {}
  }

  /** Lists the newest rows. */
  @Command(name = "show", description = "Lists the newest rows, newest last.")
  public static final class Show implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private Folders folders;

    @Option(
        names = "--last",
        paramLabel = "N",
        defaultValue = "50",
        description = "How many rows (default: ${DEFAULT-VALUE}).")
    private int last;

    @Option(
        names = "--of",
        paramLabel = "ID",
        description = "Only what concerns this alert or inquiry, all of it.")
    private @Nullable String subject;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      try (Database database = folders.look(folders.settings())) {
        List<AuditTrail.Entry> rows =
            database.read(
                view ->
                    subject == null
                        ? AuditTrail.newest(view, last).reversed()
                        : AuditTrail.of(view, subject));
        rows.forEach(row -> out.println(line(row)));
        return 0;
      }
    }

    private static String line(AuditTrail.Entry entry) {
      AuditTrail.Act act = entry.act();
      return String.join(
          "  ",
          Long.toString(entry.seq()),
          Lines.second(entry.at()),
          act.tenant().isEmpty() ? "-" : act.tenant(),
          act.actor(),
          act.action(),
          act.subject(),
          act.detail());
    }
  }
}
