package jp.mimamori.bot.edr.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gets in, what is refused, and what the simulator does by itself. */
final class SimulatorTest extends SimulatorWire {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "GET, /nonsense, 404",
    "GET, /v3.0/workbench/alerts/WB-0-0-0, 404",
    "GET, /v3.0/response/tasks/00000001, 404",
    "GET, /v3.0/xdr/response/tasks/00000001, 404",
    "GET, /v3.0/endpointSecurity/endpoints/nobody, 404",
    "GET, /v3.0/eiqs/endpoints, 400",
    "GET, /v3.0/workbench/alerts?orderBy=beauty, 400",
    "GET, /v3.0/workbench/alerts?startDateTime=yesterday, 400",
    "GET, /v3.0/workbench/alerts?skipToken=stale, 400",
    "GET, /v3.0/response/tasks?top=7, 400",
    "POST, /v3.0/response/endpoints/isolate, 400",
    "POST, /simulator/faults, 400",
    "POST, /v3.0/response/endpoints/collectFile, 400",
    "POST, /v3.0/response/endpoints/startMalwareScan, 400",
    "POST, /v3.0/response/suspiciousObjects, 400",
    "POST, /v3.0/response/tasks/cancel, 400",
    "POST, /v3.0/sandbox/files/analyze, 400",
    "GET, /v3.0/sandbox/tasks/nothing, 404",
    "GET, /v3.0/sandbox/analysisResults/nothing/report, 404",
    "GET, /v3.0/search/endpointActivities, 400",
    "GET, /dl/nothing, 404",
    "DELETE, /v3.0/workbench/alerts, 404"
  })
  void refusalsAreJsonToo(String method, String path, int status) {
    String body = method.equals("POST") ? "{\"nonsense\":1}" : "";

    var answer = send(method, uri(path), body);

    assertEquals(status, answer.statusCode(), answer.body());
    assertFalse(body(answer).path("error").path("code").asText("").isEmpty(), answer.body());
  }

  @Test
  void nothingWithoutTheToken() throws IOException, InterruptedException {
    for (String path : List.of(ALERTS, "/simulator", "/", "/v3.0/healthcheck/connectivity")) {
      for (String token : List.of("", "Bearer ", "Bearer wrong", SETTINGS.token())) {
        var request = HttpRequest.newBuilder(uri(path)).header("Authorization", token).build();
        var answer = http.send(request, BodyHandlers.ofString());
        assertEquals(401, answer.statusCode(), path);
        assertEquals("InvalidCredentials", body(answer).path("error").path("code").asText());
      }
    }
  }

  @Test
  void theSameSeedTellsTheSameStory() {
    try (var twin = new Simulator(SETTINGS, clock, Optional.empty())) {
      for (int i = 0; i < 30; i++) {
        String id = simulator.raise();
        assertEquals(id, twin.raise());
        assertEquals(body(get(ALERTS + "/" + id)), body(get(twin.address(), ALERTS + "/" + id)));
      }
    }
  }

  @Test
  void raisesNowAndThenHoweverOftenTheBellRings() {
    List<Duration> gaps = new ArrayList<>();
    Instant last = START;
    for (int second = 0; second < 4 * 3600; second += 10) {
      clock.pass(Duration.ofSeconds(10));
      if (simulator.raiseNowAndThen(clock.instant()).isPresent()) {
        gaps.add(Duration.between(last, clock.instant()));
        last = clock.instant();
      }
    }

    assertTrue(gaps.size() >= 18 && gaps.size() <= 34, gaps.toString());
    for (Duration gap : gaps) {
      assertTrue(gap.toSeconds() >= 420 && gap.toSeconds() <= 790, gaps.toString());
    }
  }

  @Test
  void theStateFileIsWholeAtEveryMoment() throws IOException {
    Path file = folder.resolve("deep/edr.json");
    try (var kept = new Simulator(SETTINGS, clock, Optional.of(file))) {
      String id = kept.raise();
      assertTrue(Files.readString(file).contains(id));
    }
    try (var again = new Simulator(SETTINGS, clock, Optional.of(file))) {
      assertTrue(again.raise().endsWith("-00014"), "goes on where it was");
    }
    Files.writeString(file, "{\"alerts\":[");
    var broken =
        assertThrows(
            UncheckedIOException.class, () -> new Simulator(SETTINGS, clock, Optional.of(file)));
    assertTrue(String.valueOf(broken.getMessage()).contains("edr.json"));
  }

  @Test
  void twelveKindsHoldNoForgottenPlaceholder() {
    for (String kind : simulator.kinds()) {
      JsonNode alert = body(get(ALERTS + "/" + simulator.raise(Wish.ofKind(kind))));
      String indicators = alert.path("indicators").toString().replace("{default}", "bcdedit's own");
      assertFalse(indicators.matches(".*\\{[a-z0-9]+(:[^}\"]*)?}.*"), indicators);
      assertTrue(indicators.contains("file_sha1"), kind);
    }
    assertEquals(12, simulator.kinds().size());
  }
}
