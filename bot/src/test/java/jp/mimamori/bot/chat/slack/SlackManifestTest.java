package jp.mimamori.bot.chat.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.slack.api.methods.response.api.ApiTestResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Card.Tone;
import jp.mimamori.bot.chat.ChatPlatform.PostKey;
import jp.mimamori.bot.chat.ChatPlatform.Receipt;
import jp.mimamori.bot.chat.Document;
import jp.mimamori.bot.chat.Finding;
import jp.mimamori.bot.chat.Incoming;
import jp.mimamori.bot.chat.Place;
import jp.mimamori.bot.chat.Reply;
import jp.mimamori.bot.chat.slack.local.LocalSlack;
import jp.mimamori.bot.chat.slack.local.Workspace;
import jp.mimamori.knowledge.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The manifest against what the adapter does and hears when all of it is used. */
class SlackManifestTest {
  /** Slack's events that need a scope; https://docs.slack.dev/reference/events. */
  private static final Map<String, String> EVENT_SCOPES =
      Map.of("app_mention", "app_mentions:read", "message.im", "im:history");

  private final ConcurrentLinkedQueue<Incoming> heard = new ConcurrentLinkedQueue<>();
  private final JsonNode manifest = manifest();
  private LocalSlack slack;
  private SlackPlatform platform;

