package jp.mimamori.bot.edr.visionone;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import jp.mimamori.bot.edr.Endpoint;
import jp.mimamori.bot.edr.NoteworthyEvent;
import jp.mimamori.bot.edr.NoteworthyEvent.Indicator;
import jp.mimamori.bot.edr.Severity;

/**
 * Reads a Workbench alert (fact sheet 3.5). Takes what it knows and bears the rest: a new word or a
 * missing key must not keep an alert from people.
 */
final class EventReader {
  private static final Pattern CUSTOMER = Pattern.compile("WB-([^-]+)-.+");
  private static final Pattern TECHNIQUE = Pattern.compile(".*?(T\\d{4}(?:\\.\\d{3})?)");
  private static final Pattern GUID = Pattern.compile("[0-9A-Fa-f-]{32,36}");

  private EventReader() {}

  /** Empty only if there is no id to know the alert by. */
  static Optional<NoteworthyEvent> event(JsonNode alert) {
    String id = text(alert, "id");
    if (id.isBlank()) {
      return Optional.empty();
    }
    Optional<Instant> created = instant(alert.path("createdDateTime"));
    Optional<Instant> updated = instant(alert.path("updatedDateTime"));
    return Optional.of(
        new NoteworthyEvent(
            id,
            customer(id),
            text(alert, "model"),
            text(alert, "description"),
            severity(text(alert, "severity")),
            alert.path("score").asInt(0),
            created.or(() -> updated).orElse(Instant.EPOCH),
            updated.or(() -> created).orElse(Instant.EPOCH),
            endpoints(alert),
            accounts(alert),
            indicators(alert),
            techniques(alert),
            text(alert, "workbenchLink")));
  }

  private static String customer(String id) {
    var matcher = CUSTOMER.matcher(id);
    return matcher.matches() ? matcher.group(1) : "";
  }

  /** A word that we don't know is taken for HIGH: rather look in vain than not look. */
  private static Severity severity(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "low" -> Severity.LOW;
      case "medium" -> Severity.MEDIUM;
      case "critical" -> Severity.CRITICAL;
      default -> Severity.HIGH;
    };
  }

  private static List<Endpoint> endpoints(JsonNode alert) {
    Map<String, Endpoint> found = new LinkedHashMap<>();
    for (JsonNode entity : alert.path("impactScope").path("entities")) {
      if (text(entity, "entityType").equals("host")) {
        Endpoint endpoint = endpoint(entity);
        found.putIfAbsent(endpoint.guid().isEmpty() ? endpoint.name() : endpoint.guid(), endpoint);
      }
    }
    return List.copyOf(found.values());
  }

  /**
   * A host is an object, in old data a plain name; its id is the guid as a rule (fact sheet 3.5).
   */
  private static Endpoint endpoint(JsonNode entity) {
    JsonNode value = entity.path("entityValue");
    String entityId = text(entity, "entityId");
    String guid = text(value, "guid");
    if (guid.isEmpty() && GUID.matcher(entityId).matches()) {
      guid = entityId;
    }
    String name = value.isTextual() ? value.asText() : text(value, "name");
    return new Endpoint(guid, name.isEmpty() ? entityId : name, texts(value.path("ips")));
  }

  private static List<String> accounts(JsonNode alert) {
    Set<String> found = new LinkedHashSet<>();
    for (JsonNode entity : alert.path("impactScope").path("entities")) {
      if (text(entity, "entityType").equals("account")) {
        JsonNode value = entity.path("entityValue");
        String name = value.isTextual() ? value.asText() : text(value, "name");
        found.add(name.isEmpty() ? text(entity, "entityId") : name);
      }
    }
    found.remove("");
    return List.copyOf(found);
  }

  private static List<Indicator> indicators(JsonNode alert) {
    List<Indicator> found = new ArrayList<>();
    for (JsonNode indicator : alert.path("indicators")) {
      JsonNode value = indicator.path("value");
      String shown = value.isObject() ? text(value, "name") : value.asText("");
      String field = text(indicator, "field");
      if (!shown.isEmpty()) {
        found.add(new Indicator(text(indicator, "type"), field, shown));
      }
    }
    return found;
  }

  /** Plain ATT&CK ids: Vision One also writes them with a version, {@code V9.T1003.002}. */
  private static List<String> techniques(JsonNode alert) {
    Set<String> found = new LinkedHashSet<>();
    for (JsonNode rule : alert.path("matchedRules")) {
      for (JsonNode filter : rule.path("matchedFilters")) {
        for (String technique : texts(filter.path("mitreTechniqueIds"))) {
          var matcher = TECHNIQUE.matcher(technique);
          found.add(matcher.matches() ? matcher.group(1) : technique);
        }
      }
    }
    return List.copyOf(found);
  }

  /** Vision One's times are UTC, some with milliseconds; empty if it is none. */
  static Optional<Instant> instant(JsonNode value) {
    try {
      return Optional.of(OffsetDateTime.parse(value.asText("")).toInstant());
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  private static String text(JsonNode node, String key) {
    return node.path(key).asText("");
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(value -> value.asText(""))
        .filter(value -> !value.isEmpty())
        .toList();
  }
}
