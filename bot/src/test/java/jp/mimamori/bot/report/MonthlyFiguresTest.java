package jp.mimamori.bot.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.mimamori.bot.edr.Severity;
import jp.mimamori.bot.report.Figures.Asked;
import jp.mimamori.bot.report.Figures.Category;
import jp.mimamori.bot.report.Figures.Count;
import jp.mimamori.bot.report.Figures.Deed;
import jp.mimamori.bot.store.Database;
import jp.mimamori.schedules.BusinessCalendar;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is counted, and into which month. */
class MonthlyFiguresTest {
  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

  @TempDir private Path folder;
  private Database database;
  private int number;

  @BeforeEach
  void open() {
    database = Database.sqlite(folder.resolve("mimamori.db"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void anEmptyMonthHasNothing() {
    Figures figures = count(OCTOBER);
    assertEquals(0, figures.alerts());
    assertEquals(0, figures.events());
    assertEquals(31, figures.byDay().size());
    assertEquals(Spread.NONE, figures.acknowledging());
    assertEquals(List.of(), figures.byKind());
    assertEquals(List.of(), figures.deeds());
    assertEquals(List.of(), figures.inquiries());
    assertEquals(List.of(), figures.open());
    assertEquals(Optional.empty(), figures.fleet());
  }

  @ParameterizedTest(name = "{0} counts into {1}: {2}")
  @CsvSource({
    "2026-10-01T00:00, 2026-10, the first midnight in Tokyo",
    "2026-09-30T23:59:59, 2026-09, a second before",
    "2026-10-31T23:59:59, 2026-10, the last second",
    "2026-11-01T00:00, 2026-11, the next month's first midnight",
    "2026-12-31T23:59:59, 2026-12, the year's last second",
    "2027-01-01T00:00, 2027-01, the next year's first",
  })
  void anAlertBelongsToOneMonth(String seen, String month, String why) {
    alert("sakura", seen, Severity.HIGH, "Web Shell", null, null);
    YearMonth of = YearMonth.parse(month);
    assertEquals(0, count(of.minusMonths(1)).alerts(), why);
    assertEquals(1, count(of).alerts(), why);
    assertEquals(0, count(of.plusMonths(1)).alerts(), why);
  }

  @Test
  void oneEventIsCountedByAllItHas() {
    alert("sakura", "2026-10-14T10:00", Severity.HIGH, "Web Shell", "2026-10-14T10:06", null);
    Figures figures = count(OCTOBER);

    assertEquals(Map.of(Severity.HIGH, 1), figures.bySeverity());
    assertEquals(List.of(new Count("Web Shell", 1)), figures.byKind());
    assertEquals(Map.of(Severity.HIGH, 1), figures.byDay().get(13));
    assertEquals(Optional.of(Duration.ofMinutes(6)), figures.acknowledging().median());
    assertEquals(Optional.of(Duration.ofMinutes(6)), figures.acknowledging().ninetieth());
    assertEquals(Spread.NONE, figures.containing());
    assertEquals("PC-1", figures.incidents().getFirst().endpoint());
    assertEquals(1, figures.open().size());
  }

  @Test
  void anotherTenantsMonthIsAnotherMatter() {
    alert("minato", "2026-10-14T10:00", Severity.HIGH, "Web Shell", null, null);
    assertEquals(0, count(OCTOBER).alerts());
  }

  @Test
  void containedIsWhatWasIsolatedFirst() {
    String alert =
        alert(
            "sakura",
            "2026-10-14T10:00",
            Severity.CRITICAL,
            "Ransom",
            "2026-10-14T10:02",
            "2026-10-20T10:00");
    action("sakura", alert, "isolate", "SUCCEEDED", "2026-10-14T10:05", "2026-10-14T10:12");
    action("sakura", alert, "isolate", "SUCCEEDED", "2026-10-15T10:05", "2026-10-15T10:12");
    action("sakura", alert, "block", "FAILED", "2026-10-14T10:07", "2026-10-14T10:08");
    Figures figures = count(OCTOBER);

    assertEquals(1, figures.containing().count());
    assertEquals(Optional.of(Duration.ofMinutes(12)), figures.containing().median());
    assertEquals(
        List.of(new Deed("isolate", 2, 0, 0, 0), new Deed("block", 0, 1, 0, 0)), figures.deeds());
    assertEquals(List.of(), figures.blocked());
    assertEquals(List.of(), figures.open());
  }

  @Test
  void inquiriesWaitInBusinessTime() {
    // Friday 17:00 to Monday 9:30 are an hour of business
    inquiry("sakura", "2026-10-16T17:00", "FAQ C-01", "TAKEN", "2026-10-19T09:30");
    inquiry("sakura", "2026-10-16T17:00", "第16条第1項", "ANSWERED", null);
    inquiry("sakura", "2026-10-17T17:00", "", "WAITING", null);
    Figures figures = count(OCTOBER);

    assertEquals(
        List.of(
            new Asked(Category.CONSOLE, 1, 1, Spread.of(List.of(Duration.ofHours(1)))),
            new Asked(Category.TERMS, 1, 0, Spread.NONE),
            new Asked(Category.OTHER, 1, 0, Spread.NONE)),
        figures.inquiries());
    assertEquals(1, figures.open().size());
  }

  @Test
  void theMostSevereComeFirstAndTheRestAreSaid() {
    for (int i = 0; i < MonthlyFigures.MOST_INCIDENTS; i++) {
      alert("sakura", "2026-10-10T10:00", Severity.LOW, "Macro", null, null);
    }
    alert("sakura", "2026-10-20T10:00", Severity.CRITICAL, "Ransom", null, null);
    Figures figures = count(OCTOBER);

    assertEquals(Severity.CRITICAL, figures.incidents().getFirst().severity());
    assertEquals(MonthlyFigures.MOST_INCIDENTS, figures.incidents().size());
    assertEquals(1, figures.moreIncidents());
    assertTrue(figures.byKind().getFirst().equals(new Count("Macro", 15)));
  }

  private Figures count(YearMonth month) {
    Instant asOf = tokyo("2027-02-01T09:00");
    return database.read(
        view ->
            MonthlyFigures.count(
                view, BusinessCalendar.standard(), "sakura", month, Optional.empty(), asOf));
  }

  private String alert(
      String tenant,
      String seen,
      Severity severity,
      String model,
      @Nullable String acknowledged,
      @Nullable String closed) {
    String id = "WB-" + ++number;
    database.write(
        tokyo(seen),
        tx -> {
          tx.run(
              """
              insert into alert (id, tenant, model, description, severity, score, link, endpoint,
                first_seen_at, last_seen_at, acknowledged_by, acknowledged_at, closed_at)
              values (?, ?, ?, '', ?, 0, '', 'guid-1', ?, ?, '', ?, ?)
              """,
              id,
              tenant,
              model,
              severity.name(),
              millis(seen),
              millis(seen),
              millis(acknowledged),
              millis(closed));
          tx.run(
              "insert into alert_endpoint (alert, guid, name, ips) values (?, 'guid-1', 'PC-1',"
                  + " '')",
              id);
          tx.run(
              "insert into noteworthy_event (id, alert, updated_at) values (?, ?, ?)",
              id,
              id,
              millis(seen));
        });
    return id;
  }

  private void action(
      String tenant, String alert, String verb, String state, String asked, String done) {
    String id = "A-" + ++number;
    database.write(
        tokyo(asked),
        tx -> {
          tx.run(
              """
              insert into action_request (id, tenant, alert, verb, lane, endpoint, endpoint_name,
                requested_by, requested_at, state, detail, open, changed_at, due_at, attempts)
              values (?, ?, ?, ?, ?, 'guid-1', 'PC-1', 'sato', ?, ?, '', 0, ?, 0, 1)
              """,
              id,
              tenant,
              alert,
              verb,
              id,
              millis(asked),
              state,
              millis(done));
          tx.run(
              "insert into action_step (request, position, at, state, detail) values (?, 0, ?, ?,"
                  + " '')",
              id,
              millis(done),
              state);
        });
  }

  private void inquiry(
      String tenant, String asked, String label, String state, @Nullable String taken) {
    String id = "Q-" + ++number;
    database.write(
        tokyo(asked),
        tx -> {
          tx.run(
              """
              insert into inquiry (id, tenant, platform, channel, thread, asked_by, asked_at,
                language, question, kind, answer, steps, note, urgent, state, waiting_since,
                human_at, taken_by, helpful)
              values (?, ?, 'web', 'c', 't', 'tanaka', ?, 'JA', '?', 'CITED', '', '', '', 0, ?, ?,
                0, '', '')
              """,
              id,
              tenant,
              millis(asked),
              state,
              millis(taken));
          if (!label.isEmpty()) {
            tx.run(
                "insert into inquiry_citation (inquiry, position, label, quote) values (?, 0, ?,"
                    + " '')",
                id,
                label);
          }
        });
  }

  private static long millis(@Nullable String moment) {
    return moment == null ? 0 : tokyo(moment).toEpochMilli();
  }

  private static Instant tokyo(String moment) {
    return LocalDateTime.parse(moment).atZone(ZoneId.of("Asia/Tokyo")).toInstant();
  }
}
