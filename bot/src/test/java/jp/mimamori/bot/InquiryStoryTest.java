package jp.mimamori.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Incoming;
import jp.mimamori.bot.chat.Person;
import jp.mimamori.bot.chat.Place;
import jp.mimamori.knowledge.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From a customer's question to an answer or a person. */
class InquiryStoryTest {
  private static final String SUPPORT = "sakura-support";
  private static final String CUSTOMER = "tanaka";
  private static final String ANALYST = "sato";

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
  void answersFromTheTermsWithTheClause() {
    assertEquals("", stage.chat.ask(CUSTOMER, SUPPORT, "解約したいときはいつまでに言えばいい？"));
    stage.rings();

    String answer = Texts.of(card());
    assertTrue(answer.contains("1か月前"), answer);
    assertTrue(answer.contains("利用規約 第16条第1項"), answer);
    assertEquals(List.of("役に立った", "違う", "担当者につなぐ"), Texts.buttons(card()));
  }

  @Test
  void computesInEnglishWithTheSumAndTheAnnex() {
    stage.chat.ask(CUSTOMER, SUPPORT, "What does it cost for 30 PCs a year?");
    stage.rings();

    String answer = Texts.of(card());
    assertTrue(answer.contains("576,000 yen"), answer);
    assertTrue(answer.contains("excluding tax"), answer);
    assertTrue(answer.contains("1,600"), answer);
    assertTrue(answer.contains("別紙 利用料金"), answer);
    assertEquals(List.of("Helpful", "Not this", "Ask a person"), Texts.buttons(card()));
  }

  @Test
  void saysWhatItDoesNotKnowAndWhenAPersonWillAnswer() {
    at("2026-11-20T17:45");
    stage.chat.ask(CUSTOMER, SUPPORT, "稼働率の保証は何パーセントですか？");
    stage.rings();

    String answer = Texts.of(card());
    assertTrue(answer.contains("11月24日（火）9:00"), answer);
    assertEquals(List.of("担当者につなぐ"), Texts.buttons(card()));
  }

  @ParameterizedTest(name = "asked {0}, called {1}: {2}")
  @CsvSource({
    "2026-11-13T17:45, 2026-11-16T09:30, Friday evening to Monday",
    "2026-11-20T17:45, 2026-11-24T09:30, Monday is a national holiday: to Tuesday",
    "2026-12-28T17:45, 2027-01-05T09:30, over the end of the year",
    "2026-11-24T10:00, 2026-11-24T10:30, within the day",
    "2026-11-24T17:29, 2026-11-25T09:29, one minute is left of the day",
  })
  void aHandOverThatNobodyTakesClimbsInBusinessTime(String asked, String called, String why) {
    at(asked);
    callAPerson();
    stage.now = Stage.tokyo(called).minusSeconds(1);
    stage.rings();
    assertTrue(stage.chat.silentIn("on-call"), why);

    stage.passes(Duration.ofSeconds(1));
    assertEquals("呼び出し: 一次窓口", stage.chat.in("on-call").title(), why);
    stage.passesRinging(Duration.ofMinutes(30), Duration.ofMinutes(1));
    assertEquals(1, stage.chat.all("on-call").size(), "never twice for one step");
  }

  @Test
  void theLadderClimbsOnUntilSomebodyComesAndThenRests() {
    callAPerson();
    stage.passes(Duration.ofMinutes(30));
    stage.dies();
    stage.passes(Duration.ofHours(2));
    assertEquals(
        List.of("呼び出し: 一次窓口", "呼び出し: サポート責任者"),
        stage.chat.all("on-call").stream().map(Card::title).toList());

    assertEquals("", stage.chat.press(ANALYST, "desk", "対応します"));
    stage.passes(Duration.ofDays(3));
    assertEquals(2, stage.chat.all("on-call").size());
    assertTrue(Texts.of(stage.chat.in("on-call")).contains("佐藤 大輔 が対応しました"));
    assertTrue(Texts.of(stage.chat.in("desk")).contains("佐藤 大輔 が対応しています"));
    assertTrue(Texts.of(card()).contains("佐藤 大輔 が対応しています"));
  }

  @Test
  void stepsThatAreLateAreTakenOnceInOrderAndSaySo() {
    at("2026-11-20T17:45");
    callAPerson();
    stage.dies();
    stage.now = Stage.tokyo("2026-11-26T14:00");
    stage.rings();
    stage.rings();

    List<Card> calls = stage.chat.all("on-call");
    assertEquals(List.of("呼び出し: 一次窓口", "呼び出し: サポート責任者"), calls.stream().map(Card::title).toList());
    assertTrue(Texts.of(calls.get(0)).contains("本来の呼び出し時刻は 11月24日（火）9:30"));
    assertTrue(Texts.of(calls.get(1)).contains("本来の呼び出し時刻は 11月24日（火）11:30"));
  }

  @Test
  void anIncidentCallsSomebodyAtOnceAtNight() {
    at("2026-11-22T03:00");
    stage.chat.ask(CUSTOMER, SUPPORT, "ランサムウェアに感染したみたい、助けて");
    stage.rings();

    assertEquals("呼び出し: 当番アナリスト", stage.chat.in("on-call").title());
    assertTrue(stage.chat.in("desk").title().startsWith("【緊急】"));
    assertTrue(Texts.of(card()).contains("今すぐ呼び出しています"), Texts.of(card()));
  }

