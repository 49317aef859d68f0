package jp.mimamori.bot.chat.discord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.util.List;
import jp.mimamori.bot.chat.discord.LocalDiscord.Act;
import org.jspecify.annotations.Nullable;

/** The HTTP interface of the local Discord. */
final class LocalRoutes {
  private static final String API = "/api/v10";
  private static final int EPHEMERAL = 64;
  private static final int LOADING = 128;

  private final LocalDiscord discord;

  LocalRoutes(LocalDiscord discord) {
    this.discord = discord;
  }

  void lay(RoutesConfig routes) {
    routes.exception(LocalError.class, LocalRoutes::refuse);
    routes.get(API + "/users/@me", this::me);
    routes.get(API + "/applications/@me", this::application);
    routes.put(API + "/applications/{app}/commands", this::commands);
    routes.post(API + "/users/@me/channels", this::conversation);
    routes.get(API + "/channels/{channel}", context -> json(context, channel(context)));
    routes.patch(API + "/channels/{channel}", this::changeChannel);
    routes.get(API + "/guilds/{guild}", this::guild);
    routes.get(API + "/guilds/{guild}/roles", this::roles);
    routes.get(API + "/guilds/{guild}/members/{user}", this::member);
    routes.get(API + "/channels/{channel}/messages", this::history);
    routes.post(API + "/channels/{channel}/messages", this::post);
    routes.patch(API + "/channels/{channel}/messages/{message}", this::edit);
    routes.post(API + "/channels/{channel}/messages/{message}/threads", this::thread);
    routes.post(API + "/channels/{channel}/typing", context -> context.status(204));
    routes.post(API + "/interactions/{id}/{token}/callback", this::callback);
    routes.post(API + "/webhooks/{app}/{token}", this::followUp);
    routes.get(API + "/webhooks/{app}/{token}/messages/@original", this::original);
    routes.patch(API + "/webhooks/{app}/{token}/messages/@original", this::editOriginal);
    routes.delete(API + "/webhooks/{app}/{token}/messages/@original", this::deleteOriginal);
  }

  private static void refuse(LocalError error, Context context) {
    ObjectNode body = Json.object().put("message", error.getMessage()).put("code", error.code);
    Double after = context.attribute("retry_after");
    if (after != null) {
      body.put("retry_after", after)
          .put("global", "global".equals(context.res().getHeader("X-RateLimit-Scope")));
    }
    context.status(error.status).contentType("application/json").result(body.toString());
  }

  private void json(Context context, JsonNode body) {
    if (context.attribute("reply lost") != null) {
      discord.gateway.breakConnection(context);
      return;
    }
    context.contentType("application/json").result(body.toString());
  }

  private void me(Context context) {
    json(context, discord.userNode(LocalDiscord.BOT));
  }

  private void application(Context context) {
    json(
        context,
        Json.object()
            .put("id", LocalDiscord.BOT)
            .put("name", "Mimamori")
            .put("bot_public", false)
            .put("flags", discord.gateway.contentAllowed() ? 1 << 19 : 0));
  }

  private void commands(Context context) {
    ArrayNode registered = Json.array();
    try {
      Json.MAPPER
          .readTree(context.body())
          .forEach(
              command ->
                  registered.add(
                      ((ObjectNode) command)
                          .put("id", "100000000000000009")
                          .put("application_id", LocalDiscord.BOT)
                          .put("version", "1")));
    } catch (JsonProcessingException e) {
      throw new LocalError(400, 50109, "The request body contains invalid JSON.");
    }
    discord.commands(registered);
    json(context, registered);
  }

  private void conversation(Context context) {
    String person = Json.read(context.body()).path("recipient_id").asText();
    json(context, discord.conversation(person));
  }

  private ObjectNode channel(Context context) {
    return known(discord.channelNode(context.pathParam("channel")), 10003, "Unknown Channel");
  }

  private static ObjectNode known(@Nullable ObjectNode node, int code, String message) {
    if (node == null) {
      throw new LocalError(404, code, message);
    }
    return node;
  }

  private void changeChannel(Context context) {
    ObjectNode channel = channel(context);
    JsonNode change = Json.read(context.body());
    if (change.has("archived")) {
      ((ObjectNode) channel.path("thread_metadata"))
          .put("archived", change.get("archived").asBoolean());
    }
    json(context, channel);
  }

