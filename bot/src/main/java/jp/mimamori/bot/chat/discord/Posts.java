package jp.mimamori.bot.chat.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import jp.mimamori.bot.chat.ChatPlatform.PostKey;
import jp.mimamori.bot.chat.ChatPlatform.Receipt;
import jp.mimamori.bot.chat.Place;

/**
 * Puts messages into channels, threads and conversations, once each. A thread that hangs from a
 * message has that message's id, so nothing need be remembered of it.
 * https://discord.com/developers/docs/resources/channel#start-thread-from-message
 */
final class Posts {
  /** The longest that Discord keeps a silent thread open, in minutes; as long as buttons live. */
  private static final int A_WEEK = 10_080;

  private static final Duration SOON = Duration.ofSeconds(5);
  private static final int MOST_NAME = 100;
  private static final int PAGE = 100;

  /** So far back an earlier post is looked for: beyond what any channel takes while we are down. */
  private static final int PAGES = 10;

  private static final int MOST_REMEMBERED = 10_000;

  private final Rest rest;
  private final Turns turns = new Turns();
  private final ConcurrentHashMap<String, String> conversations = new ConcurrentHashMap<>();
  private final Set<String> threads = Collections.newSetFromMap(new ConcurrentHashMap<>());

  Posts(Rest rest) {
    this.rest = rest;
  }

  /** How a message is sent, once it is known where to. */
  @FunctionalInterface
  interface Sending {
    /**
     * @param path of the messages of the channel
     * @param body what the message must hold besides its own: which message it replies to
     */
    Outcome send(String path, ObjectNode body);
  }

  /**
   * Posts once.
   *
   * @param title names the thread, if one must be begun
   */
  Receipt post(Place place, String title, boolean urgent, PostKey key, Sending sending) {
    return at(
        place,
        urgent,
        spot -> {
          if (key.perhapsPosted()) {
            Optional<Receipt> found = find(spot, Mark.of(key.id()));
            if (found.isPresent()) {
              return found.get();
            }
          }
          return begun(spot, title)
              .map(failed -> failed.receipt(spot.name()))
              .orElseGet(() -> posted(spot, sending));
        });
  }

  Receipt update(Place place, String message, boolean urgent, Drawn drawn) {
    if (!Id.isOne(message)) {
      return new Receipt.Refused("\"" + message + "\" is no id of a Discord message");
    }
    return at(
        place,
        urgent,
        spot -> {
          String path = spot.messages() + "/" + message;
          Supplier<Outcome> edit =
              () ->
                  rest.send(
                      Rest.Kind.of("PATCH", urgent), path, Messages.edited(drawn), drawn.whole());
          Outcome outcome = edit.get();
          if (outcome.is(Outcome.ARCHIVED)) {
            var _ =
                rest.patch("channels/" + spot.channel(), object().put("archived", false), urgent);
            outcome = edit.get();
          }
          return outcome.receipt(spot.name());
        });
  }

  /** The id of the conversation with a person, or why there is none. */
  Outcome conversation(String person) {
    String known = conversations.get(person);
    if (known != null) {
      return new Outcome.Done(object().put("id", known));
    }
    Outcome opened = rest.post("users/@me/channels", object().put("recipient_id", person));
    if (opened instanceof Outcome.Done(JsonNode body)) {
      conversations.put(person, body.path("id").asText());
    }
    return opened;
  }

  /**
   * Where a message goes.
   *
   * @param channel in which it stands: a channel, a thread or a conversation
   * @param parent of a thread that may have to be begun; empty otherwise
   * @param repliesTo in a conversation, which knows no threads
   */
  private record Spot(String channel, String parent, String repliesTo) {
    String messages() {
      return "channels/" + channel + "/messages";
    }

    String name() {
      return "channel " + (parent.isEmpty() ? channel : parent);
    }
  }

  @FunctionalInterface
  private interface Doing {
    Receipt at(Spot spot);
  }

  private Receipt at(Place place, boolean urgent, Doing doing) {
    String root = place.thread().orElse("");
    String channel = place.alone().orElse(place.channel());
    if (!Id.isOne(channel) || !(root.isEmpty() || Id.isOne(root))) {
      return new Receipt.Refused("\"" + place.channel() + " " + root + "\" is no id of Discord's");
    }
    if (place.alone().isPresent()) {
      Outcome conversation = conversation(channel);
      return conversation instanceof Outcome.Done(JsonNode body)
          ? inTurn(new Spot(body.path("id").asText(), "", root), urgent, doing)
          : notYet(conversation.receipt("the conversation with " + channel));
    }
    return inTurn(
        root.isEmpty() ? new Spot(channel, "", "") : new Spot(root, channel, ""), urgent, doing);
  }

  private Receipt inTurn(Spot spot, boolean urgent, Doing doing) {
    return turns.take(spot.channel(), urgent, () -> doing.at(spot));
  }

  /** What only prepared a post has posted nothing, however it ended. */
  private static Receipt notYet(Receipt receipt) {
    return receipt instanceof Receipt.Unclear ? new Receipt.TryAgain(SOON) : receipt;
  }

  private Receipt posted(Spot spot, Sending sending) {
    ObjectNode body = object();
    if (!spot.repliesTo().isEmpty()) {
      body.set(
          "message_reference",
          object().put("message_id", spot.repliesTo()).put("fail_if_not_exists", false));
    }
    return sending.send(spot.messages(), body).receipt(spot.name());
  }

  /** Begins the thread if there is none; returns why it can't be. */
  private Optional<Outcome> begun(Spot spot, String title) {
    if (spot.parent().isEmpty() || threads.contains(spot.channel())) {
      return Optional.empty();
    }
    Outcome outcome =
        rest.post(
            "channels/" + spot.parent() + "/messages/" + spot.channel() + "/threads",
            object()
                .put("name", DiscordCards.shortened(title, MOST_NAME))
                .put("auto_archive_duration", A_WEEK));
    boolean there =
        outcome instanceof Outcome.Done
            || outcome.is(Outcome.THREAD_EXISTS)
            || outcome.is(Outcome.UNKNOWN_MESSAGE); // a thread outlives the message it hung from
    if (!there) {
      return Optional.of(
          outcome instanceof Outcome.Lost(String why) ? new Outcome.Unsent(why) : outcome);
    }
    if (threads.size() > MOST_REMEMBERED) {
      threads.clear();
    }
    threads.add(spot.channel());
    return Optional.empty();
  }

  /** The message that an earlier attempt made; empty if there is none. */
  private Optional<Receipt> find(Spot spot, Mark mark) {
    String before = "";
    for (int page = 0; page < PAGES; page++) {
      Outcome outcome = rest.get(spot.messages() + "?limit=" + PAGE + before);
      if (!(outcome instanceof Outcome.Done(JsonNode messages))) {
        boolean noThread = outcome.is(Outcome.UNKNOWN_CHANNEL) && !spot.parent().isEmpty();
        return noThread ? Optional.empty() : Optional.of(notYet(outcome.receipt(spot.name())));
      }
      for (JsonNode message : messages) {
        if (mark.isOn(message)) {
          return Optional.of(new Receipt.Delivered(message.path("id").asText()));
        }
      }
      if (messages.size() < PAGE) {
        return Optional.empty();
      }
      before = "&before=" + messages.get(messages.size() - 1).path("id").asText();
    }
    return Optional.empty();
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
