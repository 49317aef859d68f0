package jp.mimamori.bot;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.edr.Endpoint;
import jp.mimamori.bot.edr.NoteworthyEvent;
import jp.mimamori.bot.edr.NoteworthyEvent.Indicator;
import jp.mimamori.bot.edr.NoteworthyEvent.Match;
import jp.mimamori.bot.edr.SandboxAnalysis;
import jp.mimamori.bot.edr.Severity;
import jp.mimamori.bot.edr.Sweep;
import jp.mimamori.bot.response.Policy;
import jp.mimamori.bot.response.Policy.Need;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A night with everything in it, and its report; with {@code -Dmimamori.shots=FOLDER} the pages are
 * left there to be looked at.
 */
class RichCaseStoryTest {
  private static final String ALERTS = "sakura-alerts";
  private static final String EVENT = "WB-9001-20261004-00031";
  private static final Endpoint SERVER =
      new Endpoint("guid-fs", "SAKURA-FS-01", List.of("10.20.0.11", "fe80::1c2a:9b3f:77aa:1"));
  private static final Endpoint NOTEBOOK =
      new Endpoint("guid-nb", "営業部第二課共有ノートPC（丸の内本社15階）", List.of("10.20.3.57"));
  private static final String HASH = "3395856CE81F2B7382DEE72602F798B642F14140";
  private static final String SHA256 =
      "CA978112CA1BBDCAFAC231B39A23DC4DA786EFF8147C4E72B9807785AFEE48BB";
  private static final String PATH =
      "C:\\Users\\t.yamada\\AppData\\Local\\Temp\\"
          + "請求書_2026年10月分_最終版（必ずご確認ください）_株式会社サンプル商事御中.xlsm.exe";

  @TempDir private Path folder;

  @Test
  void aNightWithEverythingInItIsToldOnAFewPages() throws IOException {
    var policy =
        new Policy(
            List.of(
                rule("isolate", Need.SECOND_PERSON), rule("collect-file", Need.CUSTOMER_CONSENT)),
            Duration.ofHours(4),
            Optional.empty());
    try (var stage = new Stage(folder, Stage.tokyo("2026-10-04T02:31:10"), Stage.with(policy))) {
      stage.edr.sees(event(stage, 0));
      stage.rings();
      stage.passes(Duration.ofSeconds(95));
      press(stage, "sato", "確認");
      ask(stage, "隔離", Map.of("endpoint", "guid-fs"));
      stage.passes(Duration.ofMinutes(2));
      stage.chat.press("takahashi", ALERTS, "承認");
      done(stage);
      ask(stage, "ブロック", Map.of("other", HASH));
      done(stage);
      ask(stage, "ブロック", Map.of("other", "https://update.cdn-invoice.example/dl/7f3a/stage2.bin"));
      done(stage);
      stage.edr.sightings =
          List.of(new Sweep.Sighting(SERVER, stage.now, stage.now, 14, ""), seen(stage));
      ask(stage, "影響調査", Map.of("other", HASH));
      done(stage);
      ask(stage, "ファイルの収集", Map.of("endpoint", "guid-fs", "path", PATH));
      stage.rings();
      stage.passes(Duration.ofMinutes(40));
      stage.chat.press("tanaka", "sakura-support", "同意");
      done(stage);
      stage.edr.analysis =
          new SandboxAnalysis.Done(
              SandboxAnalysis.Risk.HIGH,
              "a",
              List.of("Ransom.Win32.SAMPLECRYPT.A", "TROJ_GEN.R002C0DA426"),
              List.of(),
              "exe",
              stage.now);
      ask(
          stage,
          "URL の解析",
          Map.of("other", "https://update.cdn-invoice.example/dl/7f3a/stage2.bin"));
      stage.passesRinging(Duration.ofMinutes(2), Duration.ofSeconds(20));
      ask(stage, "不正プログラム検索", Map.of("endpoint", "guid-nb"));
      stage.passes(Duration.ofSeconds(30));
      stage.edr.fails("端末がオフラインです");
      stage.passes(Duration.ofSeconds(30));
      chore(stage, "コメント", Map.of("text", "利用者に電話で確認。心当たりなし。"));
      stage.passes(Duration.ofHours(5));
      ask(stage, "解除", Map.of("endpoint", "guid-fs"));
      done(stage);
      chore(stage, "クローズ", Map.of("finding", "TRUE_POSITIVE"));
      stage.rings();
      press(stage, "sato", "報告書");
      stage.rings();

      byte[] pdf = pdf(stage);
      Pdfs.shoot("case", pdf);
      Pdfs.assertWithinItsMargins(pdf);
      Pdfs.assertNoHeadingIsLeftBehind(pdf);
      String text = Pdfs.text(pdf).replaceAll("\\s", "");
      for (String told :
          List.of("高橋由紀", "田中美咲", "隔離済み", "危険度高", "営業部第二課共有ノートPC", "脅威（正検知）", "端末がオフラインです")) {
        assertTrue(text.contains(told), told + "\n" + text);
      }
      assertFalse(text.contains("心当たりなし"), "a comment is for analysts");
    }
  }

