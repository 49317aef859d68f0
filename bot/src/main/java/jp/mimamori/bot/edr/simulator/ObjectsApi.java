package jp.mimamori.bot.edr.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The lists of suspicious objects and of exceptions, changed at once (fact sheet 7.2). */
final class ObjectsApi {
  static final List<String> TYPES =
      List.of("url", "domain", "ip", "fileSha1", "fileSha256", "senderMailAddress");

  private static final int STANDARD_DAYS = 30;

  private final World world;
  private final PageKeeper pages;

  ObjectsApi(World world, PageKeeper pages) {
    this.world = world;
    this.pages = pages;
  }

  /** What was added here, and what was blocked by an action. */
  Answer list(Request request, String list, String base) {
    int size = request.top(100, List.of(50, 100, 200));
    return pages.page(
        request,
        base + "/v3.0/threatintel/" + list,
        size,
        () -> list.equals(World.SUSPICIOUS) ? world.suspicious() : world.listed(list));
  }

  Answer add(Request request, String list) {
    ArrayNode answers = JsonNodeFactory.instance.arrayNode();
    for (JsonNode wish : request.body()) {
      Optional<String> type = type(wish);
      if (type.isEmpty()) {
        answers.add(
            ResponseApi.refused(
                400, "BadRequest", "Invalid request - Required fields not found: url."));
      } else {
        world.enlist(list, entry(wish, type.get(), list));
        answers.addObject().put("status", 201);
      }
    }
    return Answer.json(207, answers);
  }

  Answer remove(Request request, String list) {
    ArrayNode answers = JsonNodeFactory.instance.arrayNode();
    for (JsonNode wish : request.body()) {
      boolean there =
          type(wish).filter(type -> world.delist(list, type, wish.path(type).asText())).isPresent();
      answers.add(
          there
              ? JsonNodeFactory.instance.objectNode().put("status", 204)
              : ResponseApi.refused(404, "NotFound", "Not found."));
    }
    return Answer.json(207, answers);
  }

  private ObjectNode entry(JsonNode wish, String type, String list) {
    ObjectNode entry = JsonNodeFactory.instance.objectNode();
    entry
        .put("type", type)
        .put(type, wish.path(type).asText())
        .put("description", wish.path("description").asText(""))
        .put("lastModifiedDateTime", AlertWriter.time(world.now()));
    if (list.equals(World.SUSPICIOUS)) {
      int days = wish.path("daysToExpiration").asInt(STANDARD_DAYS);
      entry
          .put("scanAction", wish.path("scanAction").asText("log"))
          .put("riskLevel", wish.path("riskLevel").asText("high"))
          .put("inExceptionList", false)
          .put("expiredDateTime", AlertWriter.time(world.now().plus(Duration.ofDays(days))));
    }
    return entry;
  }

  private static Optional<String> type(JsonNode wish) {
    return TYPES.stream().filter(type -> !wish.path(type).asText("").isBlank()).findFirst();
  }
}
