package jp.mimamori.bot;

import static java.time.temporal.ChronoUnit.SECONDS;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import jp.mimamori.bot.bell.Alarm;
import jp.mimamori.bot.bell.Alarms;
import jp.mimamori.bot.bell.Bell;
import jp.mimamori.bot.bell.Bells;
import jp.mimamori.bot.bell.Bells.Wish;
import jp.mimamori.bot.bell.Bells.Wished;
import jp.mimamori.bot.store.Database;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the bells, and silences, wakes or rings one; while the service runs, too. */
@Command(
    name = "schedules",
    description = "Lists what runs by itself; pauses, resumes or runs it, on all nodes.",
    subcommands = {
      SchedulesCommand.Listing.class,
      SchedulesCommand.Pause.class,
      SchedulesCommand.Resume.class,
      SchedulesCommand.Run.class
    })
public final class SchedulesCommand {

  /** Lists all. */
  @Command(
      name = "list",
      description = "Lists every schedule with its last and next time, and what is not well.")
  public static final class Listing implements Callable<Integer> {
    private static final String ROW = "%-16s %-26s %-19s %-19s %-7s %-19s %s%n";

    @Spec private CommandSpec spec;
    @Mixin private Folders folders;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      try (Database database = folders.look(folders.settings())) {
        List<Bell> bells = database.read(new Bells()::all);
        out.printf(ROW, "NAME", "RINGS", "BEGUN", "FINISHED", "OUTCOME", "DUE", "");
        bells.forEach(bell -> out.printf(ROW, row(bell)));
        database.read(new Alarms()::open).forEach(alarm -> out.println(line(alarm)));
      }
      return 0;
    }

    private static Object[] row(Bell bell) {
      return new Object[] {
        bell.name(),
        bell.rhythm(),
        bell.begunAt().map(Lines::second).orElse("-"),
        bell.finishedAt().map(Lines::second).orElse("-"),
        bell.outcome() == Bell.Outcome.NONE ? "-" : bell.outcome().name().toLowerCase(Locale.ROOT),
        Lines.second(bell.dueAt()),
        remarks(bell)
      };
    }

    private static String remarks(Bell bell) {
      StringBuilder remarks = new StringBuilder(bell.about());
      bell.paused()
          .ifPresent(
              said ->
                  remarks.append(
                      "; PAUSED by %s since %s".formatted(said.by(), Lines.second(said.at()))));
      bell.wanted().ifPresent(said -> remarks.append("; ordered by ").append(said.by()));
      if (bell.lateBy().isPositive()) {
        remarks.append("; rang late by ").append(bell.lateBy().truncatedTo(SECONDS));
      }
      if (!bell.error().isEmpty()) {
        remarks.append("; ").append(bell.error());
      }
      return remarks.toString();
    }

    private static String line(Alarm alarm) {
      return "%s  %s %s since %s: %s"
          .formatted(
              alarm.id(),
              alarm.kind(),
              alarm.subject(),
              Lines.second(alarm.since()),
              alarm.detail());
    }
  }

  /** Silences one. */
  @Command(
      name = "pause",
      description = "No node rings it until it is resumed; what is due meanwhile waits.")
  public static final class Pause extends Steering {
    Pause() {
      super(Wish.PAUSE, "is paused on all nodes", "is paused already");
    }
  }

  /** Wakes one. */
  @Command(
      name = "resume",
      description =
          "It rings again; what became due meanwhile is run at once, and says it is late.")
  public static final class Resume extends Steering {
    Resume() {
      super(Wish.RESUME, "rings again", "is not paused");
    }
  }

  /** Rings one. */
  @Command(
      name = "run",
      description = "Runs it once, on one node, within seconds; also while it is paused.")
  public static final class Run extends Steering {
    Run() {
      super(
          Wish.RUN,
          "is run within seconds if the service is running, else at its next start",
          "was ordered already and has not been run yet");
    }
  }

  /** Leaves a row that the running service reads. */
  abstract static class Steering implements Callable<Integer> {
    private final Wish wish;
    private final String done;
    private final String already;

    @Spec private CommandSpec spec;
    @Mixin private Folders folders;

    @Parameters(paramLabel = "NAME", description = "As ./mimamori schedules list shows it.")
    private String name = "";

    @Option(
        names = "--by",
        paramLabel = "WHO",
        description = "Who wants it, for the audit trail (default: who is signed in here).")
    private @Nullable String by;

    Steering(Wish wish, String done, String already) {
      this.wish = wish;
      this.done = done;
      this.already = already;
    }

    @Override
    public Integer call() {
      String who = by == null ? "cli:" + System.getProperty("user.name") : by;
      Wished wished;
      try (Database database = folders.beside(folders.settings())) {
        wished =
            database.decide(Folders.clock().instant(), tx -> new Bells().wish(tx, wish, name, who));
      }
      String sentence =
          switch (wished) {
            case DONE -> name + " " + done + ".";
            case ALREADY -> name + " " + already + ".";
            case NO_SUCH_BELL ->
                throw new Failure(
                    "There is no schedule " + name + "; ./mimamori schedules list names them.");
            case NEVER_PAUSED ->
                throw new Failure(name + " is never paused: it watches over all others.");
          };
      spec.commandLine().getOut().println(sentence);
      return 0;
    }
  }
}
