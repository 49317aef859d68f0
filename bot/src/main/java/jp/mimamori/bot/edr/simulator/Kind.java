package jp.mimamori.bot.edr.simulator;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What a detection model finds, from {@code kinds.yaml}.
 *
 * @param on where it happens: {@code pc}, {@code server} or {@code any}
 */
record Kind(
    String kind,
    String model,
    String severity,
    int score,
    String on,
    String description,
    String rule,
    List<MatchedFilter> filters,
    List<Sign> indicators) {
  /**
   * One thing that was noticed.
   *
   * @param before seconds before the alert
   */
  record MatchedFilter(String name, List<String> techniques, String event, int before) {}

  /** An object that was seen, with placeholders. */
  record Sign(String type, String field, String value) {}

  static List<Kind> load() {
    try (InputStream source = Kind.class.getResourceAsStream("kinds.yaml")) {
      return new ObjectMapper(new YAMLFactory()).readValue(source, new TypeReference<>() {});
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  boolean fits(SimulatedEndpoint endpoint) {
    return switch (on) {
      case "pc" -> !endpoint.server();
      case "server" -> endpoint.server();
      default -> true;
    };
  }
}
