package jp.mimamori.bot.edr.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** HTTP on loopback: lets in who has the token, and answers in JSON whatever happens. */
final class ApiServer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ApiServer.class);

  /** As the real one (fact sheet 1.3). */
  private static final int MAX_BODY = 1024 * 1024;

  /** What the sandbox takes at once. */
  private static final int MAX_FORM = 60 * 1024 * 1024;

  static {
    // Otherwise head and body of an answer go out apart and the second waits 40 ms for the first.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final ObjectMapper json = new ObjectMapper();
  private final String token;
  private final Faults faults;
  private final Routes routes;
  private final HttpServer server;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

  ApiServer(int port, String token, Faults faults, Routes routes) {
    this.token = token;
    this.faults = faults;
    this.routes = routes;
    try {
      this.server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException taken) {
      throw new UncheckedIOException(
          "the simulator can't listen on port " + port + " of this machine", taken);
    }
  }

  void start() {
    server.setExecutor(workers);
    server.createContext("/", this::handle);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Optional<Answer> answer = answer(exchange);
      if (answer.isPresent()) {
        send(exchange, answer.get());
      } // else closing without an answer cuts the connection
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<Answer> answer(HttpExchange exchange) throws IOException, InterruptedException {
    try {
      boolean form = isForm(exchange);
      int most = form ? MAX_FORM : MAX_BODY;
      byte[] body = exchange.getRequestBody().readNBytes(most + 1);
      if (!welcome(exchange)) {
        throw ApiError.invalidCredentials();
      }
      if (body.length > most) {
        throw ApiError.tooLarge();
      }
      Request request =
          Request.of(
              exchange.getRequestMethod(),
              exchange.getRequestURI(),
              exchange.getRequestHeaders(),
              form ? JsonNodeFactory.instance.binaryNode(body) : parsed(body));
      return meetingFaults(request);
    } catch (ApiError refusal) {
      return Optional.of(refusal.answer());
    } catch (RuntimeException bug) {
      log.error("The simulator failed on {}", exchange.getRequestURI().getPath(), bug);
      return Optional.of(ApiError.internal().answer());
    }
  }

  /** Empty if the answer gets lost. */
  private Optional<Answer> meetingFaults(Request request) throws InterruptedException {
    if (!request.path().isEmpty() && request.path().getFirst().equals("simulator")) {
      return Optional.of(routes.answer(request, address().toString()));
    }
    if (faults.takeTooManyRequests()) {
      return Optional.of(tooManyRequests());
    }
    if (faults.takeServerError()) {
      throw ApiError.internal();
    }
    Answer answer = routes.answer(request, address().toString());
    Duration delay = faults.takeDelay();
    if (delay.isPositive()) {
      Thread.sleep(delay);
    }
    boolean wish = !request.method().equals("GET");
    return wish && answer.accepts() && faults.takeLostReply()
        ? Optional.empty()
        : Optional.of(answer);
  }

  private Answer tooManyRequests() {
    Answer answer = ApiError.tooManyRequests().answer();
    Duration wait = faults.retryAfter();
    return wait.isPositive() ? answer.with("Retry-After", Long.toString(wait.toSeconds())) : answer;
  }

  private static boolean isForm(HttpExchange exchange) {
    return String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"))
        .startsWith("multipart/form-data");
  }

  /** Who has the token, and whoever fetches a collected file: its address opens by itself. */
  private boolean welcome(HttpExchange exchange) {
    if (exchange.getRequestURI().getPath().startsWith("/dl/")) {
      return true;
    }
    String presented = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    return MessageDigest.isEqual(
        presented.getBytes(StandardCharsets.UTF_8),
        ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
  }

  private JsonNode parsed(byte[] body) throws IOException {
    if (body.length == 0) {
      return MissingNode.getInstance();
    }
    try {
      return json.readTree(body);
    } catch (JsonProcessingException notJson) {
      throw ApiError.badRequest("The request is not properly formatted.");
    }
  }

  private void send(HttpExchange exchange, Answer answer) throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    if (answer.body().isMissingNode()) {
      exchange.sendResponseHeaders(answer.status(), -1);
      return;
    }
    byte[] body =
        answer.body().isBinary()
            ? answer.body().binaryValue()
            : json.writeValueAsBytes(answer.body());
    if (!answer.body().isBinary()) {
      exchange.getResponseHeaders().set("Content-Type", "application/json;charset=utf-8");
    }
    exchange.sendResponseHeaders(answer.status(), body.length);
    exchange.getResponseBody().write(body);
  }
}
