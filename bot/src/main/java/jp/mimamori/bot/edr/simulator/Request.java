package jp.mimamori.bot.edr.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came in over HTTP.
 *
 * @param path its segments, decoded
 * @param body a missing node for none, a binary one for a form
 */
record Request(
    String method, List<String> path, Map<String, String> query, Headers headers, JsonNode body) {
  static Request of(String method, URI uri, Headers headers, JsonNode body) {
    List<String> path =
        Arrays.stream(uri.getRawPath().split("/", -1))
            .filter(segment -> !segment.isEmpty())
            .map(Request::decoded)
            .toList();
    Map<String, String> query = new LinkedHashMap<>();
    String raw = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    for (String pair : raw.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        query.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return new Request(method, path, query, headers, body);
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.getFirst(name));
  }

  Map<String, FormReader.Part> form() {
    try {
      return FormReader.parts(
          header("Content-Type").orElse(""), body.isBinary() ? body.binaryValue() : new byte[0]);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  Instant time(String name, Instant otherwise) {
    return parameter(name).map(value -> time(name, value)).orElse(otherwise);
  }

  int top(int standard, List<Integer> allowed) {
    String value = parameter("top").orElse(Integer.toString(standard));
    return allowed.stream()
        .filter(size -> size.toString().equals(value))
        .findFirst()
        .orElseThrow(() -> ApiError.badRequest("Invalid request - Invalid field format: top."));
  }

  private static Instant time(String name, String value) {
    try {
      return OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeException unreadable) {
      throw ApiError.badRequest("Invalid request - Invalid field format: " + name + ".");
    }
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw ApiError.badRequest("The request is not properly formatted.");
    }
  }
}
