package jp.mimamori.bot.chat.slack.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What people do, told to the app as Slack tells it: by Socket Mode or by signed HTTP, again if it
 * is not acknowledged (events only: up to three times).
 */
public final class Deliveries {
  private static final int MOST_RETRIES = 3;
  private static final Duration WITHOUT_SOCKET = Duration.ofSeconds(15);

  private final Workspace workspace;
  private final Sockets sockets;
  private final InstantSource clock;
  private final String base;
  private final HttpClient http = HttpClient.newHttpClient();
  private volatile Duration patience = Duration.ofSeconds(3);
  private volatile @Nullable URI events;

  Deliveries(Workspace workspace, Sockets sockets, InstantSource clock, String base) {
    this.workspace = workspace;
    this.sockets = sockets;
    this.clock = clock;
    this.base = base;
  }

  /**
   * What became of a delivery.
   *
   * @param acknowledged whether the app said that it arrived, with the last attempt
   * @param payload what it said beside; missing if nothing
   * @param attempts how often it was delivered
   */
  public record Told(boolean acknowledged, JsonNode payload, int attempts) {}

  /** How long an acknowledgement may take; 3 s as Slack has it, unless set. */
  public void patience(Duration set) {
    patience = set;
  }

  /** Delivers by signed HTTP from now on. */
  public void byHttp(URI address) {
    events = address;
  }

  /**
   * Writes something into a channel or a thread; the app hears of it if it mentions or concerns it.
   */
  public Told says(String user, String channel, String text, Optional<String> thread) {
    ObjectNode message = Json.object().put("user", user).put("text", text);
    thread.ifPresent(root -> message.put("thread_ts", root));
    workspace.post(channel, message);
    boolean direct = channel.startsWith("D");
    if (!direct && !text.contains("<@" + Workspace.BOT + ">")) {
      return new Told(true, Json.object(), 0);
    }
    ObjectNode event =
        Json.object()
            .put("type", direct ? "message" : "app_mention")
            .put("user", user)
            .put("text", text)
            .put("ts", message.get("ts").asText())
            .put("event_ts", message.get("ts").asText())
            .put("channel", channel)
            .put("team", team(user));
    if (direct) {
      event.put("channel_type", "im");
    }
    thread.ifPresent(root -> event.put("thread_ts", root));
    return event(event);
  }

  /** Opens the app's home. */
  public Told opensHome(String user) {
    return event(
        Json.object()
            .put("type", "app_home_opened")
            .put("user", user)
            .put("channel", workspace.open(user))
            .put("tab", "home")
            .put("event_ts", workspace.ts()));
  }

  /** Opens the assistant's pane; its thread hangs under the message that is returned. */
  public String opensPane(String user) {
    String channel = workspace.open(user);
    ObjectNode root =
        workspace.post(channel, Json.object().put("user", Workspace.BOT).put("text", "New thread"));
    String ts = root.get("ts").asText();
    ObjectNode event = Json.object().put("type", "assistant_thread_started").put("event_ts", ts);
    event
        .putObject("assistant_thread")
        .put("user_id", user)
        .put("channel_id", channel)
        .put("thread_ts", ts)
        .putObject("context");
    var _ = event(event);
    return ts;
  }

  /** An event as it stands. */
  public Told event(ObjectNode event) {
    return event(event, workspace.id("Ev"));
  }

  /** An event with an id of the caller's: the same id twice is the same event. */
  public Told event(ObjectNode event, String id) {
    ObjectNode payload =
        Json.object()
            .put("token", "verification")
            .put("team_id", Workspace.TEAM)
            .put("api_app_id", Workspace.APP)
            .put("type", "event_callback")
            .put("event_id", id)
            .put("event_time", clock.instant().getEpochSecond())
            .put("is_ext_shared_channel", false);
    payload.set("event", event);
    payload
        .putArray("authorizations")
        .addObject()
        .put("team_id", Workspace.TEAM)
        .put("user_id", Workspace.BOT)
        .put("is_bot", true);
    Told told = new Told(false, Json.object(), 0);
    for (int retry = 0; retry <= MOST_RETRIES && !told.acknowledged(); retry++) {
      Told once = deliver("events_api", payload, payload.toString(), retry);
      told = new Told(once.acknowledged(), once.payload(), retry + 1);
    }
    return told;
  }

