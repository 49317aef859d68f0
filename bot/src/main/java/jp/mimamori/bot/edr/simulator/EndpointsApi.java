package jp.mimamori.bot.edr.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** The inventory of endpoints, in both of its shapes (fact sheet 5). */
final class EndpointsApi {
  private static final List<String> QUERIES =
      List.of("agentGuid", "loginAccount", "endpointName", "ip", "osName", "productCode");
  private static final List<String> FILTERS =
      List.of("agentGuid", "endpointName", "isolationStatus", "type", "osPlatform");

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
    Predicate<SimulatedEndpoint> filter = Filter.of(query, QUERIES, EndpointsApi::queried);
    int size = request.top(50, List.of(50, 100, 200));
    return list(request, base + "/v3.0/eiqs/endpoints", size, filter, this::found);
  }

  Answer list(Request request, String base) {
    Predicate<SimulatedEndpoint> filter =
        request
            .header("TMV1-Filter")
            .map(text -> Filter.of(text, FILTERS, this::filtered))
            .orElse(_ -> true);
    int size = request.top(100, List.of(10, 50, 100, 200, 500, 1000));
    return list(request, base + "/v3.0/endpointSecurity/endpoints", size, filter, this::shown);
  }

  Answer get(String guid) {
    return world.endpoints().stream()
        .filter(endpoint -> endpoint.guid().equalsIgnoreCase(guid))
        .findFirst()
        .map(endpoint -> Answer.json(200, shown(endpoint)))
        .orElseThrow(() -> ApiError.notFound("Not found."));
  }

  private Answer list(
      Request request,
      String address,
      int size,
      Predicate<SimulatedEndpoint> filter,
      Function<SimulatedEndpoint, ObjectNode> shape) {
    return pages.page(
        request,
        address,
        size,
        () -> world.endpoints().stream().filter(filter).map(shape).toList());
  }

  private static Map<String, List<String>> queried(SimulatedEndpoint endpoint) {
    return Map.of(
        "agentGuid", List.of(endpoint.guid()),
        "loginAccount", List.of(endpoint.account()),
        "endpointName", List.of(endpoint.name()),
        "ip", List.of(endpoint.ip()),
        "osName", List.of("Windows"),
        "productCode", List.of("xes"));
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
    String now = AlertWriter.time(world.now());
    boolean offline = world.offline(endpoint);
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
    node.putObject("eppAgent")
        .put("status", offline ? "off" : "on")
        .put("lastScannedDateTime", now);
    node.putObject("edrSensor")
        .put("connectivity", offline ? "disconnected" : "connected")
        .put("status", "enabled");
    return node;
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
