package jp.mimamori.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.response.Policy;
import jp.mimamori.bot.response.Policy.Need;
import jp.mimamori.bot.response.Policy.Rule;
import jp.mimamori.bot.store.AuditTrail.Verification;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever people press, the EDR answers, dies or forgets, in whatever order: what was agreed to is
 * done once, what was not is not done, and no request ever takes a way that is not on the map. Each
 * seed is a story of its own, and stands in its name; {@code -Dmimamori.stories=1000} tells more of
 * them, {@code -Dmimamori.story=4711} begins with that one.
 */
class InterleavingTest {
  private static final String ALERTS = "sakura-alerts";
  private static final int ACTS = 40;

  /** The map: where a request can go from where. */
  private static final Set<String> WAYS =
      Set.of(
          " -> AWAITING",
          " -> REQUESTED",
          "AWAITING -> REQUESTED",
          "AWAITING -> REFUSED",
          "AWAITING -> LAPSED",
          "REQUESTED -> SENDING",
          "SENDING -> REQUESTED",
          "SENDING -> QUEUED",
          "SENDING -> FAILED",
          "QUEUED -> RUNNING",
          "QUEUED -> SUCCEEDED",
          "QUEUED -> FAILED",
          "RUNNING -> SUCCEEDED",
          "RUNNING -> FAILED");

  /** Two analysts, the responsible contact, a user, and somebody of another tenant. */
  private static final List<String> PEOPLE =
      List.of("sato", "sato", "takahashi", "takahashi", "tanaka", "suzuki", "ito");

  @TempDir private Path folder;

