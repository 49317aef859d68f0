package jp.mimamori.bot;

import java.io.PrintWriter;
import java.util.List;
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
    subcommands = {AuditCommand.Verify.class, AuditCommand.Show.class})
public final class AuditCommand {

  /** Recomputes the chain of hashes. */
  @Command(
      name = "verify",
      description = "Recomputes the hash of every row; names the first that is not as written.")
  public static final class Verify implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private Folders folders;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      try (Database database = Database.look(folders.database())) {
        return switch (database.read(AuditTrail::verify)) {
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
      try (Database database = Database.look(folders.database())) {
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
