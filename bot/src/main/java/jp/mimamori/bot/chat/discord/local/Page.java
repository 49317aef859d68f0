package jp.mimamori.bot.chat.discord.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The page on which a person sees what Discord would show, and does what people do there. */
final class Page {
  private final LocalDiscord discord;

  Page(LocalDiscord discord) {
    this.discord = discord;
  }

  void lay(RoutesConfig routes) {
    routes.get("/", context -> resource(context, "page.html", "text/html"));
    routes.get("/page.css", context -> resource(context, "page.css", "text/css"));
    routes.get("/page.js", context -> resource(context, "page.js", "text/javascript"));
    routes.get("/files/{name}", this::file);
    routes.get("/state", this::state);
    routes.post("/act", this::act);
  }

  private static void resource(Context context, String name, String type) {
    try (InputStream resource =
        Objects.requireNonNull(Page.class.getResourceAsStream(name), name)) {
      context.contentType(type + "; charset=utf-8").result(resource.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void file(Context context) {
    byte[] bytes = discord.board().files().get(context.pathParam("name"));
    if (bytes == null) {
      context.status(404);
      return;
    }
    context.contentType("application/octet-stream").result(bytes);
  }

  /** What somebody would see, all of it. */
  private void state(Context context) {
    ObjectNode state = Json.object();
    ArrayNode users = state.putArray("users");
    discord.guild().users().forEach(users::add);
    String user = context.queryParam("user");
    if (user != null && discord.guild().member(user) != null) {
      ArrayNode channels = state.putArray("channels");
      discord.guild().channels(false).forEach(channel -> add(channels, channel));
      discord.guild().channels(true).forEach(thread -> add(channels, thread));
      add(channels, discord.guild().conversing(user));
      ArrayNode alone = state.putArray("alone");
      discord.board().shownTo(user).forEach(alone::add);
      Act open = discord.board().open(user);
      state.set("modal", open == null ? Json.object() : open.modal());
    }
    context.contentType("application/json").result(state.toString());
  }

  private void add(ArrayNode channels, ObjectNode channel) {
    ObjectNode shown = channel.deepCopy();
    channels.add(shown);
    ArrayNode messages = shown.putArray("messages");
    discord.board().in(channel.path("id").asText()).forEach(messages::add);
  }

  /** Something that a person at the page does. Only the page itself may say so. */
  private void act(Context context) {
    String type = context.contentType();
    if (type == null || !type.startsWith("application/json")) {
      context.status(415);
      return;
    }
    JsonNode act = Json.read(context.body());
    String user = act.path("user").asText();
    String channel = act.path("channel").asText();
    People people = discord.people();
    switch (act.path("kind").asText()) {
      case "say" -> {
        var _ = people.says(user, channel, act.path("text").asText());
      }
      case "command" -> {
        Map<String, Object> options = new HashMap<>();
        act.path("options").properties().forEach(one -> options.put(one.getKey(), value(one)));
        var _ = people.orders(user, channel, act.path("name").asText(), options);
      }
      case "about" -> {
        var _ = people.asksAbout(user, channel, act.path("message").asText());
      }
      case "press" -> press(user, channel, act);
      case "submit" -> {
        Act open = discord.board().open(user);
        if (open != null) {
          var _ = people.sends(open, values(act.path("values")));
        }
      }
      case "cancel" -> discord.board().closes(user);
      case "dismiss" -> {
        ObjectNode alone = alone(user, act.path("message").asText());
        if (alone != null) {
          discord.board().forget(user, alone);
        }
      }
      default -> context.status(400);
    }
  }

  private static Object value(Map.Entry<String, JsonNode> option) {
    JsonNode value = option.getValue();
    return value.isBoolean() ? value.asBoolean() : value.asText();
  }

  private void press(String user, String channel, JsonNode act) {
    String message = act.path("message").asText();
    String button = act.path("button").asText();
    ObjectNode alone = alone(user, message);
    if (alone == null) {
      var _ = discord.people().presses(user, channel, message, button);
    } else {
      var _ = discord.people().presses(user, channel, alone, button);
    }
  }

  private @Nullable ObjectNode alone(String user, String message) {
    return discord.board().shownTo(user).stream()
        .filter(one -> one.path("id").asText().equals(message))
        .findFirst()
        .orElse(null);
  }

  private static Map<String, String> values(JsonNode json) {
    Map<String, String> values = new HashMap<>();
    json.properties().forEach(entry -> values.put(entry.getKey(), entry.getValue().asText()));
    return values;
  }
}
