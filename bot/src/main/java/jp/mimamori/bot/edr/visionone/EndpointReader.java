package jp.mimamori.bot.edr.visionone;

import static jp.mimamori.bot.edr.visionone.EventReader.text;
import static jp.mimamori.bot.edr.visionone.EventReader.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jp.mimamori.bot.edr.Endpoint;
import jp.mimamori.bot.edr.EndpointFacts;
import jp.mimamori.bot.edr.EndpointFacts.Isolation;
import jp.mimamori.bot.edr.EndpointFacts.Met;
import jp.mimamori.bot.edr.EndpointFacts.Prerequisite;

/**
 * Reads an endpoint (fact sheet 5). Says "not told" rather than guess: which names the features
 * bear is known of one only, {@code AntiMalwareScans}.
 */
final class EndpointReader {
  private EndpointReader() {}

  /** From the inventory, as a line of the list or whole. */
  static EndpointFacts facts(JsonNode node) {
    JsonNode agent = node.path("eppAgent");
    JsonNode sensor = node.path("edrSensor");
    return new EndpointFacts(
        new Endpoint(text(node, "agentGuid"), name(node), addresses(node)),
        first(text(sensor, "endpointGroup"), text(agent, "endpointGroup")),
        system(node),
        text(node, "lastLoggedOnUser"),
        first(text(sensor, "version"), text(agent, "version")),
        EventReader.instant(sensor.path("lastConnectedDateTime"))
            .or(() -> EventReader.instant(agent.path("lastConnectedDateTime"))),
        isolation(text(node, "isolationStatus")),
        prerequisites(agent, sensor));
  }

  /** From the search, which knows less. */
  static EndpointFacts found(JsonNode item) {
    return new EndpointFacts(
        new Endpoint(
            text(item, "agentGuid"),
            text(item.path("endpointName"), "value"),
            texts(item.path("ip").path("value"))),
        "",
        (text(item, "osName") + " " + text(item, "osVersion")).strip(),
        texts(item.path("loginAccount").path("value")).stream().findFirst().orElse(""),
        "",
        Optional.empty(),
        Isolation.UNKNOWN,
        Map.of());
  }

  private static Map<Prerequisite, Met> prerequisites(JsonNode agent, JsonNode sensor) {
    Map<Prerequisite, Met> met = new EnumMap<>(Prerequisite.class);
    boolean installed =
        !text(agent, "version").isEmpty()
            || !text(sensor, "version").isEmpty()
            || !text(agent, "status").isEmpty();
    met.put(Prerequisite.AGENT_INSTALLED, installed ? Met.YES : Met.UNKNOWN);
    met.put(
        Prerequisite.SERVER_REACHED,
        told(text(sensor, "connectivity"), "connected", "disconnected")
            .or(() -> told(text(agent, "status"), "on", "off"))
            .orElse(Met.UNKNOWN));
    met.put(
        Prerequisite.ENDPOINT_SENSOR,
        told(text(sensor, "status"), "enabled", "disabled").orElse(Met.UNKNOWN));
    List<Feature> features = features(agent);
    met.put(Prerequisite.VIRTUAL_ANALYZER, all(features, f -> f.of("virtualanalyzer", "sandbox")));
    met.put(Prerequisite.REAL_TIME_SCAN, all(features, f -> f.of("realtime", "antimalwarescan")));
    met.put(Prerequisite.DETECTIONS, all(features, f -> !f.of("virtualanalyzer", "sandbox")));
    return met;
  }

  /** A feature, and each of its parts that is not as it should be. */
  private static List<Feature> features(JsonNode agent) {
    List<Feature> found = new ArrayList<>();
    for (JsonNode feature : agent.path("features")) {
      String name = text(feature, "name");
      found.add(new Feature(name, text(feature, "status")));
      for (JsonNode part : feature.path("notCompliantSubFeatures")) {
        found.add(new Feature(name + " " + text(part, "name"), "disabled"));
      }
    }
    return found;
  }

  private static Met all(List<Feature> features, Predicate<Feature> concerned) {
    List<Feature> these = features.stream().filter(concerned).toList();
    if (these.isEmpty()) {
      return Met.UNKNOWN;
    }
    return these.stream().allMatch(feature -> feature.status.equalsIgnoreCase("enabled"))
        ? Met.YES
        : Met.NO;
  }

  private static Optional<Met> told(String word, String yes, String no) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case String said when said.equals(yes) -> Optional.of(Met.YES);
      case String said when said.equals(no) -> Optional.of(Met.NO);
      default -> Optional.empty();
    };
  }

  private static Isolation isolation(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "on" -> Isolation.ON;
      case "off" -> Isolation.OFF;
      default -> Isolation.UNKNOWN;
    };
  }

  private static String name(JsonNode node) {
    return first(text(node, "endpointName"), text(node, "displayName"));
  }

  private static String system(JsonNode node) {
    String name = first(text(node, "osName"), text(node.path("os"), "name"));
    String version = first(text(node, "osVersion"), text(node.path("os"), "version"));
    return (name + " " + version).strip();
  }

  /** One shape has them at the top, the other at each interface. */
  private static List<String> addresses(JsonNode node) {
    Stream<String> interfaces =
        StreamSupport.stream(node.path("interfaces").spliterator(), false)
            .flatMap(card -> texts(card.path("ipAddresses")).stream());
    return Stream.concat(
            Stream.concat(texts(node.path("ipAddresses")).stream(), interfaces),
            Stream.of(text(node, "lastUsedIp")))
        .filter(address -> !address.isEmpty())
        .distinct()
        .toList();
  }

  private static String first(String one, String other) {
    return one.isEmpty() ? other : one;
  }

  private record Feature(String name, String status) {
    boolean of(String... words) {
      String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
      return Stream.of(words).anyMatch(plain::contains);
    }
  }
}
