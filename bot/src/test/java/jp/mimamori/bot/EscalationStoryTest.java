package jp.mimamori.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.settings.Settings;
import jp.mimamori.bot.settings.SettingsFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is called, where, and what they can do about it. */
class EscalationStoryTest {
  private static final String ON_CALL = "on-call";
  private static final String SUPPORT = "sakura-support";

  @TempDir private Path folder;
  private Stage stage;

  @BeforeEach
  void onATuesdayMorning() {
    stage = new Stage(folder, Stage.tokyo("2026-11-24T10:00"));
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void whoeverIsOnDutyIsMentionedInTheChannelAndToldAlone() {
    stage.edr.sees("WB-9001-20261124-00001", "Web Shell", stage.now);
    stage.rings();
    stage.passes(Duration.ofMinutes(15));

    assertTrue(Texts.of(stage.chat.in(ON_CALL)).contains("@高橋 由紀"), "the fourth week's");
    assertEquals("呼び出し: 当番アナリスト", stage.chat.in("@takahashi").title());
    stage.now = Stage.tokyo("2026-11-30T09:00");
    stage.edr.sees("WB-9001-20261130-00002", "Web Shell", stage.now);
    stage.rings();
    stage.passes(Duration.ofMinutes(15));
    assertTrue(Texts.of(stage.chat.in(ON_CALL)).contains("@佐藤 大輔"), "duty has passed on");
  }

  @Test
  void aCallTakenFromItsCardIsTakenEverywhere() {
    callAPerson();
    stage.passes(Duration.ofMinutes(30));
    assertEquals(List.of("引き受ける", "スヌーズ"), Texts.buttons(stage.chat.in(ON_CALL)));
    assertEquals("この操作は運用担当者だけが行えます。", stage.chat.press("tanaka", ON_CALL, "引き受ける"));

    assertEquals("", stage.chat.press("sato", ON_CALL, "引き受ける"));
    stage.rings();
    assertTrue(Texts.of(stage.chat.in("desk")).contains("佐藤 大輔 が対応しています"));
    assertTrue(Texts.of(stage.chat.in(SUPPORT)).contains("佐藤 大輔 が対応しています"));
    assertEquals(List.of("再開"), Texts.buttons(stage.chat.in(ON_CALL)));
    stage.passes(Duration.ofDays(2));
    assertEquals(1, stage.chat.all(ON_CALL).size(), "nobody else is called");
  }

  @Test
  void whatWasTakenCanBeGivenBackAndIsCalledToAgain() {
    callAPerson();
    stage.passes(Duration.ofMinutes(30));
    stage.chat.press("sato", ON_CALL, "引き受ける");
    stage.rings();
    assertEquals("", stage.chat.press("sato", ON_CALL, "再開"));
    stage.rings();

    assertTrue(Texts.of(stage.chat.in(SUPPORT)).contains("担当者に引き継ぎました"));
    stage.passes(Duration.ofMinutes(29));
    assertEquals(1, stage.chat.all(ON_CALL).size());
    stage.passes(Duration.ofMinutes(1));
    assertEquals(2, stage.chat.all(ON_CALL).size(), "from the beginning");
  }

  @Test
  void aSnoozeHoldsBackWhatIsDueUntilItsEnd() {
    callAPerson();
    stage.passes(Duration.ofMinutes(30));
    assertEquals("", snooze(Map.of("until", "free", "at", "15:00")));
    stage.rings();
    assertTrue(
        Texts.fact(stage.chat.in(ON_CALL), "次の呼び出し").contains("スヌーズ中（佐藤 大輔、11月24日（火）15:00 まで）"));
    assertEquals(List.of("引き受ける", "再開"), Texts.buttons(stage.chat.in(ON_CALL)));

    stage.now = Stage.tokyo("2026-11-24T14:59:59");
    stage.rings();
    assertEquals(1, stage.chat.all(ON_CALL).size(), "it was due at 12:30");
    stage.passes(Duration.ofSeconds(1));
    assertEquals("呼び出し: サポート責任者", stage.chat.in(ON_CALL).title());
    stage.passesRinging(Duration.ofHours(5), Duration.ofMinutes(5));
    assertEquals(2, stage.chat.all(ON_CALL).size(), "and once");
  }

  @Test
  void aSnoozeIsEndedAtOnce() {
    callAPerson();
    stage.passes(Duration.ofMinutes(30));
    snooze(Map.of("until", "opening"));
    stage.rings();
    assertTrue(Texts.fact(stage.chat.in(ON_CALL), "次の呼び出し").contains("11月25日（水）9:00 まで"));
    stage.passes(Duration.ofMinutes(10));
    assertEquals("", stage.chat.press("sato", ON_CALL, "再開"));
    stage.now = Stage.tokyo("2026-11-24T12:30");
    stage.rings();
    assertEquals("呼び出し: サポート責任者", stage.chat.in(ON_CALL).title());
  }

  @Test
  void aTimeThatIsTypedCountsWhateverStandsInTheList() {
    callAPerson();
    stage.passes(Duration.ofMinutes(30));
    snooze(Map.of("until", "half-an-hour", "at", "15:00"));
    stage.rings();
    assertTrue(Texts.fact(stage.chat.in(ON_CALL), "次の呼び出し").contains("15:00 まで"));
  }

  @Test
  void aSnoozeIntoThePastIsAskedAgain() {
    callAPerson();
    stage.passes(Duration.ofMinutes(30));
    assertEquals(
        "これからの日時を、例のように入力してください。", snooze(Map.of("until", "free", "at", "2026-11-24 10:00")));
    assertEquals("これからの日時を、例のように入力してください。", snooze(Map.of("until", "free", "at", "tomorrow")));
  }

  @Test
  void theClockOnTheCardStandsWhileTheDeskIsClosedAndGoesOnAfterwards() {
    stage.now = Stage.tokyo("2026-12-28T17:15");
    callAPerson();
    assertEquals(
        "1月5日（火）9:15 一次窓口（残り 30 営業分、17:15 時点）", Texts.fact(stage.chat.in("desk"), "次の呼び出し"));

    stage.now = Stage.tokyo("2026-12-28T17:30");
    stage.rings();
    assertEquals(
        "1月5日（火）9:15 一次窓口（時計は停止中。対応は 1月5日（火）9:00 から、残り 15 営業分）",
        Texts.fact(stage.chat.in("desk"), "次の呼び出し"));

    stage.now = Stage.tokyo("2027-01-05T09:00");
    stage.rings();
    assertEquals(
        "1月5日（火）9:15 一次窓口（残り 15 営業分、9:00 時点）", Texts.fact(stage.chat.in("desk"), "次の呼び出し"));
  }

  @Test
  void hoursThatChangeMeanwhileChangeWhenSomebodyIsCalled() throws Exception {
    stage.now = Stage.tokyo("2026-11-24T17:15");
    callAPerson();
    stage.settings =
        changed("closed-days: []", "closed-days: [{ date: 2026-11-25, ja: 創立記念日, en: a }]");
    stage.now = Stage.tokyo("2026-11-25T09:15");
    stage.rings();
    assertTrue(stage.chat.silentIn(ON_CALL), "the day has become a holiday");
    assertTrue(Texts.of(stage.chat.in("desk")).contains("11月26日（木）9:15"));

    stage.settings = Stage.SETTINGS;
    stage.rings();
    assertEquals("呼び出し: 一次窓口", stage.chat.in(ON_CALL).title(), "and a day of work again");
  }

  @Test
  void aNodeThatWasDownOverTheWeekendCallsEachStepOnceInOrderAndSaysThatItIsLate() {
    stage.now = Stage.tokyo("2026-11-20T18:00");
    stage.chat.ask("tanaka", SUPPORT, "ランサムウェアに感染したみたい、助けて");
    stage.chat.goesDown();
    stage.dies();
    stage.chat.comesBack();
    stage.now = Stage.tokyo("2026-11-24T08:00");
    stage.rings();
    stage.rings();
    stage.passes(Duration.ofMinutes(1));

    List<Card> calls = stage.chat.all(ON_CALL);
    assertEquals(
        List.of("呼び出し: 当番アナリスト", "呼び出し: SOC リーダー"),
        calls.stream().map(Card::title).toList(),
        "the three calls of the second step are one");
    assertTrue(Texts.of(calls.get(0)).contains("本来の呼び出し時刻は 11月20日（金）18:00"));
    assertTrue(Texts.of(calls.get(0)).contains("@高橋 由紀"), "who is on duty now");
    assertTrue(Texts.of(calls.get(1)).contains("本来の呼び出し時刻は 11月20日（金）18:10"));
    stage.passesRinging(Duration.ofDays(1), Duration.ofMinutes(10));
    assertEquals(2, stage.chat.all(ON_CALL).size());
  }

  @Test
  void aClockThatIsPutBackCallsNobodyTwice() {
    callAPerson();
    stage.passes(Duration.ofMinutes(30));
    stage.now = stage.now.minus(Duration.ofHours(1));
    stage.rings();
    stage.dies();
    stage.passesRinging(Duration.ofHours(1), Duration.ofMinutes(1));
    assertEquals(1, stage.chat.all(ON_CALL).size());
    stage.now = Stage.tokyo("2026-11-24T12:30");
    stage.rings();
    assertEquals(2, stage.chat.all(ON_CALL).size(), "the next step when it is due");
  }

  @Test
  void aCallInTheThreadWaitsForItsCard() throws Exception {
    stage.settings =
        changed("call: 一次窓口, after: PT30M", "call: 一次窓口, where: [thread], after: PT0S");
    callAPerson();
    stage.rings();

    assertEquals(
        List.of("引き継ぎ Q-1", "呼び出し: 一次窓口"),
        stage.chat.all("desk").stream().map(Card::title).toList());
  }

  private Settings changed(String from, String to) throws Exception {
    Path config = Files.createDirectory(folder.resolve("config"));
    try (var files = Files.list(Stage.CONFIG)) {
      for (Path file : files.toList()) {
        Files.writeString(
            config.resolve(file.getFileName()), Files.readString(file).replace(from, to));
      }
    }
    return SettingsFolder.read(config, Map.of());
  }

  private String snooze(Map<String, String> answers) {
    String button = Texts.button(stage.chat.in(ON_CALL), "スヌーズ").id();
    stage.chat.pressId("sato", ON_CALL, button);
    return stage.chat.fill("sato", ON_CALL, button, answers);
  }

  private void callAPerson() {
    stage.rings(); // what the month's first day brings comes before the question
    stage.chat.ask("tanaka", SUPPORT, "稼働率の保証は何パーセントですか？");
    stage.rings();
    stage.chat.press("tanaka", SUPPORT, "担当者につなぐ");
    stage.rings();
  }
}
