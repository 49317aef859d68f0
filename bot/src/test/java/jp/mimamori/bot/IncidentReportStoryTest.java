package jp.mimamori.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.mimamori.bot.alert.Masking;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Document;
import jp.mimamori.bot.edr.Endpoint;
import jp.mimamori.bot.edr.SandboxAnalysis;
import jp.mimamori.bot.edr.Sweep;
import jp.mimamori.bot.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One press makes a report of the case; a person releases it; the customer gets what was read. */
class IncidentReportStoryTest {
  private static final String EVENT = "WB-9001-20261124-00001";
  private static final String ALERTS = "sakura-alerts";
  private static final String SUPPORT = "sakura-support";
  private static final String DESK = "desk";

  @TempDir private Path folder;
  private Stage stage;

  @BeforeEach
  void aCaseIsWorkedOn() {
    stage = stage(Stage.with(new Masking(Set.of(Masking.Field.COMMAND_LINE))));
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void analystsReadADraftThatTheCustomerDoesNotSee() {
    closed();

    assertEquals(
        "報告書 第1版を作成しています。まもなく下書きが届きます（お客さまも見るチャンネルの件は、デスクに）。",
        stage.chat.press("sato", ALERTS, "報告書"));
    stage.rings();

    assertEquals(List.of("incident-" + EVENT + "-v1.pdf"), names(DESK));
    assertEquals(List.of(), names(ALERTS), "customers read along there");
    assertEquals(List.of(), names(SUPPORT));
    Card told = stage.chat.in(DESK);
    assertTrue(told.title().startsWith("インシデント報告書 第1版"), told.title());
    assertEquals("下書き（お客さまには未公開）", Texts.fact(told, "状態"));
    assertTrue(Texts.of(told).contains("端末 PC-042 で「Ransomware Behaviour」"), Texts.of(told));
    assertTrue(Texts.of(told).contains("判定は「脅威（正検知）」です。"), Texts.of(told));
  }

  @Test
  void theReportTellsTheWholeCaseAndHidesWhatPolicyHides() {
    closed();
    stage.chat.press("sato", ALERTS, "報告書");
    stage.rings();

    byte[] pdf = pdf(DESK, 0);
    Pdfs.shoot("incident-report", pdf);
    String text = Pdfs.text(pdf);
    for (String told :
        List.of(
            "インシデント報告書",
            "さくら商事 御中",
            "第1版",
            "2026年11月24日",
            EVENT,
            "PC-042",
            "Ransomware Behaviour",
            "T1486",
            FakeEdr.HASH,
            "佐藤 大輔",
            "隔離済み",
            "危険度 高（検出名 Ransom.X）",
            "PC-042 ×2",
            "脅威（正検知）",
            "パスワードを、ほかの安全な端末から変更")) {
      assertTrue(
          text.replaceAll("\\s", "").contains(told.replaceAll("\\s", "")), told + "\n" + text);
    }
    assertTrue(text.contains("（運用担当者にのみ表示）"), text);
    assertFalse(text.contains("vssadmin"), "a command line");
    assertFalse(text.contains("利用者に電話"), "a comment is for analysts");
    assertFalse(text.contains("MINATO"), "another customer's endpoint");
  }

  @Test
  void whoeverReleasesItHandsOverTheVeryDraft() {
    closed();
    stage.chat.press("sato", ALERTS, "報告書");
    stage.rings();

    assertEquals("", stage.chat.press("takahashi", DESK, "顧客へ公開"));
    stage.rings();

    assertEquals(1, names(ALERTS).size(), "under the card that the customer sees");
    assertEquals(ByteBuffer.wrap(pdf(DESK, 0)), ByteBuffer.wrap(pdf(ALERTS, 0)));
    assertTrue(
        Texts.fact(stage.chat.in(DESK), "状態").startsWith("顧客へ公開済み（高橋 由紀"),
        Texts.of(stage.chat.in(DESK)));
    assertEquals(List.of(), Texts.buttons(stage.chat.in(DESK)));
    assertTrue(stage.trail(EVENT).contains("sato ordered a report on"));
    assertTrue(stage.trail(EVENT).contains("takahashi released a report on"));
  }

  @Test
  void customersNeitherOrderNorRelease() {
    closed();
    assertEquals("この操作は運用担当者だけが行えます。", stage.chat.press("tanaka", ALERTS, "報告書"));
    stage.rings();
    assertEquals(List.of(), names(DESK));
    assertTrue(stage.trail(EVENT).contains("tanaka was refused to order a report on"));

    stage.chat.press("sato", ALERTS, "報告書");
    stage.rings();
    String button = Texts.button(stage.chat.in(DESK), "顧客へ公開").id();
    assertEquals("この操作は運用担当者だけが行えます。", stage.chat.pressId("tanaka", ALERTS, button));
    stage.rings();
    assertEquals(List.of(), names(ALERTS));
    assertTrue(stage.trail(EVENT).contains("tanaka was refused to release a report on"));
  }

  @Test
  void anotherEditionTellsWhatHappenedSince() {
    carryOut("隔離", Map.of("endpoint", "guid-042"));
    stage.chat.press("sato", ALERTS, "報告書");
    stage.rings();
    assertEquals("第1版の後に変わったことはありません。", stage.chat.press("sato", ALERTS, "報告書"));
    String first = Texts.button(stage.chat.in(DESK), "顧客へ公開").id();

    stage.passes(Duration.ofMinutes(10));
    stage.chat.chore("sato", ALERTS, "クローズ", Map.of("finding", "TRUE_POSITIVE"));
    stage.rings();
    stage.chat.press("sato", ALERTS, "報告書");
    stage.rings();

    assertEquals(
        List.of("incident-" + EVENT + "-v1.pdf", "incident-" + EVENT + "-v2.pdf"), names(DESK));
    assertFalse(Pdfs.text(pdf(DESK, 0)).contains("脅威（正検知）"));
    assertTrue(Pdfs.text(pdf(DESK, 1)).contains("脅威（正検知）"));
    assertTrue(
        stage.chat.pressId("sato", DESK, first).startsWith("その状態では"),
        "an old edition is not released by an old button");
    assertEquals(List.of(), names(ALERTS));
  }

  @Test
  void whatWasOrderedBeforeADeathIsPrintedAfterItOnce() {
    closed();
    stage.chat.press("sato", ALERTS, "報告書");
    stage.dies();
    stage.passes(Duration.ofMinutes(3));
    stage.passes(Duration.ofMinutes(3));

    assertEquals(List.of("incident-" + EVENT + "-v1.pdf"), names(DESK));
  }

  private Stage stage(Settings settings) {
    var opened = new Stage(folder, Stage.tokyo("2026-11-24T10:00"), settings);
    opened.edr.sees(EVENT, "Ransomware Behaviour", opened.now);
    opened.rings();
    return opened;
  }

  /** From the first look to the finding. */
  private void closed() {
    stage.passes(Duration.ofMinutes(2));
    stage.chat.press("sato", ALERTS, "確認");
    stage.passes(Duration.ofMinutes(1));
    carryOut("隔離", Map.of("endpoint", "guid-042"));
    carryOut("ブロック", Map.of("other", FakeEdr.HASH));
    stage.edr.sightings =
        List.of(
            new Sweep.Sighting(FakeEdr.PC_042, stage.now, stage.now, 2, ""),
            new Sweep.Sighting(
                Endpoint.of("guid-of-minato", "MINATO-PC"), stage.now, stage.now, 9, ""));
    carryOut("影響調査", Map.of("other", FakeEdr.HASH));
    stage.edr.analysis =
        new SandboxAnalysis.Done(
            SandboxAnalysis.Risk.HIGH, "a", List.of("Ransom.X"), List.of(), "exe", stage.now);
    carryOut("URL の解析", Map.of("other", "http://bad.example/a"));
    stage.passesRinging(Duration.ofMinutes(1), Duration.ofSeconds(10));
    stage.chat.chore("sato", ALERTS, "コメント", Map.of("text", "利用者に電話で確認中"));
    stage.passes(Duration.ofMinutes(20));
    stage.chat.chore("sato", ALERTS, "クローズ", Map.of("finding", "TRUE_POSITIVE"));
    stage.rings();
  }

  private void carryOut(String chore, Map<String, String> answers) {
    stage.chat.chore("sato", ALERTS, chore, answers);
    assertEquals("", stage.chat.pressPrivately("sato", ALERTS, "実行する"));
    stage.passes(Duration.ofSeconds(30));
    stage.edr.finishes();
    stage.passes(Duration.ofSeconds(30));
  }

  private List<String> names(String channel) {
    return reports(channel).map(Document::name).toList();
  }

  private byte[] pdf(String channel, int position) {
    ByteBuffer content = reports(channel).toList().get(position).content();
    byte[] bytes = new byte[content.remaining()];
    content.duplicate().get(bytes);
    return bytes;
  }

  /** What else is there, such as the sandbox's own report, is another story. */
  private Stream<Document> reports(String channel) {
    return stage.chat.documents(channel).stream()
        .map(FakeChat.Shared::document)
        .filter(document -> document.name().startsWith("incident-"));
  }
}
