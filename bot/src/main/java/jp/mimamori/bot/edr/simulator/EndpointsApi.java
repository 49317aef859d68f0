package jp.mimamori.bot.edr.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The inventory of endpoints, in both of its shapes (fact sheet 5). */
final class EndpointsApi {
  private static final List<String> QUERIES =
      List.of(
          "agentGuid",
          "loginAccount",
          "endpointName",
          "macAddress",
          "ip",
          "protectionManager",
          "policyName",
          "componentUpdatePolicy",
          "componentUpdateStatus",
          "componentVersion",
          "osName",
          "osVersion",
          "productCode",
          "installedProductCodes");
  private static final List<String> FILTERS =
      List.of("agentGuid", "endpointName", "isolationStatus", "type", "osPlatform");

  private static final Duration GONE_FOR = Duration.ofDays(9);

  private final World world;
  private final PageKeeper pages;

  EndpointsApi(World world, PageKeeper pages) {
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
    Predicate<SimulatedEndpoint> filter = Filter.of(query, QUERIES, this::queried);
    int size = request.top(50, List.of(50, 100, 200));
    return pages.page(
        request,
        base + "/v3.0/eiqs/endpoints",
        size,
        () -> world.endpoints().stream().filter(filter).map(this::found).toList());
  }

  Answer list(Request request, String base) {
    Predicate<SimulatedEndpoint> filter =
        request
            .header("TMV1-Filter")
            .map(text -> Filter.of(text, FILTERS, this::filtered))
            .orElse(_ -> true);
    int size = request.top(100, List.of(10, 50, 100, 200, 500, 1000));
    Comparator<SimulatedEndpoint> order = order(request.parameter("orderBy"));
    Set<String> selected =
        request.parameter("select").map(keys -> Set.of(keys.split(",", -1))).orElse(Set.of());
    return pages.page(
        request,
        base + "/v3.0/endpointSecurity/endpoints",
        size,
        () ->
            world.endpoints().stream()
                .filter(filter)
                .sorted(order)
                .map(this::shown)
                .map(item -> selected.isEmpty() ? item : item.retain(selected))
                .toList());
  }

  Answer get(String guid) {
    return world.endpoints().stream()
        .filter(endpoint -> endpoint.guid().equalsIgnoreCase(guid))
        .findFirst()
        .map(endpoint -> Answer.json(200, whole(endpoint)))
        .orElseThrow(() -> ApiError.notFound("Not found."));
  }

  private Comparator<SimulatedEndpoint> order(Optional<String> orderBy) {
    if (orderBy.isEmpty()) {
      return (_, _) -> 0;
    }
    String[] words = orderBy.get().strip().split("\\s+", -1);
    if (words.length > 2 || !FILTERS.contains(words[0])) {
      throw ApiError.badRequest("Invalid request - Invalid field format: orderBy.");
    }
    Comparator<SimulatedEndpoint> order =
        Comparator.comparing(
            endpoint -> filtered(endpoint).getOrDefault(words[0], List.of("")).getFirst());
    return words.length == 2 && words[1].equals("desc") ? order.reversed() : order;
  }

  /** Every key of an item, with its values. */
  private Map<String, List<String>> queried(SimulatedEndpoint endpoint) {
    Map<String, List<String>> values = new TreeMap<>();
    found(endpoint)
        .properties()
        .forEach(
            field -> {
              JsonNode value =
                  field.getValue().isObject() ? field.getValue().path("value") : field.getValue();
              values.put(
                  field.getKey(),
                  value.isArray()
                      ? value.valueStream().map(JsonNode::asText).toList()
                      : List.of(value.asText()));
            });
    return values;
  }

  private Map<String, List<String>> filtered(SimulatedEndpoint endpoint) {
    return Map.of(
        "agentGuid", List.of(endpoint.guid()),
        "endpointName", List.of(endpoint.name()),
        "isolationStatus", List.of(isolation(endpoint)),
        "type", List.of(endpoint.type()),
        "osPlatform", List.of("windows"));
  }

