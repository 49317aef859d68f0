package jp.mimamori.bot.edr.visionone;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.mimamori.bot.edr.EdrClient.Submission;
import jp.mimamori.bot.edr.EdrException;
import jp.mimamori.bot.edr.EndpointFacts;
import jp.mimamori.bot.edr.EndpointFacts.Isolation;
import jp.mimamori.bot.edr.EndpointFacts.Prerequisite;
import jp.mimamori.bot.edr.SandboxAnalysis;
import jp.mimamori.bot.edr.SuspiciousObject;
import jp.mimamori.bot.edr.SuspiciousObject.Kind;
import jp.mimamori.bot.edr.Sweep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Waiting and refusals while reading, endpoints, the sandbox and the search. */
final class VisionOneReadingTest extends CannedVisionOne {
  private static final SuspiciousObject HASH =
      new SuspiciousObject(Kind.FILE_SHA1, "ab".repeat(20));

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
  void aRefusalIsNotAskedTwice() {
    server.says(403, "{\"error\":{\"message\":\"Insufficient permissions.\"}}");

    var refused = assertThrows(EdrException.class, client::checkConnectivity);

    assertTrue(refused.getMessage().contains("permission"), refused.getMessage());
    assertEquals(1, server.asked().size());
  }

  @Test
  void whatAnEndpointDoesNotTellIsNotGuessed() {
    server.says(
        200,
        """
        {"items":[
          {"agentGuid":"g1","endpointName":"PC","edrSensor":{"connectivity":"limbo","status":"disabled",
            "version":"1.2","lastConnectedDateTime":"2025-02-14T09:24:13"}},
          {"agentGuid":"g2","displayName":"only shown","isolationStatus":"sideways"}]}
        """);

    List<EndpointFacts> facts = client.endpoints();

    EndpointFacts first = facts.getFirst();
    assertEquals(List.of(Prerequisite.ENDPOINT_SENSOR), first.missing());
    assertFalse(first.untold().contains(Prerequisite.AGENT_INSTALLED));
    assertTrue(first.untold().contains(Prerequisite.SERVER_REACHED));
    assertEquals(Optional.of(Instant.parse("2025-02-14T09:24:13Z")), first.lastConnectedAt());
    assertEquals(Isolation.UNKNOWN, facts.getLast().isolation());
    assertEquals("only shown", facts.getLast().endpoint().name());
    assertEquals(List.of(Prerequisite.values()), facts.getLast().untold());
  }

  @Test
  void aNameThatNoHeaderCanHoldIsSoughtInTheList() {
    server.says(200, "{\"items\":[{\"agentGuid\":\"g1\",\"endpointName\":\"経理PC\"}]}");
    server.says(404, "{}");

    assertEquals("g1", client.endpointsNamed("経理PC").getFirst().endpoint().guid());
    assertEquals("null", server.asked().getFirst().query());
  }

  @Test
  void aFileGoesToTheSandboxAsAForm() {
    server.says(202, "{\"id\":\"s1\"}", Map.of("Operation-Location", "/v3.0/sandbox/tasks/s1"));

    var accepted =
        client.analyzeFile("a\"b.exe", "body".getBytes(US_ASCII), Optional.of("infected"));

    assertEquals(new Submission.Accepted("s1"), accepted);
    String body = server.asked().getFirst().body();
    assertTrue(body.contains("name=\"file\"; filename=\"a_b.exe\"\r\n"), body);
    assertTrue(body.contains("\r\n\r\nbody\r\n--"), body);
    assertTrue(body.contains("name=\"archivePassword\"\r\n\r\naW5mZWN0ZWQ=\r\n"), body);
  }

  @ParameterizedTest
  @CsvSource({
    "running, '', Running", "succeeded, noRisk, NONE", "succeeded, medium, MEDIUM",
    "succeeded, apocalyptic, HIGH", "failed, '', Failed", "pondering, '', Running"
  })
  void readsEveryStateOfAnAnalysis(String status, String risk, String expected) {
    server.says(200, "{\"status\":\"" + status + "\"}");
    server.says(200, "{\"riskLevel\":\"" + risk + "\"}");

    SandboxAnalysis analysis = client.analysis("s1");

    assertEquals(
        expected,
        analysis instanceof SandboxAnalysis.Done done
            ? done.risk().name()
            : analysis.getClass().getSimpleName());
  }

  @Test
  void aReportThatIsNoneIsSaid() {
    server.says(200, "{\"status\":\"later\"}");

    assertThrows(EdrException.class, () -> client.analysisReport("s1"));
  }

  @Test
  void aSweepSearchesEveryPlaceAndStopsWhenItKnowsEnough() {
    String page =
        "{\"items\":["
            + String.join(",", Collections.nCopies(500, "{\"endpointGuid\":\"g\",\"eventTime\":1}"))
            + "],\"nextLink\":\"%s/v3.0/search/endpointActivities?skipToken=%d\"}";
    server.says(200, "{\"totalCount\":999999}");
    for (int i = 0; i < 12; i++) {
      server.says(200, page.formatted(server.address(), i));
    }

    Sweep sweep = client.sweep(HASH, NOW.minusSeconds(9), NOW);

    assertFalse(sweep.whole());
    assertEquals(999_999, sweep.activities());
    assertEquals(5_000, sweep.sightings().getFirst().times());
    assertEquals(11, server.asked().size());
    for (CannedServer.Asked asked : server.asked()) {
      assertTrue(
          asked.query().contains("objectFileHashSha1:\"" + HASH.value() + "\""), asked.query());
    }
  }

  @Test
  void aSweepThatBreaksOffSaysThatItIsNotWhole() {
    server.says(200, "{\"totalCount\":2}");
    server.says(
        200,
        "{\"items\":[{\"endpointGuid\":\"g\"}],\"nextLink\":\""
            + server.address()
            + "/v3.0/search/endpointActivities?skipToken=1\"}");
    server.says(400, "{}");

    Sweep sweep = client.sweep(HASH, NOW.minusSeconds(9), NOW);

    assertFalse(sweep.whole());
    assertEquals(1, sweep.sightings().size());
  }
}
