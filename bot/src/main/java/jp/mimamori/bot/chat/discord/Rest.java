package jp.mimamori.bot.chat.discord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.mimamori.bot.chat.Document;

/**
 * Discord's HTTP interface, without a gateway: every node posts by it. JDA sends only over a
 * gateway session, which one node has and which a fatal close ends. Nothing is sent twice; only a
 * short wait for a rate limit is made here.
 */
final class Rest implements AutoCloseable {
  /** Longer waits are the caller's, who has other channels to attend to. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final Duration UPLOAD = Duration.ofSeconds(40);
  private static final JsonMapper JSON = new JsonMapper();
  private static final String JSON_TYPE = "application/json";

  /** https://discord.com/developers/docs/reference#user-agent */
  private static final String USER_AGENT = "DiscordBot (mimamori, 0.1)";

  private final DiscordSettings settings;
  private final RateLimits limits;
  private final Pause pause;
  private final HttpClient http;

  Rest(DiscordSettings settings, RateLimits limits, Pause pause) {
    this.settings = settings;
    this.limits = limits;
    this.pause = pause;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
  }

  Outcome get(String path) {
    return request(Kind.of("GET", false), path, BodyPublishers.noBody(), Optional.empty());
  }

  Outcome post(String path, JsonNode body) {
    return send(Kind.of("POST", false), path, body, Optional.empty());
  }

  Outcome patch(String path, JsonNode body, boolean urgent) {
    return send(Kind.of("PATCH", urgent), path, body, Optional.empty());
  }

  /**
   * A message, with its file if it has one.
   * https://discord.com/developers/docs/reference#uploading-files
   */
  Outcome send(Kind kind, String path, JsonNode payload, Optional<Document> file) {
    return file.map(one -> upload(kind, path, payload, one))
        .orElseGet(() -> request(kind, path, json(payload), Optional.of(JSON_TYPE)));
  }

  private Outcome upload(Kind kind, String path, JsonNode payload, Document file) {
    String border = "mimamori-" + UUID.randomUUID();
    ByteBuffer content = file.content();
    byte[] bytes = new byte[content.remaining()];
    content.get(bytes);
    BodyPublisher body =
        BodyPublishers.ofByteArrays(
            List.of(
                part(border, "name=\"payload_json\"", "application/json"),
                payload.toString().getBytes(StandardCharsets.UTF_8),
                part(
                    border,
                    "name=\"files[0]\"; filename=\"" + file.name() + "\"",
                    file.mediaType()),
                bytes,
                ("\r\n--" + border + "--\r\n").getBytes(StandardCharsets.UTF_8)));
    return request(
        new Kind(kind.method(), kind.urgent(), UPLOAD),
        path,
        body,
        Optional.of("multipart/form-data; boundary=" + border));
  }

  /** What a request does, and how it is sent. */
  record Kind(String method, boolean urgent, Duration patience) {
    /**
     * @param urgent goes first where Discord's limit over all channels is near
     */
    static Kind of(String method, boolean urgent) {
      return new Kind(method, urgent, ANSWER);
    }
  }

  private static byte[] part(String border, String disposition, String mediaType) {
    return "\r\n--%s\r\nContent-Disposition: form-data; %s\r\nContent-Type: %s\r\n\r\n"
        .formatted(border, disposition, mediaType)
        .getBytes(StandardCharsets.UTF_8);
  }

  private Outcome request(Kind kind, String path, BodyPublisher body, Optional<String> mediaType) {
    String route = kind.method() + " " + path.replaceAll("\\?.*|/messages/\\d+", "");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(settings.apiUrl().resolve(path))
            .timeout(kind.patience())
            .header("Authorization", "Bot " + settings.token())
            .header("User-Agent", USER_AGENT)
            .method(kind.method(), body);
    mediaType.ifPresent(type -> request.header("Content-Type", type));
    try {
      Duration waited = Duration.ZERO;
      for (Duration wait = limits.turn(route, kind.urgent());
          wait.isPositive();
          wait = limits.turn(route, kind.urgent())) {
        waited = waited.plus(wait);
        if (waited.compareTo(PATIENCE) > 0) {
          return new Outcome.Slowed(wait);
        }
        pause.rest(wait);
      }
      return outcome(route, http.send(request.build(), BodyHandlers.ofString()));
    } catch (ConnectException | HttpConnectTimeoutException | UnresolvedAddressException e) {
      return new Outcome.Unsent("Discord can't be reached");
    } catch (IOException e) {
      return new Outcome.Lost("the connection to Discord broke: " + e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Lost("interrupted");
    }
  }

  private Outcome outcome(String route, HttpResponse<String> response) {
    limits.learn(route, response.headers());
    JsonNode body = read(response.body());
    int status = response.statusCode();
    if (status == 429) {
      return slowed(route, response, body);
    }
    if (status >= 500) {
      return new Outcome.Lost("Discord answers " + status);
    }
    if (status >= 400) {
      return new Outcome.Denied(
          status,
          body.path("code").asInt(),
          DiscordCards.shortened(body.path("message").asText(), 200));
    }
    return status / 100 == 2
        ? new Outcome.Done(body)
        : new Outcome.Lost("Discord answers " + status);
  }

  private Outcome slowed(String route, HttpResponse<String> response, JsonNode body) {
    String told =
        body.hasNonNull("retry_after")
            ? body.get("retry_after").asText()
            : response.headers().firstValue("retry-after").orElse("1");
    Duration after = RateLimits.seconds(told);
    boolean global =
        body.path("global").asBoolean()
            || response.headers().firstValue("x-ratelimit-global").isPresent();
    if (global) {
      limits.closeAll(after);
    } else {
      limits.close(route, after);
    }
    return new Outcome.Slowed(after);
  }

  private static BodyPublisher json(JsonNode body) {
    return BodyPublishers.ofString(body.toString());
  }

  /** A proxy between us may answer in HTML: that has no code and no message. */
  private static JsonNode read(String body) {
    if (body.isEmpty()) {
      return JsonNodeFactory.instance.objectNode();
    }
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return JsonNodeFactory.instance.objectNode();
    }
  }

  /** Lets what is under way finish. */
  @Override
  public void close() {
    http.close();
  }
}
