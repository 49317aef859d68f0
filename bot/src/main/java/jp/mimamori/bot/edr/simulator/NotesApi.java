package jp.mimamori.bot.edr.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Notes beside alerts (fact sheet 3.4). */
final class NotesApi {
  private static final List<String> FILTERS =
      List.of("id", "creatorMailAddress", "creatorName", "lastUpdatedBy");
  private static final String AUTHOR = "Mimamori";

  private final World world;
  private final PageKeeper pages;

  NotesApi(World world, PageKeeper pages) {
    this.world = world;
    this.pages = pages;
  }

  Answer add(Request request, String alert, String base) {
    known(alert);
    ObjectNode note = JsonNodeFactory.instance.objectNode();
    note.put("content", content(request.body()))
        .put("creatorName", AUTHOR)
        .put("creatorMailAddress", "")
        .putNull("lastUpdatedBy")
        .putNull("lastUpdatedDateTime");
    int number = world.addNote(alert, note);
    return Answer.empty(201)
        .with("Location", base + "/v3.0/workbench/alerts/" + alert + "/notes/" + number);
  }

  /** Newest first, as whoever reads them wants them. */
  Answer list(Request request, String alert, String base) {
    known(alert);
    int size = request.top(50, List.of(50, 100, 200));
    return pages.page(
        request,
        base + "/v3.0/workbench/alerts/" + alert + "/notes",
        size,
        () -> chosen(request, alert));
  }

  Answer get(String alert, String id) {
    ObjectNode note = note(alert, id);
    return Answer.json(200, note).with("ETag", AlertsApi.etag(note));
  }

  Answer patch(Request request, String alert, String id) {
    String etag = AlertsApi.etag(note(alert, id));
    String content = content(request.body());
    if (request.header("If-Match").filter(match -> !match.equals(etag)).isPresent()) {
      throw ApiError.conditionNotMet();
    }
    world.changeNote(
        alert,
        id,
        note ->
            note.put("content", content)
                .put("lastUpdatedBy", AUTHOR)
                .put("lastUpdatedDateTime", AlertWriter.time(world.now())));
    return Answer.empty(204);
  }

  Answer delete(Request request, String alert) {
    known(alert);
    request.body().forEach(wish -> world.deleteNote(alert, wish.path("id").asText("")));
    return Answer.empty(204);
  }

  private List<ObjectNode> chosen(Request request, String alert) {
    Instant start = request.time("startDateTime", Instant.EPOCH);
    Instant end = request.time("endDateTime", Instant.MAX);
    Predicate<ObjectNode> filter =
        request
            .header("TMV1-Filter")
            .map(text -> Filter.of(text, FILTERS, NotesApi::fields))
            .orElse(_ -> true);
    return world.notes(alert).reversed().stream()
        .filter(filter)
        .filter(
            note -> {
              Instant at = Instant.parse(note.path("createdDateTime").asText());
              return !at.isBefore(start) && !at.isAfter(end);
            })
        .toList();
  }

  private static Map<String, List<String>> fields(ObjectNode note) {
    Map<String, List<String>> fields = new TreeMap<>();
    FILTERS.forEach(field -> fields.put(field, List.of(note.path(field).asText(""))));
    return fields;
  }

  private ObjectNode note(String alert, String id) {
    known(alert);
    return world.notes(alert).stream()
        .filter(note -> note.path("id").asText().equals(id))
        .findFirst()
        .orElseThrow(() -> ApiError.notFound("The note does not exist."));
  }

  private void known(String alert) {
    if (world.alert(alert).isEmpty()) {
      throw AlertsApi.unknown();
    }
  }

  private static String content(JsonNode body) {
    String content = body.path("content").asText("");
    if (content.isBlank()) {
      throw ApiError.badRequest("Invalid request - Required fields not found: content.");
    }
    return content;
  }
}
