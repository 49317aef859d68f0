package jp.mimamori.bot;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.Optional;
import java.util.concurrent.Callable;
import jp.mimamori.bot.alert.Alerts;
import jp.mimamori.bot.frontdesk.CaseWording;
import jp.mimamori.bot.report.Incident;
import jp.mimamori.bot.report.IncidentPaper;
import jp.mimamori.bot.report.MonthlyReports;
import jp.mimamori.bot.report.Pdf;
import jp.mimamori.bot.response.ActionRequests;
import jp.mimamori.bot.settings.Settings;
import jp.mimamori.bot.store.Database;
import jp.mimamori.bot.store.View;
import jp.mimamori.bot.tenant.Tenant;
import jp.mimamori.bot.tenant.Tenants;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints reports from what is on record; works while the bot runs, too, and changes nothing. */
@Command(
    name = "report",
    description =
        "Prints a report as PDF: the case of an alert, or a tenant's month (as it was delivered,"
            + " else as the records stand).")
public final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Folders folders;

  @Option(
      names = "--incident",
      paramLabel = "ALERT",
      description = "The alert whose case is told, as it is now; no edition of its report.")
  private @Nullable String alert;

  @Option(names = "--tenant", paramLabel = "T", description = "Whose month.")
  private @Nullable String tenant;

  @Option(names = "--month", paramLabel = "YYYY-MM", description = "Which month: 2026-10.")
  private @Nullable String month;

  @Option(names = "--out", paramLabel = "F.pdf", required = true, description = "The file.")
  private Path file = Path.of("");

  @Override
  public Integer call() throws IOException {
    if (alert != null && tenant == null && month == null) {
      return incident(alert);
    }
    if (alert == null && tenant != null && month != null) {
      return monthly(tenant, month(month));
    }
    throw new ParameterException(
        spec.commandLine(), "Name either --incident ALERT, or --tenant T and --month YYYY-MM.");
  }

  private int monthly(String name, YearMonth of) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Settings settings = folders.settings();
    Instant now = Folders.clock().instant();
    if (of.isAfter(YearMonth.from(now.atZone(settings.calendar().zone())))) {
      throw new Failure(of + " has not begun: there is nothing to report of it.");
    }
    Tenant whose =
        settings
            .tenants()
            .find(name)
            .orElseThrow(() -> new Failure("There is no tenant " + name + "."));
    try (Database database = folders.look(settings)) {
      boolean delivered = database.read(view -> MonthlyReports.isDelivered(view, name, of));
      Optional<String> news = Optional.ofNullable(settings.operations().security().get(of));
      byte[] pdf =
          database.read(
              view ->
                  MonthlyReports.file(
                      view, settings.calendar(), settings.masking(), whose, of, news, now));
      Files.write(file, pdf);
      out.println(
          "wrote "
              + file
              + (delivered
                  ? ", as it was delivered"
                  : ", as the records stand now: it was not delivered yet"));
    }
    return 0;
  }

  private int incident(String id) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Settings settings = folders.settings();
    InstantSource clock = Folders.clock();
    Incident incident;
    try (Database database = folders.look(settings)) {
      incident =
          database
              .read(view -> incident(view, settings, id))
              .orElseThrow(() -> new Failure("No alert " + id + " is on record."));
    }
    var words = new CaseWording(incident.tenant().language(), settings.tenants());
    Files.write(file, Pdf.print(new IncidentPaper(incident, words).copy(clock.instant())));
    out.println("wrote " + file);
    return 0;
  }

  private static Optional<Incident> incident(View view, Settings settings, String id) {
    var alerts = new Alerts();
    Tenants tenants = settings.tenants();
    return alerts
        .find(view, id)
        .flatMap(found -> tenants.find(found.tenant()))
        .flatMap(
            tenant ->
                Incident.read(view, alerts, new ActionRequests(), settings.masking(), tenant, id));
  }

  private YearMonth month(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeException unreadable) {
      throw new ParameterException(
          spec.commandLine(), "--month " + text + " is not a month such as 2026-10.");
    }
  }
}
