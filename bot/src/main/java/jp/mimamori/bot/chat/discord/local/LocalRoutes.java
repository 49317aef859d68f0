package jp.mimamori.bot.chat.discord.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;

/** The HTTP interface of the local Discord. */
final class LocalRoutes {
  private static final String API = LocalDiscord.API;

  private final LocalDiscord discord;
  private final Wire wire;

  LocalRoutes(LocalDiscord discord) {
    this.discord = discord;
    this.wire = new Wire(discord);
  }

  void lay(RoutesConfig routes) {
    routes.exception(LocalError.class, Wire::refuse);
    routes.get(API + "/users/@me", this::me);
    routes.get(API + "/applications/@me", this::application);
    routes.put(API + "/applications/{app}/commands", this::commands);
    routes.post(API + "/users/@me/channels", this::conversation);
    routes.get(API + "/channels/{channel}", context -> wire.json(context, channel(context)));
    routes.patch(API + "/channels/{channel}", this::changeChannel);
    routes.get(API + "/guilds/{guild}", this::guild);
    routes.get(API + "/guilds/{guild}/roles", this::roles);
    routes.get(API + "/guilds/{guild}/members/{user}", this::member);
    routes.get(API + "/channels/{channel}/messages", this::history);
    routes.post(API + "/channels/{channel}/messages", this::post);
    routes.patch(API + "/channels/{channel}/messages/{message}", this::edit);
    routes.post(API + "/channels/{channel}/messages/{message}/threads", this::thread);
    routes.post(API + "/channels/{channel}/typing", context -> context.status(204));
  }

  private void me(Context context) {
    wire.json(context, discord.guild().user(Guild.BOT));
  }

  private void application(Context context) {
    wire.json(
        context,
        Json.object()
            .put("id", Guild.BOT)
            .put("name", "Mimamori")
            .put("bot_public", false)
            .put("flags", discord.gateway().contentAllowed() ? 1 << 19 : 0));
  }

  private void commands(Context context) {
    ArrayNode registered = Json.array();
    try {
      Json.MAPPER
          .readTree(context.body())
          .forEach(
              command -> {
                Rules.checkCommand(command);
                registered.add(
                    ((ObjectNode) command)
                        .put("id", "100000000000000009")
                        .put("application_id", Guild.BOT)
                        .put("version", "1"));
              });
    } catch (JsonProcessingException e) {
      throw new LocalError(400, 50109, "The request body contains invalid JSON.");
    }
    discord.commands(registered);
    wire.json(context, registered);
  }

  private void conversation(Context context) {
    String person = Json.read(context.body()).path("recipient_id").asText();
    wire.json(context, discord.guild().conversing(person));
  }

  private ObjectNode channel(Context context) {
    return Wire.known(discord.guild().find(context.pathParam("channel")), 10003, "Unknown Channel");
  }

  private void changeChannel(Context context) {
    ObjectNode channel = channel(context);
    JsonNode change = Json.read(context.body());
    if (change.has("archived")) {
      ((ObjectNode) channel.path("thread_metadata"))
          .put("archived", change.get("archived").asBoolean());
    }
    wire.json(context, channel);
  }

  private void guild(Context context) {
    wire.json(
        context,
        Json.object()
            .put("id", context.pathParam("guild"))
            .put("name", "Local")
            .put("owner_id", "1"));
  }

  private void roles(Context context) {
    wire.json(
        context,
        Json.array()
            .add(
                Json.object()
                    .put("id", Guild.ID)
                    .put("name", "@everyone")
                    .put("permissions", discord.gateway().permissions())));
  }

  private void member(Context context) {
    wire.json(
        context,
        Wire.known(discord.guild().member(context.pathParam("user")), 10007, "Unknown Member"));
  }

  private void history(Context context) {
    channel(context);
    int limit =
        Integer.parseInt(context.queryParamAsClass("limit", String.class).getOrDefault("50"));
    String before = context.queryParam("before");
    ArrayNode page = Json.array();
    List<ObjectNode> all = discord.board().in(context.pathParam("channel")).reversed();
    for (ObjectNode message : all) {
      boolean older =
          before == null || message.path("id").asLong() < Long.parseUnsignedLong(before);
      if (older && page.size() < limit) {
        page.add(message);
      }
    }
    wire.json(context, page);
  }

  private void post(Context context) {
    ObjectNode channel = channel(context);
    ObjectNode body = wire.body(context);
    Rules.check(body);
    if (channel.path("thread_metadata").path("archived").asBoolean()) {
      ((ObjectNode) channel.path("thread_metadata")).put("archived", false);
    }
    String nonce = body.path("nonce").asText();
    String earlier = discord.board().known(nonce);
    if (body.path("enforce_nonce").asBoolean() && earlier != null) {
      wire.json(
          context,
          Wire.known(
              discord.board().find(context.pathParam("channel"), earlier),
              10008,
              "Unknown Message"));
      return;
    }
    ObjectNode message = discord.board().add(context.pathParam("channel"), Guild.BOT, body);
    if (!nonce.isEmpty()) {
      discord.board().remember(nonce, message.path("id").asText());
    }
    if (channel.path("type").asInt() == 1) {
      discord.board().whisper(channel.path("recipients").path(0).path("id").asText(), message);
    }
    wire.json(context, message.deepCopy().put("nonce", nonce));
  }

  private void edit(Context context) {
    ObjectNode channel = channel(context);
    if (channel.path("thread_metadata").path("archived").asBoolean()) {
      throw new LocalError(400, 50083, "Thread is archived");
    }
    ObjectNode message =
        Wire.known(
            discord.board().find(context.pathParam("channel"), context.pathParam("message")),
            10008,
            "Unknown Message");
    ObjectNode body = wire.body(context);
    Rules.check(body);
    discord.board().show(message, body);
    wire.json(context, message);
  }

  private void thread(Context context) {
    String channel = context.pathParam("channel");
    String root = context.pathParam("message");
    channel(context);
    Wire.known(discord.board().find(channel, root), 10008, "Unknown Message");
    ObjectNode body = Json.read(context.body());
    String name = body.path("name").asText();
    if (name.isEmpty() || name.length() > 100) {
      throw new LocalError(400, 50035, "Invalid Form Body: name");
    }
    ObjectNode thread = discord.guild().thread(channel, root, name);
    if (thread == null) {
      throw new LocalError(400, 160004, "A thread has already been created for this message");
    }
    wire.json(context.status(201), thread);
  }
}
