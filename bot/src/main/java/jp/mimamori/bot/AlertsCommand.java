package jp.mimamori.bot;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import jp.mimamori.bot.alert.Alert;
import jp.mimamori.bot.alert.Alerts;
import jp.mimamori.bot.alert.MutedEvent;
import jp.mimamori.bot.store.Database;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists what the EDR reported; works while the bot runs, too. */
@Command(
    name = "alerts",
    description = "Lists alerts, and the events that raised none.",
    subcommands = AlertsCommand.Listing.class)
public final class AlertsCommand {

  /** Lists the newest. */
  @Command(name = "list", description = "Lists the newest alerts or muted events, newest first.")
  public static final class Listing implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private Folders folders;

    @Option(
        names = "--muted",
        description = "The events that a rule in response.yaml kept from raising a card.")
    private boolean muted;

    @Option(names = "--tenant", paramLabel = "T", description = "Only this tenant's.")
    private @Nullable String tenant;

    @Option(
        names = "--last",
        paramLabel = "N",
        defaultValue = "50",
        description = "How many (default: ${DEFAULT-VALUE}).")
    private int last;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      var alerts = new Alerts();
      Optional<String> of = Optional.ofNullable(tenant);
      try (Database database = folders.look(folders.settings())) {
        if (muted) {
          database
              .read(view -> alerts.muted(view, of, last))
              .forEach(event -> out.println(line(event)));
          return 0;
        }
        database
            .read(view -> alerts.newest(view, of, last))
            .forEach(alert -> out.println(line(alert)));
        return 0;
      }
    }

    private static String line(MutedEvent event) {
      return String.join(
          "  ",
          Lines.second(event.seenAt()),
          event.tenant(),
          event.id(),
          event.severity().name(),
          event.model(),
          event.endpoint().isEmpty() ? "-" : event.endpoint(),
          event.reason());
    }

    private static String line(Alert alert) {
      return String.join(
          "  ",
          Lines.second(alert.lastSeenAt()),
          alert.tenant(),
          alert.id(),
          alert.severity().name(),
          alert.model(),
          alert.events() + " events",
          state(alert));
    }

    private static String state(Alert alert) {
      return alert
          .closing()
          .map(closing -> "closed " + closing.finding())
          .orElseGet(() -> alert.acknowledgement().isPresent() ? "acknowledged" : "open");
    }
  }
}
