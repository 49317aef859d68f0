package jp.mimamori.bot.chat.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Discord on this machine: its HTTP interface and its gateway, as far as a bot meets them, with the
 * rules that it enforces and with switches for its faults. Real clients connect to it.
 */
public final class LocalDiscord implements AutoCloseable {
  public static final String TOKEN = "MTAw.local.secret-token-of-the-bot";
  static final String BOT = "100000000000000001";
  static final String GUILD = "100000000000000002";
  private static final long EPOCH = 1_420_070_400_000L;

  /** How long Discord waits for the first response. */
  private static final Duration FIRST_RESPONSE = Duration.ofSeconds(3);

  private final AtomicLong sequence = new AtomicLong();
  private final Map<String, ObjectNode> channels = new LinkedHashMap<>();
  private final Map<String, List<ObjectNode>> messages = new LinkedHashMap<>();
  private final Map<String, ObjectNode> users = new LinkedHashMap<>();
  private final Map<String, Set<String>> roles = new ConcurrentHashMap<>();
  private final Map<String, String> nonces = new ConcurrentHashMap<>();
  private final Map<String, Act> acts = new ConcurrentHashMap<>();
  private final Map<String, LinkedBlockingQueue<ObjectNode>> whispers = new ConcurrentHashMap<>();
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<JsonNode> choices = new CopyOnWriteArrayList<>();
  private volatile ArrayNode commands = Json.array();
  private final Javalin server;
  final LocalGateway gateway;
  final Faults faults = new Faults();

  /** One interaction: who acts, and what became of it. */
  static final class Act {
    final String id;
    final String token;
    final String user;
    final String channel;
    final long at = System.nanoTime();
    volatile boolean acknowledged;
    volatile boolean answered;
    volatile @Nullable ObjectNode original;
    volatile @Nullable ObjectNode modal;
    volatile @Nullable String origin;

    Act(String id, String user, String channel) {
      this.id = id;
      this.token = "interaction-token-" + id;
      this.user = user;
      this.channel = channel;
    }
  }

