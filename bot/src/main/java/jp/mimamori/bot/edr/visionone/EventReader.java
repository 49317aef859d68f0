package jp.mimamori.bot.edr.visionone;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
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
import jp.mimamori.bot.edr.NoteworthyEvent.Finding;
import jp.mimamori.bot.edr.NoteworthyEvent.Indicator;
import jp.mimamori.bot.edr.NoteworthyEvent.Match;
import jp.mimamori.bot.edr.NoteworthyEvent.Standing;
import jp.mimamori.bot.edr.NoteworthyEvent.Status;
import jp.mimamori.bot.edr.Severity;

/**
 * Reads a Workbench alert (fact sheet 3.5). Takes what it knows and bears the rest: a new word or a
 * missing key must not keep an alert from people.
 */
final class EventReader {
  private static final Pattern CUSTOMER = Pattern.compile("WB-([^-]+)-.+");
  private static final Pattern TECHNIQUE = Pattern.compile(".*?(T\\d{4}(?:\\.\\d{3})?)");
  private static final Pattern AGENT = Pattern.compile("[0-9A-Za-z._-]{1,64}");
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
            standing(alert),
            endpoints(alert),
            entities(alert, "account"),
            entities(alert, "emailAddress"),
            indicators(alert),
            timeline(alert, created.or(() -> updated).orElse(Instant.EPOCH)),
            text(alert, "incidentId"),
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

  /**
   * How far an alert is looked into (fact sheet 3.3). A status that we don't know counts as open:
   * rather look in vain than not look.
   */
  static Standing standing(JsonNode alert) {
    Status status =
        switch (text(alert, "status")) {
          case "In Progress" -> Status.IN_PROGRESS;
          case "Closed" -> Status.CLOSED;
          default -> Status.OPEN;
        };
    Finding finding =
        switch (text(alert, "investigationResult")) {
          case "", "No Findings" -> Finding.NONE;
          case "Noteworthy" -> Finding.NOTEWORTHY;
          case "True Positive" -> Finding.TRUE_POSITIVE;
          case "False Positive" -> Finding.FALSE_POSITIVE;
          case "Benign True Positive" -> Finding.BENIGN_TRUE_POSITIVE;
          default -> Finding.OTHER;
        };
    return new Standing(status, finding);
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
    String guid = guid(text(value, "guid"));
    if (guid.isEmpty() && GUID.matcher(entityId).matches()) {
      guid = entityId;
    }
    String name = value.isTextual() ? value.asText() : text(value, "name");
    return new Endpoint(guid, name.isEmpty() ? entityId : name, texts(value.path("ips")));
  }

  /** An id that is none of an agent's would be a path or a query of somebody's making. */
  private static String guid(String text) {
    return AGENT.matcher(text).matches() ? text : "";
  }

  private static List<String> entities(JsonNode alert, String type) {
    Set<String> found = new LinkedHashSet<>();
    for (JsonNode entity : alert.path("impactScope").path("entities")) {
      if (text(entity, "entityType").equals(type)) {
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

  /** One match per filter that matched; without a time of its own it has the alert's. */
  private static List<Match> timeline(JsonNode alert, Instant otherwise) {
    List<Match> found = new ArrayList<>();
    for (JsonNode rule : alert.path("matchedRules")) {
      for (JsonNode filter : rule.path("matchedFilters")) {
        List<String> evidence =
            StreamSupport.stream(filter.path("matchedEvents").spliterator(), false)
                .map(event -> text(event, "type"))
                .filter(type -> !type.isEmpty())
                .distinct()
                .toList();
        found.add(
            new Match(
                instant(filter.path("matchedDateTime")).orElse(otherwise),
                text(rule, "name"),
                text(filter, "name"),
                techniques(filter),
                evidence));
      }
    }
    return found;
  }

  /** Plain ATT&CK ids: Vision One also writes them with a version, {@code V9.T1003.002}. */
  private static List<String> techniques(JsonNode filter) {
    return texts(filter.path("mitreTechniqueIds")).stream()
        .map(
            technique -> {
              var matcher = TECHNIQUE.matcher(technique);
              return matcher.matches() ? matcher.group(1) : technique;
            })
        .distinct()
        .toList();
  }

  /** Vision One's times are UTC, some with milliseconds, some without a zone; empty for none. */
  static Optional<Instant> instant(JsonNode value) {
    try {
      TemporalAccessor read =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              value.asText(""), OffsetDateTime::from, LocalDateTime::from);
      return Optional.of(
          read instanceof LocalDateTime local
              ? local.toInstant(ZoneOffset.UTC)
              : OffsetDateTime.from(read).toInstant());
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  static String text(JsonNode node, String key) {
    return node.path(key).asText("");
  }

  static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(value -> value.asText(""))
        .filter(value -> !value.isEmpty())
        .toList();
  }
}
