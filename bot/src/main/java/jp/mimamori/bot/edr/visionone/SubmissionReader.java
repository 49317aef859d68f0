package jp.mimamori.bot.edr.visionone;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.mimamori.bot.edr.EdrClient.Submission;

/**
 * Reads what Vision One said to one wish (Trend Vision One API v3.0, multi-status, fact sheet 1.5):
 * 207 alone never means success, the item does.
 */
final class SubmissionReader {
  private static final Pattern TASK = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

  private final Trouble trouble;

  SubmissionReader(Trouble trouble) {
    this.trouble = trouble;
  }

  Submission read(Reply reply) {
    return read(reply, Optional.empty());
  }

  /**
   * @param otherwise the task that it is about, where Vision One need not name one
   */
  Submission read(Reply reply, Optional<String> otherwise) {
    if (reply.status() == 207 || (reply.good() && reply.body().isArray())) {
      JsonNode items = reply.body();
      if (items.size() != 1) {
        return new Submission.Unclear("Vision One's answer does not tell what became of it");
      }
      JsonNode item = items.get(0);
      return read(
          item.path("status").asInt(0),
          location(item).flatMap(SubmissionReader::task).or(() -> otherwise),
          item.path("body"),
          reply);
    }
    // A scan answers 202 with a plain header instead (fact sheet 6).
    Optional<String> location = reply.header("Operation-Location");
    return read(
        reply.status(),
        location.flatMap(SubmissionReader::task).or(() -> otherwise),
        reply.body(),
        reply);
  }

  private Submission read(int status, Optional<String> task, JsonNode body, Reply whole) {
    if (duplicate(body)) {
      return task.<Submission>map(Submission.AlreadyUnderWay::new)
          .orElseGet(
              () ->
                  new Submission.Rejected(
                      "It is under way already; Vision One did not say as which task"));
    }
    if (status >= 200 && status < 300) {
      return task.<Submission>map(Submission.Accepted::new)
          .orElseGet(() -> new Submission.Unclear("Vision One accepted it without naming a task"));
    }
    if (status == 429) {
      return new Submission.TryAgain(Backoff.after(1, whole));
    }
    if (withStatus(status, body, whole).refuses()) {
      return new Submission.Rejected(reason(status, body, whole));
    }
    return new Submission.Unclear(
        "Vision One: " + trouble.sentence(withStatus(status, body, whole)));
  }

  private static boolean duplicate(JsonNode body) {
    JsonNode error = body.path("error");
    return error.path("code").asText("").equals("TaskError")
        && error.path("message").asText("").toLowerCase(Locale.ROOT).contains("duplicat");
  }

  private String reason(int status, JsonNode body, Reply whole) {
    String code = body.path("error").path("code").asText("");
    String message = body.path("error").path("message").asText("");
    if (message.startsWith("Target not found")) {
      return "Vision One does not know this target";
    }
    if (code.equals("NotSupported")) {
      return "The agent on this endpoint can't do this: it must be installed or upgraded";
    }
    return "Vision One: " + trouble.sentence(withStatus(status, body, whole));
  }

  private static Reply withStatus(int status, JsonNode body, Reply whole) {
    return new Reply(status, whole.headers(), body);
  }

  private static Optional<String> location(JsonNode item) {
    for (JsonNode header : item.path("headers")) {
      if (header.path("name").asText("").equalsIgnoreCase("Operation-Location")) {
        return Optional.of(header.path("value").asText(""));
      }
    }
    return Optional.empty();
  }

  /**
   * The last segment and nothing else: the address itself has the wrong path in Trend's examples
   * and must not decide where our key goes.
   */
  static Optional<String> task(String location) {
    String path = location.replaceFirst("[?#].*", "").replaceFirst("/+$", "");
    String last = path.substring(path.lastIndexOf('/') + 1);
    return Optional.of(last).filter(id -> TASK.matcher(id).matches());
  }
}
