package jp.mimamori.bot.edr.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Actions and what became of them (fact sheet 1.5 and 6 to 8). */
final class ResponseApi {
  private static final Duration MAX_WINDOW = Duration.ofDays(180);
  private static final Duration FILES_KEPT = Duration.ofDays(7);
  private static final List<String> FILTERS =
      List.of("id", "status", "action", "agentGuid", "endpointName");
  private static final String HELD = "The content of a collected file, if there were one.\n";

  private final World world;
  private final Faults faults;
  private final PageKeeper pages;

  ResponseApi(World world, Faults faults, PageKeeper pages) {
    this.world = world;
    this.faults = faults;
    this.pages = pages;
  }

  /**
   * One answer per wish, in the same order; 207 whatever became of them.
   *
   * @param action the kind of task
   * @param oneOf keys of which a wish must have at least one
   * @param optional keys that a wish may have besides
   */
  Answer onEndpoints(
      Request request, String action, List<String> oneOf, List<String> optional, String base) {
    ArrayNode answers = JsonNodeFactory.instance.arrayNode();
    for (JsonNode wish : wishes(request.body())) {
      answers.add(onEndpoint(wish, action, oneOf, optional, base));
    }
    return Answer.json(207, answers);
  }

  /** Blocks or lets through; one object per wish. */
  Answer onObjects(Request request, String action, String base) {
    ArrayNode answers = JsonNodeFactory.instance.arrayNode();
    for (JsonNode wish : wishes(request.body())) {
      Map<String, String> object = details(wish, ObjectsApi.TYPES);
      answers.add(
          object.size() == 1
              ? begun(begin(action, Optional.empty(), object, wish), base)
              : refused(400, "BadRequest", "Invalid request - Required fields not found: url."));
    }
    return Answer.json(207, answers);
  }

  /** The exception among the actions: an object as body, a plain 202 as answer (fact sheet 6). */
  Answer scan(Request request, String base) {
    List<JsonNode> wishes = wishes(request.body().path("endpoints"));
    List<ObjectNode> refusals =
        wishes.stream().flatMap(wish -> refusal(wish, List.of(), Map.of()).stream()).toList();
    if (!refusals.isEmpty()) {
      JsonNode refusal = refusals.getFirst();
      return Answer.json(refusal.path("status").asInt(), refusal.path("body"));
    }
    World.Begun begun = begin(Task.SCAN, endpoint(wishes.getFirst()), Map.of(), wishes.getFirst());
    Answer answer =
        begun.duplicate()
            ? Answer.json(400, ApiError.body("TaskError", "Task duplication.", 0))
            : Answer.empty(202);
    return answer.with("Operation-Location", location(begun.task(), base));
  }

  Answer cancel(Request request) {
    ArrayNode answers = JsonNodeFactory.instance.arrayNode();
    for (JsonNode wish : wishes(request.body())) {
      answers.add(
          switch (world.cancel(wish.path("id").asText(""))) {
            case CANCELED -> JsonNodeFactory.instance.objectNode().put("status", 202);
            case UNKNOWN -> refused(404, "NotFound", "Not found.");
            case NOT_POSSIBLE -> refused(400, "BadRequest", "The task can't be canceled.");
          });
    }
    return Answer.json(207, answers);
  }

  Answer task(String id, String base) {
    return world
        .task(id)
        .map(task -> Answer.json(200, shown(task, base)))
        .orElseThrow(() -> ApiError.notFound("Not found."));
  }

  Answer list(Request request, String base) {
    int size = request.top(50, List.of(50, 100, 200));
    return pages.page(request, base + "/v3.0/response/tasks", size, () -> chosen(request, base));
  }

  /** What was collected; such an address opens without a token, and expires. */
  Answer download(String name) {
    return world.tasks().stream()
        .filter(task -> brings(task) && fileName(task).equals(name))
        .filter(task -> task.status(world.now()).equals("succeeded"))
        .filter(task -> world.now().isBefore(expiry(task)))
        .findFirst()
        .map(_ -> Answer.bytes("application/zip", Documents.zip("collected", HELD)))
        .orElseThrow(() -> ApiError.notFound("Not found."));
  }

  private ObjectNode onEndpoint(
      JsonNode wish, String action, List<String> oneOf, List<String> optional, String base) {
    List<String> keys = Stream.concat(oneOf.stream(), optional.stream()).toList();
    Map<String, String> details = details(wish, keys);
    if (action.equals(Task.RUN_SCRIPT)
        && details.containsKey("fileName")
        && !ScriptsApi.knows(world, details.get("fileName"))) {
      return refused(400, "BadRequest", "Target not found.");
    }
    return refusal(wish, oneOf, details)
        .orElseGet(() -> begun(begin(action, endpoint(wish), details, wish), base));
  }

  private Optional<ObjectNode> refusal(
      JsonNode wish, List<String> oneOf, Map<String, String> details) {
    if (named(wish).isEmpty()) {
      return missing("agentGuid");
    }
    if (!oneOf.isEmpty() && oneOf.stream().noneMatch(details::containsKey)) {
      return missing(oneOf.getFirst());
    }
    Optional<SimulatedEndpoint> endpoint = endpoint(wish);
    if (endpoint.isEmpty()) {
      return Optional.of(refused(400, "BadRequest", "Target not found."));
    }
    return switch (endpoint.get().condition()) {
      case HEALTHY, OFFLINE -> Optional.empty();
      case OUTDATED ->
          Optional.of(
              refused(
                  400,
                  "NotSupported",
                  "Action not supported. Install or upgrade the agent program on the target"
                      + " endpoint."));
      case UNPROTECTED -> Optional.of(refused(403, "AccessDenied", "Feature disabled."));
    };
  }

