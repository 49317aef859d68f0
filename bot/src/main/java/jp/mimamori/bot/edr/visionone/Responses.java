package jp.mimamori.bot.edr.visionone;

import static jp.mimamori.bot.edr.visionone.Api.encoded;
import static jp.mimamori.bot.edr.visionone.EventReader.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.mimamori.bot.edr.EdrClient.Submission;
import jp.mimamori.bot.edr.Endpoint;
import jp.mimamori.bot.edr.ResponseAction;
import jp.mimamori.bot.edr.ResponseTask;
import jp.mimamori.bot.edr.ResponseTask.CollectedFile;
import jp.mimamori.bot.edr.SuspiciousObject;

/** Actions and their tasks (Trend Vision One API v3.0, Response; fact sheet 6 to 8). */
final class Responses {
  private static final String TASKS = "/v3.0/response/tasks";

  /** Their clock may differ from ours by this much when we look for our own task. */
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  /** The most that a page of tasks may hold (fact sheet 8). */
  private static final int TASKS_PER_PAGE = 200;

  private final Api api;
  private final SubmissionReader reader;
  private final Optional<String> investigationScript;

  Responses(Api api, Optional<String> investigationScript) {
    this.api = api;
    this.reader = new SubmissionReader(api.trouble());
    this.investigationScript = investigationScript;
  }

  Submission submit(ResponseAction action, String request) {
    return switch (action) {
      case ResponseAction.Isolate(Endpoint target) -> ask("endpoints/isolate", target, request);
      case ResponseAction.Release(Endpoint target) -> ask("endpoints/restore", target, request);
      case ResponseAction.BlockObject(SuspiciousObject target) ->
          ask("suspiciousObjects", target, request);
      case ResponseAction.UnblockObject(SuspiciousObject target) ->
          ask("suspiciousObjects/delete", target, request);
      case ResponseAction.StartScan(Endpoint target) -> startScan(target, request);
      case ResponseAction.CancelScan(Endpoint _, String scan) -> cancel(scan);
      case ResponseAction.TerminateProcess(Endpoint target, ResponseAction.Program program) ->
          ask("endpoints/terminateProcess", target, request, named(program));
      case ResponseAction.CollectFile(Endpoint target, String path) ->
          ask("endpoints/collectFile", target, request, object().put("filePath", path));
      case ResponseAction.CollectPackage(Endpoint target) -> collectPackage(target, request);
    };
  }

  Optional<String> taskOf(String request, Instant since) {
    List<JsonNode> ours = new ArrayList<>();
    String wish = "looking for our task";
    try {
      api.pages()
          .read(
              wish,
              created(since),
              Map.of(),
              task -> {
                if (carries(task, request)) {
                  ours.add(task);
                }
              });
    } catch (Pages.BrokenOff broken) {
      if (ours.isEmpty()) {
        throw api.trouble().of(wish, broken.sentence());
      }
    }
    return ours.stream()
        .max(Comparator.comparing(task -> text(task, "createdDateTime")))
        .map(task -> text(task, "id"));
  }

  ResponseTask task(String id) {
    JsonNode task = api.read("asking for task " + id, TASKS + "/" + encoded(id));
    return TaskReader.task(task, api.trouble());
  }

  List<ResponseTask> tasks(Instant since) {
    return api.list("reading tasks", created(since), Map.of()).stream()
        .map(task -> TaskReader.task(task, api.trouble()))
        .sorted(Comparator.comparing(ResponseTask::createdAt).thenComparing(ResponseTask::id))
        .toList();
  }

  /** An address opens by itself, so neither it nor what went wrong may be told. */
  byte[] download(CollectedFile file) {
    try {
      return api.transport().fetch(file.location());
    } catch (IOException lost) {
      throw api.trouble().of("fetching a collected file", api.trouble().sentence(lost));
    }
  }

  private Submission ask(String path, Endpoint target, String request) {
    return ask(path, target, request, object());
  }

  private Submission ask(String path, Endpoint target, String request, ObjectNode more) {
    if (target.guid().isBlank()) {
      return nameless();
    }
    more.put("agentGuid", target.guid()).put("description", request);
    return post("/v3.0/response/" + path, array().add(more), Optional.empty());
  }

  private Submission ask(String path, SuspiciousObject target, String request) {
    ObjectNode item =
        object().put(target.kind().word(), target.value()).put("description", request);
    return post("/v3.0/response/" + path, array().add(item), Optional.empty());
  }

  /** The only call whose body is no array (fact sheet 6). */
  private Submission startScan(Endpoint target, String request) {
    if (target.guid().isBlank()) {
      return nameless();
    }
    ObjectNode body = object();
    body.putArray("endpoints")
        .addObject()
        .put("agentGuid", target.guid())
        .put("description", request);
    return post("/v3.0/response/endpoints/startMalwareScan", body, Optional.empty());
  }

  /** Makes no task of its own: what there is to follow is the scan. */
  private Submission cancel(String scan) {
    return post(TASKS + "/cancel", array().add(object().put("id", scan)), Optional.of(scan));
  }

  /**
   * No public call starts Trend's own investigation kit (fact sheet 12), so a script does that the
   * operator has put into the console.
   */
  private Submission collectPackage(Endpoint target, String request) {
    return investigationScript
        .map(
            script -> ask("endpoints/runScript", target, request, object().put("fileName", script)))
        .orElseGet(
            () ->
                new Submission.Rejected(
                    "no investigation script is set up (visionone.investigation-script)"));
  }

  private Submission post(String path, JsonNode body, Optional<String> task) {
    try {
      return reader.read(api.transport().post(path, body), task);
    } catch (IOException lost) {
      return unheard(lost, api.trouble());
    }
  }

  /** What a wish came to of which no answer arrived. */
  static Submission unheard(IOException lost, Trouble trouble) {
    return switch (lost) {
      case ConnectException _ -> new Submission.TryAgain(Backoff.after(1)); // nobody heard it
      case HttpConnectTimeoutException _ -> new Submission.TryAgain(Backoff.after(1));
      default -> new Submission.Unclear("Vision One: " + trouble.sentence(lost));
    };
  }

  private static ObjectNode named(ResponseAction.Program program) {
    ObjectNode named = object();
    program.fileSha1().ifPresent(hash -> named.put("fileSha1", hash));
    program.fileName().ifPresent(name -> named.put("fileName", name));
    program.id().ifPresent(id -> named.put("processId", id));
    return named;
  }

  private static String created(Instant since) {
    return TASKS
        + "?dateTimeTarget=createdDateTime&startDateTime="
        + Api.from(since.minus(CLOCK_SKEW))
        + "&top="
        + TASKS_PER_PAGE;
  }

  private static boolean carries(JsonNode task, String request) {
    return Arrays.asList(text(task, "description").strip().split("\\s+", -1)).contains(request)
        && !text(task, "id").isEmpty();
  }

  private static Submission nameless() {
    return new Submission.Rejected("The EDR gave no agent id for this endpoint");
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }
}
