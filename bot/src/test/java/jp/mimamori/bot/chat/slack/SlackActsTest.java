package jp.mimamori.bot.chat.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Card.Tone;
import jp.mimamori.bot.chat.ChatPlatform.PostKey;
import jp.mimamori.bot.chat.Form;
import jp.mimamori.bot.chat.Incoming;
import jp.mimamori.bot.chat.Place;
import jp.mimamori.bot.chat.Reply;
import jp.mimamori.bot.chat.slack.local.LocalSlack;
import jp.mimamori.bot.chat.slack.local.Workspace;
import jp.mimamori.knowledge.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ways in which people reach the bot, one by one. */
class SlackActsTest {
  private static final Form FORM =
      new Form(
          "Collect a file",
          "From PC-042 <!channel>",
          Language.EN,
          List.of(new Form.Field.Text("path", "Path", "", "", false, true, 100)),
          "Collect",
          "Cancel");

  private final ConcurrentLinkedQueue<Incoming> heard = new ConcurrentLinkedQueue<>();
  private volatile Reply reply = new Reply.Nothing();
  private LocalSlack slack;
  private SlackPlatform platform;

  @BeforeEach
  void open() {
    slack = new LocalSlack(0, InstantSource.system());
    slack.workspace().add(new Workspace.Channel("C1", "support"));
    slack.workspace().add(new Workspace.Channel("C2", "not ours", false, false));
    slack.workspace().add(new Workspace.User("U1", "Anna"));
    SlackTiming quick = Quick.TIMING;
    var thinksSoon =
        new SlackTiming(
            quick.answer(),
            quick.ping(),
            quick.silence(),
            quick.firstBackoff(),
            quick.longestBackoff(),
            Duration.ofMillis(1),
            quick.acquaintance());
    platform = new SlackPlatform(Quick.settings(slack, thinksSoon), InstantSource.system());
    platform.start(
        (incoming, answer) -> {
          heard.add(incoming);
          answer.accept(reply);
        });
  }

  @AfterEach
  void close() {
    platform.close();
    slack.close();
  }

  @Test
  void aCommandPostsItsQuestionOnceAndTheAnswerHangsUnderIt() {
    Quick.arrived(slack.people().commands("U1", "C1", "ask 解約は <いつ> ？"));

    var question = assertInstanceOf(Incoming.Question.class, heard.element());
    assertEquals("解約は <いつ> ？", question.text());
    var root = slack.workspace().messages("C1").getFirst();
    assertEquals(Place.thread("C1", root.get("ts").asText()), question.place());
    assertTrue(SlackReader.text(root).contains("解約は <いつ> ？"), root.toString());
    assertEquals(1, slack.workspace().messages("C1").size());
  }

  @Test
  void aCommandWhereNothingCanBePostedSaysSo() {
    Quick.arrived(slack.people().commands("U1", "C2", "解約は？"));
    assertEquals(0, heard.size());
    assertTrue(
        SlackReader.text(slack.workspace().ephemerals("U1").getFirst().message())
            .contains("チャンネルに追加"));
  }

  @Test
  void everyMessageInADirectConversationIsAQuestionAndIsAnsweredInItsThread() {
    String direct = Workspace.direct("U1");
    String pane = slack.people().opensPane("U1");
    Quick.arrived(slack.people().says("U1", direct, "hello", Optional.of(pane)));

    var question = assertInstanceOf(Incoming.Question.class, heard.element());
    assertEquals(Place.thread("@U1", pane), question.place());
    Quick.until(Duration.ofSeconds(10), () -> !slack.workspace().status(direct, pane).isEmpty());
    platform.post(question.place(), card("Hi"), new PostKey("k", false));
    assertEquals("", slack.workspace().status(direct, pane), "it does not think any more");
    assertEquals(pane, slack.workspace().messages(direct).getLast().get("thread_ts").asText());
  }

  @Test
  void anHourglassStandsAtAQuestionUntilItIsAnswered() {
    Quick.arrived(slack.people().says("U1", "C1", "<@UBOT> hello", Optional.empty()));
    Quick.until(
        Duration.ofSeconds(10),
        () -> slack.workspace().messages("C1").getFirst().path("reactions").size() == 1);
    Place place = heard.element().place();
    platform.post(place, card("Hi"), new PostKey("k", false));
    assertEquals(0, slack.workspace().messages("C1").getFirst().path("reactions").size());
  }

  @Test
  void aShortcutAsksAboutWhatSomebodySaid() {
    var _ = slack.people().says("U2", "C1", "データセンターはどこ？", Optional.empty());
    String message = slack.workspace().messages("C1").getFirst().get("ts").asText();
    Quick.arrived(slack.people().shortcut("U1", "C1", message, Hearing.SHORTCUT));

    var question = assertInstanceOf(Incoming.Question.class, heard.element());
    assertEquals("データセンターはどこ？", question.text());
    assertEquals("U1", question.person().id());
    assertEquals(Place.thread("C1", message), question.place());
  }

  @Test
  void theHomeShowsTheStatus() {
    reply = new Reply.Shown(card("現在の状況"));
    Quick.arrived(slack.people().opensHome("U1"));

    var command = assertInstanceOf(Incoming.Command.class, heard.element());
    assertEquals(Incoming.Order.STATUS, command.order());
    assertEquals(Place.person("U1"), command.place());
    assertTrue(SlackReader.text(slack.workspace().home("U1").orElseThrow()).contains("現在の状況"));
  }

  @Test
  void aFormOpensStaysOpenWithItsMistakesAndComesBack() {
    reply = new Reply.Fill(FORM);
    Quick.arrived(slack.people().presses("U1", "C1", "1.1", "collect"));
    assertTrue(slack.workspace().modal("U1").orElseThrow().toString().contains("&lt;!channel&gt;"));

    reply = new Reply.Mend(Map.of("path", "Not a path"));
    var told = slack.people().submits("U1", Map.of("path", "???"));
    assertEquals("Not a path", told.payload().at("/errors/path").asText());
    assertTrue(slack.workspace().modal("U1").isPresent(), "it stays open");

    reply = new Reply.Words("Collecting");
    Quick.arrived(slack.people().submits("U1", Map.of("path", "C:\\a.exe")));
    var sent = heard.stream().skip(2).findFirst().orElseThrow();
    var submission = assertInstanceOf(Incoming.Submission.class, sent);
    assertEquals(Map.of("path", "C:\\a.exe"), submission.answers());
    assertEquals("collect", submission.button());
    assertEquals("1.1", submission.message());
    assertEquals("C1", submission.place().channel());
    assertTrue(slack.workspace().modal("U1").isEmpty());
    assertEquals(
        "Collecting", SlackReader.text(slack.workspace().ephemerals("U1").getLast().message()));
    assertEquals(3, heard.stream().map(Incoming::event).distinct().count());
  }

  private static Card card(String title) {
    return new Card(title, Tone.PLAIN, Language.JA, List.of());
  }
}
