package jp.mimamori.bot.edr.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Writes a Workbench alert as Vision One would (fact sheet 3.5; schema 1.21, provider SAE). */
final class AlertWriter {
  private static final Pattern HASH = Pattern.compile("\\{(sha1|sha256):([^}]+)}");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** What Vision One writes itself: whole seconds. */
  static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /**
   * @param peer another endpoint of the same customer
   * @param number of the alert among all
   */
  ObjectNode alert(
      Kind kind, SimulatedEndpoint endpoint, SimulatedEndpoint peer, Instant now, long number) {
    String day = DAY.format(now);
    String id = "WB-%s-%s-%05d".formatted(endpoint.customer().number(), day, number);
    ObjectNode alert = JsonNodeFactory.instance.objectNode();
    alert
        .put("schemaVersion", "1.21")
        .put("id", id)
        .put("investigationStatus", "New")
        .put("status", "Open")
        .put("investigationResult", "No Findings")
        .put(
            "workbenchLink",
            "https://portal.xdr.trendmicro.co.jp/index.html#/workbench/alerts/" + id)
        .put("alertProvider", "SAE")
        .put("modelId", Office.guid("model/" + kind.kind()))
        .put("model", kind.model())
        .put("modelType", "preset")
        .put("score", kind.score())
        .put("severity", kind.severity())
        .put("createdDateTime", time(now))
        .put("updatedDateTime", time(now))
        .put("incidentId", "IC-1-%s-%05d".formatted(day, number))
        .put("description", kind.description());
    alert.putArray("ownerIds");
    alert.set("impactScope", scope(kind, endpoint));
    alert.set("matchedRules", rules(kind, now, id));
    alert.set("indicators", indicators(kind, endpoint, peer));
    return alert;
  }

  private static ObjectNode scope(Kind kind, SimulatedEndpoint endpoint) {
    ObjectNode scope = JsonNodeFactory.instance.objectNode();
    scope
        .put("desktopCount", endpoint.server() ? 0 : 1)
        .put("serverCount", endpoint.server() ? 1 : 0)
        .put("accountCount", 1)
        .put("emailAddressCount", 0)
        .put("containerCount", 0)
        .put("cloudIdentityCount", 0);
    ArrayNode entities = scope.putArray("entities");
    ObjectNode account = entities.addObject();
    account
        .put("entityType", "account")
        .put("entityValue", endpoint.account())
        .put("entityId", endpoint.account());
    account.putArray("relatedEntities").add(endpoint.guid());
    account.putArray("relatedIndicatorIds");
    account.putArray("provenance").add("Alert");
    ObjectNode host = entities.addObject();
    host.put("entityType", "host");
    host.set("entityValue", host(endpoint));
    host.put("entityId", endpoint.guid())
        .put("managementScopeGroupId", Office.guid("group/" + endpoint.customer().number()));
    host.putArray("relatedEntities").add(endpoint.account());
    ArrayNode related = host.putArray("relatedIndicatorIds");
    for (int i = 1; i <= kind.indicators().size() + 1; i++) {
      related.add(i);
    }
    host.putArray("provenance").add("Alert");
    return scope;
  }

  private static ArrayNode rules(Kind kind, Instant now, String id) {
    ArrayNode rules = JsonNodeFactory.instance.arrayNode();
    ObjectNode rule = rules.addObject();
    rule.put("id", Office.guid("rule/" + kind.rule())).put("name", kind.rule());
    ArrayNode filters = rule.putArray("matchedFilters");
    for (Kind.MatchedFilter matched : kind.filters()) {
      String at = MILLIS.format(now.minusSeconds(matched.before()));
      ObjectNode filter = filters.addObject();
      filter.put("id", filterId(matched)).put("name", matched.name()).put("matchedDateTime", at);
      ArrayNode techniques = filter.putArray("mitreTechniqueIds");
      matched.techniques().forEach(techniques::add);
      filter
          .putArray("matchedEvents")
          .addObject()
          .put("uuid", Office.guid(id + "/" + matched.name()))
          .put("matchedDateTime", at)
          .put("type", matched.event());
    }
    return rules;
  }

  private static ArrayNode indicators(
      Kind kind, SimulatedEndpoint endpoint, SimulatedEndpoint peer) {
    ArrayNode indicators = JsonNodeFactory.instance.arrayNode();
    for (Kind.Sign sign : kind.indicators()) {
      indicator(indicators, kind, endpoint, sign.type(), sign.field())
          .put("value", filled(sign.value(), endpoint, peer));
    }
    indicator(indicators, kind, endpoint, "host", "endpointHostName").set("value", host(endpoint));
    return indicators;
  }

  private static ObjectNode indicator(
      ArrayNode all, Kind kind, SimulatedEndpoint endpoint, String type, String field) {
    int id = all.size() + 1;
    ObjectNode indicator = all.addObject();
    indicator.put("id", id).put("type", type).put("field", field);
    indicator.putArray("relatedEntities").add(endpoint.guid());
    ArrayNode filters = indicator.putArray("filterIds");
    kind.filters().forEach(filter -> filters.add(filterId(filter)));
    indicator.putArray("provenance").add("Alert");
    return indicator;
  }

  private static ObjectNode host(SimulatedEndpoint endpoint) {
    ObjectNode host = JsonNodeFactory.instance.objectNode();
    host.put("guid", endpoint.guid()).put("name", endpoint.name());
    host.putArray("ips").add(endpoint.ip());
    return host;
  }

  private static String filterId(Kind.MatchedFilter filter) {
    return Office.guid("filter/" + filter.name());
  }

  private static String filled(String text, SimulatedEndpoint endpoint, SimulatedEndpoint peer) {
    String named =
        text.replace("{user}", endpoint.user())
            .replace("{domain}", endpoint.customer().domain())
            .replace("{host}", endpoint.name())
            .replace("{ip}", endpoint.ip())
            .replace("{peer}", peer.name());
    return HASH.matcher(named).replaceAll(AlertWriter::hash);
  }

  private static String hash(MatchResult placeholder) {
    byte[] word = Digests.bytes(placeholder.group(2));
    return placeholder.group(1).equals("sha1") ? Digests.sha1(word) : Digests.sha256(word);
  }

  /** Titles of what may be raised, for those who ask in vain. */
  static String known(List<Kind> kinds) {
    return String.join(", ", kinds.stream().map(Kind::kind).toList());
  }
}
