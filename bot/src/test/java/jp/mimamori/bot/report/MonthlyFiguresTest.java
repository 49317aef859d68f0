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
import java.util.Set;
import jp.mimamori.bot.alert.Masking;
import jp.mimamori.bot.edr.Severity;
import jp.mimamori.bot.inquiry.Category;
import jp.mimamori.bot.report.Figures.Asked;
import jp.mimamori.bot.report.Figures.Before;
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
  void responseTimesAreThoseOfTheFirstPersonInBusinessTime() {
    // Friday 17:00 to Monday 9:30 are an hour of business
    inquiry(Category.CONSOLE, "2026-10-16T09:00", "2026-10-16T17:00", "2026-10-19T09:30", "CLOSED");
    inquiry(Category.CONSOLE, "2026-10-20T10:00", null, "2026-10-20T10:20", "TAKEN");
    inquiry(Category.TERMS, "2026-10-16T17:00", null, null, "ANSWERED");
    inquiry(Category.OTHER, "2026-10-17T17:00", "2026-10-17T17:00", null, "WAITING");
    Figures figures = count(OCTOBER);

    assertEquals(
        List.of(
            new Asked(
                Category.CONSOLE,
                2,
                2,
                Spread.of(List.of(Duration.ofHours(1), Duration.ofMinutes(20)))),
            new Asked(Category.TERMS, 1, 0, Spread.NONE),
            new Asked(Category.OTHER, 1, 0, Spread.NONE)),
        figures.inquiries());
    assertEquals(2, figures.openPoints(), "one waits, one is with us");
  }

  @Test
  void whatPolicyHidesIsNotTold() {
    String alert = alert("sakura", "2026-10-14T10:00", Severity.HIGH, "Web Shell", null, null);
    block(alert, "fileSha1:A9993E364706816ABA3E25717850C26C9CD0D89D");
    block(alert, "url:http://bad.example/a");

    assertEquals(
        List.of(
            Optional.of("A9993E364706816ABA3E25717850C26C9CD0D89D"),
            Optional.of("http://bad.example/a")),
        blocked(Set.of()));
    assertEquals(
        List.of(Optional.of("A9993E364706816ABA3E25717850C26C9CD0D89D"), Optional.empty()),
        blocked(Set.of(Masking.Field.ADDRESS)));
    assertEquals(
        List.of(Optional.empty(), Optional.of("http://bad.example/a")),
        blocked(Set.of(Masking.Field.HASH)));
  }

  @Test
  void whatIsStillOpenFromEarlierMonthsIsOpen() {
    alert("sakura", "2026-08-14T10:00", Severity.HIGH, "Web Shell", null, null);
    alert("sakura", "2026-09-14T10:00", Severity.HIGH, "Web Shell", null, "2026-09-15T10:00");
    alert("sakura", "2026-11-02T10:00", Severity.HIGH, "Web Shell", null, null);
    assertEquals(List.of("WB-1"), count(OCTOBER).open().stream().map(Figures.Open::id).toList());
  }

  @Test
  void whatCanNotBeListedIsCounted() {
    for (int i = 0; i < 25; i++) {
      alert("sakura", "2026-10-10T10:00", Severity.LOW, "Kind " + i, null, null);
    }
    Figures figures = count(OCTOBER);
    assertEquals(20, figures.open().size());
    assertEquals(25, figures.openPoints());
    assertEquals(8, figures.byKind().size());
    assertEquals(17, figures.moreKinds());
  }

  @Test
  void theMonthBeforeIsToldOnceThereWasOne() {
    alert("sakura", "2026-10-14T10:00", Severity.HIGH, "Web Shell", "2026-10-14T10:06", null);
    alert("sakura", "2026-10-15T10:00", Severity.LOW, "Macro", null, null);
    assertEquals(Optional.empty(), count(OCTOBER).before());
    assertEquals(
        Optional.of(new Before(2, 1, 0, Spread.of(List.of(Duration.ofMinutes(6))), Spread.NONE)),
        count(OCTOBER.plusMonths(1)).before());
  }

  @Test
  void whatComesWhileTheDeskIsClosedIsCounted() {
    alert("sakura", "2026-10-14T17:29", Severity.HIGH, "Web Shell", null, null);
    alert("sakura", "2026-10-14T17:30", Severity.HIGH, "Web Shell", null, null);
    alert("sakura", "2026-10-12T10:00", Severity.HIGH, "Web Shell", null, null); // a holiday
    Figures figures = count(OCTOBER);
    assertEquals(2, figures.outOfHours());
    assertEquals(List.of(3, 4, 10, 11, 12, 17, 18, 24, 25, 31), figures.closedDays());
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
    return count(month, Set.of());
  }

  private Figures count(YearMonth month, Set<Masking.Field> hidden) {
    Instant asOf = tokyo("2027-02-01T09:00");
    return database.read(
        view ->
            new MonthlyFigures(
                    view, BusinessCalendar.standard(), new Masking(hidden), "sakura", month)
                .count(Optional.empty(), asOf));
  }

  private List<Optional<String>> blocked(Set<Masking.Field> hidden) {
    return count(OCTOBER, hidden).blocked().stream().map(Figures.Blocked::object).toList();
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
    action(tenant, alert, verb, "guid-1", state, asked, done);
  }

  private void block(String alert, String object) {
    action(
        "sakura",
        alert,
        "block",
        object,
        "SUCCEEDED",
        "2026-10-14T10:05",
        "2026-10-14T10:1" + number);
  }

  private void action(
      String tenant,
      String alert,
      String verb,
      String target,
      String state,
      String asked,
      String done) {
    String id = "A-" + ++number;
    database.write(
        tokyo(asked),
        tx -> {
          tx.run(
              """
              insert into action_request (id, tenant, alert, verb, lane, endpoint, endpoint_name,
                requested_by, requested_at, state, detail, open, changed_at, due_at, attempts)
              values (?, ?, ?, ?, ?, ?, 'PC-1', 'sato', ?, ?, '', 0, ?, 0, 1)
              """,
              id,
              tenant,
              alert,
              verb,
              id,
              target,
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
      Category category,
      String asked,
      @Nullable String wanted,
      @Nullable String taken,
      String state) {
    String id = "Q-" + ++number;
    database.write(
        tokyo(asked),
        tx ->
            tx.run(
                """
                insert into inquiry (id, tenant, platform, channel, thread, asked_by, asked_at,
                  language, question, kind, answer, steps, note, urgent, state, waiting_since,
                  human_at, taken_by, helpful, category, first_wanted_at, first_taken_at)
                values (?, 'sakura', 'web', 'c', 't', 'tanaka', ?, 'JA', '?', 'CITED', '', '', '',
                  0, ?, 0, 0, '', '', ?, ?, ?)
                """,
                id,
                millis(asked),
                state,
                category.name(),
                millis(wanted),
                millis(taken)));
  }

  private static long millis(@Nullable String moment) {
    return moment == null ? 0 : tokyo(moment).toEpochMilli();
  }

  private static Instant tokyo(String moment) {
    return LocalDateTime.parse(moment).atZone(ZoneId.of("Asia/Tokyo")).toInstant();
  }
}