  private static Policy.Rule rule(String verb, Need need) {
    return new Policy.Rule(Set.of(verb), Set.of(), Set.of(), need, Set.of(), Set.of());
  }

  private static Sweep.Sighting seen(Stage stage) {
    return new Sweep.Sighting(FakeEdr.PC_042, stage.now, stage.now, 2, "");
  }

  private static void press(Stage stage, String user, String label) {
    stage.chat.pressId(user, ALERTS, Texts.button(alert(stage), label).id());
    stage.rings();
  }

  private static Card alert(Stage stage) {
    return stage.chat.all(ALERTS).getFirst();
  }

  private static void chore(Stage stage, String label, Map<String, String> answers) {
    stage.chat.pressId("sato", ALERTS, Texts.button(alert(stage), "その他の対応").id());
    String button = Texts.button(stage.chat.privately(), label).id();
    stage.chat.pressId("sato", ALERTS, button);
    stage.chat.fill("sato", ALERTS, button, answers);
    stage.rings();
  }

  private static void ask(Stage stage, String label, Map<String, String> answers) {
    chore(stage, label, answers);
    stage.chat.pressPrivately("sato", ALERTS, "実行する");
    stage.rings();
  }

  private static void done(Stage stage) {
    stage.passes(Duration.ofSeconds(20));
    stage.edr.starts();
    stage.passes(Duration.ofSeconds(40));
    stage.edr.finishes();
    stage.passes(Duration.ofSeconds(10));
  }

  private static byte[] pdf(Stage stage) {
    ByteBuffer content =
        stage.chat.documents("desk").stream()
            .map(FakeChat.Shared::document)
            .filter(document -> document.name().startsWith("incident-"))
            .findFirst()
            .orElseThrow()
            .content();
    byte[] bytes = new byte[content.remaining()];
    content.duplicate().get(bytes);
    return bytes;
  }

  private static NoteworthyEvent event(Stage stage, int minutes) {
    return new NoteworthyEvent(
        EVENT,
        "9001",
        "Ransom Note Creation After Mass File Modification",
        "A process rewrote more than 200 documents within one minute.",
        Severity.CRITICAL,
        93,
        stage.now.plus(Duration.ofMinutes(minutes)),
        stage.now,
        NoteworthyEvent.Standing.NEW,
        List.of(SERVER, NOTEBOOK),
        List.of("sakura\\t.yamada", "sakura\\svc-backup"),
        List.of(),
        List.of(
            new Indicator("fullpath", "processFilePath", PATH),
            new Indicator(
                "command_line",
                "processCmd",
                "\"" + PATH + "\" -p \\\\SAKURA-FS-01\\共有 -n HOW_TO_RESTORE.txt"),
            new Indicator("file_sha1", "processFileHashSha1", HASH),
            new Indicator("file_sha256", "processFileHashSha256", SHA256),
            new Indicator(
                "url", "request", "https://update.cdn-invoice.example/dl/7f3a/stage2.bin"),
            new Indicator("registry_key", "objectRegistryKeyHandle", "hklm\\software\\run")),
        List.of(
            new Match(
                stage.now,
                "Ransomware Behavior",
                "Mass File Rename with Unknown Extension",
                List.of("T1486", "T1491.001", "T1490"),
                List.of())),
        "",
        "https://portal.example/" + EVENT);
  }
}
