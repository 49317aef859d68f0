package jp.mimamori.bot.chat.discord.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The gateway of the local Discord: sessions that can be resumed, and what can befall them. */
public final class LocalGateway {
  private static final int MESSAGE_CONTENT = 1 << 15;

  private final LocalDiscord discord;
  private final Ids ids;
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();
  private final Map<String, Session> byConnection = new ConcurrentHashMap<>();
  private final List<String> story = new CopyOnWriteArrayList<>();
  private volatile int heartbeatMillis = 40_000;
  private volatile boolean deaf;
  private volatile int refuses;
  private volatile boolean resumable = true;
  private volatile boolean contentAllowed;
  private volatile String permissions = "2251799813685247";

  private static final class Session {
    final String id;
    final int intents;
    final List<String> sent = new ArrayList<>();
    @Nullable WsContext connection;

    Session(String id, int intents) {
      this.id = id;
      this.intents = intents;
    }
  }

  LocalGateway(LocalDiscord discord, Ids ids) {
    this.discord = discord;
    this.ids = ids;
  }

  /** IDENTIFY, RESUME and what else clients did. */
  public List<String> story() {
    return story;
  }

  public boolean hasClient() {
    return sessions.values().stream().anyMatch(session -> session.connection != null);
  }

  public int clients() {
    return (int) sessions.values().stream().filter(session -> session.connection != null).count();
  }

  boolean readsContent() {
    return sessions.values().stream().anyMatch(session -> (session.intents & MESSAGE_CONTENT) != 0);
  }

  boolean contentAllowed() {
    return contentAllowed;
  }

  public void allowsContent() {
    contentAllowed = true;
  }

  String permissions() {
    return permissions;
  }

  public void permissions(long bits) {
    permissions = Long.toString(bits);
  }

  public void heartbeats(int millis) {
    heartbeatMillis = millis;
  }

  /** Heartbeats are not answered any more. */
  public void goesDeaf(boolean isDeaf) {
    deaf = isDeaf;
  }

  /** Every IDENTIFY is answered with that close code; 0 for none. */
  public void refuses(int code) {
    refuses = code;
  }

  public void forgetsSessions() {
    resumable = false;
  }

  void serve(WsConfig ws) {
    ws.onConnect(
        context -> {
          context.session.setIdleTimeout(Duration.ofMinutes(5));
          context.send(
              "{\"op\":10,\"s\":null,\"t\":null,\"d\":{\"heartbeat_interval\":"
                  + heartbeatMillis
                  + "}}");
        });
    ws.onMessage(context -> hear(context, Json.read(context.message())));
    ws.onClose(context -> gone(context.sessionId()));
    ws.onError(context -> gone(context.sessionId()));
  }

  private synchronized void gone(String connection) {
    Session session = byConnection.remove(connection);
    if (session != null
        && session.connection != null
        && session.connection.sessionId().equals(connection)) {
      session.connection = null;
    }
  }

  private void hear(WsContext context, JsonNode payload) {
    switch (payload.path("op").asInt()) {
      case 1 -> {
        if (!deaf) {
          context.send("{\"op\":11}");
        }
      }
      case 2 -> identify(context, payload.path("d"));
      case 6 -> resume(context, payload.path("d"));
      default -> {}
    }
  }

  private synchronized void identify(WsContext context, JsonNode data) {
    int intents = data.path("intents").asInt();
    story.add("IDENTIFY " + intents);
    if (!data.path("token").asText().equals(LocalDiscord.TOKEN)) {
      context.closeSession(4004, "Authentication failed.");
      return;
    }
    if (refuses != 0) {
      context.closeSession(refuses, "Refused.");
      return;
    }
    if ((intents & MESSAGE_CONTENT) != 0 && !contentAllowed) {
      context.closeSession(4014, "Disallowed intent(s).");
      return;
    }
    var session = new Session("session-" + ids.next(), intents);
    resumable = true;
    sessions.put(session.id, session);
    bind(session, context);
    send(session, "READY", ready(session));
    send(session, "GUILD_CREATE", guild());
  }