  private void guild(Context context) {
    json(
        context,
        Json.object()
            .put("id", context.pathParam("guild"))
            .put("name", "Local")
            .put("owner_id", "1"));
  }

  private void roles(Context context) {
    json(
        context,
        Json.array()
            .add(
                Json.object()
                    .put("id", LocalDiscord.GUILD)
                    .put("name", "@everyone")
                    .put("permissions", discord.gateway.permissions())));
  }

  private void member(Context context) {
    json(context, known(discord.member(context.pathParam("user")), 10007, "Unknown Member"));
  }

  private void history(Context context) {
    channel(context);
    int limit =
        Integer.parseInt(context.queryParamAsClass("limit", String.class).getOrDefault("50"));
    String before = context.queryParam("before");
    ArrayNode page = Json.array();
    List<ObjectNode> all = discord.in(context.pathParam("channel")).reversed();
    for (ObjectNode message : all) {
      boolean older =
          before == null || message.path("id").asLong() < Long.parseUnsignedLong(before);
      if (older && page.size() < limit) {
        page.add(message);
      }
    }
    json(context, page);
  }

  private void post(Context context) {
    ObjectNode channel = channel(context);
    ObjectNode body = body(context);
    Rules.check(body);
    if (channel.path("thread_metadata").path("archived").asBoolean()) {
      ((ObjectNode) channel.path("thread_metadata")).put("archived", false);
    }
    String nonce = body.path("nonce").asText();
    String earlier = discord.known(nonce);
    if (body.path("enforce_nonce").asBoolean() && earlier != null) {
      json(
          context,
          known(discord.message(context.pathParam("channel"), earlier), 10008, "Unknown Message"));
      return;
    }
    ObjectNode message = discord.add(context.pathParam("channel"), LocalDiscord.BOT, body);
    if (!nonce.isEmpty()) {
      discord.remember(nonce, message.path("id").asText());
    }
    if (channel.path("type").asInt() == 1) {
      discord.whisper(channel.path("recipients").path(0).path("id").asText(), message);
    }
    json(context, message.deepCopy().put("nonce", nonce));
  }

  private ObjectNode body(Context context) {
    if (!context.isMultipartFormData()) {
      return Json.read(context.body());
    }
    for (UploadedFile file : context.uploadedFiles()) {
      if (file.size() > 10_485_760) {
        throw new LocalError(413, 40005, "Request entity too large");
      }
      discord.keep(file.filename(), file);
    }
    String payload = context.formParam("payload_json");
    return Json.read(payload == null ? "" : payload);
  }

  private void edit(Context context) {
    ObjectNode channel = channel(context);
    if (channel.path("thread_metadata").path("archived").asBoolean()) {
      throw new LocalError(400, 50083, "Thread is archived");
    }
    ObjectNode message =
        known(
            discord.message(context.pathParam("channel"), context.pathParam("message")),
            10008,
            "Unknown Message");
    ObjectNode body = Json.read(context.body());
    Rules.check(body);
    message.set("components", body.path("components").deepCopy());
    json(context, message);
  }

  private void thread(Context context) {
    String channel = context.pathParam("channel");
    String root = context.pathParam("message");
    channel(context);
    known(discord.message(channel, root), 10008, "Unknown Message");
    ObjectNode body = Json.read(context.body());
    String name = body.path("name").asText();
    if (name.isEmpty() || name.length() > 100) {
      throw new LocalError(400, 50035, "Invalid Form Body: name");
    }
    ObjectNode thread = discord.thread(channel, root, name);
    if (thread == null) {
      throw new LocalError(400, 160004, "A thread has already been created for this message");
    }
    json(context.status(201), thread);
  }

