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
import java.util.function.Predicate;

/** Actions on endpoints and what became of them (fact sheet 1.5, 6 and 8). */
final class ResponseApi {
  private static final Duration MAX_WINDOW = Duration.ofDays(180);
  private static final List<String> FILTERS =
      List.of("id", "status", "action", "agentGuid", "endpointName");

  private final World world;
  private final Faults faults;
  private final PageKeeper pages;

  ResponseApi(World world, Faults faults, PageKeeper pages) {
    this.world = world;
    this.faults = faults;
    this.pages = pages;
  }

  /** One answer per wish, in the same order; 207 whatever became of them. */
  Answer begin(Request request, String action, String base) {
    if (!request.body().isArray() || request.body().isEmpty()) {
      throw ApiError.badRequest("Invalid request format.");
    }
    ArrayNode answers = JsonNodeFactory.instance.arrayNode();
    boolean accepted = false;
    for (JsonNode wish : request.body()) {
      ObjectNode answer = begin(wish, action, base);
      accepted |= answer.path("status").asInt() == 202;
      answers.add(answer);
    }
    return Answer.json(207, answers).lost(accepted && faults.takeLostReply());
  }

  Answer task(String id) {
    return world
        .task(id)
        .map(task -> Answer.json(200, shown(task)))
        .orElseThrow(() -> ApiError.notFound("Not found."));
  }

  Answer list(Request request, String base) {
    int size = request.top(50, List.of(50, 100, 200));
    return pages.page(request, base + "/v3.0/response/tasks", size, () -> chosen(request));
  }

  private ObjectNode begin(JsonNode wish, String action, String base) {
    String target = wish.path("agentGuid").asText(wish.path("endpointName").asText(""));
    if (target.isEmpty()) {
      return refused("BadRequest", "Invalid request - Required fields not found: agentGuid.");
    }
    Optional<SimulatedEndpoint> endpoint = world.endpoint(target);
    if (endpoint.isEmpty()) {
      return refused("BadRequest", "Target not found.");
    }
    World.Begun begun =
        world.begin(
            endpoint.get(),
            action,
            wish.path("description").asText(""),
            () ->
                faults.takeFailedTask()
                    ? Optional.of("The agent reported an error while performing the action.")
                    : Optional.empty());
    ObjectNode answer =
        begun.duplicate()
            ? refused("TaskError", "Task duplication.")
            : JsonNodeFactory.instance.objectNode().put("status", 202);
    answer
        .putArray("headers")
        .addObject()
        .put("name", "Operation-Location")
        .put("value", base + "/v3.0/xdr/response/tasks/" + begun.task().id());
    return answer;
  }

  private static ObjectNode refused(String code, String message) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("status", 400);
    answer.set("body", ApiError.body(code, message, 0));
    return answer;
  }

  private List<ObjectNode> chosen(Request request) {
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
        .map(this::shown)
        .filter(filter)
        .filter(
            task -> {
              Instant at = Instant.parse(task.path(target).asText());
              return !at.isBefore(start) && !at.isAfter(end);
            })
        .toList();
  }

  private static Map<String, List<String>> fields(ObjectNode task) {
    return Map.of(
        "id", List.of(task.path("id").asText()),
        "status", List.of(task.path("status").asText()),
        "action", List.of(task.path("action").asText()),
        "agentGuid", List.of(task.path("agentGuid").asText()),
        "endpointName", List.of(task.path("endpointName").asText()));
  }

  private ObjectNode shown(Task task) {
    Instant now = world.now();
    String status = task.status(now);
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", task.id())
        .put("status", status)
        .put("createdDateTime", AlertWriter.time(task.createdAt()))
        .put("lastActionDateTime", AlertWriter.time(task.lastAction(now)))
        .put("action", task.action())
        .put("description", task.description())
        .put("account", "Mimamori")
        .put("agentGuid", task.agentGuid())
        .put("endpointName", task.endpointName());
    if (status.equals("failed")) {
      node.putObject("error")
          .put("code", "TaskError")
          .put("number", 4009999)
          .put("message", String.valueOf(task.failure()));
    }
    return node;
  }
}
