package jp.mimamori.bot.edr.simulator;

import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.mimamori.bot.edr.Endpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Actions, objects, files, endpoints and searches as they go over the wire. */
final class SimulatorActionsTest extends SimulatorWire {
  private static final String SCRIPTS = "/v3.0/response/customScripts";

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
  void scriptsComeChangeRunAndGo() {
    HttpResponse<String> added = script("", "kit.sh", "bash", "id\n");
    assertEquals(201, added.statusCode());
    String id = added.headers().firstValue("Location").orElseThrow().replaceFirst(".*/", "");
    assertEquals(
        List.of("kit.sh"),
        body(get(SCRIPTS + "?filter=fileName%20eq%20'kit.sh'"))
            .path("items")
            .valueStream()
            .map(script -> script.path("fileName").asText())
            .toList());
    assertEquals("id\n", get(SCRIPTS + "/" + id).body());

    assertEquals(204, script("/" + id + "/update", "kit.sh", "bash", "ls\n").statusCode());
    assertEquals("ls\n", get(SCRIPTS + "/" + id).body());
    assertEquals(202, run("kit.sh"));
    assertEquals(400, run("unknown.sh"));
    assertEquals(400, script("", "kit.exe", "bash", "").statusCode(), "neither .ps1 nor .sh");

    assertEquals(204, send("DELETE", uri(SCRIPTS + "/" + id), "").statusCode());
    assertEquals(404, get(SCRIPTS + "/" + id).statusCode());
  }

  @Test
  void endpointsComeInTheOrderAndWithTheKeysThatAreAskedFor() {
    JsonNode first =
        body(get(
                "/v3.0/endpointSecurity/endpoints?orderBy=endpointName%20desc"
                    + "&select=endpointName,isolationStatus"))
            .path("items")
            .path(0);

    assertEquals(
        Set.of("endpointName", "isolationStatus"),
        first.propertyStream().map(Map.Entry::getKey).collect(toSet()));
    assertEquals(
        simulator.endpoints("9001").stream().map(Endpoint::name).max(naturalOrder()).orElseThrow(),
        first.path("endpointName").asText());
    assertEquals(400, get("/v3.0/endpointSecurity/endpoints?orderBy=beauty").statusCode());
  }

  private int run(String script) {
    String wish =
        "[{\"endpointName\":\"%s\",\"fileName\":\"%s\"}]"
            .formatted(simulator.endpoints("9001").getFirst().name(), script);
    return body(send("POST", uri("/v3.0/response/endpoints/runScript"), wish))
        .path(0)
        .path("status")
        .asInt();
  }

  private HttpResponse<String> script(String path, String fileName, String type, String content) {
    return send(
        "POST",
        uri(SCRIPTS + path),
        """
        --x\r
        Content-Disposition: form-data; name="fileType"\r
        \r
        %s\r
        --x\r
        Content-Disposition: form-data; name="file"; filename="%s"\r
        Content-Type: text/plain\r
        \r
        %s\r
        --x--\r
        """
            .formatted(type, fileName, content),
        "Content-Type",
        "multipart/form-data; boundary=x");
  }
}
