package jp.mimamori.bot.chat.discord;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Card.Tone;
import jp.mimamori.bot.chat.ChatPlatform.PostKey;
import jp.mimamori.bot.chat.ChatPlatform.Receipt;
import jp.mimamori.bot.chat.ChatPlatform.Standing;
import jp.mimamori.bot.chat.Document;
import jp.mimamori.bot.chat.Finding;
import jp.mimamori.bot.chat.Form;
import jp.mimamori.bot.chat.Incoming;
import jp.mimamori.bot.chat.Place;
import jp.mimamori.bot.chat.Reply;
import jp.mimamori.bot.chat.discord.Faults.Kind;
import jp.mimamori.bot.chat.discord.LocalDiscord.Act;
import jp.mimamori.knowledge.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Discord does to bots now and then, and what becomes of it. */
class DiscordFaultsTest {
  private static final String TAKE = new CustomId.Plain("take").text();
  private static final Form REASON =
      new Form(
          "理由",
          "",
          Language.JA,
          List.of(new Form.Field.Text("reason", "理由", "", "", true, true, 200)),
          "送る",
          "やめる");

  private final LinkedBlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
  private LocalDiscord discord;
  private DiscordPlatform platform;
  private String channel;
  private String anna;

  private record Heard(Incoming incoming, Consumer<Reply> reply) {}

  @BeforeEach
  void start() {
    discord = new LocalDiscord();
    channel = discord.channel("alerts");
    anna = discord.person("anna");
    platform = LocalPeople.platform(discord, Set.of(channel), GatewayLease.ALONE);
  }

  @AfterEach
  void stop() {
    platform.close();
    discord.close();
  }

  private void listens() {
    platform.start((incoming, reply) -> heard.add(new Heard(incoming, reply)));
    new LocalPeople(discord).listened();
  }

  // posting

  @Test
  void tooManyOfAKindWaitAndComeAgain() {
    discord.faults.nextPosts(1, new Kind.Slowed(30, false));
    var wait = assertInstanceOf(Receipt.TryAgain.class, post("k", false));
    assertEquals(30, wait.after().toSeconds());

    long before = posts();
    assertInstanceOf(Receipt.TryAgain.class, post("k", false));
    assertEquals(before, posts(), "Discord is not asked again before its time");
    String other = discord.channel("other");
    delivered(platform.post(Place.channel(other), card("other"), new PostKey("o", false)));
  }

  @Test
  void tooManyOfAllKindsStopEverything() {
    discord.faults.nextPosts(1, new Kind.Slowed(30, true));
    assertInstanceOf(Receipt.TryAgain.class, post("k", false));
    String other = discord.channel("other");
    assertInstanceOf(
        Receipt.TryAgain.class,
        platform.post(Place.channel(other), card("other"), new PostKey("o", false)));
  }

  @Test
  void aShortWaitIsWaitedFor() {
    discord.faults.nextPosts(1, new Kind.Slowed(0.2, false));
    assertInstanceOf(Receipt.TryAgain.class, post("k", false));
    delivered(post("k", false));
    assertEquals(1, discord.in(channel).size());
  }

  @Test
  void aBrokenDiscordLeavesItUnclear() {
    discord.faults.nextPosts(1, new Kind.Broken(502));
    assertInstanceOf(Receipt.Unclear.class, post("k", false));
    delivered(post("k", true));
    assertEquals(1, discord.in(channel).size());
  }

  @Test
  void aLostReplyIsFoundAgainByTheNonce() {
    discord.faults.nextPosts(1, new Kind.ReplyLost());
    assertInstanceOf(Receipt.Unclear.class, post("k", false));
    delivered(post("k", true));
    assertEquals(1, discord.in(channel).size());
  }

  @Test
  void aLostReplyIsFoundAgainWhenDiscordHasForgottenTheNonce() {
    for (int i = 0; i < 150; i++) {
      discord.says(anna, channel, "before " + i);
    }
    discord.faults.nextPosts(1, new Kind.ReplyLost());
    assertInstanceOf(Receipt.Unclear.class, post("k", false));
    discord.forgetsNonces();
    for (int i = 0; i < 150; i++) {
      discord.says(anna, channel, "after " + i);
    }

    String found = delivered(post("k", true));
    assertEquals(1, discord.shownIn(channel).size(), "it is there once");
    assertEquals(discord.shownIn(channel).getFirst().path("id").asText(), found);
  }

