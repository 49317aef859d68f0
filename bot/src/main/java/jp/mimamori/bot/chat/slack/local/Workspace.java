package jp.mimamori.bot.chat.slack.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a workspace holds: people, groups, channels, messages, files, views. */
public final class Workspace {
  /** The workspace's id. */
  public static final String TEAM = "TLOCAL";

  /** The bot's user. */
  public static final String BOT = "UBOT";

  /** The bot's id as an author. */
  public static final String BOT_ID = "BBOT";

  /** The app. */
  public static final String APP = "ALOCAL";

  private static final int MOST_BYTES = 13_200;

  private final InstantSource clock;
  private final Map<String, User> users = new LinkedHashMap<>();
  private final Map<String, Channel> channels = new LinkedHashMap<>();
  private final Map<String, Set<String>> groups = new LinkedHashMap<>();
  private final Map<String, List<ObjectNode>> messages = new HashMap<>();
  private final List<Ephemeral> ephemerals = new ArrayList<>();
  private final Map<String, ObjectNode> homes = new HashMap<>();
  private final Map<String, ObjectNode> modals = new HashMap<>();
  private final Map<String, String> statuses = new HashMap<>();
  private final Map<String, Upload> uploads = new HashMap<>();
  private long counter;
  private long version;

  Workspace(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Somebody.
   *
   * @param team another than {@link #TEAM} for somebody who comes by Slack Connect
   * @param restricted whether a guest
   * @param locale what their Slack speaks, such as {@code en-US}
   */
  public record User(
      String id, String name, String team, boolean restricted, boolean deleted, String locale) {
    public User(String id, String name) {
      this(id, name, TEAM, false, false);
    }

    public User(String id, String name, String team, boolean restricted, boolean deleted) {
      this(id, name, team, restricted, deleted, "ja-JP");
    }
  }

  /** A channel that the bot is in, or is not. */
  public record Channel(String id, String name, boolean botIsIn, boolean shared) {
    public Channel(String id, String name) {
      this(id, name, true, false);
    }

    boolean isDirect() {
      return id.startsWith("D");
    }
  }

  /** Something that one person sees, and nobody else. */
  public record Ephemeral(String user, String channel, ObjectNode message) {}

  /** A file. */
  public record Upload(String id, String name, ByteBuffer content) {
    public Upload {
      content = content.asReadOnlyBuffer();
    }

    @Override
    public ByteBuffer content() {
      return content.duplicate();
    }

    /** A copy of what is in it. */
    public byte[] bytes() {
      byte[] bytes = new byte[content.remaining()];
      content().get(bytes);
      return bytes;
    }
  }

  public synchronized void add(User user) {
    users.put(user.id(), user);
    version++;
  }

  public synchronized void add(Channel channel) {
    channels.put(channel.id(), channel);
    version++;
  }

  public synchronized void group(String id, Set<String> members) {
    groups.put(id, Set.copyOf(members));
  }

  synchronized Map<String, Set<String>> groups() {
    return Map.copyOf(groups);
  }

  public synchronized List<User> users() {
    return List.copyOf(users.values());
  }

  public synchronized List<Channel> channels() {
    return List.copyOf(channels.values());
  }

  synchronized Optional<User> user(String id) {
    return Optional.ofNullable(users.get(id));
  }

  synchronized Optional<Channel> channel(String id) {
    return Optional.ofNullable(channels.get(id));
  }

  /** The conversation of somebody with the bot. */
  public static String direct(String user) {
    return "D" + user.substring(1);
  }

  synchronized String open(String user) {
    String id = direct(user);
    channels.putIfAbsent(id, new Channel(id, user));
    return id;
  }

  /** The messages of a channel and its threads, as they are now, oldest first. */
  public synchronized List<ObjectNode> messages(String channel) {
    return messages.getOrDefault(channel, List.of()).stream().map(ObjectNode::deepCopy).toList();
  }

  synchronized Optional<ObjectNode> message(String channel, String ts) {
    return messages.getOrDefault(channel, List.of()).stream()
        .filter(message -> message.path("ts").asText().equals(ts))
        .findFirst();
  }

  synchronized ObjectNode post(String channel, ObjectNode message) {
    message.put("type", "message").put("ts", ts());
    messages.computeIfAbsent(channel, _ -> new ArrayList<>()).add(message);
    if (message.has("thread_ts")) {
      statuses.remove(channel + message.get("thread_ts").asText());
    }
    version++;
    return message;
  }

  synchronized void changed() {
    version++;
  }

  synchronized void whisper(String user, String channel, ObjectNode message) {
    message.put("type", "message").put("ts", ts());
    ephemerals.add(new Ephemeral(user, channel, message));
    version++;
    notifyAll();
  }

  /** What was shown to somebody alone, oldest first. */
  public synchronized List<Ephemeral> ephemerals(String user) {
    return ephemerals.stream().filter(one -> one.user().equals(user)).toList();
  }

  synchronized Optional<ObjectNode> ephemeral(String ts) {
    return ephemerals.stream()
        .map(Ephemeral::message)
        .filter(message -> message.path("ts").asText().equals(ts))
        .findFirst();
  }

  synchronized void home(String user, ObjectNode view) {
    homes.put(user, view);
    version++;
  }

  public synchronized Optional<ObjectNode> home(String user) {
    return Optional.ofNullable(homes.get(user));
  }

  synchronized void modal(String user, ObjectNode view) {
    modals.put(user, view);
    version++;
  }

  public synchronized Optional<ObjectNode> modal(String user) {
    return Optional.ofNullable(modals.get(user));
  }

  synchronized void closeModal(String user) {
    modals.remove(user);
    version++;
  }

  synchronized void status(String channel, String thread, String status) {
    statuses.put(channel + thread, status);
    version++;
  }

  /** What the assistant says that it does, in a thread; empty if nothing. */
  public synchronized String status(String channel, String thread) {
    return statuses.getOrDefault(channel + thread, "");
  }

  synchronized Map<String, String> statuses() {
    return Map.copyOf(statuses);
  }

  synchronized void keep(Upload upload) {
    uploads.put(upload.id(), upload);
  }

  public synchronized Optional<Upload> upload(String id) {
    return Optional.ofNullable(uploads.get(id));
  }

  synchronized long version() {
    return version;
  }

  synchronized String id(String prefix) {
    return prefix + Long.toString(1_000_000 + ++counter, 36).toUpperCase(Locale.ROOT);
  }

  /** Slack's time stamps name messages, so no two are the same. */
  synchronized String ts() {
    return "%d.%06d".formatted(clock.instant().getEpochSecond(), ++counter);
  }

  /** Slack's word for what is wrong with blocks; empty if nothing is. */
  static String wrong(JsonNode blocks) {
    if (blocks.size() > 50) {
      return "invalid_blocks";
    }
    if (blocks.toString().length() > MOST_BYTES) {
      return "msg_blocks_too_long";
    }
    for (JsonNode block : blocks) {
      boolean fits =
          switch (block.path("type").asText()) {
            case "header" -> length(block.path("text")) <= 150 && length(block.path("text")) > 0;
            case "section" ->
                length(block.path("text")) <= 3_000
                    && block.path("fields").size() <= 10
                    && fits(block.path("fields"), 2_000);
            case "context" ->
                block.path("elements").size() <= 10 && fits(block.path("elements"), 3_000);
            case "actions" ->
                block.path("elements").size() <= 25 && buttonsFit(block.path("elements"));
            default -> true;
          };
      if (!fits) {
        return "invalid_blocks";
      }
    }
    return "";
  }

  private static boolean buttonsFit(JsonNode buttons) {
    for (JsonNode button : buttons) {
      JsonNode confirm = button.path("confirm");
      boolean fits =
          length(button.path("text")) <= 75
              && button.path("value").asText().length() <= 2_000
              && button.path("action_id").asText().length() <= 255
              && length(confirm.path("title")) <= 100
              && length(confirm.path("text")) <= 300
              && length(confirm.path("confirm")) <= 30
              && length(confirm.path("deny")) <= 30;
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static boolean fits(JsonNode texts, int most) {
    for (JsonNode text : texts) {
      if (length(text) > most || length(text) == 0) {
        return false;
      }
    }
    return true;
  }

  private static int length(JsonNode text) {
    return text.path("text").asText().length();
  }
}