  private void callback(Context context) {
    Act act = discord.act(context.pathParam("token"));
    if (act == null || discord.isLate(act)) {
      throw new LocalError(404, 10062, "Unknown interaction");
    }
    if (act.acknowledged) {
      throw new LocalError(400, 40060, "Interaction has already been acknowledged.");
    }
    act.acknowledged = true;
    ObjectNode body = body(context);
    JsonNode data = body.path("data");
    ObjectNode resource = Json.object();
    switch (body.path("type").asInt()) {
      case 4 -> {
        Rules.check((ObjectNode) data);
        resource.set("message", respond(act, (ObjectNode) data));
      }
      case 5 -> act.original = thinking(act, data);
      case 6 -> {}
      case 7 -> {
        Rules.check((ObjectNode) data);
        ObjectNode changed = original(act);
        changed.set("components", data.path("components").deepCopy());
        if ((changed.path("flags").asInt() & EPHEMERAL) != 0) {
          discord.whisper(act.user, changed);
        }
        resource.set("message", changed);
      }
      case 8 -> discord.offered(data.path("choices"));
      case 9 -> {
        Rules.checkModal((ObjectNode) data);
        act.modal = (ObjectNode) data;
      }
      default -> throw new LocalError(400, 50035, "Invalid Form Body: type");
    }
    ObjectNode reply = Json.object();
    reply
        .putObject("interaction")
        .put("id", act.id)
        .put("type", 2)
        .put("response_message_loading", body.path("type").asInt() == 5)
        .put("response_message_ephemeral", (data.path("flags").asInt() & EPHEMERAL) != 0);
    resource.put("type", body.path("type").asInt());
    reply.set("resource", resource);
    act.answered = true;
    json(context, reply);
  }

  private ObjectNode original(Act act) {
    ObjectNode original = act.original;
    if (original != null) {
      return original;
    }
    String origin = act.origin;
    return known(
        origin == null ? null : discord.message(act.channel, origin), 10008, "Unknown Message");
  }

  private ObjectNode respond(Act act, ObjectNode data) {
    if ((data.path("flags").asInt() & EPHEMERAL) == 0) {
      ObjectNode message = discord.add(act.channel, LocalDiscord.BOT, data);
      act.original = message;
      return message;
    }
    ObjectNode message = waiting(act, data);
    message.set("components", data.path("components").deepCopy());
    act.original = message;
    discord.whisper(act.user, message);
    return message;
  }

  /** A message that is in no channel's history. */
  private ObjectNode waiting(Act act, JsonNode data) {
    ObjectNode message =
        Json.object()
            .put("id", discord.newId())
            .put("type", 20)
            .put("channel_id", act.channel)
            .put("content", "")
            .put("timestamp", "2026-01-01T00:00:00+00:00")
            .putNull("edited_timestamp")
            .put("tts", false)
            .put("mention_everyone", false)
            .put("pinned", false)
            .put("flags", data.path("flags").asInt());
    message.set("author", discord.userNode(LocalDiscord.BOT));
    for (String list :
        List.of("mentions", "mention_roles", "embeds", "attachments", "components")) {
      message.putArray(list);
    }
    return message;
  }

  /** Says that an answer will come; seen by all, it stands in the channel already. */
  private ObjectNode thinking(Act act, JsonNode data) {
    int flags = data.path("flags").asInt() | LOADING;
    if ((flags & EPHEMERAL) != 0) {
      return waiting(act, data).put("flags", flags);
    }
    return discord
        .add(act.channel, LocalDiscord.BOT, Json.object().put("flags", flags))
        .put("type", 20);
  }

  private static void replaced(ObjectNode message, JsonNode body) {
    message.set("components", body.path("components").deepCopy());
    message.put("flags", message.path("flags").asInt() & ~LOADING);
  }

  private Act acting(Context context) {
    Act act = discord.act(context.pathParam("token"));
    if (act == null || !act.acknowledged) {
      throw new LocalError(404, 10015, "Unknown Webhook");
    }
    return act;
  }

  private void followUp(Context context) {
    Act act = acting(context);
    ObjectNode body = body(context);
    Rules.check(body);
    ObjectNode original = act.original;
    if (original != null && (original.path("flags").asInt() & LOADING) != 0) {
      replaced(original, body); // what follows first takes the place of thinking, for all to see
      json(context, original);
      return;
    }
    json(context, respond(act, body));
  }

  private void original(Context context) {
    json(context, original(acting(context)));
  }

  private void editOriginal(Context context) {
    Act act = acting(context);
    ObjectNode body = Json.read(context.body());
    Rules.check(body);
    ObjectNode message = original(act);
    replaced(message, body);
    if ((message.path("flags").asInt() & EPHEMERAL) != 0) {
      discord.whisper(act.user, message);
    }
    json(context, message);
  }

  private void deleteOriginal(Context context) {
    acting(context).original = null;
    context.status(204);
  }
}