  @Test
  void whereItCanNotBeLookedForNothingIsPosted() {
    discord.faults.next(1, "GET", "channels/\\d+/messages", new Kind.Broken(503));
    assertInstanceOf(Receipt.TryAgain.class, post("k", true));
    assertEquals(0, discord.in(channel).size());
  }

  @Test
  void whatIsForbiddenIsRefusedWithASentence() {
    for (int code : List.of(50001, 50013, 10003)) {
      discord.faults.nextPosts(1, new Kind.Denied(403, code, "no"));
      String reason = assertInstanceOf(Receipt.Refused.class, post("k" + code, false)).reason();
      assertTrue(reason.contains(channel), reason);
    }
    String message = delivered(post("k", false));
    discord.faults.next(1, "PATCH", "channels/.*", new Kind.Denied(404, 10008, "Unknown Message"));
    Receipt gone = platform.update(Place.channel(channel), message, card("new"));
    assertTrue(assertInstanceOf(Receipt.Refused.class, gone).reason().contains("deleted"));
  }

  @Test
  void aThreadIsBegunWhenItIsNeededAndWokenWhenItSleeps() {
    String root = delivered(post("k", false));
    Place thread = Place.thread(channel, root);
    String first = delivered(platform.post(thread, card("one"), new PostKey("t1", false)));
    delivered(platform.post(thread, card("two"), new PostKey("t2", false)));
    assertEquals(2, discord.in(root).size());

    discord.archives(root);
    delivered(platform.update(thread, first, card("one, changed")));
    discord.archives(root);
    delivered(platform.post(thread, card("three"), new PostKey("t3", false)));
    assertTrue(discord.readIn(channel).get(1).contains("one, changed"));
    assertEquals(3, discord.in(root).size());
  }

  @Test
  void anotherNodeFindsTheThreadThatIsThere() {
    String root = delivered(post("k", false));
    Place thread = Place.thread(channel, root);
    delivered(platform.post(thread, card("one"), new PostKey("t1", false)));
    try (var other = LocalPeople.platform(discord, Set.of(channel), GatewayLease.ALONE)) {
      delivered(other.post(thread, card("two"), new PostKey("t2", false)));
      assertEquals(
          delivered(other.post(thread, card("one"), new PostKey("t1", true))),
          discord.in(root).getFirst().path("id").asText());
    }
    assertEquals(2, discord.in(root).size());
  }

  @Test
  void aFileIsSharedOnceAndALargeOneInParts() {
    byte[] small = "report".getBytes(UTF_8);
    var report = new Document("月次 report.pdf", "application/pdf", "月次レポート", ByteBuffer.wrap(small));
    String one = delivered(platform.share(Place.channel(channel), report, new PostKey("f", false)));
    discord.forgetsNonces();
    assertEquals(
        one, delivered(platform.share(Place.channel(channel), report, new PostKey("f", true))));
    assertEquals(1, discord.files().size());

    byte[] large = new byte[Files.MOST_BYTES + 5];
    var dump = new Document("dump.bin", "application/zip", "収集", ByteBuffer.wrap(large));
    delivered(platform.share(Place.channel(channel), dump, new PostKey("g", false)));
    assertEquals(Files.MOST_BYTES, discord.file("dump.bin.001").length);
    assertEquals(5, discord.file("dump.bin.002").length);
    assertTrue(discord.readIn(channel).getLast().contains("2 / 2"));
  }

  @Test
  void whoSomebodyIsIsAskedEachTime() {
    discord.gives(anna, "123456789012345678");
    var present = assertInstanceOf(Standing.Present.class, platform.lookUp(anna));
    assertEquals(Set.of("123456789012345678"), present.person().groups());
    discord.leaves(anna);
    assertInstanceOf(Standing.Gone.class, platform.lookUp(anna));
    discord.faults.next(1, "GET", "guilds/.*", new Kind.Broken(503));
    assertInstanceOf(Standing.NotKnown.class, platform.lookUp(discord.person("bert")));
  }

