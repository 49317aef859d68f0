package jp.mimamori.bot.chat.slack.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Everything that comes by HTTP: the Web API, files, response_urls, and the page. */
final class Door {
  /** Without the two for private channels: the doctor has something to find. */
  private static final String SCOPES =
      Methods.SCOPES.values().stream().distinct().sorted().collect(Collectors.joining(","));

  private final Workspace workspace;
  private final Methods methods;
  private final Faults faults;
  private final Deliveries people;

  Door(Workspace workspace, Methods methods, Faults faults, Deliveries people) {
    this.workspace = workspace;
    this.methods = methods;
    this.faults = faults;
    this.people = people;
  }

  void open(HttpServer server) {
    server.createContext("/api/", this::api);
    server.createContext("/upload/", this::upload);
    server.createContext("/files/", this::file);
    server.createContext("/respond/", this::respond);
    server.createContext("/state", this::state);
    server.createContext("/act", this::act);
    server.createContext("/", this::page);
  }

  private void api(HttpExchange exchange) throws IOException {
    try (exchange) {
      String method = exchange.getRequestURI().getPath().substring("/api/".length());
      String body = body(exchange);
      Optional<Fault> fault = faults.of(method);
      if (fault.isEmpty()) {
        json(exchange, 200, answer(exchange, method, body));
        return;
      }
      switch (fault.get()) {
        case Fault.Limited(Duration after) -> {
          exchange.getResponseHeaders().set("Retry-After", Long.toString(after.toSeconds()));
          json(exchange, 429, Json.error("ratelimited"));
        }
        case Fault.Status(int status, boolean done) -> {
          if (done) {
            var _ = answer(exchange, method, body);
          }
          json(exchange, status, Json.error("internal_error"));
        }
        case Fault.Says(String error) -> json(exchange, 200, Json.error(error));
        case Fault.Hangs(Duration time, boolean done) -> {
          if (done) {
            var _ = answer(exchange, method, body);
          }
          rest(time);
        }
        case Fault.Drops(boolean done) -> {
          if (done) {
            var _ = answer(exchange, method, body);
          }
        }
        case Fault.Slow(Duration time) -> {
          rest(time);
          json(exchange, 200, answer(exchange, method, body));
        }
      }
    }
  }

  private ObjectNode answer(HttpExchange exchange, String method, String body) {
    Form form = Form.read(body);
    String bearer =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")).orElse("");
    String token =
        bearer.startsWith("Bearer ") ? bearer.substring("Bearer ".length()) : form.text("token");
    String wanted =
        method.equals("apps.connections.open") ? LocalSlack.APP_TOKEN : LocalSlack.BOT_TOKEN;
    if (!token.equals(wanted)) {
      return Json.error(token.isEmpty() ? "not_authed" : "invalid_auth");
    }
    exchange.getResponseHeaders().set("x-oauth-scopes", SCOPES + ",app_mentions:read,commands");
    return methods.call(method, form);
  }

  private void upload(HttpExchange exchange) throws IOException {
    try (exchange) {
      String id = last(exchange);
      byte[] bytes = exchange.getRequestBody().readAllBytes();
      Optional<Fault> fault = faults.of("upload");
      if (fault.isPresent()) {
        send(exchange, 503, "text/plain", new byte[0]);
        return;
      }
      workspace
          .upload(id)
          .ifPresent(
              known ->
                  workspace.keep(
                      new Workspace.Upload(known.id(), known.name(), ByteBuffer.wrap(bytes))));
      send(exchange, 200, "text/plain", "OK".getBytes(StandardCharsets.UTF_8));
    }
  }

  private void file(HttpExchange exchange) throws IOException {
    try (exchange) {
      Optional<Workspace.Upload> upload = workspace.upload(last(exchange));
      send(
          exchange,
          upload.isPresent() ? 200 : 404,
          "application/octet-stream",
          upload.map(Workspace.Upload::bytes).orElseGet(() -> new byte[0]));
    }
  }

  private void respond(HttpExchange exchange) throws IOException {
    try (exchange) {
      String[] path = exchange.getRequestURI().getPath().split("/", -1);
      if (faults.of("response_url").isPresent()) {
        send(exchange, 404, "text/plain", "expired_url".getBytes(StandardCharsets.UTF_8));
        return;
      }
      workspace.whisper(path[2], path[3], (ObjectNode) Json.read(body(exchange)));
      send(exchange, 200, "text/plain", "ok".getBytes(StandardCharsets.UTF_8));
    }
  }

