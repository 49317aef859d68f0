package jp.mimamori.bot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Incoming;
import jp.mimamori.bot.report.Figures;
import jp.mimamori.bot.report.MonthlyReports;
import jp.mimamori.bot.store.Database;
import jp.mimamori.bot.store.Transaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** October's report, on Monday, 2 November 2026 at nine. */
class MonthlyReportStoryTest {
  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

  @TempDir private Path folder;
  private Stage stage;

  @BeforeEach
  void anEventOnTheLastFriday() {
    stage = new Stage(folder, Stage.tokyo("2026-10-30T10:00"));
    stage.edr.sees("WB-9001-20261030-00001", "Web Shell", stage.now);
    stage.rings();
    stage.now = Stage.tokyo("2026-10-30T10:04");
    stage.chat.press("sato", "sakura-alerts", "確認");
    stage.rings();
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void isDeliveredOnceOnTheFirstBusinessDayAtNine() {
    rings("2026-11-02T08:59");
    assertEquals(List.of(), titles("sakura-support"));

    rings("2026-11-02T09:00");
    rings("2026-11-02T09:01");
    assertEquals(List.of("月次レポート 2026年10月"), titles("sakura-support"));
    Card card = stage.chat.in("sakura-support");
    assertEquals("1 件", Texts.fact(card, "注意が必要なイベント"));
    assertEquals("4 分", Texts.fact(card, "確認まで（中央値）"));
    assertEquals("0 件", Texts.fact(stage.chat.in("minato-support"), "注意が必要なイベント"));
    assertEquals(
        List.of("report-sakura-2026-10.pdf"),
        stage.chat.documents("sakura-support").stream()
            .map(shared -> shared.document().name())
            .toList());

    stage.dies();
    stage.passesRinging(Duration.ofDays(3), Duration.ofHours(6));
    assertEquals(1, titles("sakura-support").size());
    assertEquals(1, stage.chat.documents("sakura-support").size());
  }

  @Test
  void afterALongWeekendDownItIsDeliveredOnceAndTheRingSaysThatItWasLate() {
    stage.now = Stage.tokyo("2026-11-04T08:30"); // Friday to Wednesday, over Culture Day
    stage.dies();
    stage.rings();
    stage.rings();
    stage.rings();

    assertEquals(List.of("月次レポート 2026年10月"), titles("sakura-support"));
    assertTrue(stage.trail("bell monthly-reports").contains("mimamori rang late"));
    assertTrue(stage.chat.silentIn("on-call") || !titles("on-call").toString().contains("アラーム"));
  }

  @Test
  void whatChangesLaterDoesNotChangeWhatWasDelivered() {
    rings("2026-11-02T09:00");
    byte[] delivered = file();
    stage.chat.press("sato", "sakura-alerts", "隔離");
    stage.passesRinging(Duration.ofMinutes(2), Duration.ofSeconds(30));

    assertArrayEquals(delivered, file());
    stage.rings();
    assertEquals("―", Texts.fact(stage.chat.in("sakura-support"), "隔離まで（中央値）"));
  }

  @Test
  void whatWasKeptBeforeAFigureWasThoughtOfIsStillRead() {
    stage.step(
        tx ->
            tx.run(
                """
                insert into monthly_report
                  (tenant, month, state, due_at, attempts, made_at, figures, late)
                values ('sakura', '2026-08', 'DONE', 0, 0, 0, ?, 0)
                """,
                """
                {"tenant": "sakura", "month": [2026, 8], "asOf": 1788220800.0, "events": 3,
                 "muted": 0, "bySeverity": {"HIGH": 2}, "byKind": [], "byDay": [],
                 "acknowledging": {"count": 0, "median": null, "ninetieth": null},
                 "containing": {"count": 0, "median": null, "ninetieth": null},
                 "deeds": [], "incidents": [], "moreIncidents": 0, "inquiries": [],
                 "blocked": [{"at": 1787220800.0, "object": "203.0.113.45"}], "open": [],
                 "fleet": {"endpoints": 4, "meeting": 4, "lacking": []}}
                """));

    Figures kept =
        stage.read(view -> MonthlyReports.delivered(view, "sakura 2026-08")).orElseThrow();
    assertEquals(2, kept.alerts());
    assertEquals(0, kept.openPoints());
    assertEquals(Optional.empty(), kept.before());
  }

  @Test
  void oneTenantsFailureAlarmsIsTriedAgainAndStopsNoOther() {
    beside(
        tx ->
            tx.run(
                """
                insert into alert (id, tenant, model, description, severity, score, link, endpoint,
                  first_seen_at, last_seen_at, acknowledged_by, acknowledged_at)
                values ('WB-X', 'minato', 'Macro', '', 'BROKEN', 0, '', '', ?, ?, '', 1)
                """,
                Stage.tokyo("2026-10-05T10:00").toEpochMilli(),
                Stage.tokyo("2026-10-05T10:00").toEpochMilli()));
    rings("2026-11-02T09:00");
    rings("2026-11-02T09:01");
    assertEquals(List.of("月次レポート 2026年10月"), titles("sakura-support"));
    assertEquals(List.of(), titles("minato-support"));
    assertTrue(titles("on-call").contains("【運用アラーム】W-1"), titles("on-call").toString());
    assertTrue(Texts.of(stage.chat.in("on-call")).contains("minato 2026-10"));

    beside(tx -> tx.run("update alert set severity = 'HIGH' where id = 'WB-X'"));
    rings("2026-11-02T09:11");
    rings("2026-11-02T09:12");
    assertEquals(List.of("月次レポート 2026年10月"), titles("minato-support"));
    assertTrue(titles("on-call").contains("復旧しました: W-1"), titles("on-call").toString());
  }

  @Test
  void thePersonGetsTheirTenantsNewest() {
    rings("2026-11-02T09:00");
    rings("2026-11-02T09:01");
    String sakura = stage.chat.order("tanaka", "sakura-support", Incoming.Order.REPORT);
    assertTrue(sakura.contains("月次レポート 2026年10月"), sakura);
    assertTrue(!sakura.contains("minato"), sakura);
  }

  private byte[] file() {
    return stage.read(
        view ->
            MonthlyReports.file(
                view,
                Stage.SETTINGS.calendar(),
                Stage.SETTINGS.masking(),
                Stage.SETTINGS.tenants().find("sakura").orElseThrow(),
                OCTOBER,
                Optional.empty(),
                stage.now));
  }

  private void beside(Consumer<Transaction> step) {
    try (Database database = Database.beside(folder.resolve("mimamori.db"))) {
      database.write(Instant.EPOCH, step);
    }
  }

  private void rings(String moment) {
    stage.now = Stage.tokyo(moment);
    stage.rings();
  }

  private List<String> titles(String channel) {
    return stage.chat.all(channel).stream().map(Card::title).toList();
  }
}
