package jp.mimamori.bot.edr.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import jp.mimamori.bot.edr.Endpoint;
import jp.mimamori.bot.edr.HandClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes over the wire beyond what our own client asks for. */
final class SimulatorTest {
  private static final Instant START = Instant.parse("2026-01-05T01:00:00Z");
  private static final SimulatorSettings SETTINGS = SimulatorSettings.demo();
  private static final String ALERTS = "/v3.0/workbench/alerts";

  @TempDir private Path folder;

  private final HandClock clock = new HandClock(START);
  private final Simulator simulator = new Simulator(SETTINGS, clock, Optional.empty());
  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();

  @AfterEach
  void close() {
    http.shutdownNow();
    simulator.close();
  }

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
  void everyItemOfAWishIsAnsweredInItsPlace() {
    Endpoint pc = simulator.endpoints("9001").getFirst();
    String wish =
        "[{\"agentGuid\":\"nobody\"},{},{\"endpointName\":\"%s\"},{\"agentGuid\":\"%s\"}]"
            .formatted(pc.name(), pc.guid());

    var answer = send("POST", uri("/v3.0/response/endpoints/isolate"), wish);

    assertEquals(207, answer.statusCode());
    JsonNode items = body(answer);
    assertEquals("Target not found.", message(items.path(0)));
    assertTrue(message(items.path(1)).startsWith("Invalid request - Required fields"));
    assertEquals(202, items.path(2).path("status").asInt());
    assertEquals("Task duplication.", message(items.path(3)));
    assertEquals(items.path(2).path("headers"), items.path(3).path("headers"));
    String location = items.path(2).path("headers").path(0).path("value").asText();
    assertEquals("queued", body(send("GET", URI.create(location), "")).path("status").asText());
  }

  @Test
  void theInventoryTellsWhoIsIsolated() {
    Endpoint pc = simulator.endpoints("9002").getFirst();
    send(
        "POST", uri("/v3.0/response/endpoints/isolate"), "[{\"agentGuid\":\"" + pc.guid() + "\"}]");
    String one = "/v3.0/endpointSecurity/endpoints/" + pc.guid();

    assertEquals("off", body(get(one)).path("isolationStatus").asText());
    clock.pass(Duration.ofSeconds(8));
    assertEquals("on", body(get(one)).path("isolationStatus").asText());
    var isolated =
        send(
            "GET",
            uri("/v3.0/endpointSecurity/endpoints"),
            "",
            "TMV1-Filter",
            "isolationStatus eq 'on'");
    assertEquals(1, body(isolated).path("totalCount").asInt());
    var found =
        send(
            "GET",
            uri("/v3.0/eiqs/endpoints"),
            "",
            "TMV1-Query",
            "endpointName eq '" + pc.name() + "'");
    assertEquals(pc.guid(), body(found).path("items").path(0).path("agentGuid").asText());
  }

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

  @Test
  void bothListsOfObjectsChangeAtOnce() {
    for (String list : List.of("suspiciousObjects", "suspiciousObjectExceptions")) {
      String path = "/v3.0/threatintel/" + list;
      JsonNode added =
          body(send("POST", uri(path), "[{\"ip\":\"203.0.113.9\"},{\"colour\":\"red\"}]"));
      assertEquals(201, added.path(0).path("status").asInt());
      assertEquals(400, added.path(1).path("status").asInt());
      assertEquals("203.0.113.9", body(get(path)).path("items").path(0).path("ip").asText(), list);
      JsonNode removed =
          body(
              send(
                  "POST",
                  uri(path + "/delete"),
                  "[{\"ip\":\"203.0.113.9\"},{\"ip\":\"203.0.113.9\"}]"));
      assertEquals(204, removed.path(0).path("status").asInt());
      assertEquals(404, removed.path(1).path("status").asInt());
    }
  }

