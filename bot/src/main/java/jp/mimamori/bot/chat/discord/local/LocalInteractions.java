package jp.mimamori.bot.chat.discord.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** What the bot answers to interactions: the first response, its edits, and what follows. */
final class LocalInteractions {
  private static final String API = LocalDiscord.API;

  private final LocalDiscord discord;
  private final Wire wire;

  LocalInteractions(LocalDiscord discord) {
    this.discord = discord;
    this.wire = new Wire(discord);
  }

  void lay(RoutesConfig routes) {
    routes.post(API + "/interactions/{id}/{token}/callback", this::callback);
    routes.post(API + "/webhooks/{app}/{token}", this::followUp);
    routes.get(API + "/webhooks/{app}/{token}/messages/@original", this::original);
    routes.patch(API + "/webhooks/{app}/{token}/messages/@original", this::editOriginal);
    routes.delete(API + "/webhooks/{app}/{token}/messages/@original", this::deleteOriginal);
  }

  private void callback(Context context) {
    Act act = discord.people().act(context.pathParam("token"));
    if (act == null || act.isLate()) {
      throw new LocalError(404, 10062, "Unknown interaction");
    }
    if (act.isAcknowledged()) {
      throw new LocalError(400, 40060, "Interaction has already been acknowledged.");
    }
    act.acknowledge();
    ObjectNode body = wire.body(context);
    JsonNode data = body.path("data");
    ObjectNode resource = Json.object();
    switch (body.path("type").asInt()) {
      case 4 -> {
        Rules.check((ObjectNode) data);
        resource.set("message", respond(act, (ObjectNode) data));
      }
      case 5 -> act.original(thinking(act, data));
      case 6 -> {}
      case 7 -> {
        Rules.check((ObjectNode) data);
        ObjectNode changed = original(act);
        discord.board().show(changed, data);
        if ((changed.path("flags").asInt() & Board.EPHEMERAL) != 0) {
          discord.board().whisper(act.user, changed);
        }
        resource.set("message", changed);
      }
      case 8 -> {
        Rules.checkChoices(data);
        discord.people().offers(data.path("choices"));
      }
      case 9 -> {
        Rules.checkModal((ObjectNode) data);
        act.modal((ObjectNode) data);
        discord.board().opens(act);
      }
      default -> throw new LocalError(400, 50035, "Invalid Form Body: type");
    }
    ObjectNode reply = Json.object();
    reply
        .putObject("interaction")
        .put("id", act.id)
        .put("type", 2)
        .put("response_message_loading", body.path("type").asInt() == 5)
        .put("response_message_ephemeral", (data.path("flags").asInt() & Board.EPHEMERAL) != 0);
    resource.put("type", body.path("type").asInt());
    reply.set("resource", resource);
    act.answered();
    wire.json(context, reply);
  }

  private ObjectNode original(Act act) {
    ObjectNode original = act.original();
    if (original != null) {
      return original;
    }
    String origin = act.origin;
    return Wire.known(
        origin == null ? null : discord.board().find(act.channel, origin),
        10008,
        "Unknown Message");
  }

  private ObjectNode respond(Act act, ObjectNode data) {
    if ((data.path("flags").asInt() & Board.EPHEMERAL) == 0) {
      ObjectNode message = discord.board().add(act.channel, Guild.BOT, data);
      act.original(message);
      return message;
    }
    ObjectNode message = aside(act, data);
    discord.board().show(message, data);
    act.original(message);
    discord.board().whisper(act.user, message);
    return message;
  }

  /** Says that an answer will come; seen by all, it stands in the channel already. */
  private ObjectNode thinking(Act act, JsonNode data) {
    int flags = data.path("flags").asInt() | Board.LOADING;
    if ((flags & Board.EPHEMERAL) != 0) {
      return aside(act, data).put("flags", flags);
    }
    return discord
        .board()
        .add(act.channel, Guild.BOT, Json.object().put("flags", flags))
        .put("type", 20);
  }

  private ObjectNode aside(Act act, JsonNode data) {
    return discord.board().aside(act.channel, data.path("flags").asInt());
  }

  private void forgotten(Act act) {
    ObjectNode original = act.original();
    if (original != null) {
      discord.board().forget(act.user, original);
    }
    act.original(null);
  }

  private Act acting(Context context) {
    Act act = discord.people().act(context.pathParam("token"));
    if (act == null || !act.isAcknowledged()) {
      throw new LocalError(404, 10015, "Unknown Webhook");
    }
    return act;
  }

  private void followUp(Context context) {
    Act act = acting(context);
    ObjectNode body = wire.body(context);
    Rules.check(body);
    ObjectNode original = act.original();
    if (original != null && (original.path("flags").asInt() & Board.LOADING) != 0) {
      discord
          .board()
          .show(original, body); // what follows first takes the place of thinking, for all to see
      wire.json(context, original);
      return;
    }
    wire.json(context, respond(act, body));
  }

  private void original(Context context) {
    wire.json(context, original(acting(context)));
  }

  private void editOriginal(Context context) {
    Act act = acting(context);
    ObjectNode body = wire.body(context);
    Rules.check(body);
    ObjectNode message = original(act);
    discord.board().show(message, body);
    if ((message.path("flags").asInt() & Board.EPHEMERAL) != 0) {
      discord.board().whisper(act.user, message);
    }
    wire.json(context, message);
  }

  private void deleteOriginal(Context context) {
    forgotten(acting(context));
    context.status(204);
  }
}
