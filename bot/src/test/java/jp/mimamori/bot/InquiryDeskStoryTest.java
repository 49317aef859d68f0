package jp.mimamori.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.inquiry.Attended;
import jp.mimamori.bot.inquiry.Category;
import jp.mimamori.bot.inquiry.Inquiries;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Inquiries as a desk keeps them. */
class InquiryDeskStoryTest {
  private static final String SUPPORT = "sakura-support";

  @TempDir private Path folder;
  private Stage stage;

  @BeforeEach
  void onAFridayEvening() {
    stage = new Stage(folder, Stage.tokyo("2026-11-20T17:45"));
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void isReceivedAtOnceAtAnyHourWithItsNumberAndTheTimeOfResponse() {
    callAPerson();
    String told = Texts.of(stage.chat.in(SUPPORT));
    assertTrue(told.contains("お問い合わせ Q-1 を受け付けました（11月20日（金）17:45）"), told);
    assertTrue(told.contains("対応は 11月24日（火）9:00 からです"), told);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "解約したいときはいつまでに言えばいい？, 規約・料金",
    "アンインストールの方法を教えて, 導入",
    "管理コンソールのURLを教えてください, 管理画面",
  })
  void knowsWhatItIsAboutByItsSources(String question, String category) {
    stage.chat.ask("tanaka", SUPPORT, question);
    stage.rings();
    stage.chat.press("tanaka", SUPPORT, "担当者につなぐ");
    stage.rings();
    assertEquals(category, Texts.fact(stage.chat.in("desk"), "分類"));
  }

  @Test
  void peopleKnowBetterWhatItIsAbout() {
    callAPerson();
    String button = Texts.button(stage.chat.in("desk"), "分類を変える").id();
    assertEquals("この操作は運用担当者だけが行えます。", stage.chat.pressId("tanaka", "desk", button));
    stage.chat.pressId("sato", "desk", button);
    assertEquals("", stage.chat.fill("sato", "desk", button, Map.of("category", "CONSOLE")));
    stage.rings();
    assertEquals("管理画面", Texts.fact(stage.chat.in("desk"), "分類"));
    assertTrue(stage.trail("Q-1").contains("sato categorized"));
  }

  @Test
  void whoeverIsWaitedForStandsOnTheCardAndACustomerWhoWritesAgainIsNotForgotten() {
    stage.now = Stage.tokyo("2026-11-24T10:00");
    callAPerson();
    String thread = stage.chat.threadIn(SUPPORT);
    stage.chat.press("sato", "desk", "対応します");
    stage.rings();
    assertTrue(Texts.fact(desk(), "状態").contains("こちらの返信待ち"));

    stage.chat.askIn("sato", SUPPORT, thread, "ログを送ってください。");
    stage.rings();
    assertTrue(Texts.fact(desk(), "状態").contains("お客さまの返信待ち"));
    stage.passes(Duration.ofDays(1));
    assertTrue(stage.chat.silentIn("on-call"), "it is the customer's turn");

    stage.chat.askIn("tanaka", SUPPORT, thread, "送りました。");
    stage.rings();
    assertTrue(Texts.fact(desk(), "状態").contains("こちらの返信待ち"));
    stage.passes(Duration.ofHours(2));
    assertEquals("呼び出し: 一次窓口", stage.chat.in("on-call").title());

    stage.chat.askIn("sato", SUPPORT, thread, "確認しました。");
    stage.rings();
    assertTrue(Texts.of(stage.chat.in("on-call")).contains("佐藤 大輔 が対応しました"));
  }

  @Test
  void whatIsDoneIsTheBotsAgainAndCanBeHandedOverOnceMore() {
    callAPerson();
    String thread = stage.chat.threadIn(SUPPORT);
    stage.chat.press("sato", "desk", "対応します");
    stage.rings();
    assertEquals("", stage.chat.press("sato", "desk", "完了"));
    stage.rings();
    assertTrue(Texts.of(stage.chat.in(SUPPORT)).contains("佐藤 大輔 が対応を完了しました"));
    assertEquals(List.of("Q-1"), onTheDesk(false));
    assertEquals(List.of(), onTheDesk(true));

    stage.chat.askIn("tanaka", SUPPORT, thread, "解約はいつまでに言えばいいですか？");
    stage.rings();
    assertTrue(Texts.of(stage.chat.in(SUPPORT)).contains("1か月前"), "the bot answers again");
    assertEquals(
        List.of("tanaka asked", "tanaka called a person", "sato took", "sato closed"),
        stage.trail("Q-1"));
  }

  @Test
  void whenAPersonFirstCameStaysOnRecordWhateverFollows() {
    callAPerson();
    stage.passes(Duration.ofHours(1));
    stage.chat.press("sato", "desk", "対応します");
    stage.passes(Duration.ofHours(1));
    stage.chat.askIn("sato", SUPPORT, stage.chat.threadIn(SUPPORT), "確認しています。");
    stage.passes(Duration.ofHours(1));
    String category = Texts.button(desk(), "分類を変える").id();
    stage.chat.fill("sato", "desk", category, Map.of("category", "CONSOLE"));
    stage.chat.pressId("sato", "desk", Texts.button(desk(), "完了").id());
    stage.rings();
    stage.chat.press("tanaka", SUPPORT, "担当者につなぐ");
    stage.rings();
    stage.chat.pressId("takahashi", "desk", Texts.button(desk(), "対応します").id());
    stage.rings();

    Attended attended = attended("sakura").getFirst();
    assertEquals(Optional.of(Stage.tokyo("2026-11-20T17:45")), attended.wantedAt());
    assertEquals(Optional.of(Stage.tokyo("2026-11-20T18:45")), attended.takenAt());
    assertEquals(Category.CONSOLE, attended.category());
    assertEquals(List.of(), attended("minato"));
  }

  private List<Attended> attended(String tenant) {
    return stage.read(
        view ->
            new Inquiries().asked(view, tenant, stage.now.minus(Duration.ofDays(1)), stage.now));
  }

  private List<String> onTheDesk(boolean open) {
    return stage.read(
        view ->
            new Inquiries()
                .ofTheDesk(view, Optional.of("sakura"), open, 10).stream()
                    .map(inquiry -> inquiry.id())
                    .toList());
  }

  /** The card itself, above what hangs under it. */
  private Card desk() {
    return stage.chat.all("desk").getFirst();
  }

  private void callAPerson() {
    stage.chat.ask("tanaka", SUPPORT, "稼働率の保証は何パーセントですか？");
    stage.rings();
    stage.chat.press("tanaka", SUPPORT, "担当者につなぐ");
    stage.rings();
  }
}
