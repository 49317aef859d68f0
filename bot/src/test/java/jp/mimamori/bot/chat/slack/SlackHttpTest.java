package jp.mimamori.bot.chat.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import jp.mimamori.bot.chat.Incoming;
import jp.mimamori.bot.chat.Reply;
import jp.mimamori.bot.chat.slack.Signatures.Verdict;
import jp.mimamori.bot.chat.slack.local.LocalSlack;
import jp.mimamori.bot.chat.slack.local.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Slack's requests by HTTP, and who else might send them. */
class SlackHttpTest {
  private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
  private static final String CHALLENGE = "{\"type\":\"url_verification\",\"challenge\":\"abc\"}";

  private final List<Incoming> heard = Collections.synchronizedList(new ArrayList<>());
  private LocalSlack slack;
  private SlackPlatform platform;

  @BeforeEach
  void open() {
    slack = new LocalSlack(0, () -> NOW);
    slack.workspace().add(new Workspace.Channel("C1", "support"));
    slack.workspace().add(new Workspace.User("U1", "Anna"));
    platform =
        new SlackPlatform(
            new SlackSettings(
                slack.apiUrl(),
                LocalSlack.BOT_TOKEN,
                "",
                Optional.of(new SlackSettings.Http("127.0.0.1", 0, LocalSlack.SIGNING_SECRET)),
                Quick.TIMING),
            () -> NOW);
    platform.start(
        (incoming, reply) -> {
          if (incoming instanceof Incoming.Question question && question.text().equals("full")) {
            throw new IllegalStateException("the disk is full");
          }
          heard.add(incoming);
          reply.accept(new Reply.Nothing());
        });
    slack.people().byHttp(address());
  }

  @AfterEach
  void close() {
    platform.close();
    slack.close();
  }

  @Test
  void everythingThatPeopleDoComesByHttpToo() {
    String bot = "<@" + Workspace.BOT + "> ";
    Quick.arrived(slack.people().says("U1", "C1", bot + "解約は？", Optional.empty()));
    Quick.arrived(slack.people().commands("U1", "C1", "status"));
    Quick.arrived(slack.people().presses("U1", "C1", "1.1", "take"));

    assertEquals("解約は？", ((Incoming.Question) heard.get(0)).text());
    assertEquals(Incoming.Order.STATUS, ((Incoming.Command) heard.get(1)).order());
    assertEquals("take", ((Incoming.Press) heard.get(2)).button());
  }

  @Test
  void whatCouldNotBeKeptIsToldToComeAgain() {
    var told = slack.people().says("U1", "C1", "<@" + Workspace.BOT + "> full", Optional.empty());
    assertEquals(false, told.acknowledged());
    assertEquals(4, told.attempts());
  }

  @Test
  void slackProvesTheAddress() throws Exception {
    var answer = send(CHALLENGE, NOW, LocalSlack.SIGNING_SECRET);
    assertEquals(200, answer.statusCode());
    assertTrue(answer.body().contains("abc"), answer.body());
  }

  @Test
  void forgedOldFutureAndReplayedRequestsAreRefused() throws Exception {
    assertEquals(401, send(CHALLENGE, NOW, "another secret").statusCode());
    assertEquals(
        401, send(CHALLENGE, NOW.minusSeconds(301), LocalSlack.SIGNING_SECRET).statusCode());
    assertEquals(
        401, send(CHALLENGE, NOW.plusSeconds(301), LocalSlack.SIGNING_SECRET).statusCode());
    assertEquals(
        200, send(CHALLENGE, NOW.plusSeconds(299), LocalSlack.SIGNING_SECRET).statusCode());
    assertEquals(200, send(CHALLENGE, NOW, LocalSlack.SIGNING_SECRET).statusCode());
    assertEquals(401, send(CHALLENGE, NOW, LocalSlack.SIGNING_SECRET).statusCode(), "again");
    assertEquals(413, send("x".repeat(HttpReceiver.MOST_BYTES + 1), NOW, "").statusCode());
    assertEquals(List.of(), heard);
  }

  @Test
  void aReplayIsRememberedAsLongAsItsTimeStampCounts() {
    var signatures = new Signatures("s");
    byte[] body = "b".getBytes(StandardCharsets.UTF_8);
    String ahead = Long.toString(NOW.plusSeconds(300).getEpochSecond());
    String signature = signatures.sign(ahead, body);
    assertEquals(Verdict.GENUINE, signatures.judge(ahead, body, signature, NOW));
    assertEquals(Verdict.REPLAYED, signatures.judge(ahead, body, signature, NOW.plusSeconds(600)));
    assertEquals(
        Verdict.OUT_OF_TIME, signatures.judge(ahead, body, signature, NOW.plusSeconds(601)));
    assertEquals(Verdict.FORGED, signatures.judge("soon", body, signature, NOW));
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + platform.port() + HttpReceiver.PATH);
  }

  private HttpResponse<String> send(String body, Instant at, String secret)
      throws IOException, InterruptedException {
    String timestamp = Long.toString(at.getEpochSecond());
    String signature =
        secret.isEmpty()
            ? "v0=0"
            : new Signatures(secret).sign(timestamp, body.getBytes(StandardCharsets.UTF_8));
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(address())
              .header("Content-Type", "application/json")
              .header("X-Slack-Request-Timestamp", timestamp)
              .header("X-Slack-Signature", signature)
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
