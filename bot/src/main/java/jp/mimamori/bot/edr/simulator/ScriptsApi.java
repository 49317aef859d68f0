package jp.mimamori.bot.edr.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

/** Custom scripts in the console (fact sheet 6): one is there from the start, others may come. */
final class ScriptsApi {
  /** The script that the simulated operator has put into the console. */
  static final String OURS = "mimamori-investigation.ps1";

  private static final String PATH = "/v3.0/response/customScripts";
  private static final List<String> FILTERS = List.of("id", "fileName", "fileType");
  private static final Map<String, String> ENDINGS = Map.of("powershell", ".ps1", "bash", ".sh");

  private final World world;

  ScriptsApi(World world) {
    this.world = world;
  }

  Answer list(Request request) {
    Predicate<ObjectNode> filter =
        request
            .parameter("filter")
            .map(text -> Filter.of(text, FILTERS, ScriptsApi::fields))
            .orElse(_ -> true);
    ObjectNode list = JsonNodeFactory.instance.objectNode();
    ArrayNode items = list.putArray("items");
    all(world).stream()
        .filter(filter)
        .forEach(script -> items.add(script.deepCopy().remove(List.of("type", "content"))));
    return Answer.json(200, list);
  }

  Answer add(Request request, String base) {
    String id = UUID.randomUUID().toString();
    world.enlist(World.SCRIPTS, read(request, id));
    return Answer.empty(201).with("Location", base + PATH + "/" + id);
  }

  Answer get(String id) {
    return Answer.bytes(
        "text/plain;charset=utf-8",
        known(id).path("content").asText().getBytes(StandardCharsets.UTF_8));
  }

  Answer update(Request request, String id) {
    world.enlist(World.SCRIPTS, read(request, known(id).path("id").asText()));
    return Answer.empty(204);
  }

  Answer delete(String id) {
    var _ = world.delist(World.SCRIPTS, "id", known(id).path("id").asText());
    return Answer.empty(204);
  }

  /** Whether an endpoint can be told to run it. */
  static boolean knows(World world, String fileName) {
    return all(world).stream()
        .anyMatch(script -> script.path("fileName").asText().equals(fileName));
  }

  private static List<ObjectNode> all(World world) {
    List<ObjectNode> scripts = new ArrayList<>(world.listed(World.SCRIPTS));
    scripts.add(
        script(
            Office.guid("script/" + OURS),
            OURS,
            "powershell",
            "Gathers what an investigation needs.",
            "Get-Process\n"));
    return scripts;
  }

  private ObjectNode known(String id) {
    return all(world).stream()
        .filter(script -> script.path("id").asText().equals(id))
        .findFirst()
        .orElseThrow(() -> ApiError.notFound("Not found."));
  }

  private static ObjectNode read(Request request, String id) {
    Map<String, FormReader.Part> form = request.form();
    FormReader.Part file = form.get("file");
    String type = text(form, "fileType").orElse("");
    if (file == null || !ENDINGS.containsKey(type)) {
      throw ApiError.badRequest(
          "Invalid request - Required fields not found: "
              + (file == null ? "file" : "fileType")
              + ".");
    }
    if (!file.fileName().endsWith(ENDINGS.get(type))) {
      throw ApiError.badRequest("Invalid request - Invalid field format: file.");
    }
    return script(id, file.fileName(), type, text(form, "description").orElse(""), file.text());
  }

  private static ObjectNode script(
      String id, String fileName, String fileType, String description, String content) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", "id")
        .put("id", id)
        .put("fileName", fileName)
        .put("fileType", fileType)
        .put("description", description)
        .put("content", content);
  }

  private static Optional<String> text(Map<String, FormReader.Part> form, String name) {
    return Optional.ofNullable(form.get(name)).map(FormReader.Part::text);
  }

  private static Map<String, List<String>> fields(ObjectNode script) {
    Map<String, List<String>> fields = new TreeMap<>();
    FILTERS.forEach(field -> fields.put(field, List.of(script.path(field).asText(""))));
    return fields;
  }
}
