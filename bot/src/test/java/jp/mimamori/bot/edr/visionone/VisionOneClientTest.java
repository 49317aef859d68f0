package jp.mimamori.bot.edr.visionone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.mimamori.bot.edr.EdrClient.Submission;
import jp.mimamori.bot.edr.EdrClient.TaskStatus;
import jp.mimamori.bot.edr.EdrException;
import jp.mimamori.bot.edr.Endpoint;
import jp.mimamori.bot.edr.NoteworthyEvent;
import jp.mimamori.bot.edr.ResponseAction;
import jp.mimamori.bot.edr.Severity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers of Vision One that our simulator does not give by itself. */
final class VisionOneClientTest {
  private static final Instant NOW = Instant.parse("2026-01-05T01:00:00Z");
  private static final Endpoint PC = new Endpoint("guid-1", "PC-01", List.of());

  private final CannedServer server = new CannedServer();
  private final List<Duration> pauses = new ArrayList<>();
  private final VisionOneClient client =
      new VisionOneClient(
          new VisionOneSettings(
              server.address(),
              "key",
              Optional.of("alertProvider eq 'SAE'"),
              Optional.empty(),
              Duration.ofSeconds(5),
              Duration.ofSeconds(20)),
          pauses::add);

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void asksForTheWindowInWholeSecondsWithTheFilterOnEveryPage() {
    server.says(
        200,
        "{\"items\":[],\"nextLink\":\""
            + server.address()
            + "/v3.0/workbench/alerts?orderBy=updatedDateTime asc&skipToken=2\"}");
    server.says(200, "{\"items\":[]}");

    client.eventsUpdated(NOW.plusMillis(900), NOW.plusMillis(1100));

    assertEquals(
        "/v3.0/workbench/alerts?dateTimeTarget=updatedDateTime&orderBy=updatedDateTime%20asc"
            + "&startDateTime=2026-01-05T01%3A00%3A00Z&endDateTime=2026-01-05T01%3A00%3A02Z",
        server.asked().getFirst().uri());
    assertEquals(
        "/v3.0/workbench/alerts?orderBy=updatedDateTime%20asc&skipToken=2",
        server.asked().getLast().uri());
    for (CannedServer.Asked asked : server.asked()) {
      assertEquals("alertProvider eq 'SAE'", asked.filter());
    }
  }

  @Test
  void anAlertOnTwoPagesIsOneEventAsItIsNewest() {
    server.says(
        200,
        """
        {"items":[{"id":"WB-9001-20260105-00001","updatedDateTime":"2026-01-05T01:00:00Z","score":1},
                  {"id":"WB-9001-20260105-00002","updatedDateTime":"2026-01-05T01:00:01Z"}],
         "nextLink":"%s/v3.0/workbench/alerts?skipToken=2"}
        """
            .formatted(server.address()));
    server.says(
        200,
        """
        {"items":[{"id":"WB-9001-20260105-00002","updatedDateTime":"2026-01-05T01:00:01Z"},
                  {"id":"WB-9001-20260105-00001","updatedDateTime":"2026-01-05T01:00:05Z","score":2}]}
        """);

    List<NoteworthyEvent> events = client.eventsUpdated(NOW, NOW.plusSeconds(9));

    assertEquals(
        List.of("WB-9001-20260105-00002", "WB-9001-20260105-00001"),
        events.stream().map(NoteworthyEvent::id).toList());
    assertEquals(2, events.getLast().score());
  }

  @Test
  void aPageThatExpiresIsReadOnFromTheLastSeenTime() {
    server.says(
        200,
        """
        {"items":[{"id":"WB-1-20260105-1","updatedDateTime":"2026-01-05T01:00:07Z"}],
         "nextLink":"%s/v3.0/workbench/alerts?skipToken=2"}
        """
            .formatted(server.address()));
    server.says(400, "{\"error\":{\"code\":\"BadRequest\"}}");
    server.says(200, "{\"items\":[]}");

    assertEquals(1, client.eventsUpdated(NOW, NOW.plusSeconds(9)).size());
    assertTrue(
        server.asked().getLast().uri().contains("startDateTime=2026-01-05T01%3A00%3A07Z"),
        server.asked().getLast().uri());
  }

  @Test
  void pagesThatNeverGetAnyFurtherAreGivenUp() {
    for (int i = 0; i < 20; i++) {
      server.says(
          200,
          "{\"items\":[],\"nextLink\":\"" + server.address() + "/v3.0/workbench/alerts?a=1\"}");
    }

    assertThrows(EdrException.class, () -> client.eventsUpdated(NOW, NOW));
    assertTrue(server.asked().size() < 10, server.asked().toString());
  }

