package jp.mimamori.bot.chat.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import jp.mimamori.bot.chat.Incoming;
import jp.mimamori.bot.chat.Reply;
import jp.mimamori.bot.chat.slack.local.LocalSlack;
import jp.mimamori.bot.chat.slack.local.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Payloads in the shapes that Slack's reference shows, and such as nobody has seen yet: each is
 * acknowledged, by Socket Mode and by signed HTTP, and what it means is heard under one id, however
 * often it is delivered. What a file expects is in its {@code expect}; empty for nothing.
 */
class SlackTrafficTest {
  private static final Path FOLDER =
      Path.of("src/test/resources/jp/mimamori/bot/chat/slack/traffic");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Map<String, String> heard = new ConcurrentHashMap<>();
  private LocalSlack slack;

  @BeforeEach
  void open() {
    slack = new LocalSlack(0, InstantSource.system());
    slack.workspace().add(new Workspace.Channel("C1", "support"));
    slack.workspace().add(new Workspace.User("U1", "Anna"));
    slack.workspace().add(new Workspace.User("U0EXTERNAL", "Kai", "T0PARTNER", false, false));
  }

  @AfterEach
  void close() {
    slack.close();
  }

  @TestFactory
  Stream<DynamicTest> bySocketMode() {
    return replayed(start(Optional.empty()));
  }

  @TestFactory
  Stream<DynamicTest> bySignedHttp() {
    SlackPlatform platform =
        start(Optional.of(new SlackSettings.Http("127.0.0.1", 0, LocalSlack.SIGNING_SECRET)));
    slack.people().byHttp(URI.create("http://127.0.0.1:" + platform.port() + HttpReceiver.PATH));
    return replayed(platform);
  }

  private SlackPlatform start(Optional<SlackSettings.Http> http) {
    var platform =
        new SlackPlatform(
            new SlackSettings(
                slack.apiUrl(), LocalSlack.BOT_TOKEN, LocalSlack.APP_TOKEN, http, Quick.TIMING),
            InstantSource.system());
    platform.start(
        (incoming, reply) -> {
          heard.put(incoming.event(), said(incoming));
          reply.accept(new Reply.Nothing());
        });
    return platform;
  }

  private Stream<DynamicTest> replayed(SlackPlatform platform) {
    return fixtures()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    String.valueOf(file.getFileName()), () -> replay(read(file))))
        .onClose(platform::close);
  }

  private void replay(JsonNode fixture) {
    heard.clear();
    var payload = (ObjectNode) fixture.get("payload");
    String type = fixture.get("type").asText();
    assertTrue(slack.people().raw(type, payload).acknowledged(), "acknowledged");
    // The same bytes in the same second are a replay to signed HTTP; a retry of Slack's is not.
    ObjectNode again = payload.deepCopy().put("nobody_asked_for_this", 1);
    assertTrue(slack.people().raw(type, again).acknowledged(), "and again");

    String expected = fixture.get("expect").asText();
    assertEquals(expected.isEmpty() ? List.of() : List.of(expected), List.copyOf(heard.values()));
  }

  private static String said(Incoming incoming) {
    return switch (incoming) {
      case Incoming.Question question -> "question " + question.text();
      case Incoming.Press press -> "press " + press.button();
      case Incoming.Command command -> "command " + command.order();
      case Incoming.Submission sent ->
          "submission " + sent.button() + " " + new TreeMap<>(sent.answers());
    };
  }

  private static Stream<Path> fixtures() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode read(Path file) throws IOException {
    return MAPPER.readTree(file.toFile());
  }
}
