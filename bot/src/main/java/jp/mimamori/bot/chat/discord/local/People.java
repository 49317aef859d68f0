package jp.mimamori.bot.chat.discord.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What people do, told to the bot as Discord tells it. */
public final class People {
  private final Ids ids;
  private final Guild guild;
  private final Board board;
  private final LocalGateway gateway;
  private final Map<String, Act> acts = new ConcurrentHashMap<>();
  private final List<JsonNode> offered = new CopyOnWriteArrayList<>();

  People(Ids ids, Guild guild, Board board, LocalGateway gateway) {
    this.ids = ids;
    this.guild = guild;
    this.board = board;
    this.gateway = gateway;
  }

  /** Writes a message that calls the bot; returns its id. */
  public String asks(String person, String channel, String text) {
    return says(person, channel, "<@" + Guild.BOT + "> " + text);
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
    ObjectNode message = board.add(channel, person, content);
    if (text.contains("<@" + Guild.BOT + ">")) {
      message.withArray("mentions").add(guild.user(Guild.BOT));
    }
    gateway.dispatch("MESSAGE_CREATE", delivered(message, channel, person));
    return message.path("id").asText();
  }

  private ObjectNode delivered(ObjectNode message, String channel, String person) {
    ObjectNode event = message.deepCopy();
    boolean inGuild = Guild.known(guild.find(channel)).has("guild_id");
    boolean called = !message.path("mentions").isEmpty();
    if (inGuild) {
      event.put("guild_id", Guild.ID);
      ObjectNode member = Guild.known(guild.member(person));
      member.remove("user");
      event.set("member", member);
      if (!called && !gateway.readsContent()) {
        event.put("content", "");
      }
    }
    String reference = message.path("message_reference").path("message_id").asText();
    ObjectNode referenced = board.find(channel, reference);
    if (referenced != null) {
      event.set("referenced_message", referenced.deepCopy());
    }
    return event;
  }

  /** Writes to the bot alone. */
  public String writes(String person, String text) {
    return says(person, guild.conversation(person), text);
  }

  /** Presses a button of a message that all see, by its {@code custom_id}. */
  public Act presses(String person, String channel, String message, String customId) {
    return press(person, channel, Guild.known(board.find(channel, message)), customId);
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
    Act act = begun(event, person, channel, carrier.path("id").asText());
    if ((carrier.path("flags").asInt() & Board.EPHEMERAL) != 0) {
      act.original(carrier);
    }
    return dispatched(act, event);
  }

  /** Sends the modal that an act has opened. */
  public Act sends(Act opened, Map<String, String> answers) {
    ObjectNode modal = Guild.known(opened.modal());
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
    ObjectNode carrier = opened.original();
    if (carrier == null && origin != null) {
      carrier = board.find(opened.channel, origin);
    }
    if (carrier != null) {
      event.set("message", carrier.deepCopy());
    }
    Act act = begun(event, opened.user, opened.channel, origin);
    act.original(opened.original());
    board.closes(opened.user);
    return dispatched(act, event);
  }

  /** An interaction as it stands, with an id and a token of this moment. */
  public Act happens(ObjectNode interaction) {
    String id = ids.next();
    ObjectNode event = interaction.deepCopy().put("id", id).put("token", "interaction-token-" + id);
    JsonNode user = event.has("member") ? event.path("member").path("user") : event.path("user");
    return dispatched(
        begun(event, user.path("id").asText(), event.path("channel_id").asText(), null), event);
  }

  /** A message as it stands, with an id of this moment, which is returned. */
  public String arrives(ObjectNode message) {
    String id = ids.next();
    gateway.dispatch("MESSAGE_CREATE", message.deepCopy().put("id", id));
    return id;
  }

  /** Gives {@code /edr SUBCOMMAND}. */
  public Act orders(String person, String channel, String subcommand, Map<String, Object> options) {
    ObjectNode event = command(2, person, channel, subcommand, options);
    return dispatched(begun(event, person, channel, null), event);
  }

  /** Apps → この内容を問い合わせる, on a message. */
  public Act asksAbout(String person, String channel, String message) {
    ObjectNode target = Guild.known(board.find(channel, message)).deepCopy();
    ObjectNode data =
        Json.object()
            .put("id", "100000000000000010")
            .put("name", "Ask about this")
            .put("type", 3)
            .put("target_id", message);
    data.putObject("resolved").putObject("messages").set(message, target);
    ObjectNode event = interaction(2, person, channel, data);
    return dispatched(begun(event, person, channel, null), event);
  }

  /** Types into an option of {@code /edr SUBCOMMAND}; what is offered comes as choices. */
  public Act types(String person, String channel, String subcommand, String option, String text) {
    ObjectNode event = command(4, person, channel, subcommand, Map.of(option, text));
    ((ObjectNode) event.path("data").path("options").path(0).path("options").path(0))
        .put("focused", true);
    return dispatched(begun(event, person, channel, null), event);
  }

  /** What was offered while typing. */
  public List<JsonNode> choices() {
    return offered;
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
    ObjectNode place = Guild.known(guild.find(channel));
    boolean inGuild = place.has("guild_id");
    String id = ids.next();
    ObjectNode event =
        Json.object()
            .put("id", id)
            .put("application_id", Guild.BOT)
            .put("type", type)
            .put("token", "interaction-token-" + id)
            .put("version", 1)
            .put("channel_id", channel)
            .put("locale", "ja")
            .put("app_permissions", "2251799813685247")
            .put("attachment_size_limit", 10_485_760)
            .put("context", inGuild ? 0 : 1);
    event.set("data", data);
    event.set("channel", place.deepCopy().put("permissions", "2251799813685247"));
    event.putObject("authorizing_integration_owners").put("0", inGuild ? Guild.ID : "0");
    event.putArray("entitlements");
    if (inGuild) {
      event.put("guild_id", Guild.ID).put("guild_locale", "ja");
      event.putObject("guild").put("id", Guild.ID).put("locale", "ja").putArray("features");
      ObjectNode member = Guild.known(guild.member(person));
      event.set("member", member);
    } else {
      event.set("user", guild.user(person));
    }
    return event;
  }

  private Act begun(ObjectNode event, String person, String channel, @Nullable String origin) {
    var act = new Act(event.path("id").asText(), person, channel, origin);
    acts.put(act.token, act);
    return act;
  }

  private Act dispatched(Act act, ObjectNode event) {
    gateway.dispatch("INTERACTION_CREATE", event);
    return act;
  }

  /** The act with that token; null if there was none. */
  @Nullable Act act(String token) {
    return acts.get(token);
  }

  void offers(JsonNode choices) {
    offered.add(choices);
  }
}