  static LongStream seeds() {
    return LongStream.range(0, Integer.getInteger("mimamori.stories", 50))
        .map(story -> story + Long.getLong("mimamori.story", 0));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatWasAgreedToIsDoneOnceAndNothingElse(long seed) {
    var policy =
        new Policy(
            List.of(
                new Rule(
                    Set.of("isolate"), Set.of(), Set.of(), Need.SECOND_PERSON, Set.of(), Set.of()),
                new Rule(
                    Set.of("scan"), Set.of(), Set.of(), Need.CUSTOMER_CONSENT, Set.of(), Set.of())),
            Duration.ofMinutes(10),
            Optional.empty());
    try (var stage = new Stage(folder, Stage.tokyo("2026-11-24T10:00"), Stage.with(policy))) {
      var story = new Story(stage, new Random(seed));
      stage.edr.sees("WB-9001-20261124-00001", "Ransomware Behaviour", stage.now);
      stage.rings();
      for (int i = 0; i < ACTS; i++) {
        story.acts();
        story.holds();
      }
      story.comesToAnEnd();
    }
  }

  /** One story: random acts, and what must hold whatever they are. */
  private static final class Story {
    private final Stage stage;
    private final Random random;
    private final List<String> told = new ArrayList<>();

    Story(Stage stage, Random random) {
      this.stage = stage;
      this.random = random;
    }

    void acts() {
      int act = random.nextInt(22);
      told.add("act " + act);
      switch (act) {
        case 0 -> asksForAScan();
        case 1, 2, 3 -> stage.passes(Duration.ofSeconds(3));
        case 4 -> stage.passes(Duration.ofMinutes(random.nextInt(12)));
        case 5 -> stage.dies();
        case 6 -> stage.edr.starts();
        case 7 -> stage.edr.finishes();
        case 8 -> stage.edr.losesTheNextReply();
        case 9 -> stage.edr.losesTheNextRequest();
        case 10 -> stage.edr.goesDown();
        case 11, 12 -> stage.edr.comesBack();
        case 13 -> stage.edr.fails("the agent reported an error");
        case 14 -> stage.edr.isUnderWayAlready();
        default -> pressesSomething();
      }
    }

    private void pressesSomething() {
      String channel = random.nextInt(4) > 0 ? ALERTS : "sakura-support";
      List<Card> cards = stage.chat.all(channel);
      if (cards.isEmpty()) {
        return;
      }
      Card card = cards.get(random.nextInt(cards.size()));
      List<String> labels =
          Texts.buttons(card).stream().filter(label -> !label.equals("その他の対応")).toList();
      if (labels.isEmpty()) {
        return;
      }
      String label = labels.get(random.nextInt(labels.size()));
      String who = PEOPLE.get(random.nextInt(PEOPLE.size()));
      told.add(who + " presses " + label);
      stage.chat.pressId(who, channel, Texts.button(card, label).id());
    }

    private void asksForAScan() {
      if (stage.chat.all(ALERTS).isEmpty()) {
        return;
      }
      String menu =
          stage.chat.all(ALERTS).stream()
              .filter(card -> card.title().startsWith("【重大】"))
              .map(card -> Texts.button(card, "その他の対応").id())
              .findFirst()
              .orElseThrow();
      stage.chat.pressId("sato", ALERTS, menu);
      String scan = Texts.button(stage.chat.privately(), "不正プログラム検索").id();
      stage.chat.pressId("sato", ALERTS, scan);
      stage.chat.fill("sato", ALERTS, scan, Map.of("endpoint", "guid-042"));
      stage.chat.pressPrivately("sato", ALERTS, "実行する");
    }

    /** FakeEdr itself fails the test if one request is sent to it twice. */
    void holds() {
      none(
          "sent without the agreement that it needed",
          """
          select id from action_request where agreement <> '' and approved_by = ''
          and state not in ('AWAITING', 'REFUSED', 'LAPSED')
          """);
      none(
          "approved by whoever asked",
          "select id from action_request where approved_by = requested_by");
      none(
          "two in one lane",
          """
          select endpoint as id from action_request where open = 1
          group by tenant, lane, endpoint having count(*) > 1
          """);
      for (String request : stage.edr.submitted.keySet()) {
        none(
            "sent although it was refused, lapsed or still waits",
            "select id from action_request where state in ('AWAITING', 'REFUSED', 'LAPSED')"
                + " and id = '"
                + request
                + "'");
      }
      none(
          "decided by somebody who may not",
          """
          select id from action_request
          where (agreement = 'CUSTOMER' and approved_by not in ('', 'tanaka'))
          or (agreement = 'SECOND_PERSON' and approved_by not in ('', 'sato', 'takahashi'))
          """);
    }

    void comesToAnEnd() {
      stage.edr.comesBack();
      for (int i = 0; i < 40; i++) {
        stage.edr.finishes();
        stage.passes(Duration.ofSeconds(30));
      }
      none("still open", "select id from action_request where open = 1");
      List<String> succeeded =
          stage.edr.submitted.keySet().stream().filter(stage.edr::succeeded).toList();
      assertEquals(
          Set.copyOf(succeeded),
          Set.copyOf(ids("select id from action_request where state = 'SUCCEEDED'")),
          () -> "what the EDR did is what we say was done: " + told);
      assertEquals(
          stage.edr.submitted.size() - succeeded.size(),
          stage.count(
              "select count(*) from action_request where state = 'FAILED' and detail <> '"
                  + "the EDR did not take it; see its console'"),
          () -> "what the EDR failed to do is what we say has failed: " + told);
      boolean isolated =
          succeeded.stream()
              .map(stage.edr.submitted::get)
              .map(action -> Objects.requireNonNull(action).verb())
              .filter(verb -> verb.equals("isolate") || verb.equals("release"))
              .reduce((_, last) -> last)
              .filter(verb -> verb.equals("isolate"))
              .isPresent();
      everyStepIsOnTheMap();
      Card card =
          stage.chat.all(ALERTS).stream()
              .filter(one -> one.title().startsWith("【重大】"))
              .findFirst()
              .orElseThrow();
      assertEquals(isolated, Texts.buttons(card).contains("解除"), () -> "the card: " + told);
      assertInstanceOf(Verification.Intact.class, stage.verification());
    }

    private void everyStepIsOnTheMap() {
      record Step(String request, String state) {}
      List<Step> steps =
          stage.read(
              view ->
                  view.list(
                      "select request, state from action_step order by request, position",
                      row -> new Step(row.getString("request"), row.getString("state"))));
      String request = "";
      String from = "";
      for (Step step : steps) {
        String way = (step.request().equals(request) ? from : "") + " -> " + step.state();
        assertTrue(WAYS.contains(way), () -> step.request() + " went" + way + " after " + told);
        request = step.request();
        from = step.state();
      }
    }

    private List<String> ids(String sql) {
      return stage.read(view -> view.list(sql, row -> row.getString("id")));
    }

    private void none(String what, String sql) {
      List<String> found = ids(sql);
      assertTrue(found.isEmpty(), () -> what + ": " + found + " after " + told);
    }
  }
}
