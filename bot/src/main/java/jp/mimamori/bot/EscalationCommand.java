package jp.mimamori.bot;

import static java.util.stream.Collectors.joining;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import jp.mimamori.bot.alert.AlertDesk;
import jp.mimamori.bot.edr.Severity;
import jp.mimamori.bot.escalation.Matter;
import jp.mimamori.bot.escalation.Plan;
import jp.mimamori.bot.inquiry.InquiryDesk;
import jp.mimamori.bot.response.ResponseDesk;
import jp.mimamori.bot.settings.Settings;
import jp.mimamori.schedules.Reason;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says who would be called. */
@Command(
    name = "escalation",
    description = "Says who would be called when nobody comes.",
    subcommands = EscalationCommand.Preview.class)
public final class EscalationCommand {

  /** What somebody may be called to, as people name it. */
  enum Kind {
    INQUIRY("inquiry", InquiryDesk.LADDER),
    HAND_OVER("hand-over", InquiryDesk.LADDER),
    CUSTOMER_WAITS("customer-waits", InquiryDesk.CUSTOMER_WAITS_LADDER),
    INCIDENT("incident", InquiryDesk.INCIDENT_LADDER),
    ALERT("alert", AlertDesk.LADDER),
    APPROVAL("approval", ResponseDesk.APPROVAL_LADDER),
    FAILED_ACTION("failed-action", ResponseDesk.FAILED_ACTION_LADDER);

    private final String name;
    private final String ladder;

    Kind(String name, String ladder) {
      this.name = name;
      this.ladder = ladder;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** Prints what would happen when. */
  @Command(
      name = "preview",
      description = "Prints who would be called when, if something began then and nobody came.",
      footer = {
        "",
        "Examples:",
        "  ./mimamori escalation preview --kind inquiry --at \"2026-12-28 17:45\"",
        "  ./mimamori escalation preview --kind alert --severity critical --tenant sakura"
      })
  public static final class Preview implements Callable<Integer> {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final DateTimeFormatter SHORT =
        DateTimeFormatter.ofPattern("MM-dd H:mm", Locale.ROOT).withZone(TOKYO);

    @Spec private CommandSpec spec;
    @Mixin private Folders folders;

    @Option(
        names = "--kind",
        paramLabel = "KIND",
        required = true,
        description = "What begins: ${COMPLETION-CANDIDATES}.")
    private Kind kind = Kind.INQUIRY;

    @Option(
        names = "--at",
        paramLabel = "TIME",
        converter = MomentConverter.class,
        description = "When, for example \"2026-12-28 17:45\" (Asia/Tokyo); now, if not named.")
    private @Nullable Instant at;

    @Option(names = "--tenant", paramLabel = "T", description = "Whose matter it is.")
    private @Nullable String tenant;

    @Option(
        names = "--severity",
        paramLabel = "S",
        description = "How bad: ${COMPLETION-CANDIDATES}.")
    private @Nullable Severity severity;

    @Option(
        names = "--most",
        paramLabel = "N",
        defaultValue = "12",
        description = "How many calls at the most (default: ${DEFAULT-VALUE}).")
    private int most;

    @Override
    public Integer call() {
      Settings settings = folders.settings();
      if (tenant != null && settings.tenants().find(tenant).isEmpty()) {
        throw new ParameterException(
            spec.commandLine(), "\"" + tenant + "\" is no tenant in tenants.yaml.");
      }
      Instant begins = at == null ? Folders.clock().instant() : at;
      var matter =
          new Matter(kind.ladder, tenant == null ? "" : tenant, Optional.ofNullable(severity));
      PrintWriter out = spec.commandLine().getOut();
      out.println(moment(begins) + "  " + kind + " begins" + desk(settings, begins));
      print(out, settings, Plan.of(settings.ladders(), matter, begins, most));
      out.flush();
      return 0;
    }

    private static String desk(Settings settings, Instant begins) {
      return settings.calendar().isOpen(begins)
          ? "; the desk is open"
          : "; the desk is closed until " + Lines.day(settings.calendar().nextOpening(begins));
    }

    private static void print(PrintWriter out, Settings settings, Plan plan) {
      if (plan.calls().isEmpty()) {
        out.println("Nobody is called: escalation.yaml has no ladder for it.");
        return;
      }
      for (Plan.Planned call : plan.calls()) {
        out.println(
            "%s  step %d  %s  %s%s"
                .formatted(
                    moment(call.at()),
                    call.step() + 1,
                    whom(settings, call),
                    where(call),
                    why(call)));
      }
      out.println(plan.endless() ? "… and so on." : "The top of the ladder.");
    }

    /** With its seconds where it has some: they decide before closing time. */
    private static String moment(Instant at) {
      return at.getEpochSecond() % 60 == 0 ? Lines.day(at) : Lines.second(at);
    }

    private static String whom(Settings settings, Plan.Planned call) {
      return call.member()
          .map(member -> call.call().name() + " = " + settings.tenants().nameOf(member))
          .orElse(call.call().name());
    }

    private static String where(Plan.Planned call) {
      return call.call().where().stream()
          .sorted()
          .map(place -> place.name().toLowerCase(Locale.ROOT))
          .collect(joining("+", "[", "]"));
    }

    private static String why(Plan.Planned call) {
      return call.pauses().stream()
          .map(
              pause ->
                  "%s–%s (%s)"
                      .formatted(
                          SHORT.format(pause.from()),
                          SHORT.format(pause.until()),
                          Stream.concat(
                                  Stream.of("時間外"), pause.reasons().stream().map(Reason::japanese))
                              .collect(joining("、"))))
          .collect(joining(", ", call.pauses().isEmpty() ? "" : "  clock stands ", ""));
    }
  }
}
