package jp.mimamori.bot.edr.simulator;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The sandbox: opens files and visits addresses, so to speak (fact sheet 9). */
final class SandboxApi {
  private static final List<String> FILTERS = List.of("id", "status", "action");
  private static final int DAILY = 10_000;
  private static final Duration OBJECTS_KEPT = Duration.ofDays(30);

  private final World world;

  SandboxApi(World world) {
    this.world = world;
  }

  Answer usage() {
    int count = world.specimens().size();
    ObjectNode usage = JsonNodeFactory.instance.objectNode();
    usage
        .put("submissionReserveCount", DAILY)
        .put("submissionRemainingCount", DAILY - count)
        .put("submissionCount", count)
        .put("submissionExemptionCount", 0);
    usage.putObject("submissionCountDetail");
    return Answer.json(200, usage);
  }

  Answer analyzeFile(Request request, String base) {
    Map<String, FormReader.Part> form = request.form();
    FormReader.Part file = form.get("file");
    if (file == null || file.fileName().isEmpty()) {
      throw ApiError.badRequest("Invalid request - Required fields not found: file.");
    }
    FormReader.Part arguments = form.get("arguments");
    Specimen specimen =
        world.submit(
            Specimen.file(
                file.fileName(), file.content(), arguments == null ? "" : arguments.text()));
    return Answer.json(202, named(specimen)).with("Operation-Location", location(specimen, base));
  }

  Answer analyzeUrls(Request request, String base) {
    ArrayNode answers = JsonNodeFactory.instance.arrayNode();
    for (JsonNode wish : request.body()) {
      String url = wish.path("url").asText("");
      ObjectNode answer = answers.addObject();
      if (!url.matches("(?i)https?://\\S+")) {
        answer.put("status", 400);
        ObjectNode body = ApiError.body("BadRequest", "URL format is not right", 0);
        answer.set("body", body.put("url", url));
      } else {
        Specimen specimen = world.submit(Specimen.url(url));
        answer.put("status", 202);
        answer
            .putArray("headers")
            .addObject()
            .put("name", "Operation-Location")
            .put("value", location(specimen, base));
        answer.set("body", named(specimen).put("url", url));
      }
    }
    return Answer.json(207, answers);
  }

  Answer tasks(Request request, String base) {
    Predicate<ObjectNode> filter =
        request
            .parameter("filter")
            .map(text -> Filter.of(text, FILTERS, SandboxApi::fields))
            .orElse(_ -> true);
    ObjectNode list = JsonNodeFactory.instance.objectNode();
    ArrayNode items = list.putArray("items");
    world.specimens().reversed().stream()
        .map(specimen -> shown(specimen, base))
        .filter(filter)
        .forEach(items::add);
    return Answer.json(200, list);
  }

  private static Map<String, List<String>> fields(ObjectNode task) {
    return FILTERS.stream()
        .collect(toMap(field -> field, field -> List.of(task.path(field).asText(""))));
  }

  Answer task(String id, String base) {
    return Answer.json(200, shown(known(id), base));
  }

  Answer result(String id) {
    Specimen specimen = analysed(id);
    ObjectNode result = named(specimen);
    result
        .put("type", specimen.isFile() ? "file" : "url")
        .put("analysisCompletionDateTime", AlertWriter.time(world.endOf(specimen)))
        .put("riskLevel", world.risk(specimen))
        .put("trueFileType", specimen.isFile() ? "Windows 64-bit EXE" : "");
    if (!specimen.isFile()) {
      result.put("url", specimen.name());
    }
    boolean bad = world.risk(specimen).equals("high");
    ArrayNode detections = result.putArray("detectionNames");
    ArrayNode threats = result.putArray("threatTypes");
    if (bad) {
      detections.add("VAN_DROPPER.UMXX");
      threats.add("Dropper");
    }
    return Answer.json(200, result);
  }

  Answer report(String id) {
    Specimen specimen = analysed(id);
    return Answer.bytes(
        "application/pdf",
        Documents.pdf(
            List.of(
                "Sandbox analysis report (simulated)",
                "Submission: " + specimen.id(),
                "Subject: " + specimen.name(),
                "SHA-1: " + specimen.sha1(),
                "Risk level: " + world.risk(specimen),
                "Completed: " + AlertWriter.time(world.endOf(specimen)))));
  }

  Answer investigationPackage(String id) {
    Specimen specimen = analysed(id);
    return Answer.bytes("application/zip", Documents.zip("report.txt", specimen.name() + "\n"));
  }

  /** A bad one calls an address and leaves a file. */
  Answer objects(String id) {
    Specimen specimen = analysed(id);
    ObjectNode list = JsonNodeFactory.instance.objectNode();
    ArrayNode items = list.putArray("items");
    if (world.risk(specimen).equals("high")) {
      Map<String, String> found =
          Map.of("ip", "203.0.113.66", "fileSha1", Digests.sha1(Digests.bytes(specimen.id())));
      found.forEach(
          (type, value) ->
              items
                  .addObject()
                  .put("riskLevel", "high")
                  .put("analysisCompletionDateTime", AlertWriter.time(world.endOf(specimen)))
                  .put(
                      "expiredDateTime", AlertWriter.time(world.endOf(specimen).plus(OBJECTS_KEPT)))
                  .put("rootSha1", specimen.sha1())
                  .put("type", type)
                  .put(type, value));
    }
    return Answer.json(200, list);
  }

  private Specimen known(String id) {
    return world.specimens().stream()
        .filter(specimen -> specimen.id().equals(id))
        .findFirst()
        .orElseThrow(() -> ApiError.notFound("Not found."));
  }

  private Specimen analysed(String id) {
    return Optional.of(known(id))
        .filter(specimen -> world.status(specimen).equals("succeeded"))
        .orElseThrow(() -> ApiError.notFound("Not found."));
  }

  private static ObjectNode named(Specimen specimen) {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("id", specimen.id());
    digest(node, specimen);
    if (!specimen.arguments().isEmpty()) {
      node.put("arguments", specimen.arguments());
    }
    return node;
  }

  private ObjectNode shown(Specimen specimen, String base) {
    String status = world.status(specimen);
    ObjectNode node = named(specimen);
    node.put("status", status)
        .put("action", specimen.isFile() ? "analyzeFile" : "analyzeUrl")
        .put("createdDateTime", AlertWriter.time(specimen.createdAt()))
        .put("lastActionDateTime", AlertWriter.time(world.lastAction(specimen)))
        .put("isCached", false);
    if (status.equals("succeeded")) {
      node.put("resourceLocation", base + "/v3.0/sandbox/analysisResults/" + specimen.id());
    }
    if (status.equals("failed")) {
      node.putObject("error").put("code", "Unsupported").put("message", "Unsupported file type.");
    }
    return node;
  }

  private static void digest(ObjectNode node, Specimen specimen) {
    node.putObject("digest")
        .put("md5", specimen.md5())
        .put("sha1", specimen.sha1())
        .put("sha256", specimen.sha256());
  }

  private static String location(Specimen specimen, String base) {
    return base + "/v3.0/sandbox/tasks/" + specimen.id();
  }
}
