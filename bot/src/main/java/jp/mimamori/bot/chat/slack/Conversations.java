package jp.mimamori.bot.chat.slack;

import com.slack.api.methods.response.conversations.ConversationsOpenResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jp.mimamori.bot.chat.Place;

/** Slack's ids of places: what is said to one person alone has a channel of its own. */
final class Conversations {
  private static final String DIRECT = "D";

  private final SlackApi api;
  private final Map<String, String> direct = new ConcurrentHashMap<>();

  Conversations(SlackApi api) {
    this.api = api;
  }

  /** Whether that channel is between the bot and one person. */
  static boolean isDirect(String channel) {
    return channel.startsWith(DIRECT);
  }

  /** The place of what somebody does in a channel. */
  static Place place(String channel, String person, Optional<String> thread) {
    String where = isDirect(channel) ? Place.person(person).channel() : channel;
    return thread.map(root -> Place.thread(where, root)).orElseGet(() -> Place.channel(where));
  }

  static Optional<String> thread(Place place) {
    return place.thread().filter(root -> !root.isEmpty());
  }

  Called<String> channel(Place place) {
    Optional<String> person = place.alone();
    if (person.isEmpty()) {
      return new Called.Done<>(place.channel());
    }
    String known = direct.get(person.get());
    return known == null ? opened(person.get()) : new Called.Done<>(known);
  }

  private Called<String> opened(String person) {
    var called =
        api.call(
            "conversations.open",
            () -> api.methods().conversationsOpen(request -> request.users(List.of(person))));
    return switch (called) {
      case Called.Done<ConversationsOpenResponse>(var response) -> {
        String channel = response.getChannel().getId();
        direct.put(person, channel);
        yield new Called.Done<>(channel);
      }
      case Called.Limited<?>(var after) -> new Called.Limited<>(after);
      case Called.NotSent<?>(String reason) -> new Called.NotSent<>(reason);
      // Opened or not makes no difference.
      case Called.Unclear<?>(String reason) -> new Called.NotSent<>(reason);
      case Called.Refused<?>(String error) -> new Called.Refused<>(error);
    };
  }
}
