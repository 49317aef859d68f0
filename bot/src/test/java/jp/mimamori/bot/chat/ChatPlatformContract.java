package jp.mimamori.bot.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import jp.mimamori.bot.chat.Card.Block;
import jp.mimamori.bot.chat.Card.Button;
import jp.mimamori.bot.chat.Card.Tone;
import jp.mimamori.bot.chat.ChatPlatform.PostKey;
import jp.mimamori.bot.chat.ChatPlatform.Receipt;
import jp.mimamori.knowledge.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every chat platform promises. A platform's test says how its people act and what they see;
 * the rest is the same for all.
 */
public abstract class ChatPlatformContract {
  private final LinkedBlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
  private Stage stage;
  private ChatPlatform platform;

  /** A platform not yet started, and the people at it. */
  protected interface Stage {
    ChatPlatform platform();

    /** A channel that both people see. */
    String channel();

    /** The platform's id of somebody. */
    String anna();

    /** The platform's id of somebody else, in the same channel. */
    String bert();

    /** Types something into the channel, not into a thread. */
    void asks(String person, String text);

    void presses(String person, String message, String button);

    /** The text of every message that people see in the channel and its threads, oldest first. */
    List<String> messages();

    /** Waits for the next private reply that reaches somebody. */
    String privateReply(String person);

    /** Takes down what the stage has set up. */
    void close();
  }

  /** Called once for each test. */
  protected abstract Stage stage();

  private record Heard(Incoming incoming, Consumer<Reply> reply) {}

  @BeforeEach
  void start() {
    stage = stage();
    platform = stage.platform();
    platform.start((incoming, reply) -> heard.add(new Heard(incoming, reply)));
  }

  @AfterEach
  void end() {
    platform.close();
    stage.close();
  }

  @Test
  void aPostIsSeen() {
    delivered(post(card("Somebody must look"), "k1"));

    assertEquals(1, seen("Somebody must look"));
  }

  @Test
  void theSameKeyIsOneMessage() {
    String first = delivered(post(card("Once"), "k1"));
    String again =
        delivered(
            platform.post(Place.channel(stage.channel()), card("Once"), new PostKey("k1", true)));
    String other = delivered(post(card("Another"), "k2"));

    assertEquals(first, again);
    assertNotEquals(first, other);
    assertEquals(1, seen("Once"));
    assertEquals(1, seen("Another"));
  }

  @Test
  void anUpdateReplacesWhatIsSeen() {
    String message = delivered(post(card("Isolating"), "k1"));
    delivered(platform.update(Place.channel(stage.channel()), message, card("Done at last")));

    assertEquals(0, seen("Isolating"));
    assertEquals(1, seen("Done at last"));
  }

  @Test
  void aQuestionIsHeardOnceAndItsAnswerHangsUnderIt() {
    stage.asks(stage.anna(), "How do I install it?");

    var question = assertInstanceOf(Incoming.Question.class, next().incoming());
    assertEquals("How do I install it?", question.text());
    assertEquals(stage.anna(), question.person().id());
    assertEquals(platform.name(), question.person().platform());
    assertEquals(stage.channel(), question.place().channel());
    assertTrue(question.place().thread().isPresent(), "its place is a thread");

    delivered(platform.post(question.place(), card("Like this"), new PostKey("a1", false)));
    assertEquals(1, seen("Like this"));

    stage.asks(stage.anna(), "And then?");
    var second = assertInstanceOf(Incoming.Question.class, next().incoming());
    assertEquals("And then?", second.text(), "nothing was heard twice in between");
    assertNotEquals(question.event(), second.event());
    assertNotEquals(question.place(), second.place());
  }

  @Test
  void aPressIsHeardWithItsMessage() {
    String message = delivered(post(card("Press me"), "k1"));
    stage.presses(stage.bert(), message, "take");

    var press = assertInstanceOf(Incoming.Press.class, next().incoming());
    assertEquals(stage.bert(), press.person().id());
    assertEquals(message, press.message());
    assertEquals("take", press.button());
    assertEquals(stage.channel(), press.place().channel());

    stage.presses(stage.bert(), message, "take");
    assertNotEquals(press.event(), next().incoming().event(), "another press is another act");
  }

  @Test
  void aPrivateReplyReachesNobodyElse() {
    String message = delivered(post(card("Press me"), "k1"));
    stage.presses(stage.anna(), message, "take");
    next().reply().accept(new Reply.Words("Not you, Anna"));
    assertTrue(stage.privateReply(stage.anna()).contains("Not you, Anna"));

    stage.presses(stage.bert(), message, "take");
    next().reply().accept(new Reply.Words("Nor you, Bert"));
    assertTrue(
        stage.privateReply(stage.bert()).contains("Nor you, Bert"),
        "the first thing that Bert is told is his own");
    assertEquals(0, seen("Not you"), "and the channel shows nothing of it");
  }

  @Test
  void anUnknownChannelIsRefused() {
    assertInstanceOf(
        Receipt.Refused.class,
        platform.post(Place.channel("no-such-channel"), card("Lost"), new PostKey("k1", false)));
  }

  @Test
  void anUnknownMessageIsNotUpdated() {
    assertInstanceOf(
        Receipt.Refused.class,
        platform.update(Place.channel(stage.channel()), "no-such-message", card("Lost")));
  }

  @Test
  void closingTwiceIsClosing() {
    platform.close();
    platform.close();
  }

  private Receipt post(Card card, String key) {
    return platform.post(Place.channel(stage.channel()), card, new PostKey(key, false));
  }

  private long seen(String text) {
    return stage.messages().stream().filter(message -> message.contains(text)).count();
  }

  private static String delivered(Receipt receipt) {
    return assertInstanceOf(Receipt.Delivered.class, receipt).message();
  }

  private Heard next() {
    try {
      return Objects.requireNonNull(heard.poll(10, TimeUnit.SECONDS), "nothing was heard");
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private static Card card(String title) {
    return new Card(
        title,
        Tone.PLAIN,
        Language.EN,
        List.of(
            new Block.Text("Some words."),
            new Block.Buttons(List.of(new Button("take", "Take it")))));
  }
}
