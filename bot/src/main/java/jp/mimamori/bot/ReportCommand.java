package jp.mimamori.bot;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import jp.mimamori.bot.alert.Alerts;
import jp.mimamori.bot.frontdesk.CaseWording;
import jp.mimamori.bot.report.Incident;
import jp.mimamori.bot.report.IncidentPaper;
import jp.mimamori.bot.report.Pdf;
import jp.mimamori.bot.response.ActionRequests;
import jp.mimamori.bot.settings.Settings;
import jp.mimamori.bot.store.Database;
import jp.mimamori.bot.store.View;
import jp.mimamori.bot.tenant.Tenants;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints reports from what is on record; works while the bot runs, too, and changes nothing. */
@Command(name = "report", description = "Prints a report as PDF.")
public final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Folders folders;

  @Option(
      names = "--incident",
      paramLabel = "ALERT",
      required = true,
      description = "The alert whose case is told, as it is now; no edition of its report.")
  private String alert = "";

  @Option(names = "--out", paramLabel = "F.pdf", required = true, description = "The file.")
  private Path file = Path.of("");

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Settings settings = folders.settings();
    InstantSource clock = Folders.clock();
    Incident incident;
    try (Database database = folders.look(settings)) {
      incident =
          database
              .read(view -> incident(view, settings))
              .orElseThrow(() -> new Failure("No alert " + alert + " is on record."));
    }
    var words = new CaseWording(incident.tenant().language(), settings.tenants());
    Files.write(file, Pdf.print(new IncidentPaper(incident, words).copy(clock.instant())));
    out.println("wrote " + file);
    return 0;
  }

  private Optional<Incident> incident(View view, Settings settings) {
    var alerts = new Alerts();
    Tenants tenants = settings.tenants();
    return alerts
        .find(view, alert)
        .flatMap(found -> tenants.find(found.tenant()))
        .flatMap(
            tenant ->
                Incident.read(
                    view, alerts, new ActionRequests(), settings.masking(), tenant, alert));
  }
}
