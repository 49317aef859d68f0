package jp.mimamori.bot.edr.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What only a simulator has: things happen, and go wrong, on demand. */
final class AdminApi {
  private static final List<String> FAULTS =
      List.of(
          "tooManyRequests",
          "retryAfterSeconds",
          "serverErrors",
          "slow",
          "slowMillis",
          "lostReplies",
          "failedTasks",
          "expiredPages",
          "staleEtags",
          "duplicates",
          "storm",
          "offline",
          "online");

  /** So long a storm takes. */
  private static final Duration STORM = Duration.ofMinutes(1);

  private static final Pattern NUMBER = Pattern.compile("\\d{1,7}");

  private final World world;
  private final Faults faults;

  AdminApi(World world, Faults faults) {
    this.world = world;
    this.faults = faults;
  }

  /** What can be wished for. */
  Answer overview() {
    ObjectNode overview = JsonNodeFactory.instance.objectNode();
    ArrayNode kinds = overview.putArray("kinds");
    world.kinds().forEach(kind -> kinds.add(kind.kind()));
    ArrayNode endpoints = overview.putArray("endpoints");
    world
        .endpoints()
        .forEach(
            endpoint ->
                endpoints
                    .addObject()
                    .put("name", endpoint.name())
                    .put("agentGuid", endpoint.guid())
                    .put("customer", endpoint.customer().number())
                    .put("condition", endpoint.condition().name().toLowerCase(Locale.ROOT))
                    .put("isolated", world.isolated(endpoint))
                    .put("offline", world.offline(endpoint)));
    ArrayNode known = overview.putArray("faults");
    FAULTS.forEach(known::add);
    return Answer.json(200, overview);
  }

  Answer raise(Request request) {
    Wish wish =
        new Wish(
            text(request.body(), "customer"),
            text(request.body(), "kind"),
            text(request.body(), "endpoint"));
    try {
      return Answer.json(201, world.raise(wish));
    } catch (IllegalArgumentException unknown) {
      throw ApiError.badRequest(String.valueOf(unknown.getMessage()));
    }
  }

  Answer update(String id) {
    return world
        .seeMore(id)
        .map(alert -> Answer.json(200, alert))
        .orElseThrow(() -> ApiError.notFound("Not found."));
  }

  /** Sets what is named and leaves the rest. */
  Answer faults(Request request) {
    if (request.body().isEmpty()) {
      throw ApiError.badRequest("No fault named (" + known() + ").");
    }
    for (Map.Entry<String, JsonNode> wish : request.body().properties()) {
      fault(wish.getKey(), wish.getValue());
    }
    return Answer.empty(204);
  }

  /** As from the command line. */
  void trouble(String name, String value) {
    try {
      fault(
          name,
          NUMBER.matcher(value).matches()
              ? IntNode.valueOf(Integer.parseInt(value))
              : TextNode.valueOf(value));
    } catch (ApiError refusal) {
      throw new IllegalArgumentException(refusal.getMessage());
    }
  }

  private void fault(String name, JsonNode value) {
    switch (name) {
      case "tooManyRequests" -> faults.tooManyRequests(count(value));
      case "retryAfterSeconds" -> faults.retryAfter(Duration.ofSeconds(count(value)));
      case "serverErrors" -> faults.serverErrors(count(value));
      case "slow" -> faults.slow(count(value));
      case "slowMillis" -> faults.delay(Duration.ofMillis(count(value)));
      case "lostReplies" -> faults.lostReplies(count(value));
      case "failedTasks" -> faults.failedTasks(count(value));
      case "expiredPages" -> faults.expiredPages(count(value));
      case "staleEtags" -> faults.staleEtags(count(value));
      case "duplicates" -> faults.duplicates(count(value));
      case "storm" -> world.storm(count(value), STORM);
      case "offline" -> world.offline(endpoint(value), true);
      case "online" -> world.offline(endpoint(value), false);
      default -> throw ApiError.badRequest("No such fault: " + name + " (" + known() + ").");
    }
  }

  private static String known() {
    return "one of " + String.join(", ", FAULTS);
  }

  private SimulatedEndpoint endpoint(JsonNode value) {
    return world
        .endpoint(value.asText(""))
        .orElseThrow(() -> ApiError.badRequest("No such endpoint: " + value.asText("") + "."));
  }

  private static int count(JsonNode value) {
    if (!value.canConvertToInt() || value.asInt() < 0) {
      throw ApiError.badRequest("A fault takes the number of requests that it shall meet.");
    }
    return value.asInt();
  }

  private static Optional<String> text(JsonNode body, String key) {
    return Optional.of(body.path(key).asText("")).filter(value -> !value.isBlank());
  }
}
