package jp.mimamori.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import jp.mimamori.bot.chat.Card;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 佐藤 tells customers of maintenance; 高橋 approves it. */
class NoticeStoryTest {
  private static final Map<String, String> MAINTENANCE =
      Map.of(
          "kind", "MAINTENANCE",
          "to", "*",
          "text", "定期メンテナンス\n検知は続きます。\n---\nPlanned maintenance\nDetection goes on.",
          "when", "2026-12-05 22:00 〜 2026-12-06 02:00 配信 2026-11-30 10:00");

  @TempDir private Path folder;
  private Stage stage;

  @BeforeEach
  void aMorning() {
    stage = new Stage(folder, Stage.tokyo("2026-11-24T10:00"));
    stage.rings();
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void isPreviewedApprovedAndSentInTimeToEachOnce() {
    writes(MAINTENANCE);
    String preview = Texts.of(stage.chat.privately());
    assertTrue(preview.contains("【メンテナンス】定期メンテナンス"), preview);
    assertTrue(preview.contains("[Maintenance] Planned maintenance"), preview);
    assertTrue(preview.contains("さくら商事、みなと製作所"), preview);
    assertFalse(preview.contains("規約の確認"), preview);
    stage.chat.pressPrivately("sato", "desk", "この内容で送る");
    stage.rings();

    assertEquals("承認待ち（書いた人以外）", Texts.fact(desk(), "状態"));
    assertEquals("自分が書いたお知らせは承認できません。", stage.chat.press("sato", "desk", "承認"));
    assertEquals("", stage.chat.press("takahashi", "desk", "承認"));
    stage.rings();
    assertEquals("予約済み", Texts.fact(desk(), "状態"));
    assertTrue(stage.chat.silentIn("sakura-support"));

    stage.now = Stage.tokyo("2026-11-30T10:00");
    stage.rings();
    stage.rings();
    assertEquals("【メンテナンス】定期メンテナンス", stage.chat.in("sakura-support").title());
    assertEquals("12月5日（土）22:00 〜 12月6日（日）2:00", Texts.fact(stage.chat.in("minato-support"), "日時"));
    assertEquals("配信（2 / 2）", Texts.fact(desk(), "状態"));

    stage.dies();
    stage.rings();
    assertEquals(1, stage.chat.all("sakura-support").size());
    assertEquals(1, stage.chat.all("minato-support").size());
  }

  @Test
  void customersMayNotWriteAny() {
    assertFalse(stage.chat.ask("tanaka", "sakura-support", "お知らせ").contains("お知らせを書く"));
  }

  @Test
  void whatWasSentIsWithdrawnForAllToSee() {
    sentFault();
    stage.chat.press("sato", "desk", "取り消す");
    stage.rings();
    stage.rings();
    assertEquals(List.of("【取り消し】【障害】検知の遅れ", "【取り消し】検知の遅れ"), titles("sakura-support"));
    assertEquals("取り消し済み（sato）", Texts.fact(desk(), "状態"));
  }

  @Test
  void aCorrectionSaysWhatItCorrects() {
    sentFault();
    String button = Texts.button(desk(), "訂正を書く").id();
    stage.chat.pressId("sato", "desk", button);
    stage.chat.fill(
        "sato",
        "desk",
        button,
        Map.of("kind", "FAULT", "to", "sakura", "text", "検知の遅れ\n11時に復旧しました。", "when", ""));
    stage.chat.pressPrivately("sato", "desk", "この内容で送る");
    stage.rings();
    stage.rings();

    assertEquals(List.of("【障害】検知の遅れ", "【訂正】【障害】検知の遅れ"), titles("sakura-support"));
    assertTrue(Texts.of(stage.chat.all("sakura-support").getFirst()).contains("N-2 をご覧ください"));
    assertTrue(Texts.of(stage.chat.in("sakura-support")).contains("以前のお知らせ N-1 を訂正します"));
    assertTrue(stage.chat.silentIn("minato-support"));
  }

  @Test
  void warnsOfTheTermsLeadTimes() {
    writes(
        Map.of(
            "kind", "END_OF_SERVICE",
            "to", "*",
            "text", "サービス終了\n終了します。",
            "when", "2026-12-20"));
    String preview = Texts.of(stage.chat.privately());
    assertTrue(preview.contains("規約の確認（利用規約 第18条第2項）: 表示から 1 か月を経過する前"), preview);
  }

  @Test
  void maintenanceThatIsOverIsNotToldAfterAWeekendDown() {
    writes(
        Map.of(
            "kind", "MAINTENANCE",
            "to", "sakura",
            "text", "停止\n停止します。",
            "when", "2026-11-28 22:00 〜 2026-11-28 23:00 配信 2026-11-27 18:00"));
    stage.chat.pressPrivately("sato", "desk", "この内容で送る");
    stage.rings();
    stage.chat.press("takahashi", "desk", "承認");
    stage.now = Stage.tokyo("2026-11-30T08:30");
    stage.dies();
    stage.rings();

    assertTrue(stage.chat.silentIn("sakura-support"));
    assertTrue(Texts.fact(desk(), "状態").startsWith("未配信"));
  }

  @Test
  void theResponsibleContactIsRemindedOfTheContractsDatesOnce() {
    // さくら商事 since 2026-04-01: ends 2027-03-31, object by 2027-02-28
    stage.now = Stage.tokyo("2027-01-29T08:59");
    stage.rings();
    stage.passesRinging(Duration.ofDays(5), Duration.ofHours(1));
    assertEquals(List.of("契約更新のご案内"), titles("sakura-support"));

    stage.passesRinging(Duration.ofDays(25), Duration.ofHours(1));
    assertEquals(List.of("契約更新のご案内", "契約更新のご案内"), titles("sakura-support"));
    String text = Texts.of(stage.chat.all("sakura-support").getFirst());
    assertTrue(text.contains("2027年2月28日"), text);
    assertTrue(text.contains("2027年4月1日"), text);
    assertEquals(List.of(), titles("minato-support"));
  }

  private void sentFault() {
    writes(Map.of("kind", "FAULT", "to", "sakura", "text", "検知の遅れ\n検知が遅れています。", "when", ""));
    stage.chat.pressPrivately("sato", "desk", "この内容で送る");
    stage.rings();
    stage.rings();
    assertEquals("配信（1 / 1）", Texts.fact(desk(), "状態"));
  }

  /** By the word that opens the desk's menu. */
  private void writes(Map<String, String> answers) {
    stage.chat.ask("sato", "desk", "お知らせ");
    String button = Texts.button(stage.chat.privately(), "お知らせを書く").id();
    stage.chat.pressId("sato", "desk", button);
    stage.chat.fill("sato", "desk", button, answers);
  }

  private Card desk() {
    return stage.chat.in("desk");
  }

  private List<String> titles(String channel) {
    return stage.chat.all(channel).stream()
        .map(Card::title)
        .filter(title -> !title.startsWith("月次レポート"))
        .toList();
  }
}