  @Test
  void theBotIsQuietWhereAPersonHasTakenOver() {
    callAPerson();
    String thread = stage.chat.threadIn(SUPPORT);
    stage.chat.askIn(ANALYST, SUPPORT, thread, "佐藤です。確認します。");
    stage.rings();
    int before = stage.chat.all(SUPPORT).size();
    stage.chat.askIn(CUSTOMER, SUPPORT, thread, "解約はいつまでに言えばいいですか？");
    stage.rings();

    assertEquals(before, stage.chat.all(SUPPORT).size());
    assertTrue(Texts.of(stage.chat.in("desk")).contains("解約はいつまで"), "the desk reads it");
    assertTrue(Texts.of(stage.chat.all("desk").getFirst()).contains("佐藤 大輔 が対応しています"));
  }

  @Test
  void aCustomerTakesNoInquiry() {
    callAPerson();
    assertEquals("この操作は運用担当者だけが行えます。", stage.chat.press(CUSTOMER, "desk", "対応します"));
    assertEquals("この操作を行う権限がありません。", stage.chat.press("watanabe", "desk", "対応します"));
  }

  @Test
  void aWrongAnswerOffersThePersonAndAGoodOneThanks() {
    stage.chat.ask(CUSTOMER, SUPPORT, "解約したいときはいつまでに言えばいい？");
    stage.rings();
    stage.chat.press(CUSTOMER, SUPPORT, "違う");
    stage.rings();
    assertEquals(List.of("担当者につなぐ"), Texts.buttons(card()));

    stage.chat.ask(CUSTOMER, SUPPORT, "解約したいときはいつまでに言えばいい？");
    stage.rings();
    stage.chat.press(CUSTOMER, SUPPORT, "役に立った");
    stage.rings();
    assertTrue(Texts.of(card()).contains("ありがとうございます"));
    assertEquals(List.of(), Texts.buttons(card()));
  }

  @Test
  void aChosenCandidateIsAnsweredInTheSameThreadAndLanguage() {
    stage.chat.ask("miller", "minato-support", "something about files");
    stage.rings();
    Card which = stage.chat.in("minato-support");
    String first = Texts.buttons(which).getFirst();
    assertEquals("Ask a person", Texts.buttons(which).getLast());
    assertEquals("", stage.chat.press("miller", "minato-support", first));
    stage.rings();

    Card answer = stage.chat.in("minato-support");
    assertEquals(2, stage.chat.all("minato-support").size());
    assertEquals(Language.EN, answer.language());
    assertTrue(Texts.of(answer).contains("Sources: "), Texts.of(answer));
  }

  @Test
  void asecondWhoTakesItIsToldWhoHasIt() {
    callAPerson();
    String button = Texts.button(stage.chat.in("desk"), "対応します").id();
    assertEquals("", stage.chat.pressId(ANALYST, "desk", button));
    assertEquals("すでに 佐藤 大輔 が対応しています。", stage.chat.pressId("takahashi", "desk", button));
  }

  @Test
  void callingTwiceIsCallingOnce() {
    stage.chat.ask(CUSTOMER, SUPPORT, "稼働率の保証は何パーセントですか？");
    stage.rings();
    String button = Texts.button(card(), "担当者につなぐ").id();
    assertEquals("", stage.chat.pressId(CUSTOMER, SUPPORT, button));
    assertEquals("すでに担当者に引き継いでいます。", stage.chat.pressId(CUSTOMER, SUPPORT, button));
    stage.rings();
    assertEquals(1, stage.chat.all("desk").size());
  }

  @Test
  void aQuestionDeliveredTwiceIsAnsweredOnce() {
    var question =
        new Incoming.Question(
            "delivery 1",
            new Person("web", CUSTOMER, "田中"),
            Place.thread(SUPPORT, "delivery 1"),
            "解約したいときはいつまでに言えばいい？");
    stage.chat.hear(question);
    stage.dies();
    stage.chat.hear(question);
    stage.rings();

    assertEquals(1, stage.chat.all(SUPPORT).size());
  }

  @Test
  void aQuestionAskedBeforeTheProcessDiedIsAnsweredAfterwards() {
    stage.chat.goesDown();
    stage.chat.ask(CUSTOMER, SUPPORT, "解約したいときはいつまでに言えばいい？");
    stage.rings();
    stage.dies();
    stage.chat.comesBack();
    stage.passes(Duration.ofMinutes(1));

    assertEquals(1, stage.chat.all(SUPPORT).size());
  }

  @Test
  void nobodyAsksInAnotherTenantsChannel() {
    assertEquals("この操作を行う権限がありません。", stage.chat.ask("ito", SUPPORT, "料金は？"));
    stage.rings();
    assertTrue(stage.chat.silentIn(SUPPORT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "   ", "。。。", "😀🎉", "\u0000\u0007", "+-&&||!(){}[]^\"~*?:\\/", "<script>"})
  void whateverIsTypedGetsAPoliteLine(String text) {
    assertEquals("", stage.chat.ask(CUSTOMER, SUPPORT, text));
    stage.rings();
    assertFalse(Texts.of(card()).isBlank());
  }

  @Test
  void ahundredKilobytesGetAPoliteLine() {
    assertEquals("", stage.chat.ask(CUSTOMER, SUPPORT, "解約 契約 料金 😀 ".repeat(10_000)));
    stage.rings();
    assertFalse(Texts.of(card()).isBlank());
  }

  private void callAPerson() {
    stage.rings(); // what the month's first day brings comes before the question
    stage.chat.ask(CUSTOMER, SUPPORT, "稼働率の保証は何パーセントですか？");
    stage.rings();
    assertEquals("", stage.chat.press(CUSTOMER, SUPPORT, "担当者につなぐ"));
    stage.rings();
    Instant humanAt = Stage.SETTINGS.calendar().nextOpening(stage.now);
    assertTrue(
        humanAt.equals(stage.now) || Texts.of(card()).contains("9:00 からです"), Texts.of(card()));
  }

  private void at(String moment) {
    stage.now = Stage.tokyo(moment);
  }

  private Card card() {
    return stage.chat.in(SUPPORT);
  }
}