  private static Optional<ObjectNode> missing(String field) {
    return Optional.of(
        refused(400, "BadRequest", "Invalid request - Required fields not found: " + field + "."));
  }

  private World.Begun begin(
      String action,
      Optional<SimulatedEndpoint> endpoint,
      Map<String, String> details,
      JsonNode wish) {
    return world.begin(
        endpoint,
        action,
        details,
        wish.path("description").asText(""),
        () ->
            faults.takeFailedTask()
                ? Optional.of("The agent reported an error while performing the action.")
                : Optional.empty());
  }

  private static ObjectNode begun(World.Begun begun, String base) {
    ObjectNode answer =
        begun.duplicate()
            ? refused(400, "TaskError", "Task duplication.")
            : JsonNodeFactory.instance.objectNode().put("status", 202);
    answer
        .putArray("headers")
        .addObject()
        .put("name", "Operation-Location")
        .put("value", location(begun.task(), base));
    return answer;
  }

  private static String location(Task task, String base) {
    return base + "/v3.0/xdr/response/tasks/" + task.id();
  }

  private Optional<SimulatedEndpoint> endpoint(JsonNode wish) {
    return world.endpoint(named(wish));
  }

  private static String named(JsonNode wish) {
    return wish.path("agentGuid").asText(wish.path("endpointName").asText(""));
  }

  private static List<JsonNode> wishes(JsonNode body) {
    if (!body.isArray() || body.isEmpty()) {
      throw ApiError.badRequest("Invalid request format.");
    }
    return body.valueStream().toList();
  }

  private static Map<String, String> details(JsonNode wish, List<String> keys) {
    Map<String, String> details = new TreeMap<>();
    for (String key : keys) {
      String value = wish.path(key).asText("");
      if (!value.isBlank()) {
        details.put(key, value);
      }
    }
    return details;
  }

  static ObjectNode refused(int status, String code, String message) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("status", status);
    answer.set("body", ApiError.body(code, message, 0));
    return answer;
  }

  private List<ObjectNode> chosen(Request request, String base) {
    String target = request.parameter("dateTimeTarget").orElse("createdDateTime");
    if (!target.equals("createdDateTime") && !target.equals("lastActionDateTime")) {
      throw ApiError.badRequest("Invalid request - Invalid field format: dateTimeTarget.");
    }
    Instant end = request.time("endDateTime", world.now());
    Instant start = request.time("startDateTime", end.minus(MAX_WINDOW));
    if (Duration.between(start, end).compareTo(MAX_WINDOW) > 0) {
      throw ApiError.badRequest("Invalid request - Invalid field format: startDateTime.");
    }
    Predicate<ObjectNode> filter =
        request
            .parameter("filter")
            .map(text -> Filter.of(text, FILTERS, ResponseApi::fields))
            .orElse(_ -> true);
    return world.tasks().stream()
        .sorted(Comparator.comparing(Task::id).reversed())
        .map(task -> shown(task, base))
        .filter(filter)
        .filter(
            task -> {
              Instant at = Instant.parse(task.path(target).asText());
              return !at.isBefore(start) && !at.isAfter(end);
            })
        .toList();
  }

  private static Map<String, List<String>> fields(ObjectNode task) {
    Map<String, List<String>> fields = new TreeMap<>();
    FILTERS.forEach(field -> fields.put(field, List.of(task.path(field).asText(""))));
    return fields;
  }

  private ObjectNode shown(Task task, String base) {
    Instant now = world.now();
    String status = task.status(now);
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", task.id())
        .put("status", status)
        .put("createdDateTime", AlertWriter.time(task.createdAt()))
        .put("lastActionDateTime", AlertWriter.time(task.lastAction(now)))
        .put("action", task.action())
        .put("description", task.description())
        .put("account", "Mimamori");
    if (!task.agentGuid().isEmpty()) {
      node.put("agentGuid", task.agentGuid()).put("endpointName", task.endpointName());
    }
    task.details().forEach(node::put);
    if (task.action().equals(Task.TERMINATE) && !node.has("fileSha1")) {
      node.put("fileSha1", "");
    }
    if (status.equals("succeeded") && brings(task)) {
      brought(node, task, base);
    }
    if (status.equals("failed")) {
      node.putObject("error")
          .put("code", "TaskError")
          .put("number", 4009999)
          .put("message", String.valueOf(task.failure()));
    }
    return node;
  }

  private static boolean brings(Task task) {
    return task.action().equals(Task.COLLECT_FILE) || task.action().equals(Task.RUN_SCRIPT);
  }

  private static void brought(ObjectNode node, Task task, String base) {
    node.put("resourceLocation", base + "/dl/" + fileName(task))
        .put("expiredDateTime", AlertWriter.time(expiry(task)))
        .put("password", Office.guid("password/" + task.id()).substring(0, 8));
    if (task.action().equals(Task.COLLECT_FILE)) {
      byte[] content = Digests.bytes(HELD);
      node.put("fileSha1", Digests.sha1(content))
          .put("fileSha256", Digests.sha256(content))
          .put("fileSize", content.length);
    }
  }

  /** Can't be guessed by who was not told. */
  private static String fileName(Task task) {
    return Office.guid("file/" + task.id() + task.createdAt() + task.description()) + ".zip";
  }

  private static Instant expiry(Task task) {
    return task.createdAt().plus(FILES_KEPT);
  }
}
