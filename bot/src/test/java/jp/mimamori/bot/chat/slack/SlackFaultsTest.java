package jp.mimamori.bot.chat.slack;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Card.Block;
import jp.mimamori.bot.chat.Card.Tone;
import jp.mimamori.bot.chat.ChatPlatform.PostKey;
import jp.mimamori.bot.chat.ChatPlatform.Receipt;
import jp.mimamori.bot.chat.ChatPlatform.Standing;
import jp.mimamori.bot.chat.Document;
import jp.mimamori.bot.chat.Incoming;
import jp.mimamori.bot.chat.Place;
import jp.mimamori.bot.chat.Reply;
import jp.mimamori.bot.chat.slack.local.Deliveries;
import jp.mimamori.bot.chat.slack.local.Fault;
import jp.mimamori.bot.chat.slack.local.LocalSlack;
import jp.mimamori.bot.chat.slack.local.Workspace;
import jp.mimamori.knowledge.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong with Slack, and what becomes of it. */
class SlackFaultsTest {
  private static final Place C1 = Place.channel("C1");
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ConcurrentLinkedQueue<Incoming> heard = new ConcurrentLinkedQueue<>();
  private volatile Instant now = Instant.parse("2026-11-24T01:00:00Z");
  private final InstantSource clock = () -> now;
  private LocalSlack slack;
  private SlackPlatform platform;

  @BeforeEach
  void open() {
    slack = new LocalSlack(0, clock);
    slack.workspace().add(new Workspace.Channel("C1", "alerts"));
    slack.workspace().add(new Workspace.Channel("C2", "desk"));
    slack.workspace().add(new Workspace.Channel("C3", "not ours", false, false));
    slack.workspace().add(new Workspace.User("U1", "Anna"));
    platform = new SlackPlatform(Quick.settings(slack), clock);
  }

  @AfterEach
  void close() {
    platform.close();
    slack.close();
  }