  private synchronized void resume(WsContext context, JsonNode data) {
    story.add("RESUME");
    Session session = sessions.get(data.path("session_id").asText());
    if (session == null || !resumable) {
      context.send("{\"op\":9,\"d\":false}");
      return;
    }
    bind(session, context);
    int seen = data.path("seq").asInt();
    for (String missed :
        List.copyOf(session.sent)
            .subList(Math.min(seen, session.sent.size()), session.sent.size())) {
      context.send(missed);
    }
    context.send("{\"op\":0,\"t\":\"RESUMED\",\"s\":" + session.sent.size() + ",\"d\":{}}");
  }

  private void bind(Session session, WsContext context) {
    session.connection = context;
    byConnection.put(context.sessionId(), session);
  }

  /** Tells every session. */
  synchronized void dispatch(String type, ObjectNode data) {
    sessions.values().forEach(session -> send(session, type, data));
  }

  private void send(Session session, String type, ObjectNode data) {
    ObjectNode event = Json.object().put("op", 0).put("t", type).put("s", session.sent.size() + 1);
    event.set("d", data);
    String text = event.toString();
    session.sent.add(text);
    WsContext connection = session.connection;
    if (connection != null && connection.session.isOpen()) {
      connection.send(text);
    }
  }

  // what can befall

  public void asksToReconnect() {
    each(connection -> connection.send("{\"op\":7,\"d\":null}"));
  }

  public void invalidates(boolean mayResume) {
    each(connection -> connection.send("{\"op\":9,\"d\":" + mayResume + "}"));
  }

  public void closes(int code) {
    each(connection -> connection.closeSession(code, "closed by the test"));
  }

  /** The connection breaks without a word. */
  public void drops() {
    each(connection -> connection.session.disconnect());
  }

  private synchronized void each(Consumer<WsContext> doing) {
    for (Session session : sessions.values()) {
      WsContext connection = session.connection;
      if (connection != null) {
        doing.accept(connection);
      }
    }
  }

  void hangUp() {
    each(connection -> connection.session.disconnect());
  }

  /** An HTTP request was carried out, and its reply never arrives. */
  void breakConnection(Context context) {
    try {
      context.res().setContentLength(1000);
      context.res().getOutputStream().write('{');
      context.res().flushBuffer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new LocalError(500, 0, "the reply is lost");
  }

  private ObjectNode ready(Session session) {
    ObjectNode ready =
        Json.object()
            .put("v", 10)
            .put("session_id", session.id)
            .put("resume_gateway_url", discord.gatewayUrl().toString());
    ready.set("user", discord.guild().user(Guild.BOT));
    ready.putArray("private_channels");
    ready.putArray("guilds").addObject().put("id", Guild.ID).put("unavailable", true);
    ready.putObject("application").put("id", Guild.BOT).put("flags", 0);
    return ready;
  }

  private ObjectNode guild() {
    ObjectNode guild =
        Json.object()
            .put("id", Guild.ID)
            .put("name", "Local")
            .putNull("icon")
            .putNull("splash")
            .put("owner_id", Guild.BOT)
            .putNull("afk_channel_id")
            .put("afk_timeout", 300)
            .put("verification_level", 0)
            .put("default_message_notifications", 1)
            .put("explicit_content_filter", 0)
            .put("mfa_level", 0)
            .putNull("system_channel_id")
            .putNull("rules_channel_id")
            .putNull("public_updates_channel_id")
            .putNull("vanity_url_code")
            .putNull("description")
            .putNull("banner")
            .put("premium_tier", 0)
            .put("premium_progress_bar_enabled", false)
            .put("preferred_locale", "ja")
            .put("nsfw_level", 0)
            .put("member_count", 5)
            .put("large", false)
            .put("unavailable", false);
    for (String list :
        List.of(
            "features",
            "emojis",
            "stickers",
            "voice_states",
            "presences",
            "guild_scheduled_events",
            "stage_instances",
            "soundboard_sounds")) {
      guild.putArray(list);
    }
    ArrayNode roles = guild.putArray("roles");
    roles.add(Guild.role(Guild.ID, permissions));
    discord.guild().roles().forEach(roles::add);
    ArrayNode members = guild.putArray("members");
    members.add(discord.guild().member(Guild.BOT));
    ArrayNode channels = guild.putArray("channels");
    discord.guild().channels(false).forEach(channels::add);
    ArrayNode threads = guild.putArray("threads");
    discord.guild().channels(true).forEach(threads::add);
    return guild;
  }
}
