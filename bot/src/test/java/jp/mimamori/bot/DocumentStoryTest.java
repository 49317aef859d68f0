package jp.mimamori.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Incoming;
import jp.mimamori.bot.store.Documents;
import jp.mimamori.bot.store.Documents.Audience;
import jp.mimamori.bot.store.Documents.Paper;
import jp.mimamori.bot.store.Documents.Recipient;
import jp.mimamori.bot.store.Notice;
import jp.mimamori.bot.store.Outbox;
import jp.mimamori.bot.store.Transaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a feature keeps reaches those who may see it, under what it is about, once. みなと製作所 does not
 * see its alerts, さくら商事 does.
 */
class DocumentStoryTest {
  private static final String EVENT = "WB-9002-20261124-00001";
  private static final Notice ALERT = new Notice(Notice.Kind.ALERT, EVENT);

  @TempDir private Path folder;
  private Stage stage;

  @BeforeEach
  void open() {
    stage = new Stage(folder, Stage.tokyo("2026-11-24T10:00"));
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void itHangsUnderTheCardOfWhatItIsAbout() {
    seen();
    keep("sandbox-1", Audience.ANALYSTS, Optional.of(ALERT));

    FakeChat.Shared shared = stage.chat.documents("minato-alerts").getFirst();
    assertTrue(shared.place().thread().isPresent(), "in the thread of the card");
    assertEquals("sandbox-1.pdf", shared.document().name());
    assertEquals(List.of(), stage.chat.documents("minato-support"), "no customer sees it");
    assertEquals(List.of("sato kept a document"), stage.trail("sandbox-1"));
  }

  @Test
  void itWaitsForTheCard() {
    stage.chat.goesDown();
    seen();
    keep("sandbox-1", Audience.ANALYSTS, Optional.of(ALERT));
    assertEquals(0, stage.chat.posts);

    stage.chat.comesBack();
    stage.passes(Duration.ofMinutes(1));
    stage.rings();
    FakeChat.Shared shared = stage.chat.documents("minato-alerts").getFirst();
    assertTrue(shared.place().thread().isPresent(), "in the thread of the card");
  }

  @Test
  void aCustomersReachesTheirChannelToo() {
    seen();
    keep("incident-1", Audience.CUSTOMER, Optional.of(ALERT));

    assertEquals(1, stage.chat.documents("minato-alerts").size());
    assertTrue(
        stage.chat.documents("minato-support").getFirst().place().thread().isEmpty(),
        "customers of this tenant do not see the alert's thread");
    assertEquals(List.of(), names("sakura-support"));
  }

  @Test
  void whereCustomersSeeTheAlertItIsNotSaidTwiceAndAnalystsHaveTheirDesk() {
    var event = "WB-9001-20261124-00002";
    stage.edr.sees(event, "Ransomware Behaviour", stage.now);
    stage.rings();
    var alert = Optional.of(new Notice(Notice.Kind.ALERT, event));
    stage.step(
        tx -> {
          Documents.keep(
              tx, "sato", paper("sakura", "incident", Audience.CUSTOMER, alert), bytes());
          Documents.keep(tx, "sato", paper("sakura", "sandbox", Audience.ANALYSTS, alert), bytes());
        });
    stage.rings();

    assertEquals(List.of("incident.pdf"), names("sakura-alerts"));
    assertEquals(List.of(), names("sakura-support"));
    assertEquals(List.of("sandbox.pdf"), names("desk"));
  }

  @Test
  void whatIsAboutNothingGoesToItsReaders() {
    keep("monthly-2026-10", Audience.CUSTOMER, Optional.empty());
    keep("handbook", Audience.ANALYSTS, Optional.empty());

    assertEquals(List.of("monthly-2026-10.pdf"), names("minato-support"));
    assertEquals(List.of("handbook.pdf"), names("minato-alerts"));
  }

  @Test
  void aQuestionsHangsInItsThread() {
    stage.chat.ask("ito", "minato-support", "解約したいときはいつまでに言えばいい？");
    stage.rings();
    keep("letter", Audience.CUSTOMER, Optional.of(new Notice(Notice.Kind.ANSWER, "Q-1")));

    assertEquals(
        stage.chat.threadIn("minato-support"),
        stage.chat.documents("minato-support").getFirst().place().thread().orElseThrow());
  }

  @Test
  void whoAsksForItGetsItAloneAndOnce() {
    keep("monthly-2026-10", Audience.CUSTOMER, Optional.empty());
    stage.step(tx -> send(tx, "monthly-2026-10"));
    stage.rings();
    stage.step(tx -> send(tx, "monthly-2026-10"));
    stage.rings();

    assertEquals(List.of("monthly-2026-10.pdf"), names("@ito"));
    assertEquals(List.of("monthly-2026-10.pdf"), names("minato-support"));
  }

  @Test
  void reportsAreGivenToThoseWhoMayHaveThem() {
    assertEquals("まだレポートはありません。", stage.chat.order("ito", "minato-support", Incoming.Order.REPORT));
    keep("monthly-2026-10", Audience.CUSTOMER, Optional.empty());
    keep("sandbox-1", Audience.ANALYSTS, Optional.empty());

    String told = stage.chat.order("ito", "minato-support", Incoming.Order.REPORT);
    assertTrue(told.contains("報告書 monthly-2026-10"), told);
    assertFalse(told.contains("sandbox-1"), told);
    Card shelf = stage.chat.privately();
    assertEquals(
        "ダイレクトメッセージでお送りします。",
        stage.chat.pressPrivately("ito", "minato-support", "受け取る: 報告書 monthly-2026-10"));
    stage.rings();
    assertEquals(List.of("monthly-2026-10.pdf"), names("@ito"));

    stage.chat.order("sato", "minato-alerts", Incoming.Order.REPORT);
    String analysts = Texts.button(stage.chat.privately(), "受け取る: 報告書 sandbox-1").id();
    assertEquals("この操作を行う権限がありません。", stage.chat.pressId("ito", "minato-support", analysts));
    assertEquals(
        "この操作を行う権限がありません。",
        stage.chat.pressId(
            "tanaka", "sakura-support", Texts.button(shelf, "受け取る: 報告書 monthly-2026-10").id()));
    stage.rings();
    assertEquals(List.of("monthly-2026-10.pdf"), names("@ito"));
    assertEquals(List.of(), names("@tanaka"));
    assertTrue(stage.trail("sandbox-1").contains("ito was refused to have"));
  }

  @Test
  void aLostReceiptMakesNoSecond() {
    seen();
    stage.chat.losesTheNextReceipt();
    keep("sandbox-1", Audience.ANALYSTS, Optional.of(ALERT));
    stage.passes(Duration.ofSeconds(30));

    assertEquals(1, stage.chat.documents("minato-alerts").size());
    long waiting = stage.read(Outbox::length);
    assertEquals(0, waiting, "and nothing is left to be done");
  }

  @Test
  void aStepTakenAgainKeepsItOnce() {
    keep("monthly-2026-10", Audience.CUSTOMER, Optional.empty());
    keep("monthly-2026-10", Audience.CUSTOMER, Optional.empty());

    assertEquals(1, stage.chat.posts);
    assertEquals(1, stage.trail("monthly-2026-10").size());
  }

  @Test
  void aDeathBetweenKeepingAndShowingLosesNothing() {
    stage.step(
        tx -> Documents.keep(tx, "sato", paper("m", Audience.CUSTOMER, Optional.empty()), bytes()));
    stage.dies();
    stage.rings();

    assertEquals(List.of("m.pdf"), names("minato-support"));
  }

  private static void send(Transaction tx, String document) {
    Documents.send(tx, Documents.find(tx, document).orElseThrow(), new Recipient("web", "ito"));
  }

  private void seen() {
    stage.edr.sees(EVENT, "9002", "Ransomware Behaviour", stage.now);
    stage.rings();
  }

  private void keep(String id, Audience audience, Optional<Notice> about) {
    stage.step(tx -> Documents.keep(tx, "sato", paper(id, audience, about), bytes()));
    stage.rings();
  }

  private static Paper paper(String id, Audience audience, Optional<Notice> about) {
    return paper("minato", id, audience, about);
  }

  private static Paper paper(String tenant, String id, Audience audience, Optional<Notice> about) {
    return new Paper(id, tenant, audience, about, "報告書 " + id, id + ".pdf", "application/pdf");
  }

  private static byte[] bytes() {
    return "%PDF".getBytes(StandardCharsets.US_ASCII);
  }

  private List<String> names(String channel) {
    return stage.chat.documents(channel).stream().map(shared -> shared.document().name()).toList();
  }
}
