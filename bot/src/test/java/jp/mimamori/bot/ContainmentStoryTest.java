package jp.mimamori.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Card.Tone;
import jp.mimamori.bot.store.AuditTrail.Verification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From what the EDR sees to a finished action, with all that gets in the way. */
class ContainmentStoryTest {
  private static final String ALERTS = "sakura-alerts";
  private static final String ANALYST = "sato";
  private static final String CUSTOMER = "tanaka";
  private static final String OTHER_TENANTS_ANALYST = "watanabe";
  private static final String ISOLATION = "隔離";
  private static final List<String> ISOLATED_ONCE = List.of("isolate guid-042");

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
  void oneCardGoesFromTheEventToIsolatedAndOffersTheRelease() {
    assertEquals("【重大】Ransomware Behaviour", card().title());
    assertEquals(Tone.URGENT, card().tone());
    assertEquals(List.of("確認", "隔離", "その他の対応"), Texts.buttons(card()));
    Card.Confirm confirm = Texts.button(card(), "隔離").confirm().orElseThrow();
    assertEquals("端末 PC-042 を隔離しますか？", confirm.title());
    assertTrue(confirm.text().contains("さくら商事"), confirm.text());

    assertEquals("", stage.chat.press(ANALYST, ALERTS, "隔離"));
    stage.passes(Duration.ofSeconds(3));
    assertEquals("依頼（佐藤 大輔）", Texts.fact(card(), ISOLATION));
    assertEquals("確認済み（佐藤 大輔 11/24 10:00）", Texts.fact(card(), "状態"), "who acts has seen it");
    assertEquals(List.of("報告書", "その他の対応"), Texts.buttons(card()));

    stage.edr.starts();
    stage.passes(Duration.ofSeconds(3));
    assertEquals("実行中（佐藤 大輔）", Texts.fact(card(), ISOLATION));
    assertEquals(Tone.WORKING, card().tone());

    stage.edr.finishes();
    stage.passes(Duration.ofSeconds(3));
    assertEquals("隔離済み（佐藤 大輔）", Texts.fact(card(), ISOLATION));
    assertEquals(Tone.SETTLED, card().tone());
    assertEquals(List.of("解除", "報告書", "その他の対応"), Texts.buttons(card()));
    assertEquals(2, stage.chat.posts, "one card and one history in its thread, kept up to date");
    assertEquals(1, stage.chat.histories(ALERTS).size());
    assertEquals(
        List.of(
            "mimamori raised",
            "sato requested isolate",
            "sato acknowledged",
            "mimamori isolate is sending",
            "mimamori isolate is queued",
            "mimamori isolate is running",
            "mimamori isolate is succeeded"),
        stage.trail("WB-9001-20261124-00001"));
  }

  @Test
  void whatWasIsolatedIsReleasedAgain() {
    isolate();
    assertEquals("", stage.chat.press(ANALYST, ALERTS, "解除"));
    stage.passes(Duration.ofSeconds(3));
    stage.edr.finishes();
    stage.passes(Duration.ofSeconds(3));

    assertEquals("解除済み（佐藤 大輔）", Texts.fact(card(), "解除"));
    assertEquals(List.of("隔離", "報告書", "その他の対応"), Texts.buttons(card()));
  }

  @Test
  void acceptedByTheEdrIsNotIsolated() {
    stage.chat.press(ANALYST, ALERTS, "隔離");
    stage.passesRinging(Duration.ofMinutes(6), Duration.ofSeconds(30));

    assertTrue(Texts.fact(card(), ISOLATION).startsWith("依頼"), Texts.of(card()));
    assertEquals(List.of("報告書", "その他の対応"), Texts.buttons(card()));
  }

  @Test
  void aFailedActionSaysWhyAndMayBeTriedAgain() {
    stage.chat.press(ANALYST, ALERTS, "隔離");
    stage.passes(Duration.ofSeconds(3));
    stage.edr.fails("agent is too old");
    stage.passes(Duration.ofSeconds(3));

    assertEquals("失敗（agent is too old）（佐藤 大輔）", Texts.fact(card(), ISOLATION));
    assertEquals(List.of("隔離", "報告書", "その他の対応"), Texts.buttons(card()));
  }

  @Test
  void aCustomerIsRefusedPrivatelyAndOnRecord() {
    assertEquals("この操作は運用担当者だけが行えます。", stage.chat.press(CUSTOMER, ALERTS, "隔離"));
    assertEquals("この操作は運用担当者だけが行えます。", stage.chat.press(CUSTOMER, ALERTS, "確認"));
    stage.passes(Duration.ofMinutes(1));

    assertEquals(List.of(), stage.edr.done());
    assertEquals(
        List.of(
            "mimamori raised",
            "tanaka was refused to isolate",
            "tanaka was refused to acknowledge"),
        stage.trail("WB-9001-20261124-00001"));
  }

