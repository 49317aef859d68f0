package jp.mimamori.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.edr.Severity;
import jp.mimamori.bot.edr.SuspiciousObject;
import jp.mimamori.bot.response.Policy;
import jp.mimamori.bot.response.Policy.FirstBlock;
import jp.mimamori.bot.response.Policy.Need;
import jp.mimamori.bot.response.Policy.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever asked does not approve; what nobody approves lapses; nothing runs before. */
class ApprovalStoryTest {
  private static final String EVENT = "WB-9001-20261124-00001";
  private static final String ALERTS = "sakura-alerts";
  private static final List<String> ISOLATED_ONCE = List.of("isolate guid-042");

  private static final Instant START = Stage.tokyo("2026-11-24T10:00");

  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init") // each test sets its own
  private Stage stage;

  @BeforeEach
  void open() {
    stage = new Stage(folder, START);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void aSecondAnalystApprovesAndItIsDoneOnce() {
    policy(rule(Set.of("isolate"), Need.SECOND_PERSON, Set.of(), Set.of()));
    String told = stage.chat.press("sato", ALERTS, "隔離");
    assertEquals("承認を依頼しました。別の運用担当者の承認後に実行します（期限 11月24日（火）14:00）。", told);
    stage.passes(Duration.ofMinutes(1));
    assertEquals(List.of(), stage.edr.done());
    assertEquals("【承認依頼】隔離: PC-042", approval().title());
    assertEquals("佐藤 大輔", Texts.fact(approval(), "依頼者"));
    assertEquals("さくら商事", Texts.fact(approval(), "お客さま"));
    assertEquals("承認待ち（11月24日（火）14:00 まで）", Texts.fact(approval(), "状態"));
    assertTrue(
        Texts.button(approval(), "承認").confirm().orElseThrow().text().contains("さくら商事: PC-042"));
    assertEquals("承認待ち（佐藤 大輔）", Texts.fact(alert(), "隔離"));

    String approve = Texts.button(approval(), "承認").id();
    assertEquals("自分の依頼は承認できません。", stage.chat.pressId("sato", ALERTS, approve));
    assertEquals("この操作は運用担当者だけが行えます。", stage.chat.pressId("tanaka", ALERTS, approve));
    assertEquals("この操作を行う権限がありません。", stage.chat.pressId("watanabe", ALERTS, approve));
    stage.passes(Duration.ofSeconds(3));
    assertEquals(List.of(), stage.edr.done());

    assertEquals("", stage.chat.pressId("takahashi", ALERTS, approve));
    assertEquals("この依頼はもう承認を待っていません。", stage.chat.pressId("takahashi", ALERTS, approve));
    stage.passes(Duration.ofSeconds(3));
    stage.edr.finishes();
    stage.passes(Duration.ofSeconds(3));
    assertEquals(ISOLATED_ONCE, stage.edr.done());
    assertEquals("承認済み（高橋 由紀） · 完了", Texts.fact(approval(), "状態"));
    assertEquals(List.of(), Texts.buttons(approval()));
    assertEquals(Card.Tone.SETTLED, approval().tone());
    assertEquals("隔離済み（佐藤 大輔）", Texts.fact(alert(), "隔離"));
    assertTrue(Texts.of(stage.chat.histories(ALERTS).getFirst()).contains("承認済み（高橋 由紀）"));
    assertTrue(
        stage
            .trail(EVENT)
            .containsAll(
                List.of(
                    "sato requested isolate",
                    "sato was refused to approve isolate",
                    "tanaka was refused to approve isolate",
                    "takahashi approved isolate",
                    "mimamori isolate is succeeded")),
        stage.trail(EVENT).toString());
  }

  @Test
  void aRefusedRequestNeverRunsAndMayBeAskedForAgain() {
    policy(rule(Set.of(), Need.SECOND_PERSON, Set.of(), Set.of()));
    stage.chat.press("sato", ALERTS, "隔離");
    stage.rings();
    assertEquals("", stage.chat.press("takahashi", ALERTS, "却下"));
    stage.passesRinging(Duration.ofHours(5), Duration.ofMinutes(30));
    assertEquals(List.of(), stage.edr.done());
    assertEquals("却下（高橋 由紀）", Texts.fact(approval(), "状態"));
    assertEquals("却下（高橋 由紀）（佐藤 大輔）", Texts.fact(alert(), "隔離"));
    assertTrue(Texts.buttons(alert()).contains("隔離"));
  }

  @Test
  void whatNobodyApprovesLapsesOnTimeWhateverIsPressedLater() {
    policy(rule(Set.of(), Need.SECOND_PERSON, Set.of(), Set.of()));
    stage.chat.press("sato", ALERTS, "隔離");
    stage.rings();
    String approve = Texts.button(approval(), "承認").id();
    stage.now = stage.now.plus(Duration.ofHours(4));
    assertEquals(
        "この依頼はもう承認を待っていません。",
        stage.chat.pressId("takahashi", ALERTS, approve),
        "no bell has rung yet");
    long climbing =
        stage.read(
            view ->
                view.count(
                    "select count(*) from escalation where kind = 'APPROVAL' and state <>"
                        + " 'TAKEN'"));
    assertEquals(0, climbing, "nobody is called to it any more");
    stage.rings();
    stage.passes(Duration.ofMinutes(1));
    assertEquals("期限切れ（承認されませんでした）", Texts.fact(approval(), "状態"));
    assertEquals(List.of(), stage.edr.done());
  }

  @Test
  void waitingSurvivesADeathAndCallsSomebody() {
    policy(rule(Set.of(), Need.SECOND_PERSON, Set.of(), Set.of()));
    stage.chat.press("sato", ALERTS, "隔離");
    stage.dies();
    stage.passes(Duration.ofMinutes(16));
    assertEquals(List.of(), stage.edr.done());
    assertTrue(Texts.of(stage.chat.in("on-call")).contains("承認を待っている依頼"));
    stage.chat.press("takahashi", ALERTS, "承認");
    stage.dies();
    stage.passes(Duration.ofSeconds(3));
    assertEquals(ISOLATED_ONCE, stage.edr.done());
    assertEquals(Card.Tone.SETTLED, stage.chat.in("on-call").tone());
  }

  @Test
  void onlyThoseOnTheListAskAndApprove() {
    policy(
        rule(Set.of("isolate"), Need.NOBODY, Set.of("takahashi"), Set.of()),
        rule(Set.of("scan"), Need.SECOND_PERSON, Set.of(), Set.of("watanabe")));
    assertEquals("運用ポリシーにより、この操作は指定された担当者だけが行えます。", stage.chat.press("sato", ALERTS, "隔離"));
    assertTrue(stage.trail(EVENT).contains("sato was refused to isolate"));
    stage.chat.chore("sato", ALERTS, "不正プログラム検索", Map.of("endpoint", "guid-042"));
    assertTrue(Texts.fact(stage.chat.privately(), "承認").startsWith("別の運用担当者の承認が必要"));
    stage.chat.pressPrivately("sato", ALERTS, "実行する");
    stage.rings();
    assertEquals("運用ポリシーにより、この操作は指定された担当者だけが行えます。", stage.chat.press("takahashi", ALERTS, "承認"));
    stage.passes(Duration.ofSeconds(3));
    assertEquals(List.of(), stage.edr.done());
  }

  @Test
  void theResponsibleContactConsentsInTheSupportChannel() {
    policy(rule(Set.of("isolate"), Need.CUSTOMER_CONSENT, Set.of(), Set.of()));
    assertTrue(stage.chat.press("sato", ALERTS, "隔離").startsWith("お客さまに同意を依頼しました。"));
    stage.rings();
    Card consent = stage.chat.in("sakura-support");
    assertEquals("【ご確認】隔離: PC-042", consent.title());
    assertFalse(Texts.of(consent).contains("佐藤"), "who asked stays among the operator's people");
    assertTrue(stage.chat.silentIn("minato-support"));
    String agree = Texts.button(consent, "同意").id();
    assertEquals("同意できるのは利用責任者だけです。", stage.chat.pressId("suzuki", "sakura-support", agree));
    assertEquals("同意できるのは利用責任者だけです。", stage.chat.pressId("takahashi", "sakura-support", agree));
    assertEquals("この操作を行う権限がありません。", stage.chat.pressId("ito", "sakura-support", agree));
    stage.passes(Duration.ofSeconds(3));
    assertEquals(List.of(), stage.edr.done());
    assertEquals("", stage.chat.pressId("tanaka", "sakura-support", agree));
    stage.passes(Duration.ofSeconds(3));
    assertEquals(ISOLATED_ONCE, stage.edr.done());
  }

  @Test
  void whatPolicySaysIsBlockedAtOnceWithoutAnybody() {
    stage.close();
    stage =
        new Stage(
            folder.resolve("policy"),
            START,
            Stage.with(
                new Policy(
                    List.of(),
                    Duration.ofHours(4),
                    Optional.of(
                        new FirstBlock(
                            Set.of("sakura"),
                            Set.of(Severity.CRITICAL),
                            Set.of(SuspiciousObject.Kind.FILE_SHA1),
                            Set.of())))));
    stage.edr.sees(EVENT, "Ransomware Behaviour", stage.now);
    stage.edr.sees("WB-9002-20261124-00001", "9002", "Ransomware Behaviour", stage.now);
    stage.rings();
    stage.passes(Duration.ofSeconds(3));
    assertEquals(List.of("block fileSha1:" + FakeEdr.HASH), stage.edr.done());
    assertTrue(stage.trail(EVENT).contains("mimamori requested block"));
    assertTrue(stage.trail("WB-9002-20261124-00001").stream().noneMatch(a -> a.contains("block")));
  }

  private void policy(Rule... rules) {
    stage.close();
    stage =
        new Stage(
            folder.resolve("policy"),
            START,
            Stage.with(new Policy(List.of(rules), Duration.ofHours(4), Optional.empty())));
    stage.edr.sees(EVENT, "Ransomware Behaviour", stage.now);
    stage.rings();
  }

  private static Rule rule(
      Set<String> verbs, Need needs, Set<String> askers, Set<String> approvers) {
    return new Rule(verbs, Set.of(), Set.of(), needs, askers, approvers);
  }

  private Card approval() {
    return named("【承認依頼】");
  }

  private Card alert() {
    return named("【重大】");
  }

  private Card named(String beginning) {
    return stage.chat.all(ALERTS).stream()
        .filter(card -> card.title().startsWith(beginning))
        .findFirst()
        .orElseThrow();
  }
}