  @Test
  void anObjectIsBlockedByAnActionOfOneObjectEach() {
    JsonNode items =
        body(
            send(
                "POST",
                uri("/v3.0/response/suspiciousObjects"),
                "[{\"ip\":\"203.0.113.9\",\"url\":\"https://a.example\"},{\"ip\":\"203.0.113.9\"}]"));

    assertEquals(400, items.path(0).path("status").asInt());
    assertEquals(202, items.path(1).path("status").asInt());
    assertEquals(
        "203.0.113.9",
        body(get("/v3.0/response/tasks/00000001")).path("ip").asText(),
        "the task repeats the object");
  }

  @Test
  void onlyCollectedFilesOpenWithoutTheToken() throws IOException, InterruptedException {
    Endpoint pc = simulator.endpoints("9001").getFirst();
    send(
        "POST",
        uri("/v3.0/response/endpoints/collectFile"),
        "[{\"agentGuid\":\"%s\",\"filePath\":\"C:/a\"}]".formatted(pc.guid()));
    clock.pass(Duration.ofSeconds(8));
    String location = body(get("/v3.0/response/tasks/00000001")).path("resourceLocation").asText();

    assertEquals(200, withoutToken(location));
    assertEquals(404, withoutToken(simulator.address() + "/dl/other.zip"));
    assertEquals(401, withoutToken(simulator.address() + "/v3.0/dl/x"));
    clock.pass(Duration.ofDays(7));
    assertEquals(404, withoutToken(location), "expired");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "objectCmd:\"reg.exe save\"                                   | true",
        "objectCmd:\"REG.EXE\" and not os:\"Linux\"                   | true",
        "objectFileHashSha1:\"%SHA1%\"                                | true",
        "objectFileHashSha1:\"%PART%\"                                | false", // hashes in full
        "dst:\"203.0.113.9\" or (objectCmd:\"reg\" and os:\"Windows\") | true",
        "objectCmd:\"no such thing\"                                  | false"
      })
  void searchesWhatEndpointsRecorded(String query, boolean found) {
    simulator.raise(
        new Wish(Optional.empty(), Optional.of("credential-dumping"), Optional.empty()));
    String sha1 = "F8E2DD0AD1D0F3D9D0DCA7AE0A6A4D08E1F7D45A";
    JsonNode alerts =
        body(send("GET", uri(ALERTS), "", "TMV1-Filter", "contains(model,'Registry Hive')"));
    for (JsonNode indicator : alerts.path("items").path(0).path("indicators")) {
      sha1 =
          indicator.path("type").asText().equals("file_sha1")
              ? indicator.path("value").asText()
              : sha1;
    }
    clock.pass(Duration.ofMinutes(5));
    String filled = query.replace("%SHA1%", sha1).replace("%PART%", sha1.substring(0, 20));

    var counted =
        send(
            "GET", uri("/v3.0/search/endpointActivities?mode=countOnly"), "", "TMV1-Query", filled);

    assertEquals(found, body(counted).path("totalCount").asInt() > 0, counted.body());
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

  private int totalCount() {
    return body(get(ALERTS)).path("totalCount").asInt();
  }

  private int withoutToken(String address) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding())
        .statusCode();
  }

  private HttpResponse<String> get(String path) {
    return get(simulator.address(), path);
  }

  private HttpResponse<String> get(URI base, String path) {
    return send("GET", URI.create(base + path), "");
  }

  private HttpResponse<String> patch(String id, String etag, String body) {
    return send("PATCH", uri(ALERTS + "/" + id), body, "If-Match", etag);
  }

  private HttpResponse<String> send(String method, URI uri, String body, String... headers) {
    try {
      var request = request(method, uri, body);
      if (headers.length > 0) {
        request.headers(headers);
      }
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private static HttpRequest.Builder request(String method, URI uri, String body) {
    return HttpRequest.newBuilder(uri)
        .header("Authorization", "Bearer " + SETTINGS.token())
        .method(method, BodyPublishers.ofString(body));
  }

  private URI uri(String path) {
    return URI.create(simulator.address() + path);
  }

  private JsonNode body(HttpResponse<String> answer) {
    try {
      return json.readTree(answer.body());
    } catch (IOException notJson) {
      throw new UncheckedIOException(notJson);
    }
  }

  private static String message(JsonNode item) {
    return item.path("body").path("error").path("message").asText();
  }
}