  @Test
  void unknownWordsAndMissingKeysMustNotHideAnEvent() {
    server.says(
        200,
        """
        {"items":[
          {"id":"WB-9001-20260105-00001","createdDateTime":"2026-01-05T01:00:00.123Z",
           "severity":"apocalyptic","status":"Pondering","score":null,"campaign":"x",
           "impactScope":{"entities":[
             {"entityType":"host","entityValue":"OLD-PC","entityId":"35fa11da-a24e-40cf-8b56-baf8828cc15e"},
             {"entityType":"host","entityValue":{"guid":"g2","name":"PC-2","ips":null}},
             {"entityType":"host","entityValue":"NAME-ONLY","entityId":"NAME-ONLY"},
             {"entityType":"account","entityValue":"corp\\\\taro"},
             {"entityType":"awsLambda","entityValue":"f"}]},
           "matchedRules":[{"matchedFilters":[{"mitreTechniqueIds":["V9.T1003.002","T1003","T1003.002"]},{}]}],
           "indicators":[{"type":"quantum","field":"f","value":"v"},
             {"type":"host","value":{"guid":"g2","name":"PC-2"}},{"type":"text"}]},
          {"model":"nameless"},
          {"id":"ODD"}]}
        """);

    List<NoteworthyEvent> events = client.eventsUpdated(NOW, NOW);

    assertEquals(
        List.of("ODD", "WB-9001-20260105-00001"),
        events.stream().map(NoteworthyEvent::id).toList());
    NoteworthyEvent event = events.getLast();
    assertEquals(Severity.HIGH, event.severity());
    assertEquals(0, event.score());
    assertEquals(event.createdAt(), event.updatedAt());
    assertEquals(
        List.of(
            new Endpoint("35fa11da-a24e-40cf-8b56-baf8828cc15e", "OLD-PC", List.of()),
            new Endpoint("g2", "PC-2", List.of()),
            new Endpoint("", "NAME-ONLY", List.of())),
        event.endpoints());
    assertEquals(List.of("corp\\taro"), event.accounts());
    assertEquals(List.of("T1003.002", "T1003"), event.techniques());
    assertEquals(List.of("v", "PC-2"), event.indicators().stream().map(i -> i.value()).toList());
    assertEquals("", events.getFirst().customer());
  }

  @Test
  void sendsTheGuidAndOurRequest() {
    server.says(500, "");

    client.submit(new ResponseAction.Release(PC), "request-7");

    assertEquals("/v3.0/response/endpoints/restore", server.asked().getFirst().uri());
    assertEquals(
        "[{\"agentGuid\":\"guid-1\",\"description\":\"request-7\"}]",
        server.asked().getFirst().body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "207 |"
            + " [{`status`:202,`headers`:[{`name`:`operation-location`,`value`:`https://h/v3.0/x/7/`}]}]"
            + " | Accepted",
        "207 | [{`status`:202}]                                             | Unclear",
        "207 | []                                                           | Unclear",
        "207 | nonsense                                                     | Unclear",
        "200 | {}                                                           | Unclear",
        "207 | [{`status`:500,`body`:{`error`:{`code`:`InternalServerError`}}}] | Unclear",
        "207 | [{`status`:403,`body`:{`error`:{`message`:`Feature disabled.`}}}] | Rejected",
        "207 | [{`status`:400,`body`:{`error`:{`code`:`NotSupported`}}}]    | Rejected",
        "207 | [{`status`:429}]                                             | TryAgain",
        "207 | [{`status`:400,`body`:{`error`:{`code`:`TaskError`,`message`:`Task duplication.`}}}]"
            + " | Rejected",
        "400 | {}                                                           | Rejected",
        "401 | {}                                                           | Rejected",
        "413 | {}                                                           | Rejected",
        "408 | {}                                                           | Unclear",
        "429 | {}                                                           | TryAgain",
        "502 | <html>                                                       | Unclear",
        "504 | {}                                                           | Unclear",
        "0   | -                                                            | Unclear"
      })
  void readsEveryAnswerToAWishAndAsksOnce(int status, String body, String outcome) {
    server.says(status, body.replace('`', '"'));

    Submission submission = client.submit(new ResponseAction.Isolate(PC), "r1");

    assertEquals(outcome, submission.getClass().getSimpleName(), submission.toString());
    assertEquals(1, server.asked().size());
    assertEquals(List.of(), pauses);
  }

