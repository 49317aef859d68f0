package jp.mimamori.bot;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import jp.mimamori.bot.inquiry.Inquiries;
import jp.mimamori.bot.inquiry.Inquiry;
import jp.mimamori.bot.inquiry.Inquiry.State;
import jp.mimamori.bot.inquiry.Words;
import jp.mimamori.bot.settings.Settings;
import jp.mimamori.bot.store.AuditTrail;
import jp.mimamori.bot.store.Database;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the desk has; works while the bot runs, too. */
@Command(
    name = "inquiries",
    description = "Lists the inquiries that a person was wanted for, or shows one.",
    subcommands = {InquiriesCommand.Listing.class, InquiriesCommand.Show.class})
public final class InquiriesCommand {

  /** Lists the newest. */
  @Command(name = "list", description = "Lists them, newest first.")
  public static final class Listing implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private Folders folders;

    @Option(names = "--tenant", paramLabel = "T", description = "Only this tenant's.")
    private @Nullable String tenant;

    @Option(names = "--open", description = "Only those that are not done.")
    private boolean open;

    @Option(
        names = "--last",
        paramLabel = "N",
        defaultValue = "50",
        description = "How many (default: ${DEFAULT-VALUE}).")
    private int last;

    @Override
    public Integer call() {
      Settings settings = folders.settings();
      PrintWriter out = spec.commandLine().getOut();
      try (Database database = folders.look(settings)) {
        database
            .read(view -> new Inquiries().ofTheDesk(view, Optional.ofNullable(tenant), open, last))
            .forEach(inquiry -> out.println(line(inquiry, settings)));
      }
      out.flush();
      return 0;
    }
  }

  /** One of them. */
  @Command(name = "show", description = "Shows one and all that was done about it.")
  public static final class Show implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private Folders folders;

    @Parameters(paramLabel = "ID", description = "Its number, such as Q-12.")
    private String id = "";

    @Override
    public Integer call() {
      Settings settings = folders.settings();
      PrintWriter out = spec.commandLine().getOut();
      try (Database database = folders.look(settings)) {
        Inquiry inquiry =
            database
                .read(view -> new Inquiries().find(view, id))
                .orElseThrow(() -> new Failure("There is no inquiry " + id + " on record."));
        out.println(line(inquiry, settings));
        out.println(inquiry.spot().platform() + " " + inquiry.spot().channel());
        out.println(inquiry.question());
        database
            .read(view -> new Words().of(view, id))
            .forEach(
                word ->
                    out.println(
                        "  %s  %s (%s): %s"
                            .formatted(
                                Lines.second(word.at()),
                                word.name(),
                                word.side().name().toLowerCase(Locale.ROOT),
                                word.text().replace("\n", "\n    "))));
        database
            .read(view -> AuditTrail.of(view, id))
            .forEach(
                entry ->
                    out.println(
                        "  %s  %s %s %s"
                            .formatted(
                                Lines.second(entry.at()),
                                settings.tenants().nameOf(entry.act().actor()),
                                entry.act().action(),
                                entry.act().detail())));
      }
      out.flush();
      return 0;
    }
  }

  private static String line(Inquiry inquiry, Settings settings) {
    return "%s  %s  %s  %s  %s  %s%s"
        .formatted(
            inquiry.id(),
            Lines.second(inquiry.askedAt()),
            inquiry.tenant(),
            settings.tenants().nameOf(inquiry.askedBy()),
            inquiry.category().name().toLowerCase(Locale.ROOT),
            status(inquiry.state(), settings),
            due(inquiry, settings));
  }

  private static String due(Inquiry inquiry, Settings settings) {
    return settings
        .desk()
        .times()
        .due(inquiry, settings.calendar())
        .map(
            at ->
                "  due "
                    + Lines.second(at)
                    + (at.isAfter(Folders.clock().instant()) ? "" : " OVERDUE"))
        .orElse("");
  }

  private static String status(State state, Settings settings) {
    return switch (state) {
      case State.Answered _ -> "answered";
      case State.Waiting(var _, var humanAt) -> "waiting for us, from " + Lines.day(humanAt);
      case State.Taken(String by, var _, State.Turn turn) ->
          switch (turn) {
                case OURS -> "waiting for us, ";
                case CUSTOMERS -> "waiting for the customer, ";
              }
              + settings.tenants().nameOf(by);
      case State.Closed(String by, var at) ->
          "closed " + Lines.second(at) + ", " + settings.tenants().nameOf(by);
    };
  }
}
