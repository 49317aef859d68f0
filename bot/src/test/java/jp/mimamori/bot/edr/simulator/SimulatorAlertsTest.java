package jp.mimamori.bot.edr.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Alerts and notes as they go over the wire, beyond what our own client asks for. */
final class SimulatorAlertsTest extends SimulatorWire {
  @Test
  void aDayOfAlertsIsThereAtFirstInTwoPages() {
    JsonNode first = body(get(ALERTS));

    assertEquals(12, first.path("totalCount").asInt());
    assertEquals(10, first.path("count").asInt());
    String next = first.path("nextLink").asText().replace(" ", "%20");
    JsonNode second = body(send("GET", URI.create(next), ""));
    assertEquals(2, second.path("items").size());
    assertFalse(second.has("nextLink"), "absent, not null");
    Set<String> models = new HashSet<>();
    first.path("items").forEach(alert -> models.add(alert.path("model").asText()));
    second.path("items").forEach(alert -> models.add(alert.path("model").asText()));
    assertEquals(12, models.size(), "all kinds");
  }

  @Test
  void anAlertChangesOnlyForWhoKnowsHowItIs() {
    String id = simulator.raise();
    clock.pass(Duration.ofMinutes(1));
    String etag = get(ALERTS + "/" + id).headers().firstValue("ETag").orElseThrow();

    assertEquals(412, patch(id, "\"stale\"", "{\"status\":\"Closed\"}").statusCode());
    assertEquals(400, patch(id, etag, "{\"status\":\"closed\"}").statusCode());
    assertEquals(204, patch(id, etag, "{\"status\":\"In Progress\"}").statusCode());
    assertEquals(412, patch(id, etag, "{\"status\":\"Closed\"}").statusCode());

    var after = get(ALERTS + "/" + id);
    assertNotEquals(etag, after.headers().firstValue("ETag").orElseThrow());
    assertEquals("In Progress", body(after).path("status").asText());
    assertEquals("2026-01-05T01:01:00Z", body(after).path("updatedDateTime").asText());
  }

  @Test
  void notesAreKept() {
    String notes = ALERTS + "/" + simulator.raise() + "/notes";

    var made = send("POST", uri(notes), "{\"content\":\"鎖の先頭 abc\"}");

    assertEquals(201, made.statusCode());
    assertTrue(made.headers().firstValue("Location").orElseThrow().endsWith("/notes/1"));
    JsonNode note = body(get(notes)).path("items").path(0);
    assertEquals("鎖の先頭 abc", note.path("content").asText());
    assertEquals(1, note.path("id").asInt());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "severity eq 'critical'                                              | 2",
        "not severity eq 'critical'                                          | 10",
        "severity eq 'low' or (severity eq 'medium' and status eq 'Open')    | 3",
        "contains(model,'PowerShell')                                        | 1",
        "status eq 'Closed'                                                  | 0",
        "impactScopeEntityValue eq 'nobody'                                  | 0"
      })
  void filtersAlerts(String filter, int count) {
    var answer = send("GET", uri(ALERTS), "", "TMV1-Filter", filter);

    assertEquals(count, body(answer).path("totalCount").asInt(), answer.body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {"severity", "severity eq high", "beauty eq 'x'", "(severity eq 'x'", "x' or 'y"})
  void refusesAFilterItDoesNotUnderstand(String filter) {
    assertEquals(400, send("GET", uri(ALERTS), "", "TMV1-Filter", filter).statusCode());
  }

  @Test
  void ordersAlerts() {
    JsonNode items = body(get(ALERTS + "?orderBy=severity%20desc,score%20asc")).path("items");

    List<Integer> scores =
        StreamSupport.stream(items.spliterator(), false).map(a -> a.path("score").asInt()).toList();
    assertEquals(List.of(88, 93, 64, 67), scores.subList(0, 4));
  }

  @Test
  void aNoteChangesOnlyForWhoKnowsHowItIs() {
    String notes = ALERTS + "/" + simulator.raise() + "/notes";
    send("POST", uri(notes), "{\"content\":\"one\"}");
    send("POST", uri(notes), "{\"content\":\"two\"}");
    String etag = get(notes + "/1").headers().firstValue("ETag").orElseThrow();
    String change = "{\"content\":\"changed\"}";

    assertEquals(412, send("PATCH", uri(notes + "/1"), change, "If-Match", "\"x\"").statusCode());
    assertEquals(204, send("PATCH", uri(notes + "/1"), change, "If-Match", etag).statusCode());
    assertEquals("changed", body(get(notes + "/1")).path("content").asText());
    assertEquals("Mimamori", body(get(notes + "/1")).path("lastUpdatedBy").asText());
    assertEquals(404, get(notes + "/3").statusCode());
    assertEquals(204, send("POST", uri(notes + "/delete"), "[{\"id\":\"2\"}]").statusCode());
    assertEquals(1, body(get(notes)).path("items").size());
    send("POST", uri(notes), "{\"content\":\"three\"}");
    assertEquals(
        1,
        body(send("GET", uri(notes), "", "TMV1-Filter", "id eq '2'")).path("items").size(),
        "a number that was given back");
  }
}