  /** Presses a button, and says yes where it asks. */
  public Told presses(String user, String channel, String message, String action) {
    return press(pressed(user, channel, message, action));
  }

  /** A press as it stands. */
  public Told press(ObjectNode payload) {
    return interactive(payload);
  }

  /**
   * Something as it stands, be it known to anybody or not.
   *
   * @param type {@code events_api}, {@code interactive}, {@code slash_commands} or another
   */
  public Told raw(String type, ObjectNode payload) {
    return switch (type) {
      case "interactive" -> interactive(payload);
      case "slash_commands" -> deliver(type, payload, form(payload), 0);
      default -> deliver(type, payload, payload.toString(), 0);
    };
  }

  /** What Slack says of a press. */
  public ObjectNode pressed(String user, String channel, String message, String action) {
    Optional<ObjectNode> ephemeral = workspace.ephemeral(message);
    Optional<ObjectNode> pressed = workspace.message(channel, message).or(() -> ephemeral);
    ObjectNode payload = act("block_actions", user, channel);
    ObjectNode container =
        payload
            .putObject("container")
            .put("type", "message")
            .put("message_ts", message)
            .put("channel_id", channel)
            .put("is_ephemeral", ephemeral.isPresent());
    pressed
        .map(found -> found.path("thread_ts").asText())
        .filter(root -> !root.isEmpty())
        .ifPresent(root -> container.put("thread_ts", root));
    pressed.ifPresent(found -> payload.set("message", found.deepCopy()));
    payload.put("response_url", base + "respond/" + user + "/" + channel);
    payload
        .putArray("actions")
        .addObject()
        .put("type", "button")
        .put("action_id", action)
        .put("block_id", "b")
        .put("value", action)
        .put("action_ts", workspace.ts());
    return payload;
  }

  /** The message shortcut on a message. */
  public Told shortcut(String user, String channel, String message, String callback) {
    ObjectNode payload = act("message_action", user, channel).put("callback_id", callback);
    payload.put("message_ts", message).put("action_ts", workspace.ts());
    workspace
        .message(channel, message)
        .ifPresent(found -> payload.set("message", found.deepCopy()));
    payload.put("response_url", base + "respond/" + user + "/" + channel);
    return interactive(payload);
  }

  /**
   * Sends the form that is open.
   *
   * @param values by the block's id
   */
  public Told submits(String user, Map<String, String> values) {
    ObjectNode view = workspace.modal(user).orElseThrow().deepCopy();
    ObjectNode state = view.putObject("state").putObject("values");
    for (JsonNode block : view.path("blocks")) {
      String id = block.path("block_id").asText();
      String value = values.get(id);
      if (value == null || !block.path("type").asText().equals("input")) {
        continue;
      }
      JsonNode element = block.path("element");
      ObjectNode input =
          state
              .putObject(id)
              .putObject(element.path("action_id").asText())
              .put("type", element.path("type").asText());
      if (element.path("type").asText().equals("static_select")) {
        input.putObject("selected_option").put("value", value);
      } else {
        input.put("value", value);
      }
    }
    view.put("team_id", Workspace.TEAM).put("app_id", Workspace.APP);
    ObjectNode payload = act("view_submission", user, "");
    payload.remove("channel");
    payload.set("view", view);
    Told told = interactive(payload);
    if (told.acknowledged() && !told.payload().path("response_action").asText().equals("errors")) {
      workspace.closeModal(user);
    }
    return told;
  }