  // replying

  @Test
  void aSlowReplyTakesThePlaceOfThinking() throws Exception {
    listens();
    String message = delivered(post("k", false));
    Act act = discord.presses(anna, channel, message, TAKE);
    Heard press = next();
    Eventually.so(() -> act.answered, "Discord was not told in time");
    assertNull(discord.whispered(anna, Duration.ofMillis(10)), "nothing is said yet");
    press.reply().accept(new Reply.Words("遅くなりました"));
    assertEquals("遅くなりました", whispered());
  }

  @Test
  void afterASlowNothingNothingIsLeft() throws Exception {
    listens();
    String message = delivered(post("k", false));
    Act act = discord.presses(anna, channel, message, TAKE);
    Heard press = next();
    Eventually.so(() -> act.answered);
    press.reply().accept(new Reply.Nothing());
    Eventually.so(() -> act.original == null, "the thinking message stays");
  }

  @Test
  void whatDiscordDoesNotTakeAnyMoreGoesToThePersonDirectly() throws Exception {
    listens();
    String message = delivered(post("k", false));
    discord.faults.next(
        1, "POST", "interactions/.*", new Kind.Denied(404, 10062, "Unknown interaction"));
    discord.presses(anna, channel, message, TAKE);
    next().reply().accept(new Reply.Words("間に合いませんでした"));
    assertEquals("間に合いませんでした", whispered());
    assertEquals(1, discord.shownIn(channel).size(), "and to nobody else");
  }

  @Test
  void whatAnotherNodeHasAcknowledgedIsFollowedUp() throws Exception {
    listens();
    String message = delivered(post("k", false));
    Act act = discord.presses(anna, channel, message, TAKE);
    act.acknowledged = true;
    next().reply().accept(new Reply.Words("こちらから"));
    assertEquals("こちらから", whispered());
  }

  @Test
  void aYesIsAskedForNamingTheEffectAndPressesTheSameButton() throws Exception {
    listens();
    String message = delivered(post("k", false));
    discord.presses(anna, channel, message, TAKE);
    Heard first = next();
    assertFalse(((Incoming.Press) first.incoming()).confirmed());
    first.reply().accept(new Reply.Sure(SampleCards.ISOLATE));
    ObjectNode question = discord.tells(anna);
    assertTrue(Reading.text(question).contains("PC-042"), Reading.text(question));

    discord.presses(anna, channel, question, Reading.button(question, "隔離する").orElseThrow());
    Heard second = next();
    var yes = (Incoming.Press) second.incoming();
    assertTrue(yes.confirmed());
    assertEquals("take", yes.button());
    assertEquals(message, yes.message());
    second.reply().accept(new Reply.Nothing());
    assertEquals("承りました。", whispered());
    assertEquals(List.of(), question.findValues("custom_id"), "it can't be said twice");
  }

  @Test
  void aNoIsHeardByNobodyAndLeavesNoButton() throws Exception {
    listens();
    String message = delivered(post("k", false));
    discord.presses(anna, channel, message, TAKE);
    next().reply().accept(new Reply.Sure(SampleCards.ISOLATE));
    ObjectNode question = discord.tells(anna);
    discord.presses(anna, channel, question, Reading.button(question, "やめる").orElseThrow());
    assertEquals("取りやめました。", whispered());
    assertEquals(0, heard.size());
  }

