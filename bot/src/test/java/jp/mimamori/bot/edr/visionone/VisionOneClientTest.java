package jp.mimamori.bot.edr.visionone;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import jp.mimamori.bot.edr.EdrClient.Submission;
import jp.mimamori.bot.edr.EdrClient.TaskStatus;
import jp.mimamori.bot.edr.EdrClient.Update;
import jp.mimamori.bot.edr.EdrException;
import jp.mimamori.bot.edr.Endpoint;
import jp.mimamori.bot.edr.EndpointFacts;
import jp.mimamori.bot.edr.EndpointFacts.Isolation;
import jp.mimamori.bot.edr.EndpointFacts.Prerequisite;
import jp.mimamori.bot.edr.NoteworthyEvent;
import jp.mimamori.bot.edr.NoteworthyEvent.Finding;
import jp.mimamori.bot.edr.NoteworthyEvent.Standing;
import jp.mimamori.bot.edr.NoteworthyEvent.Status;
import jp.mimamori.bot.edr.ResponseAction;
import jp.mimamori.bot.edr.SandboxAnalysis;
import jp.mimamori.bot.edr.Severity;
import jp.mimamori.bot.edr.SuspiciousObject;
import jp.mimamori.bot.edr.SuspiciousObject.Kind;
import jp.mimamori.bot.edr.Sweep;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers of Vision One that our simulator does not give by itself. */
final class VisionOneClientTest {
  private static final Instant NOW = Instant.parse("2026-01-05T01:00:00Z");
  private static final Endpoint PC = new Endpoint("guid-1", "PC-01", List.of());

  private static final ResponseAction SCAN = new ResponseAction.StartScan(PC);
  private static final String ALERT = "{\"id\":\"WB-1\",\"status\":\"Open\"}";
  private static final Standing CLOSED = new Standing(Status.CLOSED, Finding.TRUE_POSITIVE);
  private static final SuspiciousObject HASH =
      new SuspiciousObject(Kind.FILE_SHA1, "ab".repeat(20));

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

  static Stream<Arguments> actionsOnTheWire() {
    var bad = new SuspiciousObject(Kind.DOMAIN, "bad.example");
    var program =
        new ResponseAction.Program(Optional.of("a.exe"), Optional.of("AB"), OptionalLong.of(7));
    return Stream.of(
        arguments(
            new ResponseAction.BlockObject(bad),
            "suspiciousObjects",
            "[{`domain`:`bad.example`,`description`:`r1`}]"),
        arguments(
            new ResponseAction.UnblockObject(bad),
            "suspiciousObjects/delete",
            "[{`domain`:`bad.example`,`description`:`r1`}]"),
        arguments(
            new ResponseAction.StartScan(PC),
            "endpoints/startMalwareScan",
            "{`endpoints`:[{`agentGuid`:`guid-1`,`description`:`r1`}]}"),
        arguments(
            new ResponseAction.CancelScan(PC, "00000012"), "tasks/cancel", "[{`id`:`00000012`}]"),
        arguments(
            new ResponseAction.TerminateProcess(PC, program),
            "endpoints/terminateProcess",
            "[{`fileSha1`:`AB`,`fileName`:`a.exe`,`processId`:7,`agentGuid`:`guid-1`,`description`:`r1`}]"),
        arguments(
            new ResponseAction.CollectFile(PC, "C:/a b"),
            "endpoints/collectFile",
            "[{`filePath`:`C:/a b`,`agentGuid`:`guid-1`,`description`:`r1`}]"));
  }

  @ParameterizedTest
  @MethodSource("actionsOnTheWire")
  void asksForEachActionAsTheApiWantsIt(ResponseAction action, String path, String body) {
    server.says(500, "");

    client.submit(action, "r1");

    assertEquals("/v3.0/response/" + path, server.asked().getFirst().uri());
    assertEquals(body.replace('`', '"'), server.asked().getFirst().body());
  }

  @Test
  void aScanIsAcceptedByAHeaderOrByAnItem() {
    server.says(202, "", Map.of("Operation-Location", "https://h/v3.0/xdr/response/tasks/7"));
    server.says(
        207,
        "[{\"status\":202,\"headers\":[{\"name\":\"Operation-Location\",\"value\":\"/tasks/8\"}]}]");
    server.says(202, "");

    assertEquals(new Submission.Accepted("7"), client.submit(SCAN, "r1"));
    assertEquals(new Submission.Accepted("8"), client.submit(SCAN, "r1"));
    assertInstanceOf(Submission.Unclear.class, client.submit(SCAN, "r1"));
  }

  @Test
  void whatIsToFollowOfACanceledScanIsTheScan() {
    var cancel = new ResponseAction.CancelScan(PC, "12");
    server.says(207, "[{\"status\":202}]");
    server.says(204, "");
    server.says(207, "[{\"status\":400,\"body\":{\"error\":{\"code\":\"BadRequest\"}}}]");

    assertEquals(new Submission.Accepted("12"), client.submit(cancel, "r1"));
    assertEquals(new Submission.Accepted("12"), client.submit(cancel, "r1"));
    assertInstanceOf(Submission.Rejected.class, client.submit(cancel, "r1"));
  }

  @Test
  void withoutAScriptNoPackageIsAskedFor() {
    assertInstanceOf(
        Submission.Rejected.class, client.submit(new ResponseAction.CollectPackage(PC), "r1"));
    assertEquals(List.of(), server.asked());
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

  @Test
  void aFileIsThereOnlyWhenTheTaskSucceeded() {
    String task =
        """
        {"id":"1","status":"%s","filePath":"C:/a","fileSize":9,"password":"pw","resourceLocation":"%s",
         "expiredDateTime":"2026-01-12T01:00:00Z"}
        """;
    server.says(200, task.formatted("running", "https://files.example/1"));
    server.says(200, task.formatted("succeeded", "https://files.example/1?sig=s3cret"));
    server.says(200, task.formatted("succeeded", "not an address"));

    assertEquals(Optional.empty(), client.task("1").file());
    var file = client.task("1").file().orElseThrow();
    assertEquals(Optional.empty(), client.task("1").file());
    assertEquals(Optional.of(Instant.parse("2026-01-12T01:00:00Z")), file.expiresAt());
    assertEquals(9, file.size());
    assertFalse(file.toString().contains("s3cret"), file.toString());
    assertFalse(file.toString().contains("pw"), file.toString());
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
