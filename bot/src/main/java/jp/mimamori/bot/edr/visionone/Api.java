package jp.mimamori.bot.edr.visionone;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What all calls of the API have in common. */
record Api(Transport transport, Trouble trouble, Pages pages) {
  /** Reads what must be there. */
  JsonNode read(String wish, String pathAndQuery, Map<String, String> headers) {
    return whole(wish, pathAndQuery, headers).body();
  }

  JsonNode read(String wish, String pathAndQuery) {
    return read(wish, pathAndQuery, Map.of());
  }

  /** Reads what may not be there. */
  Optional<Reply> find(String wish, String pathAndQuery) {
    try {
      Reply reply = transport.get(pathAndQuery, Map.of());
      if (reply.status() == 404) {
        return Optional.empty();
      }
      if (!reply.good()) {
        throw trouble.of(wish, reply);
      }
      return Optional.of(reply);
    } catch (IOException lost) {
      throw trouble.of(wish, lost);
    }
  }

  /** Reads a list that is short enough to be read again if a page can't be had. */
  List<JsonNode> list(String wish, String pathAndQuery, Map<String, String> headers) {
    List<JsonNode> items = new ArrayList<>();
    try {
      pages.read(wish, pathAndQuery, headers, items::add);
    } catch (Pages.BrokenOff broken) {
      throw trouble.of(wish, broken.sentence());
    }
    return items;
  }

  private Reply whole(String wish, String pathAndQuery, Map<String, String> headers) {
    try {
      Reply reply = transport.get(pathAndQuery, headers);
      if (!reply.good()) {
        throw trouble.of(wish, reply);
      }
      return reply;
    } catch (IOException lost) {
      throw trouble.of(wish, lost);
    }
  }

  /** For a path or a query. */
  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Their times have whole seconds: rounded so that the window grows. */
  static String from(Instant instant) {
    return encoded(instant.truncatedTo(ChronoUnit.SECONDS).toString());
  }

  static String until(Instant instant) {
    return encoded(instant.plusMillis(999).truncatedTo(ChronoUnit.SECONDS).toString());
  }
}
