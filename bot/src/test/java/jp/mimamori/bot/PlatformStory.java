package jp.mimamori.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import jp.mimamori.bot.chat.ChatPlatform;
import jp.mimamori.bot.chat.Incoming.Order;
import jp.mimamori.bot.store.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole service told through one platform: what people do there and what they get to see. A
 * platform's test says how its people do it.
 *
 * <p>Members and channels are the samples' ({@code tanaka}, {@code sakura-support}); the platform
 * has an id of its own for each.
 */
public abstract class PlatformStory {
  private static final String CUSTOMER = "tanaka";
  private static final String ANALYST = "sato";
  private static final String SUPPORT = "sakura-support";
  private static final String ALERTS = "sakura-alerts";
  private static final String EVENT = "WB-9001-20261124-00001";

  @TempDir private Path folder;
  private People people;
  private Stage stage;

  /** The people at a platform. Whatever they do has arrived when the method returns. */
  public interface People extends AutoCloseable {
    /** Not started; started once by the story. */
    ChatPlatform platform();

    /** The platform's id of a member. */
    String account(String member);

    /** The platform's id of a channel. */
    String channel(String name);

    /** Asks the bot something in a channel, not in a thread. */
    void asks(String member, String channel, String text);

    /** Asks on in the thread of the newest card of a channel. */
    void asksOn(String member, String channel, String text);

    /**
     * Presses the newest button with that label in a channel and its threads, and says yes where
     * the platform asks.
     */
    void presses(String member, String channel, String label);

    void orders(String member, String channel, Order order);

    /** What the newest private reply to somebody says; it is told once. Empty if there is none. */
    String told(String member);

    /**
     * What people can read on each message of the bot in a channel and its threads, as it is now;
     * oldest first. Labels of buttons count.
     */
    List<String> messages(String channel);

    @Override
    void close();
  }

  /**
   * Called once for each test.
   *
   * @param clock the story's time
   */
  protected abstract People people(InstantSource clock);

  @BeforeEach
  void onATuesdayMorning() {
    var clock = new StoryClock();
    people = people(clock);
    stage =
        new Stage(
            folder,
            Stage.tokyo("2026-11-24T10:00"),
            AlsoOn.platform(
                people.platform().name(), Stage.SETTINGS, people::account, people::channel),
            people.platform());
    clock.stage = stage;
  }

  @AfterEach
  void close() {
    stage.close();
    people.close();
  }

  @Test
  void aQuestionIsAnsweredInItsThreadWithTheClause() {
    people.asks(CUSTOMER, SUPPORT, "解約したいときはいつまでに言えばいい？");
    passes(3);

    String answer = newest(SUPPORT);
    assertTrue(answer.contains("利用規約 第16条第1項"), answer);
    assertTrue(answer.contains("担当者につなぐ"), answer);
    assertEquals("", people.told(CUSTOMER));

    people.presses(CUSTOMER, SUPPORT, "役に立った");
    passes(3);
    assertEquals(1, people.messages(SUPPORT).size(), "the same message says so");
    assertFalse(newest(SUPPORT).equals(answer), "and shows that it was rated");
  }

  @Test
  void aFollowUpIsAnsweredInTheSameThread() {
    people.asks(CUSTOMER, SUPPORT, "解約したいときはいつまでに言えばいい？");
    passes(3);
    people.asksOn(CUSTOMER, SUPPORT, "データセンターはどこにありますか？");
    passes(3);

    assertEquals(2, people.messages(SUPPORT).size());
  }

