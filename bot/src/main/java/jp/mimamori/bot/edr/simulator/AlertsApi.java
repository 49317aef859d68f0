package jp.mimamori.bot.edr.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Workbench alerts (fact sheet 3). */
final class AlertsApi {
  /** The official mock pages by ten. */
  private static final int PAGE = 10;

  private static final List<String> TIMES =
      List.of("createdDateTime", "updatedDateTime", "firstInvestigatedDateTime");
  private static final List<String> SORTS =
      List.of(
          "id",
          "caseId",
          "name",
          "investigationStatus",
          "status",
          "investigationResult",
          "modelId",
          "model",
          "score",
          "severity",
          "createdDateTime",
          "updatedDateTime",
          "firstInvestigatedDateTime");
  private static final List<String> FILTERS =
      List.of(
          "id",
          "investigationStatus",
          "status",
          "investigationResult",
          "alertProvider",
          "modelId",
          "model",
          "modelType",
          "severity",
          "impactScopeEntityValue",
          "indicatorValue",
          "incidentId");
  private static final List<String> SEVERITIES = List.of("low", "medium", "high", "critical");
  private static final List<String> STATUSES = List.of("Open", "In Progress", "Closed");
  private static final List<String> RESULTS =
      List.of(
          "No Findings",
          "Noteworthy",
          "True Positive",
          "False Positive",
          "Benign True Positive",
          "Other Findings");
  private static final List<String> INVESTIGATIONS =
      List.of(
          "New",
          "In Progress",
          "True Positive",
          "False Positive",
          "Benign True Positive",
          "Closed");

  private final World world;
  private final Faults faults;
  private final PageKeeper pages;

  AlertsApi(World world, Faults faults, PageKeeper pages) {
    this.world = world;
    this.faults = faults;
    this.pages = pages;
  }

  Answer list(Request request, String base) {
    return pages.page(request, base + "/v3.0/workbench/alerts", PAGE, () -> chosen(request));
  }

  Answer get(String id) {
    ObjectNode alert = known(id);
    return Answer.json(200, alert).with("ETag", etag(alert));
  }

  Answer patch(Request request, String id) {
    if (faults.takeStaleEtag()) {
      var _ = world.seeMore(id); // somebody is faster
    }
    String etag = etag(known(id));
    JsonNode body = request.body();
    Optional<String> status = word(body, "status", STATUSES);
    Optional<String> result = word(body, "investigationResult", RESULTS);
    Optional<String> investigation = word(body, "investigationStatus", INVESTIGATIONS);
    if (status.isEmpty() && result.isEmpty() && investigation.isEmpty()) {
      throw ApiError.badRequest("Invalid request - Required fields not found: status.");
    }
    if (request.header("If-Match").filter(match -> !match.equals(etag)).isPresent()) {
      throw ApiError.conditionNotMet();
    }
    world.change(
        id,
        alert -> {
          status.ifPresent(word -> moveStatus(alert, word));
          investigation.ifPresent(word -> moveInvestigation(alert, word));
          result.ifPresent(word -> alert.put("investigationResult", word));
        });
    return Answer.empty(204);
  }

  /** Changes with everything that PATCH or the detection models change. */
  static String etag(ObjectNode alert) {
    byte[] text = alert.toString().getBytes(StandardCharsets.UTF_8);
    return "\"" + UUID.nameUUIDFromBytes(text).toString().replace("-", "") + "\"";
  }

  private ObjectNode known(String id) {
    return world.alert(id).orElseThrow(AlertsApi::unknown);
  }

  static ApiError unknown() {
    return ApiError.notFound("The workbench ID does not exist or there is no permission.");
  }

  private List<ObjectNode> chosen(Request request) {
    String target = request.parameter("dateTimeTarget").orElse("createdDateTime");
    if (!TIMES.contains(target)) {
      throw ApiError.badRequest("Invalid request - Invalid field format: dateTimeTarget.");
    }
    Instant end = request.time("endDateTime", world.now());
    Instant start = request.time("startDateTime", end.minus(Duration.ofHours(24)));
    Predicate<ObjectNode> filter =
        request
            .header("TMV1-Filter")
            .map(text -> Filter.of(text, FILTERS, AlertsApi::fields))
            .orElse(_ -> true);
    return world.alerts().stream()
        .filter(alert -> within(alert.path(target).asText(""), start, end))
        .filter(filter)
        .sorted(order(request.parameter("orderBy").orElse("createdDateTime desc")))
        .toList();
  }

  private static boolean within(String time, Instant start, Instant end) {
    if (time.isEmpty()) {
      return false;
    }
    Instant at = Instant.parse(time);
    return !at.isBefore(start) && !at.isAfter(end);
  }

  private static Comparator<ObjectNode> order(String orderBy) {
    Comparator<ObjectNode> order = (_, _) -> 0;
    for (String term : orderBy.split(",", -1)) {
      String[] words = term.strip().split("\\s+", -1);
      boolean down = words.length == 2 && words[1].equals("desc");
      boolean understood =
          SORTS.contains(words[0]) && (words.length == 1 || down || words[1].equals("asc"));
      if (!understood || words.length > 2) {
        throw ApiError.badRequest("Invalid request - Invalid field format: orderBy.");
      }
      Comparator<ObjectNode> next = by(words[0]);
      order = order.thenComparing(down ? next.reversed() : next);
    }
    return order;
  }

  private static Comparator<ObjectNode> by(String field) {
    return switch (field) {
      case "score" -> Comparator.comparingInt(alert -> alert.path(field).asInt());
      case "severity" ->
          Comparator.comparingInt(alert -> SEVERITIES.indexOf(alert.path(field).asText()));
      default -> Comparator.comparing(alert -> alert.path(field).asText(""));
    };
  }

  private static Map<String, List<String>> fields(ObjectNode alert) {
    return FILTERS.stream()
        .collect(
            Collectors.toMap(
                field -> field,
                field ->
                    switch (field) {
                      case "impactScopeEntityValue" ->
                          values(alert.path("impactScope").path("entities"), "entityValue");
                      case "indicatorValue" -> values(alert.path("indicators"), "value");
                      default -> List.of(alert.path(field).asText(""));
                    }));
  }

  private static List<String> values(JsonNode array, String key) {
    List<String> values = new ArrayList<>();
    StreamSupport.stream(array.spliterator(), false)
        .map(item -> item.path(key))
        .forEach(
            value -> {
              if (value.isObject()) {
                value.forEach(part -> values.add(part.asText("")));
              } else {
                values.add(value.asText(""));
              }
            });
    return values;
  }

  private static Optional<String> word(JsonNode body, String key, List<String> allowed) {
    if (!body.has(key)) {
      return Optional.empty();
    }
    String word = body.path(key).asText("");
    if (!allowed.contains(word)) {
      throw ApiError.badRequest("Invalid request - Invalid field format: " + key + ".");
    }
    return Optional.of(word);
  }

  private static void moveStatus(ObjectNode alert, String status) {
    alert.put("status", status);
    alert.put("investigationStatus", status.equals("Open") ? "New" : status);
  }

  /** The deprecated field still works and moves with the status (fact sheet 3.3). */
  private static void moveInvestigation(ObjectNode alert, String investigation) {
    alert.put("investigationStatus", investigation);
    alert.put(
        "status",
        switch (investigation) {
          case "New" -> "Open";
          case "In Progress" -> "In Progress";
          default -> "Closed";
        });
    if (RESULTS.contains(investigation)) {
      alert.put("investigationResult", investigation);
    }
  }
}
