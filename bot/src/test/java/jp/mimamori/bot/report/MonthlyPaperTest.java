package jp.mimamori.bot.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import jp.mimamori.bot.Pdfs;
import jp.mimamori.bot.edr.EndpointFacts.Prerequisite;
import jp.mimamori.bot.edr.Severity;
import jp.mimamori.bot.edr.SuspiciousObject;
import jp.mimamori.bot.inquiry.Category;
import jp.mimamori.bot.report.Figures.Asked;
import jp.mimamori.bot.report.Figures.Before;
import jp.mimamori.bot.report.Figures.Blocked;
import jp.mimamori.bot.report.Figures.Count;
import jp.mimamori.bot.report.Figures.Deed;
import jp.mimamori.bot.report.Figures.Fleet;
import jp.mimamori.bot.report.Figures.Incident;
import jp.mimamori.bot.report.Figures.Lacking;
import jp.mimamori.bot.report.Figures.Open;
import jp.mimamori.knowledge.Language;
import org.junit.jupiter.api.Test;

/** The pages; with {@code -Dmimamori.shots=FOLDER} they are left there to be looked at. */
class MonthlyPaperTest {
  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
  private static final Instant MADE = Instant.parse("2026-11-02T00:00:00Z");
  private static final String LONG_NAME = "株式会社さくら商事ホールディングス アジア・パシフィック統括本部 情報システム部";
  private static final String NEWS =
      """
      # 2026年10月のセキュリティ情報

      - **月例の更新プログラム**: 公開後 1 週間以内の適用をおすすめします。{}
      - 請求書を装った添付ファイルに <b>ご注意</b> ください。
      """;

  /** Nothing is pushed off the page, cut, or left without its glyph. */
  @Test
  void whateverIsLongIsBrokenWithinItsColumn() throws Exception {
    Paper paper = MonthlyPaper.of(longNames(), LONG_NAME, Optional.of(NEWS), Language.JA);
    byte[] pdf = Pdf.print(paper);
    Pdfs.shoot("monthly-long", pdf);
    Pdfs.assertWithinItsMargins(pdf);
    Pdfs.assertNoHeadingIsLeftBehind(pdf);
    String text = Pdfs.text(pdf);
    assertTrue(text.contains("<b>ご注意</b>"), text);
    assertTrue(text.contains("ほか 311 件"), text);
    assertTrue(text.contains("331 件"), "all open points are counted\n" + text);
    assertArrayEquals(pdf, Pdf.print(paper));
  }

  @Test
  void theSameInEnglish() throws Exception {
    byte[] pdf = Pdf.print(MonthlyPaper.of(longNames(), "Minato", Optional.empty(), Language.EN));
    Pdfs.shoot("monthly-english", pdf);
    Pdfs.assertWithinItsMargins(pdf);
    Pdfs.assertNoHeadingIsLeftBehind(pdf);
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
        0,
        Map.of(),
        List.of(),
        0,
        days,
        List.of(),
        Spread.NONE,
        Spread.NONE,
        Optional.empty(),
        List.of(),
        List.of(),
        0,
        List.of(),
        List.of(),
        0,
        List.of(),
        0,
        Optional.of(new Fleet(MADE, 42, 42, List.of(), List.of())));
  }

  /** Whatever can be long is: names, paths, lists. */
  private static Figures longNames() {
    var random = new Random(7);
    List<Map<Severity, Integer>> days = new ArrayList<>();
    Map<Severity, Integer> sum = new EnumMap<>(Severity.class);
    for (int i = 0; i < 31; i++) {
      Map<Severity, Integer> day = new EnumMap<>(Severity.class);
      for (Severity severity : Severity.values()) {
        int count = i == 17 ? 900 : random.nextInt(6);
        day.put(severity, count);
        sum.merge(severity, count, Integer::sum);
      }
      days.add(day);
    }
    List<Incident> incidents = new ArrayList<>();
    List<Open> open = new ArrayList<>();
    List<Blocked> blocked = new ArrayList<>();
    List<Lacking> lacking = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Instant at = MADE.minus(Duration.ofHours(30L * (20 - i)));
      incidents.add(
          new Incident(
              "WB-" + i,
              at,
              i < 4 ? Severity.CRITICAL : Severity.HIGH,
              i % 2 == 0
                  ? "マクロ付き文書から起動された不審な PowerShell による認証情報の取得（LSASS メモリーへのアクセス、「Mimikatz」系ツールの疑い）"
                  : "Possible_Credential_Dumping_via_LSASS_Memory_Access_With_Renamed_Procdump_Binary",
              i % 3 == 0 ? "営業部第二課共有端末（丸の内本社ビル十五階）" : "SAKURA-HQ-15F-SALES2-SHARED-NOTEBOOK-0" + i,
              Optional.of(Duration.ofMinutes(3 + 97L * i)),
              i < 4 ? Optional.of(Duration.ofMinutes(14 + 1310L * i)) : Optional.empty(),
              i % 4 == 3 ? "" : "TRUE_POSITIVE"));
      open.add(
          new Open(
              i % 2 == 0 ? Open.Kind.ALERT : Open.Kind.ACTION,
              "WB-9001-20261026-0000" + i,
              i % 2 == 0 ? "マクロ付き文書から起動された不審な PowerShell による認証情報の取得" : "collect-package",
              at));
      blocked.add(
          i % 2 == 0
              ? new Blocked(
                  at,
                  SuspiciousObject.Kind.URL,
                  Optional.of("https://download.bad.example/" + "very-long-path/".repeat(8) + i))
              : new Blocked(at, SuspiciousObject.Kind.FILE_SHA256, Optional.of("A1".repeat(32))));
      lacking.add(
          new Lacking(
              "SAKURA-HQ-15F-SALES2-SHARED-NOTEBOOK-0" + i,
              List.of(Prerequisite.ENDPOINT_SENSOR, Prerequisite.REAL_TIME_SCAN)));
    }
    return new Figures(
        "sakura",
        OCTOBER,
        MADE,
        10_081,
        12,
        1_204,
        sum,
        List.of(
            new Count("マクロ付き文書から起動された不審な PowerShell による認証情報の取得（LSASS メモリーへのアクセス）", 3_017),
            new Count(
                "Possible_Credential_Dumping_via_LSASS_Memory_Access_With_Renamed_Binary", 609),
            new Count("Web Shell", 2)),
        41,
        days,
        List.of(3, 4, 10, 11, 12, 17, 18, 24, 25, 31),
        Spread.of(incidents.stream().flatMap(one -> one.acknowledged().stream()).toList()),
        Spread.of(incidents.stream().flatMap(one -> one.contained().stream()).toList()),
        Optional.of(
            new Before(
                31,
                4,
                9,
                Spread.of(List.of(Duration.ofMinutes(5))),
                Spread.of(List.of(Duration.ofHours(2))))),
        List.of(
            new Deed("isolate", 1_204, 3, 1, 0),
            new Deed("terminate", 5, 0, 0, 1),
            new Deed("analyze", 5, 0, 0, 1)),
        incidents,
        3_980,
        List.of(
            new Asked(
                Category.INSTALL,
                7,
                2,
                Spread.of(List.of(Duration.ofMinutes(35), Duration.ofMinutes(80)))),
            new Asked(Category.TERMS, 3, 0, Spread.NONE)),
        blocked,
        7,
        open,
        311,
        Optional.of(new Fleet(MADE, 420, 400, List.of(new Count("ENDPOINT_SENSOR", 20)), lacking)));
  }
}