  private ObjectNode found(SimulatedEndpoint endpoint) {
    String now = AlertWriter.time(world.now());
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("agentGuid", endpoint.guid());
    values(node, "loginAccount", endpoint.account(), now);
    node.putObject("endpointName").put("value", endpoint.name()).put("updatedDateTime", now);
    values(node, "macAddress", mac(endpoint), now);
    values(node, "ip", endpoint.ip(), now);
    node.put("osName", "Windows")
        .put("osVersion", endpoint.version())
        .put("osDescription", endpoint.os())
        .put("productCode", "xes");
    node.putArray("installedProductCodes").add("xes");
    node.put("componentUpdatePolicy", "N")
        .put("componentUpdateStatus", "on")
        .put("componentVersion", "outdatedVersion")
        .put("policyName", "標準ポリシー")
        .put("protectionManager", endpoint.customer().name());
    return node;
  }

  private ObjectNode shown(SimulatedEndpoint endpoint) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("endpointName", endpoint.name())
        .put("agentGuid", endpoint.guid())
        .put("displayName", endpoint.name())
        .put("type", endpoint.type())
        .put("osPlatform", "windows")
        .put("osName", endpoint.os())
        .put("osVersion", endpoint.version())
        .put("lastUsedIp", endpoint.ip())
        .put("lastLoggedOnUser", endpoint.account())
        .put("isolationStatus", isolation(endpoint));
    node.putArray("ipAddresses").add(endpoint.ip());
    parts(node, endpoint);
    return node;
  }

  /** One endpoint alone is told in another shape, and with its features. */
  private ObjectNode whole(SimulatedEndpoint endpoint) {
    ObjectNode node = shown(endpoint);
    node.remove(List.of("osName", "osPlatform", "osVersion", "ipAddresses"));
    node.putObject("os")
        .put("name", endpoint.os())
        .put("platform", "windows")
        .put("version", endpoint.version());
    node.putArray("interfaces")
        .addObject()
        .put("macAddress", mac(endpoint))
        .putArray("ipAddresses")
        .add(endpoint.ip());
    boolean good = endpoint.condition() != Condition.UNPROTECTED;
    ArrayNode features = node.withObject("/eppAgent").putArray("features");
    for (String name :
        List.of(
            "AntiMalwareScans",
            "WebReputation",
            "IntrusionPrevention",
            "Firewall",
            "ApplicationControl",
            "VirtualAnalyzer")) {
      ObjectNode feature = features.addObject().put("name", name).put("status", "enabled");
      feature.putArray("outdatedPatternIds");
      ArrayNode parts = feature.putArray("notCompliantSubFeatures");
      if (!good && name.equals("AntiMalwareScans")) {
        parts.addObject().put("name", "RealTimeScan").put("status", "disabled");
      }
      if (!good && name.equals("VirtualAnalyzer")) {
        feature.put("status", "disabled");
      }
    }
    return node;
  }

  private void parts(ObjectNode node, SimulatedEndpoint endpoint) {
    boolean offline = world.offline(endpoint);
    String group = endpoint.customer().number();
    String version = endpoint.condition() == Condition.OUTDATED ? "1.0.0.221" : "1.2.0.5827";
    String seen =
        AlertWriter.time(offline ? world.now().minus(GONE_FOR) : world.now()).replace("Z", "");
    node.putObject("eppAgent")
        .put("endpointGroup", group)
        .put("policyName", "標準ポリシー")
        .put("status", offline ? "off" : "on")
        .put("version", version)
        .put("lastConnectedDateTime", seen)
        .put("lastScannedDateTime", seen);
    node.putObject("edrSensor")
        .put("endpointGroup", group)
        .put("connectivity", offline ? "disconnected" : "connected")
        .put("lastConnectedDateTime", seen)
        .put("version", version)
        .put("status", endpoint.condition() == Condition.UNPROTECTED ? "disabled" : "enabled")
        .put("advancedRiskTelemetryStatus", "enabled")
        .put("componentUpdatePolicy", "n");
  }

  private String isolation(SimulatedEndpoint endpoint) {
    return world.isolated(endpoint) ? "on" : "off";
  }

  private static void values(ObjectNode node, String key, String value, String now) {
    node.putObject(key).put("updatedDateTime", now).putArray("value").add(value);
  }

  /** Of the range for local administration, so nobody's. */
  private static String mac(SimulatedEndpoint endpoint) {
    String hex = endpoint.guid().replace("-", "");
    return "02:%s:%s:%s:%s:%s"
        .formatted(
            hex.substring(0, 2),
            hex.substring(2, 4),
            hex.substring(4, 6),
            hex.substring(6, 8),
            hex.substring(8, 10));
  }
}