  /** A slash command. */
  public Told commands(String user, String channel, String text) {
    ObjectNode payload =
        Json.object()
            .put("token", "verification")
            .put("team_id", Workspace.TEAM)
            .put("team_domain", "local")
            .put("channel_id", channel)
            .put("channel_name", channel)
            .put("user_id", user)
            .put("user_name", user)
            .put("command", "/edr")
            .put("text", escaped(text))
            .put("api_app_id", Workspace.APP)
            .put("response_url", base + "respond/" + user + "/" + channel)
            .put("trigger_id", sockets.trigger(user));
    Told told = deliver("slash_commands", payload, form(payload), 0);
    if (told.payload().has("text")) {
      workspace.whisper(user, channel, (ObjectNode) told.payload().deepCopy());
    }
    return told;
  }

  private static String form(ObjectNode payload) {
    var form = new StringBuilder();
    payload
        .properties()
        .forEach(
            entry ->
                form.append(form.isEmpty() ? "" : "&")
                    .append(entry.getKey())
                    .append('=')
                    .append(encoded(entry.getValue().asText())));
    return form.toString();
  }

  private ObjectNode act(String type, String user, String channel) {
    ObjectNode payload =
        Json.object()
            .put("type", type)
            .put("api_app_id", Workspace.APP)
            .put("token", "verification")
            .put("trigger_id", sockets.trigger(user));
    payload.putObject("team").put("id", Workspace.TEAM).put("domain", "local");
    payload.putObject("user").put("id", user).put("team_id", team(user)).put("username", user);
    payload.putObject("channel").put("id", channel).put("name", channel);
    return payload;
  }

  private String team(String user) {
    return workspace.user(user).map(Workspace.User::team).orElse(Workspace.TEAM);
  }

  private Told interactive(ObjectNode payload) {
    return deliver("interactive", payload, "payload=" + encoded(payload.toString()), 0);
  }

  private Told deliver(String type, ObjectNode payload, String body, int retry) {
    URI address = events;
    return address == null ? bySocket(type, payload, retry) : byHttp(address, type, body, retry);
  }

  private Told bySocket(String type, ObjectNode payload, int retry) {
    ObjectNode envelope =
        Json.object()
            .put("envelope_id", UUID.randomUUID().toString())
            .put("type", type)
            .put("accepts_response_payload", !type.equals("events_api"));
    envelope.set("payload", payload);
    if (type.equals("events_api")) {
      envelope.put("retry_attempt", retry).put("retry_reason", retry == 0 ? "" : "timeout");
    }
    if (!sockets.await(WITHOUT_SOCKET)) {
      return new Told(false, Json.object(), 1);
    }
    Optional<CompletableFuture<JsonNode>> sent = sockets.send(envelope);
    if (sent.isEmpty()) {
      return new Told(false, Json.object(), 1);
    }
    try {
      return new Told(true, sent.get().get(patience.toMillis(), TimeUnit.MILLISECONDS), 1);
    } catch (TimeoutException | ExecutionException late) {
      return new Told(false, Json.object(), 1);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return new Told(false, Json.object(), 1);
    }
  }

  private Told byHttp(URI address, String type, String body, int retry) {
    String timestamp = Long.toString(clock.instant().getEpochSecond());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(patience)
            .header(
                "Content-Type",
                type.equals("events_api")
                    ? "application/json"
                    : "application/x-www-form-urlencoded")
            .header("X-Slack-Request-Timestamp", timestamp)
            .header("X-Slack-Signature", signature(timestamp, body))
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (retry > 0) {
      request.header("X-Slack-Retry-Num", Integer.toString(retry));
      request.header("X-Slack-Retry-Reason", "http_timeout");
    }
    try {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      String said = answer.body().strip();
      return new Told(
          answer.statusCode() == 200,
          said.startsWith("{")
              ? Json.read(said)
              : said.isEmpty() ? Json.object() : Json.object().put("text", said),
          1);
    } catch (IOException lost) {
      return new Told(false, Json.object(), 1);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return new Told(false, Json.object(), 1);
    }
  }

  private static String signature(String timestamp, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(
          new SecretKeySpec(
              LocalSlack.SIGNING_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return "v0="
          + HexFormat.of()
              .formatHex(
                  mac.doFinal(("v0:" + timestamp + ":" + body).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** As Slack sends what is typed. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
