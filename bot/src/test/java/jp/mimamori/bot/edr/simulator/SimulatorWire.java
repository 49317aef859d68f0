package jp.mimamori.bot.edr.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Optional;
import jp.mimamori.bot.edr.HandClock;
import org.junit.jupiter.api.AfterEach;

/** A simulator and somebody who asks it over HTTP. */
abstract class SimulatorWire {
  static final Instant START = Instant.parse("2026-01-05T01:00:00Z");
  static final SimulatorSettings SETTINGS = SimulatorSettings.demo();
  static final String ALERTS = "/v3.0/workbench/alerts";

  final HandClock clock = new HandClock(START);
  final Simulator simulator = new Simulator(SETTINGS, clock, Optional.empty());
  final HttpClient http = HttpClient.newHttpClient();
  final ObjectMapper json = new ObjectMapper();

  @AfterEach
  void close() {
    http.shutdownNow();
    simulator.close();
  }

  int totalCount() {
    return body(get(ALERTS)).path("totalCount").asInt();
  }

  int withoutToken(String address) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding())
        .statusCode();
  }

  HttpResponse<String> get(String path) {
    return get(simulator.address(), path);
  }

  HttpResponse<String> get(URI base, String path) {
    return send("GET", URI.create(base + path), "");
  }

  HttpResponse<String> patch(String id, String etag, String body) {
    return send("PATCH", uri(ALERTS + "/" + id), body, "If-Match", etag);
  }

  HttpResponse<String> send(String method, URI uri, String body, String... headers) {
    try {
      var request = request(method, uri, body);
      if (headers.length > 0) {
        request.headers(headers);
      }
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  static HttpRequest.Builder request(String method, URI uri, String body) {
    return HttpRequest.newBuilder(uri)
        .header("Authorization", "Bearer " + SETTINGS.token())
        .method(method, BodyPublishers.ofString(body));
  }

  URI uri(String path) {
    return URI.create(simulator.address() + path);
  }

  JsonNode body(HttpResponse<String> answer) {
    try {
      return json.readTree(answer.body());
    } catch (IOException notJson) {
      throw new UncheckedIOException(notJson);
    }
  }

  static String message(JsonNode item) {
    return item.path("body").path("error").path("message").asText();
  }
}
