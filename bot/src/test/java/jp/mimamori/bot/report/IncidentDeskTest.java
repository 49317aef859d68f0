package jp.mimamori.bot.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.mimamori.bot.alert.Alerts;
import jp.mimamori.bot.alert.Masking;
import jp.mimamori.bot.bell.Alarms;
import jp.mimamori.bot.frontdesk.CaseWording;
import jp.mimamori.bot.report.IncidentReport.State;
import jp.mimamori.bot.response.ActionRequests;
import jp.mimamori.bot.settings.SettingsFolder;
import jp.mimamori.bot.store.Database;
import jp.mimamori.bot.tenant.Tenants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a printing that fails. */
class IncidentDeskTest {
  private static final Instant ORDERED = Instant.parse("2026-11-24T01:00:00Z");
  private static final Tenants TENANTS =
      SettingsFolder.read(Path.of("..", "config"), Map.of()).tenants();

  @TempDir private Path folder;
  private final Alarms alarms = new Alarms();
  private final IncidentReports reports = new IncidentReports();
  private Database database;
  private IncidentDesk desk;
  private boolean failing = true;

  @BeforeEach
  void twoAlertsAndAReportOfEach() {
    database = Database.sqlite(folder.resolve("mimamori.db"));
    desk =
        new IncidentDesk(
            database,
            new Alerts(),
            new ActionRequests(),
            reports,
            alarms,
            () -> TENANTS,
            () -> new Masking(Set.of()),
            (tenant, people) -> {
              if (failing && tenant.id().equals("sakura")) {
                throw new IllegalStateException("no paper today");
              }
              return new CaseWording(tenant.language(), people);
            });
    order("WB-1", "sakura");
    order("WB-2", "minato");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whatKeepsFailingIsToldOnceAndToldWhenItIsWell() {
    desk.runDue(ORDERED);
    assertEquals(List.of(), open(), "once may be a moment's failure");

    for (int minute = 1; minute <= 30; minute++) {
      desk.runDue(ORDERED.plus(Duration.ofMinutes(minute)));
    }
    assertEquals(List.of("PRINT_FAILED incident-WB-1-v1 sakura"), open());
    long told = database.read(view -> view.count("select count(*) from alarm"));
    assertEquals(1, told);

    failing = false;
    desk.runDue(ORDERED.plus(Duration.ofMinutes(31)));
    assertEquals(List.of(), open());
    assertTrue(state("WB-1") instanceof State.Draft);
  }

  @Test
  void itStopsNoOther() {
    desk.runDue(ORDERED);
    assertTrue(state("WB-1") instanceof State.Ordered);
    assertTrue(state("WB-2") instanceof State.Draft);
  }

  private State state(String alert) {
    return database.read(view -> reports.newest(view, alert)).orElseThrow().state();
  }

  private List<String> open() {
    return database.read(alarms::open).stream()
        .map(alarm -> alarm.kind() + " " + alarm.subject() + " " + alarm.tenant())
        .toList();
  }

  private void order(String alert, String tenant) {
    database.write(
        ORDERED,
        tx -> {
          tx.run(
              """
              insert into alert (id, tenant, model, description, severity, score, link, endpoint,
                first_seen_at, last_seen_at, acknowledged_by, acknowledged_at, closed_at)
              values (?, ?, 'Web Shell', '', 'HIGH', 0, '', '', ?, ?, '', 0, 0)
              """,
              alert,
              tenant,
              ORDERED.toEpochMilli(),
              ORDERED.toEpochMilli());
          var _ =
              reports.add(
                  tx,
                  new IncidentReport(
                      alert, 1, tenant, ORDERED, "sato", ORDERED, new State.Ordered()));
        });
  }
}
