package jp.mimamori.bot.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import jp.mimamori.bot.Pdfs;
import jp.mimamori.bot.edr.Severity;
import jp.mimamori.bot.report.Figures.Asked;
import jp.mimamori.bot.report.Figures.Blocked;
import jp.mimamori.bot.report.Figures.Category;
import jp.mimamori.bot.report.Figures.Count;
import jp.mimamori.bot.report.Figures.Deed;
import jp.mimamori.bot.report.Figures.Fleet;
import jp.mimamori.bot.report.Figures.Incident;
import jp.mimamori.bot.report.Figures.Open;
import jp.mimamori.knowledge.Language;
import org.junit.jupiter.api.Test;

/** The pages; with {@code -Dmimamori.shots=FOLDER} they are left there to be looked at. */
class MonthlyPaperTest {
  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
  private static final Instant MADE = Instant.parse("2026-11-02T00:00:00Z");
  private static final String NEWS =
      """
      # 2026年10月のセキュリティ情報

      - **月例の更新プログラム**: 公開後 1 週間以内の適用をおすすめします。{}
      - 請求書を装った添付ファイルに <b>ご注意</b> ください。
      """;

  @Test
  void aBusyMonth() throws Exception {
    byte[] pdf = Pdf.print(MonthlyPaper.of(busy(), "さくら商事", Optional.of(NEWS), Language.JA));
    Pdfs.shoot("monthly-busy", pdf);
    String text = Pdfs.text(pdf);
    assertTrue(text.contains("月次レポート 2026年10月"), text);
    assertTrue(text.contains("90 パーセンタイル"), text);
    assertTrue(text.contains("<b>ご注意</b>"), text);
    assertArrayEquals(
        pdf, Pdf.print(MonthlyPaper.of(busy(), "さくら商事", Optional.of(NEWS), Language.JA)));
  }

  @Test
  void aBusyMonthInEnglish() throws Exception {
    byte[] pdf = Pdf.print(MonthlyPaper.of(busy(), "Minato", Optional.empty(), Language.EN));
    Pdfs.shoot("monthly-english", pdf);
    assertTrue(Pdfs.text(pdf).contains("Monthly report, October 2026"));
  }

  @Test
  void aQuietMonthSaysSoInWordsAndDrawsNothing() throws Exception {
    Paper paper = MonthlyPaper.of(quiet(), "さくら商事", Optional.empty(), Language.JA);
    Pdfs.shoot("monthly-quiet", Pdf.print(paper));
    assertFalse(paper.body().toString().contains("<svg"));
    assertTrue(Pdfs.text(Pdf.print(paper)).contains("注意が必要なイベントはありませんでした"));
  }

  private static Figures quiet() {
    List<Map<Severity, Integer>> days = new ArrayList<>();
    for (int i = 0; i < 31; i++) {
      days.add(Map.of());
    }
    return new Figures(
        "sakura",
        OCTOBER,
        MADE,
        0,
        0,
        Map.of(),
        List.of(),
        days,
        Spread.NONE,
        Spread.NONE,
        List.of(),
        List.of(),
        0,
        List.of(),
        List.of(),
        List.of(),
        Optional.of(new Fleet(42, 42, List.of())));
  }

  private static Figures busy() {
    var random = new Random(7);
    List<Map<Severity, Integer>> days = new ArrayList<>();
    Map<Severity, Integer> sum = new EnumMap<>(Severity.class);
    for (int i = 0; i < 31; i++) {
      Map<Severity, Integer> day = new EnumMap<>(Severity.class);
      int rarer = 2;
      for (Severity severity : Severity.values()) {
        int count = Math.max(0, random.nextInt(6) - rarer++);
        day.put(severity, count);
        sum.merge(severity, count, Integer::sum);
      }
      days.add(day);
    }
    List<Incident> incidents = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      incidents.add(
          new Incident(
              "WB-" + i,
              OCTOBER
                  .atDay(2 + 3 * i)
                  .atTime(9 + i, 7 * i)
                  .atZone(ZoneId.of("Asia/Tokyo"))
                  .toInstant(),
              i < 2 ? Severity.CRITICAL : i < 5 ? Severity.HIGH : Severity.MEDIUM,
              i % 2 == 0
                  ? "Possible Credential Dumping via LSASS"
                  : "Suspicious PowerShell Download",
              "SAKURA-PC-0" + i,
              Optional.of(Duration.ofMinutes(3 + 5L * i)),
              i < 4 ? Optional.of(Duration.ofMinutes(14 + 31L * i)) : Optional.empty(),
              i == 8 ? "" : i % 3 == 0 ? "FALSE_POSITIVE" : "TRUE_POSITIVE"));
    }
    return new Figures(
        "sakura",
        OCTOBER,
        MADE,
        81,
        12,
        sum,
        List.of(
            new Count("Suspicious PowerShell Download", 17),
            new Count("Possible Credential Dumping via LSASS", 9),
            new Count("マクロ付き文書からのプロセス起動", 6),
            new Count("Web Shell", 2)),
        days,
        Spread.of(incidents.stream().flatMap(one -> one.acknowledged().stream()).toList()),
        Spread.of(incidents.stream().flatMap(one -> one.contained().stream()).toList()),
        List.of(
            new Deed("isolate", 4, 0, 1, 0),
            new Deed("release", 3, 0, 0, 0),
            new Deed("block", 2, 1, 0, 0),
            new Deed("scan", 5, 0, 0, 1)),
        incidents,
        25,
        List.of(
            new Asked(
                Category.INSTALL,
                7,
                2,
                Spread.of(List.of(Duration.ofMinutes(35), Duration.ofMinutes(80)))),
            new Asked(Category.DETECTION, 4, 1, Spread.of(List.of(Duration.ofMinutes(22)))),
            new Asked(Category.TERMS, 3, 0, Spread.NONE)),
        List.of(
            new Blocked(MADE.minusSeconds(1_900_000), "203.0.113.45"),
            new Blocked(
                MADE.minusSeconds(900_000),
                "3395856ce81f2b7382dee72602f798b642f14140e3395856ce81f2b7382dee72")),
        List.of(
            new Open(
                Open.Kind.ALERT,
                "WB-9001-20261026-00008",
                "Suspicious PowerShell Download",
                MADE.minusSeconds(500_000)),
            new Open(
                Open.Kind.ACTION, "WB-9001-20261026-00008", "scan", MADE.minusSeconds(400_000))),
        Optional.of(
            new Fleet(
                42,
                39,
                List.of(
                    new Count("AGENT_INSTALLED", 1),
                    new Count("ENDPOINT_SENSOR", 1),
                    new Count("REAL_TIME_SCAN", 1)))));
  }
}
