package jp.mimamori.bot.chat.slack;

import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Slack's requests by HTTP, all at one path, each with a signature of Slack's. TLS is a proxy's
 * business.
 */
final class HttpReceiver implements Receiver {
  static final String PATH = "/slack/events";

  /** More than any payload of Slack's. */
  static final int MOST_BYTES = 1 << 20;

  private static final int GRACE_SECONDS = 5;
  private static final Logger LOG = LoggerFactory.getLogger(HttpReceiver.class);

  private final SlackSettings.Http settings;
  private final Dispatch dispatch;
  private final SlackRequestParser parser;
  private final Signatures signatures;
  private final InstantSource clock;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile @Nullable HttpServer server;

  HttpReceiver(
      SlackSettings.Http settings, Dispatch dispatch, AppConfig config, InstantSource clock) {
    this.settings = settings;
    this.dispatch = dispatch;
    this.parser = new SlackRequestParser(config);
    this.signatures = new Signatures(settings.signingSecret());
    this.clock = clock;
  }

  /** Throws a sentence if the port is taken. */
  @Override
  public void start() {
    try {
      HttpServer opened =
          HttpServer.create(new InetSocketAddress(settings.host(), settings.port()), 0);
      opened.setExecutor(threads);
      opened.createContext(PATH, this::handle);
      opened.start();
      server = opened;
    } catch (IOException taken) {
      throw new IllegalArgumentException(
          "Slack's requests cannot be listened for on %s port %d: another program uses it, or it is not allowed."
              .formatted(settings.host(), settings.port()),
          taken);
    }
  }

  /** The port that is listened on. */
  int port() {
    HttpServer running = server;
    return running == null ? settings.port() : running.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!exchange.getRequestMethod().equals("POST")) {
        say(exchange, 405, "");
        return;
      }
      byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
      if (body.length > MOST_BYTES) {
        say(exchange, 413, "");
        return;
      }
      Headers headers = exchange.getRequestHeaders();
      Signatures.Verdict verdict =
          signatures.judge(
              header(headers, "X-Slack-Request-Timestamp"),
              body,
              header(headers, "X-Slack-Signature"),
              clock.instant());
      switch (verdict) {
        case GENUINE -> answer(exchange, body);
        case FORGED, OUT_OF_TIME, REPLAYED -> {
          LOG.warn("a request to Slack's door is refused: {}", verdict);
          say(exchange, 401, "");
        }
      }
    }
  }

  private void answer(HttpExchange exchange, byte[] body) throws IOException {
    Optional<Response> response =
        parsed(exchange, body)
            .map(dispatch::answer)
            .orElseGet(() -> Optional.of(Response.ok())); // nothing that we ever asked for
    if (response.isEmpty()) {
      say(exchange, 500, ""); // Slack tries again
      return;
    }
    String type = response.get().getContentType();
    if (type != null) {
      exchange.getResponseHeaders().set("Content-Type", type);
    }
    say(exchange, 200, Optional.ofNullable(response.get().getBody()).orElse(""));
  }

  private Optional<Request<?>> parsed(HttpExchange exchange, byte[] body) {
    try {
      return Optional.ofNullable(
          parser.parse(
              SlackRequestParser.HttpRequest.builder()
                  .requestUri(PATH)
                  .queryString(Map.of())
                  .headers(new RequestHeaders(headers(exchange.getRequestHeaders())))
                  .requestBody(new String(body, StandardCharsets.UTF_8))
                  .remoteAddress("")
                  .build()));
    } catch (RuntimeException odd) {
      LOG.warn("a request of Slack's can't be read: {}", odd.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private static Map<String, List<String>> headers(Headers headers) {
    return new HashMap<>(headers);
  }

  private static String header(Headers headers, String name) {
    return Optional.ofNullable(headers.getFirst(name)).orElse("");
  }

  private static void say(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    HttpServer running = server;
    if (running != null) {
      running.stop(GRACE_SECONDS);
      server = null;
    }
    threads.shutdown();
  }
}