  @BeforeEach
  void open() {
    slack = new LocalSlack(0, InstantSource.system());
    slack.workspace().add(new Workspace.Channel("C1", "support"));
    slack.workspace().add(new Workspace.Channel("G1", "alerts"));
    slack.workspace().add(new Workspace.User("U1", "Anna"));
    slack.workspace().add(new Workspace.User("U2", "Ben", Workspace.TEAM, false, false, "en-US"));
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
        (incoming, reply) -> {
          heard.add(incoming);
          reply.accept(
              incoming instanceof Incoming.Command ? new Reply.Shown(card()) : new Reply.Nothing());
        });
  }

  @AfterEach
  void close() {
    platform.close();
    slack.close();
  }

  @Test
  void itAsksForTheScopesThatAreUsedAndNoOther() {
    slack.people().opensPane("U1");
    for (String channel : List.of("C1", "G1")) {
      var _ = slack.people().says("U1", channel, "<@UBOT> hello", Optional.empty());
      String question = slack.workspace().messages(channel).getFirst().get("ts").asText();
      Quick.until(
          Duration.ofSeconds(10),
          () -> slack.workspace().messages(channel).getFirst().path("reactions").size() == 1);
      var thread = Place.thread(channel, question);
      String posted = delivered(platform.post(thread, card(), new PostKey(channel, false)));
      delivered(platform.update(thread, posted, card()));
      delivered(platform.post(thread, card(), new PostKey("lost " + channel, true)));
      delivered(
          platform.share(
              thread,
              new Document(
                  "a.pdf",
                  "application/pdf",
                  "A",
                  ByteBuffer.wrap("%PDF".getBytes(StandardCharsets.US_ASCII))),
              new PostKey("file " + channel, true)));
    }
    String pane = slack.people().opensPane("U1");
    String direct = Workspace.direct("U1");
    var _ = slack.people().says("U1", direct, "hello", Optional.of(pane));
    Quick.until(Duration.ofSeconds(10), () -> !slack.workspace().status(direct, pane).isEmpty());
    delivered(platform.post(Place.thread("@U1", pane), card(), new PostKey("im", true)));
    var _ = slack.people().commands("U1", "C1", "status");
    SlackExamination.examine(Quick.settings(slack), List.of("C1", "G1"), InstantSource.system());

    Set<String> used = new TreeSet<>(slack.scopesUsed());
    used.addAll(EVENT_SCOPES.values());
    used.add("commands"); // for the slash command and the shortcut
    assertEquals(used, texts("/oauth_config/scopes/bot"));
    assertEquals(used, new TreeSet<>(SlackExamination.SCOPES), "and the doctor looks for them");
  }

  @Test
  void everyEventThatItAsksForIsHeard() {
    for (String event : texts("/settings/event_subscriptions/bot_events")) {
      switch (event) {
        case "app_mention" -> {
          Quick.arrived(slack.people().says("U1", "C1", "<@UBOT> hello", Optional.empty()));
          assertInstanceOf(Incoming.Question.class, heard.remove());
        }
        case "message.im" -> {
          Quick.arrived(
              slack.people().says("U1", Workspace.direct("U1"), "hello", Optional.empty()));
          assertInstanceOf(Incoming.Question.class, heard.remove());
        }
        case "app_home_opened" -> {
          Quick.arrived(slack.people().opensHome("U1"));
          assertInstanceOf(Incoming.Command.class, heard.remove());
          assertTrue(slack.workspace().home("U1").isPresent());
        }
        case "assistant_thread_started" -> {
          slack.people().opensPane("U1");
          assertTrue(slack.called().contains("assistant.threads.setSuggestedPrompts"));
        }
        case "tokens_revoked" -> revoked(tokensRevoked("bot"), "tokens_revoked");
        case "app_uninstalled" ->
            revoked(
                JsonNodeFactory.instance.objectNode().put("type", "app_uninstalled"),
                "app_uninstalled");
        default -> throw new AssertionError("nobody hears " + event);
      }
    }
  }

  @Test
  void aPersonsRevokedTokenIsNotOurs() {
    Quick.arrived(slack.people().event(tokensRevoked("oauth")));
    connected();
    assertEquals(Finding.State.WELL, platform.health().state());
  }

  @Test
  void theMessageShortcutAndTheCommandAreThoseThatAreHeard() {
    assertEquals(Hearing.SHORTCUT, manifest.at("/features/shortcuts/0/callback_id").asText());
    assertEquals("/edr", manifest.at("/features/slash_commands/0/command").asText());
  }

  @Test
  void whoSpeaksEnglishIsSpokenToInEnglish() {
    slack.people().opensPane("U2");
    assertTrue(slack.prompts().contains("What does it cost"), slack.prompts());
    slack.people().opensPane("U1");
    assertTrue(slack.prompts().contains("30 台"), slack.prompts());

    String pane = slack.people().opensPane("U2");
    String direct = Workspace.direct("U2");
    var _ = slack.people().says("U2", direct, "How do I cancel?", Optional.of(pane));
    Quick.until(Duration.ofSeconds(10), () -> !slack.workspace().status(direct, pane).isEmpty());
    assertEquals("Thinking…", slack.workspace().status(direct, pane));

    var _ = slack.people().commands("U2", "C1", "How do I cancel?");
    String root = SlackReader.text(slack.workspace().messages("C1").getLast());
    assertTrue(root.contains("Asked by"), root);
  }

  @Test
  void aCallThatBeganBeforeTheTokenWasRevokedRenewsNothing() {
    var api = new SlackApi(Quick.settings(slack), InstantSource.system());
    var done = new ApiTestResponse();
    done.setOk(true);

    var _ =
        api.call(
            "earlier",
            () -> {
              api.disown("tokens_revoked");
              return done;
            });
    assertEquals("tokens_revoked", api.disowned());

    var _ = api.call("later", () -> done);
    assertEquals("", api.disowned());
  }

  /** It is told, nothing crashes, and the next call that succeeds is a token renewed. */
  private void revoked(ObjectNode event, String why) {
    Quick.arrived(slack.people().event(event));
    Finding ill = platform.health();
    assertEquals(Finding.State.ILL, ill.state());
    assertTrue(ill.what().contains(why), ill.what());

    delivered(platform.post(Place.channel("C1"), card(), new PostKey(why, false)));
    connected();
    assertEquals(Finding.State.WELL, platform.health().state());
  }

  private void connected() {
    Quick.until(Duration.ofSeconds(10), platform::isConnected);
  }

  private static ObjectNode tokensRevoked(String kind) {
    ObjectNode event = JsonNodeFactory.instance.objectNode().put("type", "tokens_revoked");
    event.putObject("tokens").putArray(kind).add("UBOT");
    return event;
  }

  private Set<String> texts(String path) {
    Set<String> texts = new TreeSet<>();
    manifest.at(path).forEach(one -> texts.add(one.asText()));
    return texts;
  }

  private static JsonNode manifest() {
    try {
      return new YAMLMapper().readTree(Path.of("..", "config", "slack-manifest.yaml").toFile());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String delivered(Receipt receipt) {
    return assertInstanceOf(Receipt.Delivered.class, receipt).message();
  }

  private static Card card() {
    return new Card("T", Tone.PLAIN, Language.JA, List.of());
  }
}