  @Test
  void nobodyTouchesAnotherTenantsEndpoint() {
    for (String label : List.of("隔離", "確認")) {
      assertEquals("この操作を行う権限がありません。", stage.chat.press(OTHER_TENANTS_ANALYST, ALERTS, label));
    }
    stage.passes(Duration.ofMinutes(1));

    assertEquals(List.of(), stage.edr.done());
    assertEquals(
        "was refused to press a button of another tenant",
        stage.newestActs(1).getFirst().act().action());
  }

  @Test
  void aStrangerIsRefusedAndOnRecord() {
    String told = stage.chat.press("mallory", ALERTS, "隔離");

    assertEquals("登録されていないアカウントです。管理者にご連絡ください。", told);
    assertEquals("web:mallory", stage.newestActs(1).getFirst().act().actor());
  }

  @Test
  void aForgedButtonMeansNothing() {
    assertEquals("このボタンは無効です。", stage.chat.pressId(ANALYST, ALERTS, "isolate-everything"));
    assertEquals(
        "was refused to press an unknown button", stage.newestActs(1).getFirst().act().action());
  }

  @Test
  void anExpiredButtonMeansNothingAnyMore() {
    String button = Texts.button(card(), "隔離").id();
    stage.chat.goesDown();
    stage.now = stage.now.plus(Duration.ofDays(8)); // and nothing is drawn anew meanwhile

    assertTrue(stage.chat.pressId(ANALYST, ALERTS, button).startsWith("このボタンの有効期限"));
    assertEquals(List.of(), stage.edr.done());
    assertTrue(
        stage.newestActs(50).stream()
            .anyMatch(
                entry -> entry.act().action().equals("was refused to press an expired button")));
  }

  @Test
  void aSecondPressIsToldThatItIsUnderWay() {
    String button = Texts.button(card(), "隔離").id();
    assertEquals("", stage.chat.pressId(ANALYST, ALERTS, button));
    assertEquals("すでに進行中です（PC-042、依頼者 佐藤 大輔）。", stage.chat.pressId("takahashi", ALERTS, button));
    stage.passes(Duration.ofSeconds(3));

    assertEquals(ISOLATED_ONCE, stage.edr.done());
  }

  @Test
  void aPressDeliveredTwiceIsOnePressEvenAfterItsEnd() {
    String button = Texts.button(card(), "隔離").id();
    stage.chat.pressId(ANALYST, ALERTS, button, "delivery 7");
    stage.passes(Duration.ofSeconds(3));
    stage.edr.fails("agent is too old");
    stage.passes(Duration.ofSeconds(3));

    assertEquals("", stage.chat.pressId(ANALYST, ALERTS, button, "delivery 7"));
    stage.passes(Duration.ofSeconds(3));
    assertEquals(ISOLATED_ONCE, stage.edr.done());
  }

  @Test
  void anOldIsolateButtonIsNotNeededAnyMore() {
    String button = Texts.button(card(), "隔離").id();
    isolate();

    assertEquals("その状態ではもうありません。最新の表示をご確認ください。", stage.chat.pressId(ANALYST, ALERTS, button));
    assertEquals(ISOLATED_ONCE, stage.edr.done());
  }

  @Test
  void aLostReplyIsFoundAgainAndNotSentTwice() {
    stage.edr.losesTheNextReply();
    isolate();

    assertEquals("隔離済み（佐藤 大輔）", Texts.fact(card(), ISOLATION));
    assertEquals(ISOLATED_ONCE, stage.edr.done());
  }

  @Test
  void aLostRequestIsSentAgainOnceItCannotArriveAnyMore() {
    stage.edr.losesTheNextRequest();
    stage.chat.press(ANALYST, ALERTS, "隔離");
    stage.passesRinging(Duration.ofSeconds(80), Duration.ofSeconds(5));
    assertEquals(List.of(), stage.edr.done());

    stage.passesRinging(Duration.ofSeconds(60), Duration.ofSeconds(5));
    assertEquals(ISOLATED_ONCE, stage.edr.done());
  }

  @Test
  void anEdrThatIsDownDelaysAndLosesNothing() {
    stage.edr.goesDown();
    stage.chat.press(ANALYST, ALERTS, "隔離");
    stage.passesRinging(Duration.ofMinutes(5), Duration.ofSeconds(10));
    stage.edr.comesBack();
    stage.passesRinging(Duration.ofMinutes(1), Duration.ofSeconds(5));
    stage.edr.finishes();
    stage.passesRinging(Duration.ofMinutes(1), Duration.ofSeconds(5));

    assertEquals("隔離済み（佐藤 大輔）", Texts.fact(card(), ISOLATION));
    assertEquals(ISOLATED_ONCE, stage.edr.done());
  }