  @Test
  void aFormIsFilledInMendedAndSent() throws Exception {
    listens();
    String message = delivered(post("k", false));
    Act press = discord.presses(anna, channel, message, TAKE);
    next().reply().accept(new Reply.Fill(REASON));
    Eventually.so(() -> press.modal != null);

    discord.sends(press, Map.of("reason", "短い"));
    Heard sent = next();
    var submission = (Incoming.Submission) sent.incoming();
    assertEquals(Map.of("reason", "短い"), submission.answers());
    assertEquals(message, submission.message());
    assertEquals("take", submission.button());
    sent.reply().accept(new Reply.Mend(Map.of("reason", "もう少し詳しく")));
    ObjectNode mend = discord.tells(anna);
    assertTrue(Reading.text(mend).contains("もう少し詳しく"));

    Act again = discord.presses(anna, channel, mend, Reading.button(mend, "入力し直す").orElseThrow());
    Eventually.so(() -> again.modal != null);
    assertTrue(String.valueOf(again.modal).contains("短い"), "what was typed is there again");
    discord.sends(again, Map.of("reason", "詳しい理由"));
    Heard mended = next();
    assertEquals("詳しい理由", ((Incoming.Submission) mended.incoming()).answers().get("reason"));
    mended.reply().accept(new Reply.Nothing());
  }

  @Test
  void aFormThatComesTooLateIsOpenedByAButton() throws Exception {
    listens();
    String message = delivered(post("k", false));
    Act press = discord.presses(anna, channel, message, TAKE);
    Heard slow = next();
    Eventually.so(() -> press.answered);
    slow.reply().accept(new Reply.Fill(REASON));
    ObjectNode offer = discord.tells(anna);
    Act opened =
        discord.presses(anna, channel, offer, Reading.button(offer, "入力画面を開く").orElseThrow());
    Eventually.so(() -> opened.modal != null);
  }

  @Test
  void whatCanNotBeKeptIsNotAccepted() {
    platform.start(
        (_, _) -> {
          throw new IllegalStateException("the store is full");
        });
    new LocalPeople(discord).listened();
    String message = delivered(post("k", false));
    discord.presses(anna, channel, message, TAKE);
    assertTrue(whispered().contains("受け付けられませんでした"));
  }

  // asking

  @Test
  void aCommandAsksInPublicAndTheAnswerHangsFromIt() throws Exception {
    listens();
    discord.orders(anna, channel, "ask", Map.of("question", "いつ*解約*できますか？"));
    Heard asked = next();
    var question = (Incoming.Question) asked.incoming();
    asked.reply().accept(new Reply.Nothing());
    assertEquals("いつ*解約*できますか？", question.text());
    ObjectNode shown = discord.shownIn(channel).getFirst();
    assertTrue(Reading.text(shown).contains("いつ*解約*できますか？"));
    assertEquals(Place.thread(channel, shown.path("id").asText()), question.place());

    delivered(platform.post(question.place(), card("こうです"), new PostKey("a", false)));
    assertEquals(2, discord.shownIn(channel).size());
  }

  @Test
  void aPrivateCommandIsAnsweredAlone() throws Exception {
    listens();
    discord.orders(anna, channel, "ask", Map.of("question", "内緒です", "private", true));
    var question = (Incoming.Question) next().incoming();
    assertEquals(anna, question.place().alone().orElseThrow());
    assertEquals(0, discord.shownIn(channel).size());
    delivered(platform.post(question.place(), card("こうです"), new PostKey("a", false)));
    String conversation = discord.conversation(anna).path("id").asText();
    List<ObjectNode> said = discord.in(conversation);
    assertEquals(
        said.getFirst().path("id").asText(),
        said.getLast().path("message_reference").path("message_id").asText());
  }

  @Test
  void inAConversationAReplyGoesOnWithItsQuestion() throws Exception {
    listens();
    discord.gives(anna, "123456789012345678");
    String first = discord.writes(anna, "質問です");
    var question = (Incoming.Question) next().incoming();
    assertEquals(Place.thread("@" + anna, first), question.place());
    assertEquals(Set.of("123456789012345678"), question.person().groups(), "looked up");
    String answer =
        delivered(platform.post(question.place(), card("こうです"), new PostKey("a", false)));

    String conversation = discord.conversation(anna).path("id").asText();
    discord.says(anna, conversation, "では？", answer);
    assertEquals(question.place(), next().incoming().place());
  }

