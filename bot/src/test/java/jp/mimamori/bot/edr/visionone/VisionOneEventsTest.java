package jp.mimamori.bot.edr.visionone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import jp.mimamori.bot.edr.EdrClient.Update;
import jp.mimamori.bot.edr.EdrException;
import jp.mimamori.bot.edr.Endpoint;
import jp.mimamori.bot.edr.NoteworthyEvent;
import jp.mimamori.bot.edr.NoteworthyEvent.Finding;
import jp.mimamori.bot.edr.NoteworthyEvent.Standing;
import jp.mimamori.bot.edr.NoteworthyEvent.Status;
import jp.mimamori.bot.edr.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers about alerts that our simulator does not give by itself: reading, changing, notes. */
final class VisionOneEventsTest extends CannedVisionOne {
  private static final String ALERT = "{\"id\":\"WB-1\",\"status\":\"Open\"}";
  private static final Standing CLOSED = new Standing(Status.CLOSED, Finding.TRUE_POSITIVE);

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

  @ParameterizedTest
  @CsvSource({
    "204, Done",
    "429, TryAgain",
    "403, Rejected",
    "404, Rejected",
    "408, Unclear",
    "500, Unclear",
    "504, Unclear",
    "0, Unclear"
  })
  void readsEveryAnswerToAChangeAndAsksOnce(int status, String outcome) {
    server.says(200, ALERT, Map.of("ETag", "W/\"a1\""));
    server.says(status, "");

    Update update = client.update("WB-1", Standing.NEW, CLOSED);

    assertEquals(outcome, update.getClass().getSimpleName());
    assertEquals(2, server.asked().size());
    assertEquals("PATCH", server.asked().getLast().method());
    assertEquals("W/\"a1\"", server.asked().getLast().version(), "as it was received");
    assertEquals(
        "{\"status\":\"Closed\",\"investigationResult\":\"True Positive\"}",
        server.asked().getLast().body());
  }

  @Test
  void anAlertThatNeverHoldsStillIsLeftForLater() {
    for (int i = 0; i < 9; i++) {
      server.says(200, ALERT, Map.of("ETag", "\"a\""));
      server.says(412, "{\"error\":{\"code\":\"ConditionNotMet\"}}");
    }

    assertInstanceOf(Update.TryAgain.class, client.update("WB-1", Standing.NEW, CLOSED));
    assertEquals(6, server.asked().size());
  }

  @Test
  void withoutAVersionNothingIsChanged() {
    server.says(200, ALERT);

    assertInstanceOf(Update.Rejected.class, client.update("WB-1", Standing.NEW, CLOSED));
    assertEquals(1, server.asked().size());
  }

  @ParameterizedTest
  @CsvSource({"201, Done", "429, TryAgain", "403, Rejected", "500, Unclear", "0, Unclear"})
  void readsEveryAnswerToANoteAndAsksOnce(int status, String outcome) {
    server.says(200, "{\"items\":[{\"id\":1,\"content\":\"another\"}]}");
    server.says(status, "");

    assertEquals(outcome, client.addNote("WB-1", "text").getClass().getSimpleName());
    assertEquals(2, server.asked().size());
  }
}
