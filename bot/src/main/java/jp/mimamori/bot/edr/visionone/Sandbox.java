package jp.mimamori.bot.edr.visionone;

import static jp.mimamori.bot.edr.visionone.Api.encoded;
import static jp.mimamori.bot.edr.visionone.EventReader.text;
import static jp.mimamori.bot.edr.visionone.EventReader.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import jp.mimamori.bot.edr.EdrClient.Submission;
import jp.mimamori.bot.edr.SandboxAnalysis;
import jp.mimamori.bot.edr.SandboxAnalysis.Risk;
import jp.mimamori.bot.edr.SuspiciousObject;

/** The sandbox (Trend Vision One API v3.0, Sandbox Analysis; fact sheet 9). */
final class Sandbox {
  private static final String SANDBOX = "/v3.0/sandbox/";

  /** Of a password, in base64 (fact sheet 9). */
  private static final int MAX_PASSWORD = 128;

  private final Api api;
  private final SubmissionReader reader;

  Sandbox(Api api) {
    this.api = api;
    this.reader = new SubmissionReader(api.trouble());
  }

  Submission analyzeFile(String name, byte[] content, Optional<String> archivePassword) {
    var form = new Multipart().file("file", name, content);
    if (archivePassword.isPresent()) {
      String encoded =
          Base64.getEncoder()
              .encodeToString(archivePassword.get().getBytes(StandardCharsets.UTF_8));
      if (encoded.length() > MAX_PASSWORD) {
        return new Submission.Rejected("the archive's password is too long for the sandbox");
      }
      form.text("archivePassword", encoded);
    }
    try {
      return reader.read(api.transport().post(SANDBOX + "files/analyze", form));
    } catch (IOException lost) {
      return Responses.unheard(lost, api.trouble());
    }
  }

  Submission analyzeUrl(String url) {
    var body = JsonNodeFactory.instance.arrayNode();
    body.addObject().put("url", url);
    try {
      return reader.read(api.transport().post(SANDBOX + "urls/analyze", body));
    } catch (IOException lost) {
      return Responses.unheard(lost, api.trouble());
    }
  }

  SandboxAnalysis analysis(String task) {
    JsonNode state = api.read("asking the sandbox", SANDBOX + "tasks/" + encoded(task));
    return switch (text(state, "status").toLowerCase(Locale.ROOT)) {
      case "failed", "rejected", "canceled" ->
          new SandboxAnalysis.Failed(
              "Vision One: the sandbox could not analyse it" + api.trouble().quote(state));
      case "succeeded" -> done(api.read("reading the verdict", result(task)));
      default -> new SandboxAnalysis.Running(); // a state we don't know is not an end
    };
  }

  byte[] report(String task) {
    String wish = "reading the sandbox's report";
    JsonNode content =
        api.read(wish, result(task) + "/report", Map.of("Accept", "application/pdf, */*;q=0.5"));
    try {
      byte[] report = content.isBinary() ? content.binaryValue() : new byte[0];
      if (report.length == 0) {
        throw api.trouble().of(wish, "it is no document");
      }
      return report;
    } catch (IOException broken) {
      throw api.trouble().of(wish, broken);
    }
  }

  List<SuspiciousObject> objects(String task) {
    JsonNode found =
        api.read("reading what the sandbox found", result(task) + "/suspiciousObjects");
    return StreamSupport.stream(found.path("items").spliterator(), false)
        .flatMap(
            item ->
                Arrays.stream(SuspiciousObject.Kind.values())
                    .flatMap(kind -> SuspiciousObject.of(kind, text(item, kind.word())).stream()))
        .distinct()
        .toList();
  }

  private static String result(String task) {
    return SANDBOX + "analysisResults/" + encoded(task);
  }

  private static SandboxAnalysis done(JsonNode result) {
    String subject = text(result.path("digest"), "sha1");
    return new SandboxAnalysis.Done(
        risk(text(result, "riskLevel")),
        subject.isEmpty() ? text(result, "url") : subject,
        texts(result.path("detectionNames")),
        texts(result.path("threatTypes")),
        text(result, "trueFileType"),
        EventReader.instant(result.path("analysisCompletionDateTime")).orElse(Instant.EPOCH));
  }

  /** A word that we don't know is taken for HIGH: rather warn in vain than not warn. */
  private static Risk risk(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "norisk" -> Risk.NONE;
      case "low" -> Risk.LOW;
      case "medium" -> Risk.MEDIUM;
      default -> Risk.HIGH;
    };
  }
}