  @Test
  void whoTakesNoDirectMessagesIsToldWithoutTheMatter() throws Exception {
    listens();
    discord.asks(anna, channel, "質問");
    Heard asked = next();
    discord.faults.nextPosts(1, new Kind.Denied(403, 50007, "Cannot send messages to this user"));
    asked.reply().accept(new Reply.Words("秘密の返事"));
    Eventually.so(() -> discord.shownIn(channel).size() == 1);
    String said = discord.readIn(channel).getFirst();
    assertTrue(said.contains("ダイレクトメッセージ"), said);
    assertFalse(said.contains("秘密"), said);
  }

  @Test
  void withoutMentionNothingIsHeardAndABareMentionAsksForHelp() throws Exception {
    listens();
    discord.says(anna, channel, "ただの雑談");
    discord.asks(anna, channel, "");
    var help = (Incoming.Command) next().incoming();
    assertEquals(Incoming.Order.HELP, help.order());
  }

  @Test
  void theCommandsAreThereInBothLanguages() {
    listens();
    JsonNode edr = discord.commands().path(0);
    assertEquals("edr", edr.path("name").asText());
    assertEquals(
        List.of("ask", "status", "alerts", "handover", "report", "help"),
        names(edr).stream().toList());
    for (JsonNode sub : edr.path("options")) {
      assertTrue(sub.path("name_localizations").has("ja"), sub.toString());
      assertTrue(sub.path("description_localizations").has("ja"), sub.toString());
    }
  }

  @Test
  void whatIsUrgentGoesFirstAndTheRestInOrder() throws Exception {
    var held = new Kind.Held();
    discord.faults.nextPosts(1, held);
    List<Thread> posting = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String title = "message " + i;
      Tone tone = i == 4 ? Tone.URGENT : Tone.PLAIN;
      Thread thread =
          Thread.ofVirtual()
              .start(
                  () ->
                      platform.post(
                          Place.channel(channel),
                          new Card(title, tone, Language.EN, List.of()),
                          new PostKey(title, false)));
      posting.add(thread);
      if (i == 0) {
        assertTrue(held.arrived().await(20, TimeUnit.SECONDS), "the first is under way");
      } else {
        Eventually.so(() -> thread.getState() == Thread.State.WAITING, title + " stands in line");
      }
    }
    held.released().countDown();
    for (Thread thread : posting) {
      thread.join();
    }
    assertEquals(
        List.of("message 0", "message 4", "message 1", "message 2", "message 3", "message 5"),
        discord.readIn(channel));
  }

  @Test
  void theDoctorNamesWhatIsMissing() {
    discord.gateway.permissions(0);
    List<Finding> ill =
        DiscordExamination.of(
            discord.settings(true), new DiscordChannels(Set.of(channel, "general"), Set.of()));
    String all = ill.stream().map(Finding::toString).collect(Collectors.joining("\n"));
    assertTrue(all.contains("is Mimamori"), all);
    assertTrue(all.contains("message content is off"), all);
    assertTrue(all.contains("lacks View Channel"), all);
    assertTrue(all.contains("is no id"), all);
    assertTrue(all.contains("client_id=" + LocalDiscord.BOT), all);
    assertFalse(all.contains(LocalDiscord.TOKEN), "no token in " + all);
  }

  private static List<String> names(JsonNode command) {
    return command.path("options").findValuesAsText("name").stream()
        .filter(name -> !name.equals("question") && !name.equals("private"))
        .toList();
  }

  private long posts() {
    return discord.requests().stream().filter(one -> one.startsWith("POST /channels/")).count();
  }

  private Receipt post(String key, boolean perhapsPosted) {
    return platform.post(
        Place.channel(channel), card("card " + key), new PostKey(key, perhapsPosted));
  }

  private static Card card(String title) {
    return new Card(
        title,
        Tone.PLAIN,
        Language.JA,
        List.of(new Card.Block.Buttons(List.of(new Card.Button("take", "取る")))));
  }

  private static String delivered(Receipt receipt) {
    return assertInstanceOf(Receipt.Delivered.class, receipt).message();
  }

  private String whispered() {
    return Reading.text(discord.tells(anna));
  }

  private Heard next() throws InterruptedException {
    return Objects.requireNonNull(heard.poll(10, TimeUnit.SECONDS), "nothing was heard");
  }
}
