package jp.mimamori.bot.edr.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What endpoints recorded (fact sheet 10.1). Follows from the alerts: each left a trace where it
 * happened, and every second one, a little later, on a neighbour that raised none.
 */
final class ActivitiesApi {
  private static final List<String> MODES = List.of("default", "countOnly", "performance");
  private static final Set<String> OF_OBJECTS =
      Set.of("command_line", "file_sha1", "file_sha256", "fullpath", "url", "domain", "ip");
  private static final Duration SPREADS_AFTER = Duration.ofMinutes(2);
  private static final int HTTPS = 443;

  private final World world;
  private final PageKeeper pages;

  ActivitiesApi(World world, PageKeeper pages) {
    this.world = world;
    this.pages = pages;
  }

  Answer search(Request request, String base) {
    String query =
        request
            .header("TMV1-Query")
            .orElseThrow(
                () ->
                    ApiError.badRequest(
                        "Invalid request - Required fields not found: TMV1-Query."));
    String mode = request.parameter("mode").orElse("default");
    if (!MODES.contains(mode)) {
      throw ApiError.badRequest("Invalid request - Invalid field format: mode.");
    }
    Predicate<ObjectNode> filter = Filter.search(query, ActivitiesApi::fields);
    if (mode.equals("countOnly")) {
      return Answer.json(
          200,
          JsonNodeFactory.instance.objectNode().put("totalCount", found(request, filter).size()));
    }
    int size = request.top(500, List.of(50, 100, 500, 1000, 5000));
    Answer page =
        pages.page(
            request, base + "/v3.0/search/endpointActivities", size, () -> found(request, filter));
    return page.body() instanceof ObjectNode body
        ? Answer.json(200, body.put("progressRate", 100))
        : page;
  }

  private List<ObjectNode> found(Request request, Predicate<ObjectNode> filter) {
    Instant end = request.time("endDateTime", world.now());
    Instant start = request.time("startDateTime", end.minus(Duration.ofHours(24)));
    List<String> select =
        request.parameter("select").map(text -> Arrays.asList(text.split(","))).orElse(List.of());
    return world.alerts().stream()
        .flatMap(this::traces)
        .filter(
            activity -> {
              long at = activity.path("eventTime").asLong();
              return at >= start.toEpochMilli() && at <= end.toEpochMilli();
            })
        .filter(filter)
        .sorted(
            Comparator.comparingLong((ObjectNode activity) -> activity.path("eventTime").asLong())
                .reversed())
        .map(
            activity ->
                select.isEmpty()
                    ? activity
                    : activity.retain(
                        Stream.concat(select.stream(), Stream.of("endpointGuid")).toList()))
        .toList();
  }

  private Stream<ObjectNode> traces(ObjectNode alert) {
    String guid = "";
    for (JsonNode entity : alert.path("impactScope").path("entities")) {
      if (entity.path("entityType").asText().equals("host")) {
        guid = entity.path("entityId").asText();
      }
    }
    List<ObjectNode> traces = new ArrayList<>();
    Instant at = Instant.parse(alert.path("createdDateTime").asText()).minusSeconds(30);
    world
        .endpoint(guid)
        .ifPresent(
            place -> {
              traces.add(trace(alert, place, at));
              int draw = Math.floorMod(alert.path("id").asText().hashCode(), 64);
              List<SimulatedEndpoint> peers = world.peers(place);
              if (draw % 2 == 0 && !peers.isEmpty()) {
                traces.add(
                    trace(alert, peers.get(draw / 2 % peers.size()), at.plus(SPREADS_AFTER)));
              }
            });
    return traces.stream();
  }

  private static ObjectNode trace(ObjectNode alert, SimulatedEndpoint place, Instant at) {
    ObjectNode activity = JsonNodeFactory.instance.objectNode();
    activity.put("endpointGuid", place.guid()).put("endpointHostName", place.name());
    activity.putArray("endpointIp").add(place.ip());
    activity
        .put("eventId", "1")
        .put("eventSubId", 2)
        .put("eventTime", at.toEpochMilli())
        .put("eventTimeDT", AlertWriter.time(at))
        .put("uuid", Office.guid(alert.path("id").asText() + "/" + place.guid()))
        .put("os", "Windows")
        .put("objectIntegrityLevel", 8192);
    activity.putArray("logonUser").add(place.user());
    var tags = activity.putArray("tags");
    for (JsonNode rule : alert.path("matchedRules")) {
      for (JsonNode filter : rule.path("matchedFilters")) {
        filter.path("mitreTechniqueIds").forEach(id -> tags.add("MITRE." + id.asText()));
      }
    }
    for (JsonNode indicator : alert.path("indicators")) {
      if (OF_OBJECTS.contains(indicator.path("type").asText())) {
        activity.put(indicator.path("field").asText(), indicator.path("value").asText());
      }
    }
    if (activity.has("dst") || activity.has("request")) {
      activity.put("dpt", HTTPS);
    }
    return activity;
  }

  private static Map<String, List<String>> fields(ObjectNode activity) {
    Map<String, List<String>> fields = new TreeMap<>();
    activity
        .properties()
        .forEach(
            field ->
                fields.put(
                    field.getKey(),
                    field.getValue().isArray()
                        ? field.getValue().valueStream().map(JsonNode::asText).toList()
                        : List.of(field.getValue().asText())));
    return fields;
  }
}
