package jp.mimamori.bot.chat.discord.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What can be read: messages, files, and what one person sees alone. */
public final class Board {
  static final int EPHEMERAL = 64;
  static final int LOADING = 128;

  private final Ids ids;
  private final Guild guild;
  private final InstantSource clock;
  private final Map<String, List<ObjectNode>> messages = new HashMap<>();
  private final Map<String, String> nonces = new ConcurrentHashMap<>();
  private final Map<String, LinkedBlockingQueue<ObjectNode>> whispers = new ConcurrentHashMap<>();
  private final Map<String, List<ObjectNode>> shownAlone = new HashMap<>();
  private final Map<String, Act> modals = new ConcurrentHashMap<>();
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();

  Board(Ids ids, Guild guild, InstantSource clock) {
    this.ids = ids;
    this.guild = guild;
    this.clock = clock;
  }

  synchronized ObjectNode add(String channel, String author, ObjectNode content) {
    ObjectNode message =
        made(channel, author, content.path("flags").asInt())
            .put("type", content.has("message_reference") ? 19 : 0)
            .put("content", content.path("content").asText(""));
    show(message, content);
    if (content.has("message_reference")) {
      message.set("message_reference", content.get("message_reference").deepCopy());
    }
    messages.computeIfAbsent(channel, _ -> new ArrayList<>()).add(message);
    return message;
  }

  /** A message that is in no channel's history. */
  ObjectNode aside(String channel, int flags) {
    return made(channel, Guild.BOT, flags).put("type", 20).put("content", "");
  }

  private ObjectNode made(String channel, String author, int flags) {
    ObjectNode message =
        Json.object()
            .put("id", ids.next())
            .put("channel_id", channel)
            .put("timestamp", clock.instant().toString())
            .putNull("edited_timestamp")
            .put("tts", false)
            .put("mention_everyone", false)
            .put("pinned", false)
            .put("flags", flags);
    message.set("author", guild.user(author));
    for (String list :
        List.of("mentions", "mention_roles", "embeds", "attachments", "components")) {
      message.putArray(list);
    }
    return message;
  }

  /** What it shows from now on; files that are not named any more are gone. */
  void show(ObjectNode message, JsonNode content) {
    message.set(
        "components",
        content.has("components") ? content.get("components").deepCopy() : Json.array());
    if (content.has("attachments")) {
      ArrayNode list = message.putArray("attachments");
      content
          .path("attachments")
          .forEach(
              file ->
                  list.addObject()
                      .put("id", ids.next())
                      .put("filename", file.path("filename").asText())
                      .put("size", size(file.path("filename").asText()))
                      .put("url", "/files/" + file.path("filename").asText())
                      .put("proxy_url", "/files/" + file.path("filename").asText()));
    }
    message.put("flags", message.path("flags").asInt() & ~LOADING);
  }

  private int size(String file) {
    byte[] bytes = files.get(file);
    return bytes == null ? 0 : bytes.length;
  }

  synchronized @Nullable ObjectNode find(String channel, String id) {
    return messages.getOrDefault(channel, List.of()).stream()
        .filter(message -> message.path("id").asText().equals(id))
        .findFirst()
        .orElse(null);
  }

  /** Everybody's messages in a channel or a thread, oldest first. */
  public synchronized List<ObjectNode> in(String channel) {
    return List.copyOf(messages.getOrDefault(channel, List.of()));
  }

  /** The bot's messages in a channel and its threads, oldest first. */
  public synchronized List<ObjectNode> shownIn(String channel) {
    return guild.withThreads(channel).stream()
        .flatMap(place -> in(place).stream())
        .filter(message -> message.path("author").path("id").asText().equals(Guild.BOT))
        .sorted(Comparator.comparingLong(message -> message.path("id").asLong()))
        .toList();
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

  /** Only that person sees it. */
  synchronized void whisper(String person, ObjectNode message) {
    whispers.computeIfAbsent(person, _ -> new LinkedBlockingQueue<>()).add(message);
    if ((message.path("flags").asInt() & EPHEMERAL) != 0) {
      List<ObjectNode> shown = shownAlone.computeIfAbsent(person, _ -> new ArrayList<>());
      if (shown.stream().noneMatch(one -> isSame(one, message))) {
        shown.add(message);
      }
    }
  }

  synchronized void forget(String person, ObjectNode whisper) {
    shownAlone.getOrDefault(person, new ArrayList<>()).removeIf(one -> isSame(one, whisper));
  }

  private static boolean isSame(ObjectNode one, ObjectNode other) {
    return one.path("id").equals(other.path("id"));
  }

  /** What only that person sees in channels. */
  synchronized List<ObjectNode> shownTo(String person) {
    return List.copyOf(shownAlone.getOrDefault(person, List.of()));
  }

  /** The next message that only this person sees. */
  public ObjectNode tells(String person) {
    return Guild.known(whispered(person, Duration.ofSeconds(10)));
  }

  /** The next message that only this person sees; null if none comes in time. */
  public @Nullable ObjectNode whispered(String person, Duration patience) {
    try {
      return whispers
          .computeIfAbsent(person, _ -> new LinkedBlockingQueue<>())
          .poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  /** A modal opens before somebody. */
  void opens(Act act) {
    modals.put(act.user, act);
  }

  void closes(String person) {
    modals.remove(person);
  }

  /** Whose modal is open before that person; null if none is. */
  @Nullable Act open(String person) {
    return modals.get(person);
  }

  void keep(String name, byte[] file) {
    files.put(name, file);
  }

  /** The file of that name. */
  public byte[] file(String name) {
    return Guild.known(files.get(name));
  }

  /** Files by their names. */
  public Map<String, byte[]> files() {
    return files;
  }
}
