package jp.mimamori.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.mimamori.bot.response.Policy;
import jp.mimamori.bot.response.Policy.Need;
import jp.mimamori.bot.response.Policy.Rule;
import jp.mimamori.bot.store.AuditTrail.Act;
import jp.mimamori.bot.store.AuditTrail.Entry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each act and each refusal says who, what, from what to what, and why. */
class TrailStoryTest {
  private static final String EVENT = "WB-9001-20261124-00001";
  private static final String ALERTS = "sakura-alerts";
  private static final Rule SCANS =
      new Rule(
          Set.of("scan"),
          Set.of(),
          Set.of(),
          Need.SECOND_PERSON,
          Set.of("sato", "takahashi"),
          Set.of());

  @TempDir private Path folder;
  private Stage stage;

  @BeforeEach
  void anEventIsSeen() {
    stage =
        new Stage(
            folder,
            Stage.tokyo("2026-11-24T10:00"),
            Stage.with(new Policy(List.of(SCANS), Duration.ofHours(4), Optional.empty())));
    stage.edr.sees(EVENT, "Ransomware Behaviour", stage.now);
    stage.rings();
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void aRefusalSaysWhyAndThatNothingChanged() {
    stage.chat.press("tanaka", ALERTS, "隔離");
    assertEquals("tanaka was refused to isolate", newest());
    assertEquals("NOT_AN_ANALYST guid-042 {} stays as it is", detail());

    stage.chat.press("tanaka", ALERTS, "確認");
    assertEquals("tanaka was refused to acknowledge", newest());
    assertEquals("NOT_AN_ANALYST stays OPEN", detail());
  }

  @Test
  void aRequestSaysWhatWhyAndWhoMustAgreeAndTheAnswerWhatBecameOfIt() {
    stage.chat.chore(
        "sato", ALERTS, "不正プログラム検索", Map.of("endpoint", "guid-042", "reason", "横展開の確認"));
    stage.chat.pressPrivately("sato", ALERTS, "実行する");
    Act requested = act("requested scan");
    String id = requested.detail().substring(0, requested.detail().indexOf(' '));
    assertEquals("sato", requested.actor());
    assertEquals(
        id + " guid-042 {} NONE -> AWAITING needs SECOND_PERSON reason: 横展開の確認",
        requested.detail());

    stage.passes(Duration.ofSeconds(3));
    String approve = Texts.button(stage.chat.all(ALERTS).getLast(), "承認").id();
    stage.chat.pressId("sato", ALERTS, approve);
    assertEquals("sato was refused to approve scan", newest());
    assertEquals(id + " OWN_REQUEST stays AWAITING", detail());

    stage.chat.pressId("takahashi", ALERTS, approve);
    Act approved = act("approved scan");
    assertEquals("takahashi", approved.actor());
    assertEquals(id + " AWAITING -> REQUESTED", approved.detail());
  }

  @Test
  void acknowledgingAndClosingSayFromWhatToWhat() {
    stage.chat.press("sato", ALERTS, "確認");
    assertEquals("OPEN -> IN_PROGRESS", act("acknowledged").detail());

    stage.chat.chore("takahashi", ALERTS, "クローズ", Map.of("finding", "FALSE_POSITIVE"));
    Act closed = act("closed");
    assertEquals("takahashi", closed.actor());
    assertEquals("IN_PROGRESS -> CLOSED FALSE_POSITIVE", closed.detail());
  }

  private Act act(String action) {
    return stage.newestActs(50).stream()
        .map(Entry::act)
        .filter(act -> act.action().equals(action))
        .findFirst()
        .orElseThrow();
  }

  private String newest() {
    Act act = stage.newestActs(1).getFirst().act();
    return act.actor() + " " + act.action();
  }

  private String detail() {
    return stage.newestActs(1).getFirst().act().detail();
  }
}