  @Test
  void tooManyPostsWaitAsLongAsSlackSaysAndOnlyInThatChannel() {
    slack.faults().next("chat.postMessage", new Fault.Limited(Duration.ofSeconds(30)));

    assertEquals(new Receipt.TryAgain(Duration.ofSeconds(30)), post(C1, "one", false));
    assertInstanceOf(Receipt.TryAgain.class, post(C1, "two", false), "not even tried");
    delivered(post(Place.channel("C2"), "elsewhere", false));
    now = now.plusSeconds(31);
    delivered(post(C1, "one", false));
    delivered(post(C1, "two", false));
    assertEquals(List.of("one", "two"), titles("C1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"503", "hangs", "drops", "internal_error"})
  void whatMayHaveBeenPostedIsLookedForAndNotPostedTwice(String trouble) {
    slack.faults().next("chat.postMessage", fault(trouble, true));

    if (trouble.equals("internal_error")) {
      assertInstanceOf(Receipt.Unclear.class, post(C1, "card", false));
      delivered(post(C1, "card", true));
    } else {
      assertInstanceOf(Receipt.Unclear.class, post(C1, "card", false));
      String found = delivered(post(C1, "card", true));
      assertEquals(slack.workspace().messages("C1").getFirst().get("ts").asText(), found);
    }
    assertEquals(List.of("card"), titles("C1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"503", "hangs", "drops"})
  void whatWasNotPostedIsPostedOnceItWasLookedFor(String trouble) {
    slack.faults().next("chat.postMessage", fault(trouble, false));

    assertInstanceOf(Receipt.Unclear.class, post(C1, "card", false));
    assertEquals(List.of(), titles("C1"));
    delivered(post(C1, "card", true));
    assertEquals(List.of("card"), titles("C1"));
  }

  @Test
  void whatCannotBeLookedForIsNotPostedBlindly() {
    slack.faults().lasting("conversations.history", new Fault.Status(503, false));
    assertInstanceOf(Receipt.Unclear.class, post(C1, "card", true));
    slack.faults().lasting("conversations.history", new Fault.Limited(Duration.ofSeconds(9)));
    assertEquals(new Receipt.TryAgain(Duration.ofSeconds(9)), post(C1, "card", true));
    assertEquals(List.of(), titles("C1"));
  }

  @Test
  void inAThreadItIsLookedForInTheThread() {
    String root = delivered(post(C1, "root", false));
    Place thread = Place.thread("C1", root);
    slack.faults().next("chat.postMessage", new Fault.Drops(true));

    assertInstanceOf(Receipt.Unclear.class, post(thread, "answer", false));
    delivered(post(thread, "answer", true));
    assertEquals(List.of("root", "answer"), titles("C1"));
  }

  @Test
  void aSlackThatIsAwayIsComeBackTo() {
    slack.close();
    assertInstanceOf(Receipt.TryAgain.class, post(C1, "card", false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"not_in_channel", "is_archived", "invalid_auth", "msg_blocks_too_long"})
  void whatSlackRefusesIsRefusedWithItsWord(String error) {
    slack.faults().next("chat.postMessage", new Fault.Says(error));
    assertEquals(new Receipt.Refused(error), post(C1, "card", false));
  }

  @Test
  void aChannelWithoutTheBotIsRefused() {
    assertEquals(new Receipt.Refused("not_in_channel"), post(Place.channel("C3"), "card", false));
  }

  @Test
  void aFileIsSharedOnceWhateverIsUnclear() {
    String root = delivered(post(C1, "root", false));
    Place thread = Place.thread("C1", root);
    var report =
        new Document(
            "report.pdf",
            "application/pdf",
            "月次レポート",
            ByteBuffer.wrap("%PDF".getBytes(StandardCharsets.UTF_8)));
    slack.faults().next("upload", new Fault.Status(503, false));
    assertInstanceOf(
        Receipt.TryAgain.class, platform.share(thread, report, new PostKey("r", false)));
    slack.faults().next("files.completeUploadExternal", new Fault.Drops(true));
    assertInstanceOf(Receipt.Unclear.class, platform.share(thread, report, new PostKey("r", true)));
    assertInstanceOf(
        Receipt.Delivered.class, platform.share(thread, report, new PostKey("r", true)));

    var shared = slack.workspace().messages("C1").stream().filter(one -> one.has("files")).toList();
    assertEquals(1, shared.size());
    assertEquals(root, shared.getFirst().get("thread_ts").asText());
    String id = shared.getFirst().at("/files/0/id").asText();
    assertEquals(
        "%PDF",
        new String(slack.workspace().upload(id).orElseThrow().bytes(), StandardCharsets.UTF_8));
  }

  @Test
  void postsToOnePersonGoIntoTheirConversation() {
    String message = delivered(post(Place.person("U1"), "for you", false));
    assertEquals(List.of("for you"), titles(Workspace.direct("U1")));
    delivered(platform.update(Place.person("U1"), message, card("for you now", Tone.PLAIN)));
    assertEquals(List.of("for you now"), titles(Workspace.direct("U1")));
  }

  @Test
  void anEventDeliveredAgainHasTheSameId() {
    starts();
    var event = mention("hello");
    Quick.arrived(slack.people().event(event, "Ev1"));
    Quick.arrived(slack.people().event(event, "Ev1"));

    assertEquals(List.of("Ev1", "Ev1"), heard.stream().map(Incoming::event).toList());
    var press = slack.people().pressed("U1", "C1", "1.1", "take");
    Quick.arrived(slack.people().press(press));
    Quick.arrived(slack.people().press(press));
    assertEquals(1, heard.stream().skip(2).map(Incoming::event).distinct().count());
  }

  @Test
  void whatCouldNotBeKeptIsNotAcknowledgedAndComesAgain() {
    var failures = new CountDownLatch(2);
    platform.start(
        (incoming, reply) -> {
          if (failures.getCount() > 0) {
            failures.countDown();
            throw new IllegalStateException("the disk is full");
          }
          heard.add(incoming);
          reply.accept(new Reply.Nothing());
        });
    slack.people().patience(Duration.ofMillis(300));
    Deliveries.Told told = slack.people().event(mention("hello"), "Ev1");

    assertTrue(told.acknowledged());
    assertEquals(3, told.attempts(), "twice not kept, then kept");
    assertEquals(1, heard.size());
  }

  @Test
  void oneSlowActDelaysNoOther() throws InterruptedException {
    var release = new CountDownLatch(1);
    platform.start(
        (incoming, reply) -> {
          heard.add(incoming);
          if (incoming instanceof Incoming.Question question && question.text().equals("slow")) {
            waitFor(release);
          }
          reply.accept(new Reply.Nothing());
        });
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var slow = threads.submit(() -> slack.people().event(mention("slow"), "Ev1"));
      Quick.until(PATIENCE, () -> heard.size() == 1);
      Quick.arrived(slack.people().event(mention("quick"), "Ev2"));
      assertFalse(slow.isDone());
      release.countDown();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"warning", "refresh_requested", "link_disabled"})
  void aRefreshLosesNoAcknowledgement(String reason) throws Exception {
    var release = new CountDownLatch(1);
    platform.start(
        (incoming, reply) -> {
          heard.add(incoming);
          waitFor(release);
          reply.accept(new Reply.Nothing());
        });
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var acts =
          IntStream.range(0, 20)
              .mapToObj(i -> threads.submit(() -> slack.people().event(mention("q" + i), "Ev" + i)))
              .toList();
      Quick.until(PATIENCE, () -> heard.size() == 20);
      slack.disconnects(reason);
      Quick.until(PATIENCE, () -> slack.socketsOpened() == 2);
      release.countDown();
      for (var act : acts) {
        Deliveries.Told told = act.get();
        assertTrue(told.acknowledged());
        assertEquals(1, told.attempts(), "none had to come again");
      }
    }
    Quick.arrived(slack.people().event(mention("after"), "Ev after"));
  }

  @Test
  void aDroppedSocketIsOpenedAgainAndWhatWasInHandIsAcknowledgedOrComesAgain() throws Exception {
    var release = new CountDownLatch(1);
    platform.start(
        (incoming, reply) -> {
          heard.add(incoming);
          waitFor(release);
          reply.accept(new Reply.Nothing());
        });
    slack.people().patience(Duration.ofSeconds(1));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var act = threads.submit(() -> slack.people().event(mention("question"), "Ev1"));
      Quick.until(PATIENCE, () -> heard.size() == 1);
      slack.dropsSockets();
      Quick.until(PATIENCE, () -> slack.socketsOpened() == 2);
      release.countDown();
      assertTrue(act.get().acknowledged());
    }
    assertEquals(Set.of("Ev1"), heard.stream().map(Incoming::event).collect(toSet()));
  }

  @Test
  void aSilentSocketIsNoticedAndReplaced() {
    starts();
    slack.goesSilent();
    Quick.until(PATIENCE, () -> slack.socketsOpened() == 2);
    Quick.arrived(slack.people().event(mention("hello"), "Ev1"));
  }

  @Test
  void aSlackThatDoesNotOpenASocketIsCalledAgain() {
    slack.faults().next("apps.connections.open", new Fault.Status(503, false));
    slack.faults().next("apps.connections.open", new Fault.Says("internal_error"));
    slack.faults().next("apps.connections.open", new Fault.Drops(false));
    starts();
    assertEquals(1, slack.socketsOpened());
  }

  @Test
  void aLimitedStartWaitsAsLongAsSlackSays() {
    slack.faults().next("apps.connections.open", new Fault.Limited(Duration.ofSeconds(1)));
    long begin = System.nanoTime();
    platform.start((incoming, reply) -> heard.add(incoming));
    Quick.until(
        PATIENCE,
        () -> {
          now = now.plusMillis(5);
          return slack.socketsOpened() == 1;
        });
    assertTrue(System.nanoTime() - begin >= 900_000_000L, "not before its time");
  }

  @Test
  void whatNobodyAskedForIsAcknowledged() {
    starts();
    var odd = jackson().put("type", "channel_rename").put("event_ts", "1.1");
    Quick.arrived(slack.people().event(odd));
    var edited =
        jackson().put("type", "message").put("subtype", "message_changed").put("channel", "D1");
    Quick.arrived(slack.people().event(edited));
    var own = mention("by a bot").put("bot_id", "BOTHER");
    Quick.arrived(slack.people().event(own));
    assertEquals(List.of(), List.copyOf(heard));
  }

  @Test
  void privateWordsFindAnotherWayWhenTheirUrlIsUsedUp() {
    platform.start(
        (incoming, reply) -> {
          heard.add(incoming);
          reply.accept(new Reply.Words("Not you"));
        });
    Quick.arrived(slack.people().presses("U1", "C1", "1.1", "take"));
    slack.faults().next("response_url", new Fault.Says("expired_url"));
    Quick.arrived(slack.people().presses("U1", "C1", "1.1", "take"));
    assertEquals(2, slack.workspace().ephemerals("U1").size());

    slack.faults().next("response_url", new Fault.Says("expired_url"));
    slack.faults().next("chat.postEphemeral", new Fault.Says("user_not_in_channel"));
    Quick.arrived(slack.people().presses("U1", "C1", "1.1", "take"));
    assertEquals(
        "Not you", SlackReader.text(slack.workspace().messages(Workspace.direct("U1")).getFirst()));
  }

  @Test
  void whoSomebodyIsComesFreshFromSlack() {
    slack.workspace().group("S1", Set.of("U1"));
    slack.workspace().group("S2", Set.of("U2"));
    var present = assertInstanceOf(Standing.Present.class, platform.lookUp("U1"));
    assertEquals(Set.of("S1"), present.person().groups());
    assertFalse(present.person().guest());

    slack.workspace().group("S1", Set.of());
    slack.workspace().add(new Workspace.User("U1", "Anna", "TOTHER", false, false));
    present = assertInstanceOf(Standing.Present.class, platform.lookUp("U1"));
    assertEquals(Set.of(), present.person().groups());
    assertTrue(present.person().guest(), "from another organisation");

    slack.workspace().add(new Workspace.User("U1", "Anna", Workspace.TEAM, false, true));
    assertInstanceOf(Standing.Gone.class, platform.lookUp("U1"));
    assertInstanceOf(Standing.Gone.class, platform.lookUp("U404"));
    slack.workspace().add(new Workspace.User("U3", "Chris"));
    slack.faults().next("usergroups.list", new Fault.Status(500, false));
    assertInstanceOf(Standing.NotKnown.class, platform.lookUp("U3"));
    slack.faults().next("users.info", new Fault.Drops(false));
    assertInstanceOf(Standing.NotKnown.class, platform.lookUp("U3"));
  }

  @Test
  void aSlackThatIsSlowToSayWhoItIsDelaysNoAcknowledgement() {
    slack.faults().lasting("users.info", new Fault.Slow(Duration.ofSeconds(5)));
    starts();
    long begin = System.nanoTime();
    Quick.arrived(slack.people().event(mention("hello"), "Ev1"));

    assertTrue(System.nanoTime() - begin < 3_000_000_000L, "within Slack's time");
    assertTrue(heard.element().person().guest(), "less may be done then");
  }

  private void starts() {
    platform.start(
        (incoming, reply) -> {
          heard.add(incoming);
          reply.accept(new Reply.Nothing());
        });
    Quick.until(PATIENCE, () -> slack.socketsOpen() > 0);
  }

  private static Fault fault(String trouble, boolean done) {
    return switch (trouble) {
      case "503" -> new Fault.Status(503, done);
      case "hangs" -> new Fault.Hangs(Duration.ofMillis(2_500), done);
      case "drops" -> new Fault.Drops(done);
      default -> new Fault.Says(trouble);
    };
  }

  private Receipt post(Place place, String title, boolean perhapsPosted) {
    return platform.post(place, card(title, Tone.PLAIN), new PostKey(title, perhapsPosted));
  }

  private static Card card(String title, Tone tone) {
    return new Card(title, tone, Language.EN, List.of(new Block.Text("Words.")));
  }

  private List<String> titles(String channel) {
    return slack.workspace().messages(channel).stream()
        .map(message -> message.at("/blocks/0/text/text").asText())
        .toList();
  }

  private static String delivered(Receipt receipt) {
    return assertInstanceOf(Receipt.Delivered.class, receipt).message();
  }

  private static ObjectNode mention(String text) {
    return jackson()
        .put("type", "app_mention")
        .put("user", "U1")
        .put("text", "<@" + Workspace.BOT + "> " + text)
        .put("ts", "1700000000.000100")
        .put("event_ts", "1700000000.000100")
        .put("channel", "C1");
  }

  private static ObjectNode jackson() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      assertTrue(latch.await(10, TimeUnit.SECONDS));
    } catch (InterruptedException stopping) {
      throw new AssertionError(stopping);
    }
  }
}
