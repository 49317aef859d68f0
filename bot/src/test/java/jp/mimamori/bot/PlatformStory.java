package jp.mimamori.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.mimamori.bot.chat.ChatPlatform;
import jp.mimamori.bot.chat.Incoming.Order;
import jp.mimamori.bot.edr.SandboxAnalysis;
import jp.mimamori.bot.response.Policy;
import jp.mimamori.bot.settings.Settings;
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
  static final String ANALYST = "sato";
  private static final String SUPPORT = "sakura-support";
  static final String ALERTS = "sakura-alerts";
  static final String EVENT = "WB-9001-20261124-00001";

  @TempDir private Path folder;
  private People people;
  Stage stage;

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

    /**
     * Presses the newest button with that label in a channel as if it stood in another one. Says
     * yes to nothing.
     */
    void pressesElsewhere(String member, String channel, String label, String elsewhere);

    /** Presses the button with that label on the newest card that only this member sees. */
    void pressesPrivately(String member, String channel, String label);

    /** Fills in and sends the form that the member's newest press has opened. */
    void fills(String member, String channel, Map<String, String> answers);

    void orders(String member, String channel, Order order);

    /** What the newest private reply to somebody says; it is told once. Empty if there is none. */
    String told(String member);

    /**
     * What people can read on each message of the bot in a channel and its threads, as it is now;
     * oldest first. Labels of buttons count.
     */
    List<String> messages(String channel);

    /** The names of the files that people see in a channel and its threads, oldest first. */
    List<String> files(String channel);

    /** The names of the files that somebody got for themselves alone, oldest first. */
    List<String> filesFor(String member);

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
        new Stage(folder, Stage.tokyo("2026-11-24T10:00"), here(Stage.SETTINGS), people.platform());
    clock.stage = stage;
  }

  /** The samples' people and channels, who are at the page already, also at this platform. */
  private Settings here(Settings settings) {
    String name = people.platform().name();
    return name.equals("web")
        ? settings
        : AlsoOn.platform(name, settings, people::account, people::channel);
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
    happens(EVENT);
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
  void theDeskAndTheCustomerWriteToEachOtherEachWhereTheyAre() {
    people.asks(CUSTOMER, SUPPORT, "稼働率の保証は何パーセントですか？");
    passes(1);
    people.presses(CUSTOMER, SUPPORT, "担当者につなぐ");
    passes(1);
    people.asksOn(CUSTOMER, SUPPORT, "エラーコードは ZQ-77 と出ます");
    passes(1);
    String asked = people.messages("desk").getLast();
    assertTrue(asked.contains("田中 美咲") && asked.contains("ZQ-77"), asked);

    people.asksOn(ANALYST, "desk", "ログを送ってください。");
    passes(1);
    String reached = people.messages(SUPPORT).getLast();
    assertTrue(reached.contains("佐藤 大輔") && reached.contains("ログを送ってください。"), reached);
    people.asksOn(CUSTOMER, SUPPORT, "送りました。");
    passes(1);
    assertTrue(people.messages("desk").getLast().contains("送りました。"));
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
  void analystsSeeWhetherTheirPlatformIsConnected() {
    people.orders(ANALYST, SUPPORT, Order.STATUS);
    String told = people.told(ANALYST);

    String name = people.platform().name();
    assertTrue(
        told.contains(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + ": 接続中"),
        told);
    people.orders(CUSTOMER, SUPPORT, Order.STATUS);
    assertFalse(people.told(CUSTOMER).contains("接続中"), "no customer's matter");
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

  @Test
  void aPressInTheWrongPlaceIsRefusedPrivatelyAndOnRecord() {
    happens(EVENT);
    stage.edr.sees("WB-9002-20261124-00001", "9002", "Suspicious Logon", stage.now);
    passes(3);
    people.pressesElsewhere(ANALYST, ALERTS, "隔離", "minato-alerts");

    assertEquals("この操作は、そのお客さまのチャンネルで行ってください。", people.told(ANALYST));
    refused(ANALYST, "was refused to press a button in the wrong place", "minato-alerts");
  }

  @Test
  void aPressByAnotherCustomersPersonIsRefusedPrivatelyAndOnRecord() {
    happens(EVENT);
    people.asks("ito", "minato-support", "最低利用期間は？");
    passes(3);
    people.pressesElsewhere("ito", ALERTS, "隔離", "minato-support");

    assertEquals("この操作を行う権限がありません。", people.told("ito"));
    refused("ito", "was refused to press a button of another tenant", "minato-support");
  }

  /** Nothing happened but a line in the audit trail. */
  private void refused(String member, String what, String channel) {
    assertTrue(
        stage.newestActs(5).stream()
            .map(AuditTrail.Entry::act)
            .anyMatch(
                act ->
                    act.actor().equals(member)
                        && act.action().equals(what)
                        && act.subject().equals(people.channel(channel))),
        () -> stage.newestActs(5).toString());
    int shown = people.messages(ALERTS).size() + people.messages(channel).size();
    passes(3);
    assertEquals(List.of(), stage.edr.done());
    assertEquals(
        shown, people.messages(ALERTS).size() + people.messages(channel).size(), "nobody saw it");
  }

  @Test
  void aFormLeadsToALookThenToTheDeedAndItsResultComesAsAFile() {
    happens(EVENT);
    people.presses(ANALYST, ALERTS, "その他の対応");
    people.pressesPrivately(ANALYST, ALERTS, "URL の解析");
    people.fills(ANALYST, ALERTS, Map.of("other", "http://bad.example/a"));
    passes(3);
    assertEquals(List.of(), stage.edr.done(), "it was only looked at");

    people.pressesPrivately(ANALYST, ALERTS, "実行する");
    passes(3);
    stage.edr.analysis =
        new SandboxAnalysis.Done(
            SandboxAnalysis.Risk.HIGH, "a", List.of("Ransom.X"), List.of(), "", stage.now);
    passes(10);
    passes(3);
    assertTrue(alertCard().contains("危険度 高"), alertCard());
    assertEquals(List.of("sandbox-report.pdf"), people.files("desk"), "an analysts' paper");
    assertEquals(List.of(), people.files(ALERTS), "customers see that channel");
    passes(60);
    assertEquals(1, people.files("desk").size(), "once");
  }

  @Test
  void aReportIsDraftedReleasedAndObtained() {
    happens(EVENT);
    people.presses(ANALYST, ALERTS, "確認");
    passes(3);
    people.presses(ANALYST, ALERTS, "報告書");
    assertTrue(people.told(ANALYST).startsWith("報告書 第1版を作成しています。"));
    passes(3);
    String report = "incident-" + EVENT + "-v1.pdf";
    assertEquals(List.of(report), people.files("desk"));
    assertEquals(List.of(), people.files(ALERTS), "a draft is the analysts'");

    people.presses(ANALYST, "desk", "顧客へ公開");
    assertEquals("", people.told(ANALYST));
    passes(3);
    assertEquals(List.of(report), people.files(ALERTS), "under the card that the customer sees");
    assertEquals(List.of(report), people.files("desk"), "not said twice");

    people.orders(CUSTOMER, SUPPORT, Order.REPORT);
    String title = "受け取る: " + reportTitle(people.told(CUSTOMER));
    people.pressesPrivately(CUSTOMER, SUPPORT, title);
    assertEquals("ダイレクトメッセージでお送りします。", people.told(CUSTOMER));
    passes(3);
    assertEquals(List.of(report), people.filesFor(CUSTOMER));
    assertEquals(List.of(), people.files(SUPPORT));
  }

  private static String reportTitle(String told) {
    Matcher title = Pattern.compile("インシデント報告書[^\\n]*?第1版").matcher(told);
    assertTrue(title.find(), told);
    return title.group();
  }

  @Test
  void anIsolationWaitsForASecondPersonWhereThePolicySaysSo() {
    var rule =
        new Policy.Rule(
            Set.of("isolate"), Set.of(), Set.of(), Policy.Need.SECOND_PERSON, Set.of(), Set.of());
    stage.settings =
        here(Stage.with(new Policy(List.of(rule), Duration.ofHours(4), Optional.empty())));
    happens(EVENT);
    people.presses(ANALYST, ALERTS, "隔離");
    assertTrue(people.told(ANALYST).startsWith("承認を依頼しました。"));
    passes(3);
    assertTrue(
        people.messages(ALERTS).stream().anyMatch(one -> one.contains("【承認依頼】隔離: PC-042")),
        () -> people.messages(ALERTS).toString());

    people.presses(ANALYST, ALERTS, "承認");
    assertEquals("自分の依頼は承認できません。", people.told(ANALYST));
    passes(3);
    assertEquals(List.of(), stage.edr.done());

    people.presses("takahashi", ALERTS, "承認");
    assertEquals("", people.told("takahashi"));
    passes(3);
    stage.edr.finishes();
    passes(3);
    assertEquals(List.of("isolate guid-042"), stage.edr.done());
    assertTrue(alertCard().contains("隔離済み（佐藤 大輔）"), alertCard());
  }

  void happens(String event) {
    stage.edr.sees(event, "Ransomware Behaviour", stage.now);
    passes(3);
  }

  /** What the bot says with its pace: a second between messages. */
  void passes(int seconds) {
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
