package jp.mimamori.bot.edr.visionone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import jp.mimamori.bot.edr.EdrClient.Submission;
import jp.mimamori.bot.edr.EdrClient.TaskStatus;
import jp.mimamori.bot.edr.Endpoint;
import jp.mimamori.bot.edr.ResponseAction;
import jp.mimamori.bot.edr.SuspiciousObject;
import jp.mimamori.bot.edr.SuspiciousObject.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers to wishes for actions that our simulator does not give by itself. */
final class VisionOneActionsTest extends CannedVisionOne {
  private static final ResponseAction SCAN = new ResponseAction.StartScan(PC);

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
  void aRequestIsToldWhenToComeBack() {
    server.says(429, "", Map.of("Retry-After", "5"));

    assertEquals(
        new Submission.TryAgain(Duration.ofSeconds(5)),
        client.submit(new ResponseAction.Isolate(PC), "r1"));
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
}
