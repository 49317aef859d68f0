package jp.mimamori.bot.chat.discord.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Who and what there is: people and their roles, channels, threads, conversations. */
public final class Guild {
  /** The server's id. */
  public static final String ID = "100000000000000002";

  /** The bot's id, and its application's. */
  public static final String BOT = "100000000000000001";

  private static final String ALL_PERMISSIONS = "2251799813685247";

  private final Ids ids;
  private final BiConsumer<String, ObjectNode> events;
  private final Map<String, ObjectNode> channels = new LinkedHashMap<>();
  private final Map<String, ObjectNode> users = new LinkedHashMap<>();
  private final Map<String, Set<String>> roles = new LinkedHashMap<>();

  /**
   * @param events what the gateway tells: an event's name and its data
   */
  Guild(Ids ids, BiConsumer<String, ObjectNode> events) {
    this.ids = ids;
    this.events = events;
    user(BOT, "Mimamori").put("bot", true);
  }

  /** The id of the person with that name, who is let in if new. */
  public synchronized String person(String name) {
    return users.values().stream()
        .filter(known -> known.path("username").asText().equals(name))
        .findFirst()
        .orElseGet(() -> user(idOfPerson(name), name))
        .path("id")
        .asText();
  }

  /** Lets somebody in who is called something else than they are known by. */
  public synchronized void person(String name, String called) {
    known(users.get(person(name))).put("global_name", called);
  }

  /** What the id of somebody with that name will be. */
  public static String idOfPerson(String name) {
    return Ids.of("person " + name);
  }

  /** What the id of a channel with that name will be. */
  public static String idOfChannel(String name) {
    return Ids.of("channel " + name);
  }

  private ObjectNode user(String id, String name) {
    ObjectNode user =
        Json.object()
            .put("id", id)
            .put("username", name)
            .put("discriminator", "0000")
            .put("global_name", name)
            .putNull("avatar")
            .put("bot", false);
    users.put(id, user);
    roles.put(id, new LinkedHashSet<>());
    return user;
  }

  /** Gives somebody a role, which is made if new. */
  public synchronized void gives(String person, String role) {
    boolean isNew = roles.values().stream().noneMatch(having -> having.contains(role));
    known(roles.get(person)).add(role);
    if (isNew) {
      events.accept(
          "GUILD_ROLE_CREATE", Json.object().put("guild_id", ID).set("role", role(role, "0")));
    }
  }

  /** All that somebody has. */
  synchronized List<ObjectNode> roles() {
    return roles.values().stream()
        .flatMap(Set::stream)
        .distinct()
        .map(role -> role(role, "0"))
        .toList();
  }

  static ObjectNode role(String id, String permissions) {
    ObjectNode role =
        Json.object()
            .put("id", id)
            .put("name", id.equals(ID) ? "@everyone" : "role " + id)
            .put("color", 0)
            .put("hoist", false)
            .put("position", id.equals(ID) ? 0 : 1)
            .put("permissions", permissions)
            .put("managed", false)
            .put("mentionable", false)
            .put("flags", 0);
    role.putObject("colors")
        .put("primary_color", 0)
        .putNull("secondary_color")
        .putNull("tertiary_color");
    return role;
  }

  /** Somebody leaves the server. */
  public synchronized void leaves(String person) {
    roles.remove(person);
  }

  synchronized List<ObjectNode> users() {
    return users.values().stream().filter(user -> !user.path("bot").asBoolean()).toList();
  }

  synchronized ObjectNode user(String id) {
    return known(users.get(id)).deepCopy();
  }

  synchronized @Nullable ObjectNode member(String id) {
    Set<String> having = roles.get(id);
    if (having == null) {
      return null;
    }
    ObjectNode member =
        Json.object()
            .putNull("nick")
            .put("joined_at", "2024-01-01T00:00:00+00:00")
            .put("deaf", false)
            .put("mute", false)
            .put("flags", 0)
            .put("permissions", ALL_PERMISSIONS);
    member.set("user", user(id));
    ArrayNode list = member.putArray("roles");
    having.forEach(list::add);
    return member;
  }

  /** The id of the channel with that name, which is made if new. */
  public synchronized String channel(String name) {
    for (ObjectNode known : channels.values()) {
      if (known.path("name").asText().equals(name)) {
        return known.path("id").asText();
      }
    }
    String id = idOfChannel(name);
    ObjectNode channel =
        Json.object()
            .put("id", id)
            .put("type", 0)
            .put("guild_id", ID)
            .put("name", name)
            .put("position", 0)
            .put("nsfw", false)
            .set("permission_overwrites", Json.array());
    channels.put(id, channel);
    events.accept("CHANNEL_CREATE", channel.deepCopy());
    return id;
  }

  synchronized @Nullable ObjectNode find(String channel) {
    return channels.get(channel);
  }

  synchronized List<ObjectNode> channels(boolean threads) {
    return channels.values().stream()
        .filter(channel -> channel.has("guild_id"))
        .filter(channel -> (channel.path("type").asInt() == 11) == threads)
        .toList();
  }

  /** The ids of a channel and of the threads in it. */
  synchronized List<String> withThreads(String channel) {
    return channels.values().stream()
        .filter(
            one ->
                one.path("id").asText().equals(channel)
                    || one.path("parent_id").asText().equals(channel))
        .map(one -> one.path("id").asText())
        .toList();
  }

  /** The id of the conversation between somebody and the bot. */
  public String conversation(String person) {
    return conversing(person).path("id").asText();
  }

  synchronized ObjectNode conversing(String person) {
    for (ObjectNode known : channels.values()) {
      if (known.path("recipients").path(0).path("id").asText().equals(person)) {
        return known;
      }
    }
    String id = ids.next();
    ObjectNode channel = Json.object().put("id", id).put("type", 1).putNull("last_message_id");
    channel.putArray("recipients").add(user(person));
    channels.put(id, channel);
    return channel;
  }

  /** Null if the message has a thread already. */
  synchronized @Nullable ObjectNode thread(String parent, String root, String name) {
    if (channels.containsKey(root)) {
      return null;
    }
    ObjectNode thread =
        Json.object()
            .put("id", root)
            .put("type", 11)
            .put("guild_id", ID)
            .put("parent_id", parent)
            .put("owner_id", BOT)
            .put("name", name)
            .put("message_count", 0)
            .put("member_count", 1)
            .put("rate_limit_per_user", 0)
            .put("flags", 0);
    thread
        .putObject("thread_metadata")
        .put("archived", false)
        .put("auto_archive_duration", 10_080)
        .put("archive_timestamp", "2026-01-01T00:00:00+00:00")
        .put("locked", false);
    channels.put(root, thread);
    events.accept("THREAD_CREATE", thread.deepCopy().put("newly_created", true));
    return thread;
  }

  /** A thread falls asleep. */
  public synchronized void archives(String thread) {
    ((ObjectNode) known(channels.get(thread)).path("thread_metadata")).put("archived", true);
  }

  static <T> T known(@Nullable T thing) {
    return Objects.requireNonNull(thing, "no such thing at this Discord");
  }
}
