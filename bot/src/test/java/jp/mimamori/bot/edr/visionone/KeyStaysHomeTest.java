package jp.mimamori.bot.edr.visionone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import jp.mimamori.bot.edr.EdrClient.Submission;
import jp.mimamori.bot.edr.EdrException;
import jp.mimamori.bot.edr.Endpoint;
import jp.mimamori.bot.edr.ResponseAction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The API key goes to the configured host and nowhere else, whatever that host says. */
final class KeyStaysHomeTest {
  private static final String KEY = "eyJ-very-secret-key";
  private static final Instant NOW = Instant.parse("2026-01-05T01:00:00Z");
  private static final ResponseAction ISOLATE =
      new ResponseAction.Isolate(new Endpoint("guid-1", "PC-01", List.of()));

  private final CannedServer home = new CannedServer();
  private final CannedServer foreign = new CannedServer();
  private final VisionOneClient client =
      new VisionOneClient(new VisionOneSettings(home.address(), KEY), _ -> {});

  @AfterEach
  void close() {
    client.close();
    home.close();
    foreign.close();
  }

  @Test
  void aNextLinkToAnotherHostIsNotFollowed() {
    home.says(
        200, "{\"items\":[],\"nextLink\":\"" + foreign.address() + "/v3.0/workbench/alerts?x=1\"}");

    var refused = assertThrows(EdrException.class, () -> client.eventsUpdated(NOW, NOW));

    assertTrue(refused.getMessage().contains("another address"), refused.getMessage());
    assertEquals(List.of(), foreign.asked());
  }

  @Test
  void aRedirectIsNotFollowed() {
    home.says(302, "", Map.of("Location", foreign.address() + "/v3.0/workbench/alerts"));
    assertThrows(EdrException.class, () -> client.eventsUpdated(NOW, NOW));

    home.says(307, "", Map.of("Location", foreign.address().toString()));
    assertInstanceOf(Submission.Rejected.class, client.submit(ISOLATE, "r1"));

    assertEquals(List.of(), foreign.asked());
  }

  @Test
  void aTaskIsAskedForAtHomeWhereverItsAddressLeads() {
    home.says(
        207,
        """
        [{"status":202,"headers":[{"name":"Operation-Location","value":"%s/v3.0/xdr/response/tasks/00000004"}]}]
        """
            .formatted(foreign.address()));
    home.says(200, "{\"status\":\"running\"}");

    assertEquals(new Submission.Accepted("00000004"), client.submit(ISOLATE, "r1"));
    client.status("00000004");

    assertEquals("/v3.0/response/tasks/00000004", home.asked().getLast().uri());
    assertEquals(List.of(), foreign.asked());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.example.com.evil.example/v3.0/a",
        "https://api.example.com@evil.example/v3.0/a",
        "https://evil.example\\@api.example.com/v3.0/a",
        "https://api.example.com:8443/v3.0/a",
        "http://api.example.com/v3.0/a",
        "//evil.example/v3.0/a",
        "https://user@api.example.com/v3.0/a",
        "javascript:alert(1)",
        "https:v3.0",
        ":::"
      })
  void linksThatLeadAwayHaveNoPath(String link) {
    URI base = URI.create("https://api.example.com");

    assertTrue(NextLink.pathAndQuery(base, link).isEmpty(), link);
  }

  @Test
  void linksThatStayAreTakenWithTheirRawSpaces() {
    URI base = URI.create("https://api.example.com");

    assertEquals(
        "/v3.0/workbench/alerts?orderBy=updatedDateTime%20asc&skipToken=a%2Bb",
        NextLink.pathAndQuery(
                base,
                "https://API.example.com:443/v3.0/workbench/alerts?orderBy=updatedDateTime"
                    + " asc&skipToken=a%2Bb")
            .orElseThrow());
  }

  @Test
  void theKeyIsSaidByNoExceptionAndNoReason() {
    String echo = "{\"error\":{\"code\":\"x\",\"message\":\"bad token Bearer " + KEY + "\"}}";
    home.says(400, echo);
    home.says(401, echo);
    home.says(0, "");
    home.says(0, "");
    home.says(0, "");
    home.says(0, "");
    for (int i = 0; i < 3; i++) {
      var trouble = assertThrows(EdrException.class, client::checkConnectivity);
      assertFalse(EverythingSaid.by(trouble).contains(KEY), EverythingSaid.by(trouble));
    }
    home.says(400, echo);
    home.says(500, echo);
    home.says(207, "[{\"status\":400,\"body\":" + echo + "}]");
    for (int i = 0; i < 3; i++) {
      assertFalse(client.submit(ISOLATE, "r1").toString().contains(KEY));
    }
    assertTrue(home.asked().stream().allMatch(a -> a.authorization().equals("Bearer " + KEY)));
  }
}
