package jp.mimamori.bot.edr.visionone;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Says on loopback what it was told to say, in that order, and notes what it was asked. */
final class CannedServer implements AutoCloseable {
  private final HttpServer server;
  private final Queue<Canned> answers = new ConcurrentLinkedQueue<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  CannedServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    server.createContext("/", this::handle);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The next answer; HTTP status 0 cuts the connection. */
  void says(int status, String body) {
    says(status, body, Map.of());
  }

  void says(int status, String body, Map<String, String> headers) {
    answers.add(new Canned(status, body, headers));
  }

  /** What was not said yet will not be said. */
  void forget() {
    answers.clear();
  }

  List<Asked> asked() {
    return asked;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var headers = exchange.getRequestHeaders();
      asked.add(
          new Asked(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              String.valueOf(headers.getFirst("Authorization")),
              String.valueOf(headers.getFirst("TMV1-Filter")),
              String.valueOf(headers.getFirst("TMV1-Query")),
              String.valueOf(headers.getFirst("If-Match")),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
      Canned next = answers.poll();
      Canned answer = next == null ? new Canned(404, "{}", Map.of()) : next;
      if (answer.status == 0) {
        return;
      }
      answer.headers.forEach(exchange.getResponseHeaders()::set);
      byte[] body = answer.body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  record Asked(
      String method,
      String uri,
      String authorization,
      String filter,
      String query,
      String version,
      String body) {}

  private record Canned(int status, String body, Map<String, String> headers) {}
}
