package jp.mimamori.bot.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import jp.mimamori.bot.chat.Card.Block;
import jp.mimamori.bot.chat.Card.Button;
import jp.mimamori.bot.chat.Card.Confirm;
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
  private static final Form FORM =
      new Form(
          "Collect a file",
          "From PC-042",
          Language.EN,
          List.of(
              new Form.Field.Text("path", "Which file", "", "", false, true, 200),
              new Form.Field.Text("why", "Why", "", "", true, false, 500)),
          "Collect",
          "Cancel");

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

    /** The name of every file that people see in the channel and its threads, oldest first. */
    List<String> files();

    /** Waits for the form that somebody's newest press has opened; what can be read on it. */
    String form(String person);

    /** Waits for what somebody's newest press has them asked, and says yes; what was asked. */
    String agrees(String person);

    /** Fills in that form and sends it. */
    void submits(String person, Map<String, String> answers);

    /** Whether the bot can speak with one person alone. */
    default boolean speaksAlone() {
      return true;
    }

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
  void aPrivateCardReachesNobodyElseAndItsButtonsWork() {
    String message = delivered(post(card("Press me"), "k1"));
    stage.presses(stage.anna(), message, "take");
    next().reply().accept(new Reply.Shown(card("For Anna alone")));

    String told = stage.privateReply(stage.anna());
    assertTrue(told.contains("For Anna alone"), told);
    assertEquals(0, seen("For Anna alone"));
  }

  @Test
  void aPressThatNeedsAYesIsAskedForIt() {
    String message = delivered(post(card("Press me"), "k1"));
    stage.presses(stage.anna(), message, "take");
    next()
        .reply()
        .accept(
            new Reply.Sure(new Confirm("Isolate PC-042?", "It goes offline.", "Isolate", "No")));

    String asked = stage.agrees(stage.anna());
    assertTrue(asked.contains("Isolate PC-042?") && asked.contains("It goes offline."), asked);
    var press = assertInstanceOf(Incoming.Press.class, next().incoming());
    assertEquals("take", press.button());
    assertTrue(press.confirmed(), "now it counts");
    assertEquals(stage.anna(), press.person().id());
    assertEquals(0, seen("Isolate PC-042?"), "nobody else is asked");
  }

  @Test
  void aFormIsFilledInAndComesBackToItsButton() {
    String message = delivered(post(card("Press me"), "k1"));
    stage.presses(stage.anna(), message, "take");
    next().reply().accept(new Reply.Fill(FORM));
    String form = stage.form(stage.anna());
    assertTrue(form.contains("Collect a file") && form.contains("Which file"), form);

    stage.submits(stage.anna(), Map.of("path", "C:\\Temp\\a.exe", "why", "looks odd"));
    var sent = assertInstanceOf(Incoming.Submission.class, next().incoming());
    assertEquals(Map.of("path", "C:\\Temp\\a.exe", "why", "looks odd"), sent.answers());
    assertEquals("take", sent.button());
    assertEquals(message, sent.message());
    assertEquals(stage.anna(), sent.person().id());
    assertEquals(stage.channel(), sent.place().channel());
  }

  @Test
  void aDocumentIsSharedOnceUnderItsKey() {
    Place place = Place.channel(stage.channel());
    String first =
        delivered(platform.share(place, document("report.pdf"), new PostKey("d1", false)));
    String again =
        delivered(platform.share(place, document("report.pdf"), new PostKey("d1", true)));
    delivered(platform.share(place, document("other.pdf"), new PostKey("d2", false)));

    assertEquals(first, again);
    assertEquals(1, shared("report.pdf"));
    assertEquals(1, shared("other.pdf"));
  }

  @Test
  void aDocumentHangsInAThread() {
    stage.asks(stage.anna(), "May I have the report?");
    Place thread = next().incoming().place();
    delivered(platform.share(thread, document("report.pdf"), new PostKey("d1", false)));

    assertEquals(1, shared("report.pdf"));
    assertInstanceOf(
        Receipt.Refused.class,
        platform.share(
            Place.channel("no-such-channel"), document("lost.pdf"), new PostKey("d2", false)));
  }

  @Test
  void whatIsForOnePersonAloneIsNotSeenInTheChannel() {
    Receipt receipt =
        platform.post(Place.person(stage.anna()), card("Between us"), new PostKey("alone", false));
    if (stage.speaksAlone()) {
      delivered(receipt);
      assertEquals(
          receipt,
          platform.post(
              Place.person(stage.anna()), card("Between us"), new PostKey("alone", true)));
    } else {
      assertInstanceOf(Receipt.Refused.class, receipt, "it says so, and nothing is lost unsaid");
    }
    assertEquals(0, seen("Between us"));
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

  private long shared(String name) {
    return stage.files().stream().filter(file -> file.contains(name)).count();
  }

  private static Document document(String name) {
    return new Document(
        name,
        "application/pdf",
        "A report",
        ByteBuffer.wrap(("%PDF of " + name).getBytes(StandardCharsets.US_ASCII)));
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
