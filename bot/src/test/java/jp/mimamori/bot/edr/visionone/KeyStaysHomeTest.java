package jp.mimamori.bot.edr.visionone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jp.mimamori.bot.edr.EdrClient;
import jp.mimamori.bot.edr.EdrClient.Submission;
import jp.mimamori.bot.edr.EdrException;
import jp.mimamori.bot.edr.Endpoint;
import jp.mimamori.bot.edr.NoteworthyEvent.Standing;
import jp.mimamori.bot.edr.ResponseAction;
import jp.mimamori.bot.edr.ResponseTask.CollectedFile;
import jp.mimamori.bot.edr.SuspiciousObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** The API key goes to the configured host and nowhere else, whatever that host says. */
final class KeyStaysHomeTest {
  private static final String KEY = "eyJ-very-secret-key";
  private static final Instant NOW = Instant.parse("2026-01-05T01:00:00Z");
  private static final ResponseAction ISOLATE =
      new ResponseAction.Isolate(new Endpoint("guid-1", "PC-01", List.of()));

  /** What opens a collected file: nobody else may read it. */
  private static final String OPENS = "sig-s3cret";

  private static final SuspiciousObject OBJECT =
      new SuspiciousObject(SuspiciousObject.Kind.IP, "203.0.113.9");
  private static final Endpoint PC = new Endpoint("guid-1", "PC-01", List.of());

  /** Everything that can be asked of the EDR. */
  private static final List<Consumer<EdrClient>> CALLS =
      List.of(
          client -> client.eventsUpdated(NOW, NOW),
          client -> client.event("WB-1"),
          client -> client.update("WB-1", Standing.NEW, Standing.NEW),
          client -> client.addNote("WB-1", "text"),
          client -> client.notes("WB-1"),
          EdrClient::endpoints,
          client -> client.endpoint("guid-1"),
          client -> client.endpointsNamed("PC-01"),
          client -> client.submit(ISOLATE, "r1"),
          client -> client.submit(new ResponseAction.BlockObject(OBJECT), "r1"),
          client -> client.submit(new ResponseAction.StartScan(PC), "r1"),
          client -> client.submit(new ResponseAction.CancelScan(PC, "1"), "r1"),
          client -> client.submit(new ResponseAction.CollectFile(PC, "C:/a"), "r1"),
          client -> client.taskOf("r1", NOW),
          client -> client.task("1"),
          client -> client.tasks(NOW),
          client -> client.analyzeFile("a", new byte[1], Optional.empty()),
          client -> client.analyzeUrl("https://a.example"),
          client -> client.analysis("1"),
          client -> client.analysisReport("1"),
          client -> client.analysisObjects("1"),
          client -> client.sweep(OBJECT, NOW, NOW),
          EdrClient::checkConnectivity);

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
  void noCallFollowsARedirect() {
    for (Consumer<EdrClient> call : CALLS) {
      for (int i = 0; i < 3; i++) {
        home.says(308, "", Map.of("Location", foreign.address() + "/v3.0/x"));
      }
      tried(call);
    }
    assertEquals(List.of(), foreign.asked());
    assertTrue(home.asked().size() >= CALLS.size());
  }

  @Test
  void noListIsReadOnElsewhere() {
    for (Consumer<EdrClient> call : CALLS) {
      for (int i = 0; i < 3; i++) {
        home.says(
            200,
            "{\"totalCount\":1,\"items\":[],\"nextLink\":\""
                + foreign.address()
                + "/v3.0/x?y=1\"}");
      }
      tried(call);
    }
    assertEquals(List.of(), foreign.asked());
  }

  @Test
  void noCallTellsTheKeyOrWhatOpensAFile() {
    String echo =
        "{\"error\":{\"code\":\"x\",\"message\":\"Bearer " + KEY + "\"},\"key\":\"" + KEY + "\"}";
    var heard = new Heard();
    for (int status : List.of(200, 207, 302, 400, 401, 403, 404, 412, 418, 429, 500, 503, 0)) {
      for (Consumer<EdrClient> call : CALLS) {
        for (int i = 0; i < 4; i++) {
          home.says(status, echo);
        }
        String said = tried(call);
        assertFalse(said.contains(KEY), said);
        assertFalse(said.contains(OPENS), said);
      }
    }
    heard.end();
    assertFalse(heard.everything().contains(KEY), heard.everything());
    assertFalse(heard.everything().contains(OPENS), heard.everything());
    assertTrue(heard.everything().contains("reading again"), "the log was listened to");
  }

  @Test
  void aCollectedFileIsFetchedWithoutTheKey() {
    foreign.says(200, "PK");

    byte[] content = client.download(file(foreign.address().toString()));

    assertEquals("PK", new String(content, StandardCharsets.US_ASCII));
    assertEquals("null", foreign.asked().getFirst().authorization());
    assertEquals(List.of(), home.asked());
  }

  @Test
  void aCollectedFileIsFetchedFromNoOtherPlaceAndNotInTheClear() {
    home.says(302, "", Map.of("Location", foreign.address().toString()));
    for (String location :
        List.of(
            home.address().toString(), "http://files.example", "ftp://localhost", "file:///etc")) {
      var refused = assertThrows(EdrException.class, () -> client.download(file(location)));
      assertFalse(EverythingSaid.by(refused).contains(OPENS), EverythingSaid.by(refused));
    }
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

  /** All that a call says, to whoever asked and to the log. */
  private String tried(Consumer<EdrClient> call) {
    try {
      call.accept(client);
      return "";
    } catch (EdrException trouble) {
      return EverythingSaid.by(trouble);
    } finally {
      home.forget();
    }
  }

  private static CollectedFile file(String host) {
    return new CollectedFile(
        "C:/a", 1, "", "", URI.create(host + "/f?" + OPENS), Optional.empty(), OPENS);
  }

  /** What our client writes to the log, down to its smallest remarks. */
  private static final class Heard {
    private final Logger logger =
        (Logger) LoggerFactory.getLogger(VisionOneClient.class.getPackageName());
    private final Level before = logger.getLevel();
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    Heard() {
      lines.start();
      logger.setLevel(Level.TRACE);
      logger.setAdditive(false);
      logger.addAppender(lines);
    }

    void end() {
      logger.detachAppender(lines);
      logger.setAdditive(true);
      logger.setLevel(before);
    }

    String everything() {
      return lines.list.stream()
          .map(ILoggingEvent::getFormattedMessage)
          .collect(Collectors.joining("\n"));
    }
  }
}
