package jp.mimamori.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.mimamori.bot.alert.Masking;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.edr.Endpoint;
import jp.mimamori.bot.edr.EndpointFacts.Met;
import jp.mimamori.bot.edr.EndpointFacts.Prerequisite;
import jp.mimamori.bot.edr.NoteworthyEvent;
import jp.mimamori.bot.edr.NoteworthyEvent.Indicator;
import jp.mimamori.bot.edr.NoteworthyEvent.Match;
import jp.mimamori.bot.edr.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A month as a customer lives it, by hand and clock, and the report that the customer gets; with
 * {@code -Dmimamori.shots=FOLDER} its pages are left there to be looked at.
 */
class BusyMonthStoryTest {
  private static final String ALERTS = "sakura-alerts";
  private static final String SUPPORT = "sakura-support";

  /** What happened: when, what, where, and what came of it. */
  private static final List<Case> CASES =
      List.of(
          new Case(
              "2026-09-08T10:12",
              "Suspicious Encoded PowerShell Command",
              "SAKURA-PC-003",
              Severity.MEDIUM,
              5,
              false,
              "FALSE_POSITIVE"),
          new Case(
              "2026-09-17T21:40",
              "Possible Web Shell Activity on IIS",
              "SAKURA-WEB-01",
              Severity.CRITICAL,
              3,
              true,
              "TRUE_POSITIVE"),
          new Case(
              "2026-09-25T14:02",
              "Persistence via Registry Run Key",
              "SAKURA-PC-031",
              Severity.LOW,
              22,
              false,
              "BENIGN_TRUE_POSITIVE"),
          new Case(
              "2026-10-01T09:20",
              "Office Application Dropping Executable File",
              "SAKURA-PC-014",
              Severity.HIGH,
              4,
              false,
              "TRUE_POSITIVE"),
          new Case(
              "2026-10-02T11:05",
              "Suspicious Encoded PowerShell Command",
              "SAKURA-PC-022",
              Severity.MEDIUM,
              7,
              false,
              "FALSE_POSITIVE"),
          new Case(
              "2026-10-04T02:31",
              "Ransom Note Creation After Mass File Modification",
              "SAKURA-FS-01",
              Severity.CRITICAL,
              2,
              true,
              "TRUE_POSITIVE"),
          new Case(
              "2026-10-04T02:44",
              "Volume Shadow Copy Deletion",
              "SAKURA-FS-01",
              Severity.HIGH,
              3,
              false,
              "TRUE_POSITIVE"),
          new Case(
              "2026-10-04T02:58",
              "Lateral Movement via Remote Service Creation",
              "SAKURA-DC-01",
              Severity.HIGH,
              2,
              true,
              "TRUE_POSITIVE"),
          new Case(
              "2026-10-06T16:48",
              "Persistence via Registry Run Key",
              "SAKURA-PC-009",
              Severity.LOW,
              31,
              false,
              "BENIGN_TRUE_POSITIVE"),
          new Case(
              "2026-10-08T13:10",
              "Suspicious Encoded PowerShell Command",
              "SAKURA-PC-022",
              Severity.MEDIUM,
              9,
              false,
              "FALSE_POSITIVE"),
          new Case(
              "2026-10-09T10:01",
              "Remote Access Tool Installed",
              "SAKURA-PC-041",
              Severity.MEDIUM,
              12,
              false,
              "BENIGN_TRUE_POSITIVE"),
          new Case(
              "2026-10-12T20:15",
              "Periodic Connection to Suspected C&C Server",
              "SAKURA-PC-017",
              Severity.HIGH,
              4,
              true,
              "TRUE_POSITIVE"),
          new Case(
              "2026-10-14T09:33",
              "Suspicious Encoded PowerShell Command",
              "SAKURA-SV-BACKUP",
              Severity.MEDIUM,
              6,
              false,
              "FALSE_POSITIVE"),
          new Case(
              "2026-10-15T15:27",
              "Possible Credential Dumping via Registry Hive",
              "SAKURA-PC-017",
              Severity.HIGH,
              5,
              false,
              "TRUE_POSITIVE"),
          new Case(
              "2026-10-19T11:42",
              "Office Application Dropping Executable File",
              "営業部共有ノートPC-02",
              Severity.HIGH,
              8,
              true,
              "TRUE_POSITIVE"),
          new Case(
              "2026-10-21T08:12",
              "Attempt to Disable Security Software",
              "SAKURA-PC-028",
              Severity.MEDIUM,
              15,
              false,
              "FALSE_POSITIVE"),
          new Case(
              "2026-10-22T17:55",
              "Suspicious Encoded PowerShell Command",
              "SAKURA-PC-022",
              Severity.MEDIUM,
              11,
              false,
              "FALSE_POSITIVE"),
          new Case(
              "2026-10-26T14:20",
              "Persistence via Registry Run Key",
              "SAKURA-PC-035",
              Severity.LOW,
              44,
              false,
              ""),
          new Case(
              "2026-10-30T19:08",
              "Remote Access Tool Installed",
              "SAKURA-PC-044",
              Severity.MEDIUM,
              10,
              false,
              ""));

  private record Case(
      String at,
      String model,
      String endpoint,
      Severity severity,
      int minutes,
      boolean isolated,
      String finding) {}