  @Test
  void anAlertGoesFromTheEventToIsolatedAndReleased() {
    stage.edr.sees(EVENT, "Ransomware Behaviour", stage.now);
    passes(3);
    assertTrue(newest(ALERTS).contains("【重大】Ransomware Behaviour"), newest(ALERTS));

    people.presses(CUSTOMER, ALERTS, "隔離");
    assertEquals("この操作は運用担当者だけが行えます。", people.told(CUSTOMER));
    passes(3);
    assertEquals(List.of(), stage.edr.done());

    people.presses(ANALYST, ALERTS, "隔離");
    assertEquals("", people.told(ANALYST));
    passes(3);
    assertTrue(alertCard().contains("依頼（佐藤 大輔）"), alertCard());
    stage.edr.finishes();
    passes(3);
    assertTrue(alertCard().contains("隔離済み（佐藤 大輔）"), alertCard());

    people.presses(ANALYST, ALERTS, "解除");
    passes(3);
    stage.edr.finishes();
    passes(3);
    assertTrue(alertCard().contains("解除済み（佐藤 大輔）"), alertCard());
    assertEquals(List.of("isolate guid-042", "release guid-042"), stage.edr.done());
    assertEquals(2, people.messages(ALERTS).size(), "one card and one history in its thread");
  }

  @Test
  void aHandOverClimbsTheLadderUntilSomebodyComes() {
    people.asks(CUSTOMER, SUPPORT, "稼働率の保証は何パーセントですか？");
    passes(3);
    people.presses(CUSTOMER, SUPPORT, "担当者につなぐ");
    passes(3);
    assertEquals(1, people.messages("desk").size());
    assertEquals(List.of(), people.messages("on-call"));

    passes(30 * 60);
    assertTrue(newest("on-call").contains("呼び出し: 一次窓口"), newest("on-call"));

    people.presses(ANALYST, "desk", "対応します");
    passes(3);
    assertTrue(newest("desk").contains("佐藤 大輔 が対応しています"), newest("desk"));
    assertTrue(newest(SUPPORT).contains("佐藤 大輔 が対応しています"), newest(SUPPORT));
    passes(3 * 24 * 60 * 60);
    assertEquals(1, people.messages("on-call").size(), "nobody else is called");
  }

  @Test
  void anOrderIsShownToTheOneWhoGaveIt() {
    people.orders(CUSTOMER, SUPPORT, Order.STATUS);
    String told = people.told(CUSTOMER);

    assertTrue(told.contains("現在の状況"), told);
    assertTrue(told.contains("受付中"), told);
    passes(3);
    assertEquals(List.of(), people.messages(SUPPORT));
  }

  @Test
  void aStrangerIsRefusedPrivatelyAndOnRecord() {
    people.asks("mallory", SUPPORT, "隔離してください");

    assertEquals("登録されていないアカウントです。管理者にご連絡ください。", people.told("mallory"));
    AuditTrail.Act act = stage.newestActs(1).getFirst().act();
    assertEquals(people.platform().name() + ":" + people.account("mallory"), act.actor());
    passes(3);
    assertEquals(List.of(), people.messages(SUPPORT));
  }

  @Test
  void aLatePressIsRefusedPrivatelyAndOnRecord() {
    people.asks(CUSTOMER, SUPPORT, "解約したいときはいつまでに言えばいい？");
    passes(3);
    passes(8 * 24 * 60 * 60);
    people.presses(CUSTOMER, SUPPORT, "担当者につなぐ");

    assertEquals("このボタンの有効期限が切れています。最新の表示からやり直してください。", people.told(CUSTOMER));
    assertTrue(
        stage.newestActs(5).stream()
            .anyMatch(
                entry -> entry.act().action().equals("was refused to press an expired button")),
        () -> stage.newestActs(5).toString());
    passes(3);
    assertEquals(List.of(), people.messages("desk"));
  }

  /** What the bot says with its pace: a second between messages. */
  private void passes(int seconds) {
    stage.passes(Duration.ofSeconds(seconds));
    stage.passes(Duration.ofSeconds(2));
  }

  private String newest(String channel) {
    return people.messages(channel).getLast();
  }

  private String alertCard() {
    return people.messages(ALERTS).getFirst();
  }

  /** The stage's time, before there is a stage. */
  private static final class StoryClock implements InstantSource {
    private volatile @Nullable Stage stage;

    @Override
    public Instant instant() {
      Stage set = stage;
      return set == null ? Stage.tokyo("2026-11-24T10:00") : set.now;
    }
  }
}