  @Test
  void aProcessThatDiesBetweenAnyTwoStepsGoesOnWhereItWas() {
    stage.dies();
    stage.chat.press(ANALYST, ALERTS, "隔離");
    stage.dies();
    stage.passes(Duration.ofSeconds(3));
    stage.dies();
    stage.edr.starts();
    stage.passes(Duration.ofSeconds(3));
    stage.dies();
    stage.edr.finishes();
    stage.dies();
    stage.passes(Duration.ofSeconds(3));
    stage.dies();
    stage.rings();

    assertEquals("隔離済み（佐藤 大輔）", Texts.fact(card(), ISOLATION));
    assertEquals(ISOLATED_ONCE, stage.edr.done());
    assertEquals(2, stage.chat.posts, "the card and its history");
    assertInstanceOf(Verification.Intact.class, stage.verification());
  }

  @Test
  void anEventReadAgainIsTheSameAlert() {
    stage.passesRinging(Duration.ofMinutes(4), Duration.ofSeconds(30));
    assertEquals(1, stage.chat.posts);
    assertEquals(1, stage.chat.all(ALERTS).size());
  }

  @Test
  void moreOfTheSameOnTheSameEndpointJoinsTheCard() {
    stage.passes(Duration.ofMinutes(10));
    stage.edr.sees("WB-9001-20261124-00002", "Ransomware Behaviour", stage.now);
    stage.passes(Duration.ofMinutes(1));
    assertEquals(1, stage.chat.posts);
    assertTrue(Texts.fact(card(), "件数").startsWith("2 件"), Texts.of(card()));

    stage.passes(Duration.ofMinutes(45));
    stage.edr.sees("WB-9001-20261124-00003", "Ransomware Behaviour", stage.now);
    stage.passes(Duration.ofMinutes(1));
    assertEquals(2, stage.chat.all(ALERTS).size(), "too long after: a new alert");
  }

  @Test
  void anEventOfAnUnknownCustomerIsOnRecordAndInNobodysChannel() {
    stage.edr.sees("WB-7777-20261124-00001", "7777", "Web Shell", stage.now);
    stage.rings();
    stage.passes(Duration.ofMinutes(1));

    assertEquals(List.of("mimamori could not assign"), stage.trail("WB-7777-20261124-00001"));
    assertEquals(1, stage.chat.posts);
  }

  @Test
  void acknowledgedOnceAndTheSecondIsTold() {
    String button = Texts.button(card(), "確認").id();
    assertEquals("", stage.chat.pressId(ANALYST, ALERTS, button));
    assertEquals("すでに確認済み、または変更済みです。", stage.chat.pressId("takahashi", ALERTS, button));
    stage.rings();

    assertEquals("確認済み（佐藤 大輔 11/24 10:00）", Texts.fact(card(), "状態"));
  }

  @Test
  void showsTheTruthWhenThePlatformComesBack() {
    stage.chat.goesDown();
    stage.chat.press(ANALYST, ALERTS, "確認");
    stage.passes(Duration.ofSeconds(1));
    assertEquals("未確認", Texts.fact(card(), "状態"));

    stage.chat.comesBack();
    stage.passes(Duration.ofSeconds(1));
    assertEquals("未確認", Texts.fact(card(), "状態"), "not before it is due again");
    stage.passes(Duration.ofSeconds(30));
    assertEquals("確認済み（佐藤 大輔 11/24 10:00）", Texts.fact(card(), "状態"));
  }

  @Test
  void forgetsNoChangeThatHappensWhileTheMessageIsOnItsWay() {
    stage.edr.sees("WB-9001-20261124-00009", "Web Shell", stage.now);
    stage.chat.meanwhile(() -> stage.chat.press(ANALYST, ALERTS, "確認"));
    stage.rings();
    assertEquals("未確認", Texts.fact(card(), "状態"));

    stage.rings();
    assertEquals("確認済み（佐藤 大輔 11/24 10:00）", Texts.fact(card(), "状態"));
  }

  @Test
  void anUnclearPostIsNotPostedTwice() {
    stage.edr.sees("WB-9001-20261124-00009", "Web Shell", stage.now);
    stage.chat.losesTheNextReceipt();
    stage.rings();
    stage.dies();
    stage.passes(Duration.ofSeconds(10));

    assertEquals(2, stage.chat.posts);
    assertEquals(2, stage.chat.all(ALERTS).size());
  }

  @Test
  void aPostThatWasBegunBeforeTheCrashShowsWhatIsSoAfterIt() {
    stage.edr.sees("WB-9001-20261124-00009", "Web Shell", stage.now);
    stage.chat.losesTheNextReceipt();
    stage.rings();
    stage.chat.press(ANALYST, ALERTS, "確認");
    stage.dies();
    stage.passes(Duration.ofSeconds(10));

    assertEquals("確認済み（佐藤 大輔 11/24 10:00）", Texts.fact(card(), "状態"));
    assertEquals(2, stage.chat.posts);
  }

  private void isolate() {
    stage.chat.press(ANALYST, ALERTS, "隔離");
    stage.passes(Duration.ofSeconds(3));
    stage.passes(Duration.ofSeconds(3));
    stage.edr.finishes();
    stage.passes(Duration.ofSeconds(3));
  }

  private Card card() {
    return stage.chat.in(ALERTS);
  }
}