  /**
   * Asked in the month: when, what, whether a person was wanted and after how many minutes came.
   */
  private static final List<Asked> QUESTIONS =
      List.of(
          new Asked("2026-09-14T10:00", "解約したいときはいつまでに言えばいい？", 0),
          new Asked("2026-10-05T10:30", "アンインストールの方法を教えて", 18),
          new Asked("2026-10-07T18:40", "管理コンソールのURLを教えてください", 930),
          new Asked("2026-10-13T13:15", "解約したいときはいつまでに言えばいい？", 0),
          new Asked("2026-10-16T11:20", "30台を1年使うといくらですか？", 0),
          new Asked("2026-10-20T09:45", "誤検知だと思うのですが", 35),
          new Asked("2026-10-27T16:30", "アンインストールの方法を教えて", 0));

  private record Asked(String at, String question, int minutes) {}

  @TempDir private Path folder;

  @Test
  void aMonthIsLivedAndReported() throws IOException {
    var settings = Stage.with(new Masking(Set.of(Masking.Field.COMMAND_LINE)));
    try (var stage = new Stage(folder, Stage.tokyo("2026-09-01T09:00"), settings)) {
      stage.edr.prerequisites =
          Map.of(Prerequisite.ENDPOINT_SENSOR, Met.YES, Prerequisite.REAL_TIME_SCAN, Met.NO);
      SortedMap<String, Runnable> inOrder = new TreeMap<>();
      CASES.forEach(one -> inOrder.put(one.at(), () -> live(stage, one)));
      QUESTIONS.forEach(one -> inOrder.put(one.at(), () -> ask(stage, one)));
      inOrder.values().forEach(Runnable::run);
      stage.now = Stage.tokyo("2026-11-02T09:00");
      stage.rings();
      stage.rings();

      byte[] pdf = pdf(stage);
      Pdfs.shoot("month", pdf);
      Pdfs.assertWithinItsMargins(pdf);
      Pdfs.assertNoHeadingIsLeftBehind(pdf);
      Card card = stage.chat.in(SUPPORT);
      assertEquals("16 件", Texts.fact(card, "注意が必要なイベント"));
      assertEquals("7 件", Texts.fact(card, "うち重大・高"));
      assertEquals("6 件", Texts.fact(card, "お問い合わせ"));
      String text = Pdfs.text(pdf).replaceAll("\\s", "");
      for (String told :
          List.of(
              "注意が必要なイベントは16件（重大1件、高6件、中7件、低2件）でした。うち7件は営業時間外に発生しました。",
              "前月3件",
              "端末を隔離したイベントは4件",
              "お問い合わせは6件で、うち3件に担当者が対応しました。",
              "未完了の事項は2件です。",
              "営業部共有ノートPC-02",
              "リアルタイム検索")) {
        assertTrue(text.contains(told.replaceAll("\\s", "")), told + "\n" + text);
      }
    }
  }

  private static byte[] pdf(Stage stage) {
    ByteBuffer content = stage.chat.documents(SUPPORT).getLast().document().content();
    byte[] bytes = new byte[content.remaining()];
    content.duplicate().get(bytes);
    return bytes;
  }

  private static void live(Stage stage, Case one) {
    stage.now = Stage.tokyo(one.at());
    stage.edr.sees(event(one, stage));
    stage.rings();
    stage.passes(Duration.ofMinutes(one.minutes()));
    stage.chat.press("sato", ALERTS, "確認");
    stage.rings();
    if (one.isolated()) {
      carryOut(stage, "隔離", Map.of("endpoint", guid(one)));
      carryOut(stage, "ブロック", Map.of("other", "http://bad.example/" + guid(one)));
    }
    if (one.severity() == Severity.HIGH) {
      carryOut(stage, "不正プログラム検索", Map.of("endpoint", guid(one)));
    }
    if (!one.finding().isEmpty()) {
      stage.passes(Duration.ofHours(2));
      if (one.isolated()) {
        carryOut(stage, "解除", Map.of("endpoint", guid(one)));
      }
      stage.chat.chore("sato", ALERTS, "クローズ", Map.of("finding", one.finding()));
      stage.rings();
    }
  }

  private static void carryOut(Stage stage, String chore, Map<String, String> answers) {
    stage.chat.chore("sato", ALERTS, chore, answers);
    assertEquals("", stage.chat.pressPrivately("sato", ALERTS, "実行する"), chore);
    stage.passes(Duration.ofSeconds(90));
    stage.edr.finishes();
    stage.passes(Duration.ofSeconds(90));
  }

  private static void ask(Stage stage, Asked one) {
    stage.now = Stage.tokyo(one.at());
    stage.chat.ask("tanaka", SUPPORT, one.question());
    stage.rings();
    if (one.minutes() > 0) {
      stage.chat.press("tanaka", SUPPORT, "担当者につなぐ");
      stage.rings();
      stage.passes(Duration.ofMinutes(one.minutes()));
      stage.chat.press("sato", "desk", "対応します");
      stage.rings();
      stage.passes(Duration.ofMinutes(20));
      stage.chat.press("sato", "desk", "完了");
      stage.rings();
    }
  }

  private static NoteworthyEvent event(Case one, Stage stage) {
    return new NoteworthyEvent(
        "WB-9001-"
            + one.at().substring(0, 10).replace("-", "")
            + "-"
            + one.at().substring(11, 13)
            + one.at().substring(14),
        "9001",
        one.model(),
        "",
        one.severity(),
        50,
        stage.now,
        stage.now,
        NoteworthyEvent.Standing.NEW,
        List.of(Endpoint.of(guid(one), one.endpoint())),
        List.of("sakura\\user"),
        List.of(),
        List.of(new Indicator("file_sha1", "objectFileHashSha1", FakeEdr.HASH)),
        List.of(new Match(stage.now, one.model(), one.model(), List.of("T1059.001"), List.of())),
        "",
        "https://portal.example/");
  }

  private static String guid(Case one) {
    return "guid-" + Integer.toHexString(one.endpoint().hashCode());
  }
}