  @Test
  void aWishIsNotRepeatedOnAConnectionThatWasGoodBefore() {
    server.says(200, "{\"status\":\"available\"}");
    client.checkConnectivity();
    server.says(0, "");
    server.says(207, "[{\"status\":202}]");

    assertInstanceOf(Submission.Unclear.class, client.submit(new ResponseAction.Isolate(PC), "r1"));
    assertEquals(2, server.asked().size(), server.asked().toString());
  }

  @Test
  void withoutAnAgentsIdNothingIsAsked() {
    var nameless = new Endpoint("", "PC-01", List.of());

    assertInstanceOf(
        Submission.Rejected.class, client.submit(new ResponseAction.Isolate(nameless), "r1"));
    assertEquals(List.of(), server.asked());
  }

  @Test
  void nobodyListeningIsCertainlyNotAccepted() {
    server.close();

    assertInstanceOf(
        Submission.TryAgain.class, client.submit(new ResponseAction.Isolate(PC), "r1"));
  }

  @Test
  void anAnswerThatDoesNotComeIsUnclear() {
    try (var impatient =
        new VisionOneClient(
            new VisionOneSettings(
                server.address(),
                "key",
                Optional.empty(),
                Optional.empty(),
                Duration.ofSeconds(5),
                Duration.ofNanos(1)),
            pauses::add)) {
      assertInstanceOf(
          Submission.Unclear.class, impatient.submit(new ResponseAction.Isolate(PC), "r1"));
    }
  }

  @Test
  void waitsAsLongAsItIsToldAndOtherwiseLongerEachTime() {
    server.says(429, "", Map.of("Retry-After", "17"));
    server.says(503, "");
    server.says(502, "<html>");
    server.says(200, "{\"status\":\"available\"}");

    client.checkConnectivity();

    assertEquals(Duration.ofSeconds(17), pauses.get(0));
    assertTrue(pauses.get(1).compareTo(Duration.ofSeconds(2)) >= 0, pauses.toString());
    assertTrue(pauses.get(2).compareTo(Duration.ofSeconds(4)) >= 0, pauses.toString());
    assertTrue(pauses.get(2).compareTo(Duration.ofSeconds(8)) <= 0, pauses.toString());
  }

  @Test
  void aRequestIsToldWhenToComeBack() {
    server.says(429, "", Map.of("Retry-After", "5"));

    assertEquals(
        new Submission.TryAgain(Duration.ofSeconds(5)),
        client.submit(new ResponseAction.Isolate(PC), "r1"));
  }

  @Test
  void aRefusalIsNotAskedTwice() {
    server.says(403, "{\"error\":{\"message\":\"Insufficient permissions.\"}}");

    var refused = assertThrows(EdrException.class, client::checkConnectivity);

    assertTrue(refused.getMessage().contains("permission"), refused.getMessage());
    assertEquals(1, server.asked().size());
  }

  @ParameterizedTest
  @CsvSource({
    "queued, Queued",
    "pendingApproval, Queued",
    "running, Running",
    "succeeded, Succeeded",
    "failed, Failed",
    "rejected, Failed",
    "canceled, Canceled",
    "meditating, Running", // a state we don't know is not an end
    "'', Running"
  })
  void readsEveryStateOfATaskByItsStatusAlone(String status, String expected) {
    server.says(
        200, "{\"status\":\"" + status + "\",\"error\":{\"message\":\"Something.\\nElse.\"}}");

    TaskStatus read = client.status("00000001");

    assertEquals(expected, read.getClass().getSimpleName());
    if (read instanceof TaskStatus.Failed failed) {
      assertTrue(failed.reason().endsWith(": Something. Else."), failed.reason());
    }
  }

  @Test
  void ourTaskIsSoughtInAWindowThatBearsAnotherClock() {
    server.says(
        200,
        """
        {"items":[{"id":"1","description":"r1","createdDateTime":"2026-01-05T01:00:00Z"},
                  {"id":"3","description":"by hand r1","createdDateTime":"2026-01-05T01:09:00Z"},
                  {"id":"2","description":"r11","createdDateTime":"2026-01-05T02:00:00Z"}, {}]}
        """);

    assertEquals(Optional.of("3"), client.taskOf("r1", NOW));
    assertTrue(server.asked().getFirst().uri().contains("startDateTime=2026-01-05T00%3A55%3A00Z"));
  }
}