  public LocalDiscord() {
    gateway = new LocalGateway(this);
    server =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  config.startup.showOldJavalinVersionWarning = false;
                  config.concurrency.useVirtualThreads = true;
                  config.http.maxRequestSize = 30_000_000L;
                  var routes = config.routes;
                  routes.before("/api/*", this::admitted);
                  new LocalRoutes(this).lay(routes);
                  routes.ws("/", gateway::serve);
                })
            .start("127.0.0.1", 0);
    user(BOT, "Mimamori").put("bot", true);
  }

  public DiscordSettings settings() {
    return settings(false);
  }

  public DiscordSettings settings(boolean readsMessages) {
    return new DiscordSettings(
        URI.create("http://127.0.0.1:" + server.port() + "/api/v10/"),
        URI.create("ws://127.0.0.1:" + server.port() + "/"),
        TOKEN,
        readsMessages);
  }

  // what there is

  /** A snowflake of this moment: clients compute times from it. */
  String newId() {
    long millis = System.currentTimeMillis() - EPOCH;
    return Long.toUnsignedString((millis << 22) | (sequence.incrementAndGet() & 0x3F_FFFF));
  }

  public synchronized String channel(String name) {
    for (ObjectNode known : channels.values()) {
      if (known.path("name").asText().equals(name)) {
        return known.path("id").asText();
      }
    }
    String id = newId();
    channels.put(
        id,
        Json.object()
            .put("id", id)
            .put("type", 0)
            .put("guild_id", GUILD)
            .put("name", name)
            .put("position", 0)
            .put("nsfw", false)
            .set("permission_overwrites", Json.array()));
    messages.put(id, new CopyOnWriteArrayList<>());
    return id;
  }

  public synchronized String person(String name) {
    for (ObjectNode known : users.values()) {
      if (known.path("username").asText().equals(name)) {
        return known.path("id").asText();
      }
    }
    return user(newId(), name).path("id").asText();
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

  public void gives(String person, String role) {
    known(roles.get(person)).add(role);
  }

  /** Somebody leaves the guild. */
  public void leaves(String person) {
    roles.remove(person);
  }

  synchronized ObjectNode userNode(String id) {
    return known(users.get(id)).deepCopy();
  }

  @Nullable ObjectNode member(String id) {
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
            .put("permissions", "2251799813685247");
    member.set("user", userNode(id));
    ArrayNode list = member.putArray("roles");
    having.forEach(list::add);
    return member;
  }

  synchronized @Nullable ObjectNode channelNode(String id) {
    return channels.get(id);
  }

  synchronized List<ObjectNode> guildChannels(boolean threads) {
    return channels.values().stream()
        .filter(channel -> channel.has("guild_id"))
        .filter(channel -> (channel.path("type").asInt() == 11) == threads)
        .toList();
  }

  synchronized ObjectNode conversation(String person) {
    for (ObjectNode known : channels.values()) {
      if (known.path("recipients").path(0).path("id").asText().equals(person)) {
        return known;
      }
    }
    String id = newId();
    ObjectNode channel = Json.object().put("id", id).put("type", 1).putNull("last_message_id");
    channel.putArray("recipients").add(userNode(person));
    channels.put(id, channel);
    messages.put(id, new CopyOnWriteArrayList<>());
    return channel;
  }

  synchronized @Nullable ObjectNode thread(String parent, String root, String name) {
    if (channels.containsKey(root)) {
      return null;
    }
    ObjectNode thread =
        Json.object()
            .put("id", root)
            .put("type", 11)
            .put("guild_id", GUILD)
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
    messages.put(root, new CopyOnWriteArrayList<>());
    gateway.dispatch("THREAD_CREATE", thread.deepCopy().put("newly_created", true));
    return thread;
  }

  /** A thread falls asleep. */
  public synchronized void archives(String thread) {
    ((ObjectNode) known(channels.get(thread)).path("thread_metadata")).put("archived", true);
  }

  synchronized ObjectNode add(String channel, String author, ObjectNode content) {
    String id = newId();
    ObjectNode message =
        Json.object()
            .put("id", id)
            .put("type", content.has("message_reference") ? 19 : 0)
            .put("channel_id", channel)
            .put("content", content.path("content").asText(""))
            .put("timestamp", Instant.ofEpochMilli(System.currentTimeMillis()).toString())
            .putNull("edited_timestamp")
            .put("tts", false)
            .put("mention_everyone", false)
            .put("pinned", false)
            .put("flags", content.path("flags").asInt());
    message.set("author", userNode(author));
    message.putArray("mentions");
    message.putArray("mention_roles");
    message.putArray("embeds");
    message.set("attachments", Json.array());
    message.set(
        "components",
        content.has("components") ? content.get("components").deepCopy() : Json.array());
    if (content.has("message_reference")) {
      message.set("message_reference", content.get("message_reference").deepCopy());
    }
    known(messages.get(channel)).add(message);
    return message;
  }

  synchronized @Nullable ObjectNode message(String channel, String id) {
    return messages.getOrDefault(channel, List.of()).stream()
        .filter(message -> message.path("id").asText().equals(id))
        .findFirst()
        .orElse(null);
  }

  synchronized List<ObjectNode> in(String channel) {
    return List.copyOf(messages.getOrDefault(channel, List.of()));
  }

  @Nullable String known(String nonce) {
    return nonces.get(nonce);
  }

  void remember(String nonce, String message) {
    nonces.put(nonce, message);
  }

  /** The few minutes are over in which a nonce counts. */
  public void forgetsNonces() {
    nonces.clear();
  }

  void keep(String name, UploadedFile file) {
    try {
      files.put(name, file.content().readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Map<String, byte[]> files() {
    return files;
  }

  void commands(ArrayNode registered) {
    commands = registered;
  }

  ArrayNode commands() {
    return commands;
  }

  @Nullable Act act(String token) {
    return acts.get(token);
  }

  void whisper(String person, ObjectNode message) {
    whispers.computeIfAbsent(person, _ -> new LinkedBlockingQueue<>()).add(message);
  }

  /** The requests so far: method and path. */
  public List<String> requests() {
    return requests;
  }

  private void admitted(Context context) {
    requests.add(context.method() + " " + context.path().substring("/api/v10".length()));
    boolean interaction =
        context.path().contains("/interactions/") || context.path().contains("/webhooks/");
    if (!interaction && !("Bot " + TOKEN).equals(context.header("Authorization"))) {
      throw new LocalError(401, 0, "401: Unauthorized");
    }
    faults.strike(context);
  }

  // what people do

  /** Writes a message that calls the bot; returns its id. */
  public String asks(String person, String channel, String text) {
    return says(person, channel, "<@" + BOT + "> " + text);
  }

  /** Writes a message as it is. */
  public String says(String person, String channel, String text) {
    return says(person, channel, text, "");
  }

  /** Writes a message that replies to another. */
  public String says(String person, String channel, String text, String repliesTo) {
    ObjectNode content = Json.object().put("content", text);
    if (!repliesTo.isEmpty()) {
      content
          .putObject("message_reference")
          .put("message_id", repliesTo)
          .put("channel_id", channel);
    }
    ObjectNode message = add(channel, person, content);
    if (text.contains("<@" + BOT + ">")) {
      message.withArray("mentions").add(userNode(BOT));
    }
    gateway.dispatch("MESSAGE_CREATE", delivered(message, channel, person));
    return message.path("id").asText();
  }

  private ObjectNode delivered(ObjectNode message, String channel, String person) {
    ObjectNode event = message.deepCopy();
    boolean guild = known(channelNode(channel)).has("guild_id");
    boolean called = !message.path("mentions").isEmpty();
    if (guild) {
      event.put("guild_id", GUILD);
      ObjectNode member = known(member(person));
      member.remove("user");
      event.set("member", member);
      if (!called && !gateway.readsContent()) {
        event.put("content", "");
      }
    }
    String reference = message.path("message_reference").path("message_id").asText();
    ObjectNode referenced = message(channel, reference);
    if (referenced != null) {
      event.set("referenced_message", referenced.deepCopy());
    }
    return event;
  }

  /** Writes to the bot alone. */
  public String writes(String person, String text) {
    return says(person, conversation(person).path("id").asText(), text);
  }

  /** Presses a button of a message that all see, by its {@code custom_id}. */
  public Act presses(String person, String channel, String message, String customId) {
    return press(person, channel, known(message(channel, message)), customId);
  }

  /** Presses a button of a message that only this person sees. */
  public Act presses(String person, String channel, ObjectNode whisper, String customId) {
    return press(person, channel, whisper, customId);
  }

  private Act press(String person, String channel, ObjectNode carrier, String customId) {
    ObjectNode data =
        Json.object().put("custom_id", customId).put("component_type", 2).put("id", 9);
    ObjectNode event = interaction(3, person, channel, data);
    event.set("message", carrier.deepCopy());
    Act act = begun(event, person, channel);
    act.origin = carrier.path("id").asText();
    if ((carrier.path("flags").asInt() & 64) != 0) {
      act.original = carrier;
    }
    gateway.dispatch("INTERACTION_CREATE", event);
    return act;
  }

  /** Sends the modal that an act has opened. */
  public Act sends(Act opened, Map<String, String> answers) {
    ObjectNode modal = known(opened.modal);
    ObjectNode data = Json.object().put("custom_id", modal.path("custom_id").asText());
    ArrayNode rows = data.putArray("components");
    int id = 1;
    for (JsonNode label : modal.path("components")) {
      if (label.path("type").asInt() != 18) {
        continue;
      }
      JsonNode field = label.path("component");
      String given = answers.getOrDefault(field.path("custom_id").asText(), "");
      ObjectNode value =
          Json.object()
              .put("type", field.path("type").asInt())
              .put("id", id + 1)
              .put("custom_id", field.path("custom_id").asText());
      if (field.path("type").asInt() == 4) {
        value.put("value", given);
      } else {
        ArrayNode values = value.putArray("values");
        if (!given.isEmpty()) {
          values.add(given);
        }
      }
      ObjectNode row = rows.addObject().put("type", 18).put("id", id);
      row.set("component", value);
      id += 2;
    }
    ObjectNode event = interaction(5, opened.user, opened.channel, data);
    String origin = opened.origin;
    ObjectNode carrier = opened.original;
    if (carrier == null && origin != null) {
      carrier = message(opened.channel, origin);
    }
    if (carrier != null) {
      event.set("message", carrier.deepCopy());
    }
    Act act = begun(event, opened.user, opened.channel);
    act.origin = origin;
    act.original = opened.original;
    gateway.dispatch("INTERACTION_CREATE", event);
    return act;
  }

  /** Gives {@code /edr SUBCOMMAND}. */
  public Act orders(String person, String channel, String subcommand, Map<String, Object> options) {
    ObjectNode event = command(2, person, channel, subcommand, options);
    Act act = begun(event, person, channel);
    gateway.dispatch("INTERACTION_CREATE", event);
    return act;
  }

  /** Types into an option of {@code /edr SUBCOMMAND}; what is offered comes as choices. */
  public void types(String person, String channel, String subcommand, String option, String text) {
    ObjectNode event = command(4, person, channel, subcommand, Map.of(option, text));
    ((ObjectNode) event.path("data").path("options").path(0).path("options").path(0))
        .put("focused", true);
    begun(event, person, channel);
    gateway.dispatch("INTERACTION_CREATE", event);
  }

  /** What was offered while typing. */
  public List<JsonNode> choices() {
    return choices;
  }

  private ObjectNode command(
      int type, String person, String channel, String subcommand, Map<String, Object> options) {
    ObjectNode data =
        Json.object().put("id", "100000000000000009").put("name", "edr").put("type", 1);
    ObjectNode sub = data.putArray("options").addObject().put("type", 1).put("name", subcommand);
    ArrayNode given = sub.putArray("options");
    options.forEach(
        (name, value) -> {
          ObjectNode option = given.addObject().put("name", name);
          if (value instanceof Boolean flag) {
            option.put("type", 5).put("value", flag);
          } else {
            option.put("type", 3).put("value", String.valueOf(value));
          }
        });
    return interaction(type, person, channel, data);
  }

  private ObjectNode interaction(int type, String person, String channel, ObjectNode data) {
    ObjectNode place = known(channelNode(channel));
    boolean guild = place.has("guild_id");
    String id = newId();
    ObjectNode event =
        Json.object()
            .put("id", id)
            .put("application_id", BOT)
            .put("type", type)
            .put("token", "interaction-token-" + id)
            .put("version", 1)
            .put("channel_id", channel)
            .put("locale", "ja")
            .put("app_permissions", "2251799813685247")
            .put("attachment_size_limit", 10_485_760)
            .put("context", guild ? 0 : 1);
    event.set("data", data);
    event.set("channel", place.deepCopy().put("permissions", "2251799813685247"));
    event.putObject("authorizing_integration_owners").put("0", guild ? GUILD : "0");
    event.putArray("entitlements");
    if (guild) {
      event.put("guild_id", GUILD).put("guild_locale", "ja");
      event.putObject("guild").put("id", GUILD).put("locale", "ja").putArray("features");
      ObjectNode member = known(member(person));
      event.set("member", member);
    } else {
      event.set("user", userNode(person));
    }
    return event;
  }

  private Act begun(ObjectNode event, String person, String channel) {
    var act = new Act(event.path("id").asText(), person, channel);
    acts.put(act.token, act);
    return act;
  }

  boolean isLate(Act act) {
    return System.nanoTime() - act.at > FIRST_RESPONSE.toNanos();
  }

  /** How many sessions are connected. */
  public int clients() {
    return gateway.clients();
  }

  private static <T> T known(@Nullable T thing) {
    return Objects.requireNonNull(thing, "no such thing at this Discord");
  }

  // what people see

  /** The next message that only this person sees. */
  public ObjectNode tells(String person) {
    return known(whispered(person, Duration.ofSeconds(10)));
  }

  byte[] file(String name) {
    return known(files.get(name));
  }

  /** The next message that only this person sees; null if none comes in time. */
  public @Nullable ObjectNode whispered(String person, Duration patience) {
    try {
      return whispers
          .computeIfAbsent(person, _ -> new LinkedBlockingQueue<>())
          .poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** What of the bot's can be read in a channel and its threads, oldest first. */
  public synchronized List<String> readIn(String channel) {
    return shownIn(channel).stream().map(Reading::text).toList();
  }

  /** The bot's messages in a channel and its threads, oldest first. */
  public synchronized List<ObjectNode> shownIn(String channel) {
    List<ObjectNode> all = new ArrayList<>(in(channel));
    for (ObjectNode thread : List.copyOf(channels.values())) {
      if (thread.path("parent_id").asText().equals(channel)) {
        all.addAll(in(thread.path("id").asText()));
      }
    }
    return all.stream()
        .filter(message -> message.path("author").path("id").asText().equals(BOT))
        .sorted(Comparator.comparingLong(message -> message.path("id").asLong()))
        .toList();
  }

  @Override
  public void close() {
    gateway.hangUp();
    server.stop();
  }

  void offered(JsonNode data) {
    choices.add(data);
  }
}
