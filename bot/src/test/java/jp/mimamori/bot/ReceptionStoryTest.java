package jp.mimamori.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import jp.mimamori.bot.chat.Incoming;
import jp.mimamori.bot.chat.Person;
import jp.mimamori.bot.chat.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How what people do comes in: kept first, attended to once, and only by whom and where it may. */
class ReceptionStoryTest {
  private static final String ALERTS = "sakura-alerts";
  private static final String SUPPORT = "sakura-support";
  private static final String ANALYST = "sato";
  private static final String CUSTOMER = "tanaka";

  @TempDir private Path folder;
  private Stage stage;

  @BeforeEach
  void anEventIsSeen() {
    stage = new Stage(folder, Stage.tokyo("2026-11-24T10:00"));
    stage.edr.sees("WB-9001-20261124-00001", "Ransomware Behaviour", stage.now);
    stage.rings();
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void whatWasAcceptedIsAttendedToAfterADeath() {
    String isolate = button("隔離");
    stage.diesBeforeAttending();
    stage.chat.hear(press(isolate, "p1", ALERTS, true));
    stage.chat.ask(CUSTOMER, SUPPORT, "最低利用期間は？");
    stage.rings();
    assertEquals(List.of(), stage.edr.done());

    stage.dies();
    stage.rings();
    stage.passes(Duration.ofSeconds(3));

    assertEquals(List.of("isolate guid-042"), stage.edr.done());
    assertTrue(Texts.of(stage.chat.in(SUPPORT)).contains("第"), "the question is answered");
  }

  @Test
  void aPressThatWaitedTooLongIsNotCarriedOut() {
    String isolate = button("隔離");
    stage.diesBeforeAttending();
    stage.chat.hear(press(isolate, "p1", ALERTS, true));
    stage.chat.ask(CUSTOMER, SUPPORT, "最低利用期間は？");

    stage.now = stage.now.plus(Duration.ofHours(1));
    stage.dies();
    stage.passes(Duration.ofSeconds(3));

    assertEquals(List.of(), stage.edr.done());
    assertTrue(
        stage.newestActs(20).stream()
            .anyMatch(entry -> entry.act().action().equals("did not attend to")));
    assertTrue(Texts.of(stage.chat.in(SUPPORT)).contains("第"), "a question is never too late");
  }

  @Test
  void aPressDeliveredTwiceIsOnePress() {
    String isolate = button("隔離");
    stage.chat.hear(press(isolate, "p1", ALERTS, true));
    assertEquals("", stage.chat.hear(press(isolate, "p1", ALERTS, true)));
    stage.passes(Duration.ofSeconds(3));

    assertEquals(List.of("isolate guid-042"), stage.edr.done());
  }

  @Test
  void aPlatformWithoutDialogsIsToldWhatToAskFirst() {
    String isolate = button("隔離");

    assertEquals("端末 PC-042 を隔離しますか？", stage.chat.hear(press(isolate, "p1", ALERTS, false)));
    stage.passes(Duration.ofSeconds(3));
    assertEquals(List.of(), stage.edr.done(), "asked is not answered");

    assertEquals("", stage.chat.hear(press(isolate, "p2", ALERTS, true)));
    stage.passes(Duration.ofSeconds(3));
    assertEquals(List.of("isolate guid-042"), stage.edr.done());
  }

  @Test
  void aFormThatNobodyOpenedIsNoYes() {
    assertEquals(
        "端末 PC-042 を隔離しますか？",
        stage.chat.fill(ANALYST, ALERTS, button("隔離"), Map.of()),
        "as a form it is no more than a press");
    stage.passes(Duration.ofSeconds(3));
    assertEquals(List.of(), stage.edr.done());
  }

  @Test
  void whatNeedsNoYesIsNotAsked() {
    assertEquals("", stage.chat.hear(press(button("確認"), "p1", ALERTS, false)));
    stage.rings();
    assertTrue(Texts.fact(stage.chat.in(ALERTS), "状態").startsWith("確認済み"));
  }

  @Test
  void aPressInTheWrongPlaceIsRefusedPrivatelyAndOnRecord() {
    assertEquals(
        "この操作は、そのお客さまのチャンネルで行ってください。",
        stage.chat.hear(press(button("隔離"), "p1", "minato-alerts", true)));
    stage.passes(Duration.ofSeconds(3));

    assertEquals(List.of(), stage.edr.done());
    assertEquals(
        "was refused to press a button in the wrong place",
        stage.newestActs(1).getFirst().act().action());
  }

  @Test
  void inAConversationWithTheBotAloneOneMayPress() {
    assertEquals("", stage.chat.hear(press(button("隔離"), "p1", "@" + ANALYST, true)));
    stage.passes(Duration.ofSeconds(3));
    assertEquals(List.of("isolate guid-042"), stage.edr.done());
  }

  @Test
  void whoLeftThePlatformActsNoMore() {
    stage.chat.forgets(ANALYST);

    assertEquals("登録されていないアカウントです。管理者にご連絡ください。", stage.chat.press(ANALYST, ALERTS, "隔離"));
    assertEquals("", stage.chat.press(ANALYST, ALERTS, "確認"), "harmless, so not looked up");
    stage.passes(Duration.ofSeconds(3));
    assertEquals(List.of(), stage.edr.done());
  }

  @Test
  void whoCannotBeLookedUpActsNotNow() {
    stage.chat.answersNoLookUps();

    assertTrue(stage.chat.press(ANALYST, ALERTS, "隔離").startsWith("いま権限を確認できないため"));
    stage.passes(Duration.ofSeconds(3));
    assertEquals(List.of(), stage.edr.done());
    assertEquals("was refused as not verified", stage.newestActs(1).getFirst().act().action());
  }

  @Test
  void anAnalystSeesHoursInquiriesAndAlertsByACommand() {
    stage.chat.ask(ANALYST, SUPPORT, "最低利用期間は？");
    String status = stage.chat.order(ANALYST, SUPPORT, Incoming.Order.STATUS);

    assertTrue(status.contains("受付中"), status);
    assertTrue(status.contains("Q-1（回答済み）"), status);
    assertTrue(status.contains("Ransomware Behaviour"), status);
  }

  @Test
  void aCustomerSeesTheAlertsThatAreShared() {
    assertTrue(stage.chat.order(CUSTOMER, SUPPORT, Incoming.Order.ALERTS).contains("Ransomware"));
    assertTrue(
        stage.chat.order("ito", "minato-support", Incoming.Order.ALERTS).contains("ありません"),
        "nothing of another tenant");
  }

  @Test
  void aPersonIsCalledByACommand() {
    assertTrue(
        stage.chat.order(CUSTOMER, SUPPORT, Incoming.Order.HANDOVER).startsWith("引き継ぐお問い合わせが"));
    stage.chat.ask(CUSTOMER, SUPPORT, "最低利用期間は？");
    String received = stage.chat.order(CUSTOMER, SUPPORT, Incoming.Order.HANDOVER);
    assertTrue(received.startsWith("お問い合わせ Q-1 を受け付けました"), received);
    stage.rings();

    assertTrue(stage.chat.in("desk").title().startsWith("引き継ぎ Q-1"));
  }

  private String button(String label) {
    return Texts.button(stage.chat.in(ALERTS), label).id();
  }

  private static Incoming press(String button, String event, String channel, boolean confirmed) {
    return new Incoming.Press(
        event,
        new Person("web", ANALYST, "佐藤"),
        Place.channel(channel),
        "message",
        button,
        confirmed);
  }
}