  /** What somebody would see, all of it. */
  private void state(HttpExchange exchange) throws IOException {
    try (exchange) {
      String user =
          Form.read(Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""))
              .text("user");
      ObjectNode state = Json.object().put("version", workspace.version());
      var users = state.putArray("users");
      workspace
          .users()
          .forEach(one -> users.addObject().put("id", one.id()).put("name", one.name()));
      var channels = state.putArray("channels");
      if (!user.isEmpty()) {
        String direct = workspace.open(user);
        workspace.channels().stream()
            .filter(channel -> !channel.isDirect() || channel.id().equals(direct))
            .forEach(
                channel -> {
                  ObjectNode json = channels.addObject();
                  json.put("id", channel.id())
                      .put("name", channel.name())
                      .put("direct", channel.isDirect());
                  var messages = json.putArray("messages");
                  workspace.messages(channel.id()).forEach(messages::add);
                });
        var whispers = state.putArray("whispers");
        workspace
            .ephemerals(user)
            .forEach(
                one ->
                    whispers
                        .addObject()
                        .put("channel", one.channel())
                        .set("message", one.message()));
        workspace.home(user).ifPresent(home -> state.set("home", home));
        workspace.modal(user).ifPresent(modal -> state.set("modal", modal));
        ObjectNode statuses = state.putObject("statuses");
        workspace.statuses().forEach(statuses::put);
      }
      json(exchange, 200, state);
    }
  }

  /** Something that a person at the page does. Only the page itself may say so. */
  private void act(HttpExchange exchange) throws IOException {
    try (exchange) {
      String type =
          Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type")).orElse("");
      if (!exchange.getRequestMethod().equals("POST") || !type.startsWith("application/json")) {
        send(exchange, 405, "text/plain", new byte[0]);
        return;
      }
      JsonNode act = Json.read(body(exchange));
      String user = act.path("user").asText();
      String channel = act.path("channel").asText();
      Deliveries.Told told =
          switch (act.path("kind").asText()) {
            case "say" ->
                people.says(
                    user,
                    channel,
                    act.path("text").asText(),
                    Optional.of(act.path("thread").asText()).filter(root -> !root.isEmpty()));
            case "command" -> people.commands(user, channel, act.path("text").asText());
            case "press" ->
                people.presses(
                    user, channel, act.path("message").asText(), act.path("action").asText());
            case "shortcut" ->
                people.shortcut(user, channel, act.path("message").asText(), "ask_about_this");
            case "home" -> people.opensHome(user);
            case "submit" -> people.submits(user, values(act.path("values")));
            case "cancel" -> {
              workspace.closeModal(user);
              yield new Deliveries.Told(true, Json.object(), 0);
            }
            default -> new Deliveries.Told(false, Json.object(), 0);
          };
      ObjectNode answer = Json.object().put("acknowledged", told.acknowledged());
      answer.set("payload", told.payload());
      json(exchange, 200, answer);
    }
  }

  private static Map<String, String> values(JsonNode json) {
    Map<String, String> values = new HashMap<>();
    json.properties().forEach(entry -> values.put(entry.getKey(), entry.getValue().asText()));
    return values;
  }

  private void page(HttpExchange exchange) throws IOException {
    try (exchange) {
      String name =
          switch (exchange.getRequestURI().getPath()) {
            case "/" -> "page.html";
            case "/page.css" -> "page.css";
            case "/page.js" -> "page.js";
            default -> "";
          };
      if (name.isEmpty()) {
        send(exchange, 404, "text/plain", new byte[0]);
        return;
      }
      try (InputStream resource =
          Objects.requireNonNull(Door.class.getResourceAsStream(name), name)) {
        String type =
            switch (name) {
              case "page.css" -> "text/css";
              case "page.js" -> "text/javascript";
              default -> "text/html";
            };
        send(exchange, 200, type + "; charset=utf-8", resource.readAllBytes());
      }
    }
  }

  private static void rest(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private static String last(HttpExchange exchange) {
    String path = exchange.getRequestURI().getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String body(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void json(HttpExchange exchange, int status, ObjectNode json) throws IOException {
    send(
        exchange,
        status,
        "application/json; charset=utf-8",
        json.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] bytes)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
