package jp.mimamori.bot.edr.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.mimamori.bot.edr.Endpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens, and goes wrong, on demand. */
final class SimulatorTroubleTest extends SimulatorWire {
  @TempDir private Path folder;

  @Test
  void thingsHappenOnDemand() {
    var raised =
        send("POST", uri("/simulator/alerts"), "{\"customer\":\"9002\",\"kind\":\"ransom-note\"}");

    assertEquals(201, raised.statusCode());
    assertTrue(body(raised).path("id").asText().startsWith("WB-9002-20260105-"));
    assertEquals("critical", body(raised).path("severity").asText());
    assertEquals(201, send("POST", uri("/simulator/alerts"), "").statusCode());
    assertEquals(400, send("POST", uri("/simulator/alerts"), "{\"customer\":\"1\"}").statusCode());
    assertEquals(400, send("POST", uri("/simulator/alerts"), "{\"kind\":\"x\"}").statusCode());
    assertEquals(12, body(get("/simulator")).path("kinds").size());
  }

  @Test
  void troubleComesOnDemandAndPasses() {
    assertEquals(
        204,
        send("POST", uri("/simulator/faults"), "{\"tooManyRequests\":1,\"serverErrors\":1}")
            .statusCode());

    assertEquals(429, get(ALERTS).statusCode());
    assertEquals(500, get(ALERTS).statusCode());
    assertEquals(200, get(ALERTS).statusCode());
  }

  @Test
  void troubleIsToldByItsNameFromTheCommandLineToo() {
    simulator.trouble("tooManyRequests", "1");
    simulator.trouble("retryAfterSeconds", "7");

    var refused = get(ALERTS);

    assertEquals(429, refused.statusCode());
    assertEquals("7", refused.headers().firstValue("Retry-After").orElseThrow());
    for (List<String> wrong :
        List.of(List.of("beauty", "1"), List.of("slow", "-1"), List.of("offline", "nobody"))) {
      assertThrows(
          IllegalArgumentException.class, () -> simulator.trouble(wrong.get(0), wrong.get(1)));
    }
  }

  @Test
  void aStormComesEvenlyAndIsListedWhole() {
    simulator.trouble("storm", "600");
    assertEquals(22, totalCount(), "those of the first second");
    assertEquals(
        22,
        body(get(ALERTS + "?startDateTime=2026-01-04T01:00:00Z&endDateTime=2026-01-06T00:00:00Z"))
            .path("totalCount")
            .asInt(),
        "nobody sees what is to come");
    clock.pass(Duration.ofSeconds(30));
    int half = totalCount();
    assertTrue(half > 300 && half < 330, "so many after half a minute: " + half);
    clock.pass(Duration.ofSeconds(30));

    Set<String> ids = new HashSet<>();
    URI next = uri(ALERTS);
    while (true) {
      JsonNode page = body(send("GET", next, ""));
      page.path("items").forEach(alert -> assertTrue(ids.add(alert.path("id").asText())));
      if (!page.has("nextLink")) {
        break;
      }
      next = URI.create(page.path("nextLink").asText().replace(" ", "%20"));
    }
    assertEquals(612, ids.size());
    assertTrue(simulator.raise().endsWith("-00613"), "its numbers go on");
  }

  @Test
  void anAlertThatChangesUnderOnesHandsIsNotChanged() {
    String id = simulator.raise();
    String etag = get(ALERTS + "/" + id).headers().firstValue("ETag").orElseThrow();
    simulator.trouble("staleEtags", "1");

    assertEquals(412, patch(id, etag, "{\"status\":\"Closed\"}").statusCode());
    assertEquals("Open", body(get(ALERTS + "/" + id)).path("status").asText());
  }

  @Test
  void aPageRepeatsWhatTheOneBeforeEndedWith() {
    simulator.trouble("duplicates", "1");
    JsonNode first = body(get(ALERTS));

    String next = first.path("nextLink").asText().replace(" ", "%20");
    JsonNode second = body(send("GET", URI.create(next), ""));

    assertEquals(first.path("items").path(9), second.path("items").path(0));
    assertEquals(3, second.path("items").size());
  }

  @Test
  void aReplyIsLostAfterTheActionWasAccepted() {
    Endpoint pc = simulator.endpoints("9001").getFirst();
    send("POST", uri("/simulator/faults"), "{\"lostReplies\":1,\"offline\":\"" + pc.name() + "\"}");

    assertThrows(
        UncheckedIOException.class,
        () ->
            send(
                "POST",
                uri("/v3.0/response/endpoints/isolate"),
                "[{\"agentGuid\":\"" + pc.guid() + "\",\"description\":\"r1\"}]"));

    clock.pass(Duration.ofDays(1));
    JsonNode task = body(get("/v3.0/response/tasks/00000001"));
    assertEquals("r1", task.path("description").asText());
    assertEquals("queued", task.path("status").asText());
  }

  @Test
  void aSlowAnswerComesAfterTheActionWasAccepted() {
    Path file = folder.resolve("edr.json");
    try (var slow = new Simulator(SETTINGS, clock, Optional.of(file))) {
      slow.faults().delay(Duration.ofHours(1));
      slow.faults().slow(1);
      String wish =
          "[{\"agentGuid\":\"%s\",\"description\":\"late-1\"}]"
              .formatted(slow.endpoints("9001").getFirst().guid());
      var answer =
          http.sendAsync(
              request("POST", URI.create(slow.address() + "/v3.0/response/endpoints/isolate"), wish)
                  .build(),
              BodyHandlers.ofString());

      assertTimeoutPreemptively(
          Duration.ofSeconds(30),
          () -> {
            while (!Files.readString(file).contains("late-1")) {
              Thread.onSpinWait();
            }
          });
      assertFalse(answer.isDone());
    }
  }
}
