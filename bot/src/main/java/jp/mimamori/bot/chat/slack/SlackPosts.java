package jp.mimamori.bot.chat.slack;

import com.slack.api.model.Message;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.ChatPlatform.PostKey;
import jp.mimamori.bot.chat.ChatPlatform.Receipt;
import jp.mimamori.bot.chat.Document;
import jp.mimamori.bot.chat.Place;

/**
 * Messages and files on their way into channels: in order, at Slack's pace, and once. Nothing is
 * waited for here: whose turn it is not is told when to come again.
 */
final class SlackPosts {
  private static final Duration SOON = Duration.ofSeconds(5);

  private final SlackApi api;
  private final Conversations conversations;
  private final Searches searches;
  private final InstantSource clock;
  private final Pace pace = new Pace();
  private final Keys keys = new Keys();
  private final Map<String, ReentrantLock> channels = new ConcurrentHashMap<>();

  SlackPosts(SlackApi api, Conversations conversations, InstantSource clock) {
    this.api = api;
    this.conversations = conversations;
    this.searches = new Searches(api);
    this.clock = clock;
  }

  Receipt post(Place place, Card card, PostKey key) {
    SlackCards.Drawn drawn = SlackCards.draw(card);
    return inOrder(place, channel -> post(channel, place, drawn, card.tone(), key));
  }

  /** A message of the adapter's own making, which goes before all others. */
  Receipt post(Place place, SlackCards.Drawn drawn, PostKey key) {
    return inOrder(place, channel -> post(channel, place, drawn, Card.Tone.URGENT, key));
  }

  private Receipt post(
      String channel, Place place, SlackCards.Drawn drawn, Card.Tone tone, PostKey key) {
    Optional<Receipt> before = before(channel, place, key);
    if (before.isPresent()) {
      return settled(channel, key, before.get());
    }
    Duration wait = pace.turn(channel, key.id(), tone, clock.instant());
    if (wait.isPositive()) {
      return new Receipt.TryAgain(wait);
    }
    var called =
        api.call(
            "chat.postMessage " + channel,
            () ->
                api.methods()
                    .chatPostMessage(
                        request ->
                            request
                                .channel(channel)
                                .threadTs(Conversations.thread(place).orElse(null))
                                .text(drawn.text())
                                .blocksAsString(drawn.json())
                                .unfurlLinks(false)
                                .unfurlMedia(false)
                                .metadata(Keys.metadata(key.id()))));
    return settled(channel, key, receipt(called, response -> delivered(key, response.getTs())));
  }

  private Receipt settled(String channel, PostKey key, Receipt receipt) {
    switch (receipt) {
      case Receipt.Delivered _, Receipt.Refused _ -> pace.served(channel, key.id());
      case Receipt.TryAgain _, Receipt.Unclear _ -> {}
    }
    return receipt;
  }

  /** What is known of an earlier attempt; empty if there was none, and it is ours to post. */
  private Optional<Receipt> before(String channel, Place place, PostKey key) {
    Optional<String> known = keys.message(key.id());
    if (known.isPresent()) {
      return known.map(Receipt.Delivered::new);
    }
    return key.perhapsPosted()
        ? looked(
            searches.newest(
                channel, Conversations.thread(place), message -> Keys.carries(message, key.id())),
            key)
        : Optional.empty();
  }

  private Optional<Receipt> looked(Searches.Found found, PostKey key) {
    return switch (found) {
      case Searches.Found.There(Message message) -> Optional.of(delivered(key, message.getTs()));
      case Searches.Found.NotThere _ -> Optional.empty();
      case Searches.Found.NotKnown(Called<?> why) ->
          Optional.of(
              switch (receipt(why, _ -> new Receipt.Delivered(""))) {
                case Receipt.TryAgain again -> again;
                case Receipt.Refused(String error)
                    when error.equals("channel_not_found") || error.equals("thread_not_found") ->
                    new Receipt.Refused(error);
                case Receipt other ->
                    new Receipt.Unclear("could not look for an earlier attempt: " + reason(other));
              });
    };
  }

  Receipt update(Place place, String message, Card card) {
    SlackCards.Drawn drawn = SlackCards.draw(card);
    return inOrder(
        place,
        channel ->
            receipt(
                api.call(
                    "chat.update",
                    () ->
                        api.methods()
                            .chatUpdate(
                                request ->
                                    request
                                        .channel(channel)
                                        .ts(message)
                                        .text(drawn.text())
                                        .blocksAsString(drawn.json()))),
                response -> new Receipt.Delivered(response.getTs())));
  }

  Receipt share(Place place, Document document, PostKey key) {
    return inOrder(place, channel -> share(channel, place, document, key));
  }

  private Receipt share(String channel, Place place, Document document, PostKey key) {
    Optional<String> known = keys.message(key.id());
    if (known.isPresent()) {
      return new Receipt.Delivered(known.get());
    }
    var files = new SlackFiles(api);
    if (key.perhapsPosted()) {
      Optional<Receipt> before =
          looked(
              searches.newest(
                  channel,
                  Conversations.thread(place),
                  message -> SlackFiles.carries(message, document)),
              key);
      if (before.isPresent()) {
        return before.get();
      }
    }
    return receipt(
        files.share(channel, Conversations.thread(place), document), file -> delivered(key, file));
  }

  private Receipt delivered(PostKey key, String message) {
    keys.remember(key.id(), message);
    return new Receipt.Delivered(message);
  }

  /** One thing at a time in a channel, in the order of the calls. */
  private Receipt inOrder(Place place, Sending sending) {
    Called<String> channel = conversations.channel(place);
    if (!(channel instanceof Called.Done<String>(String id))) {
      return receipt(channel, Receipt.Delivered::new);
    }
    ReentrantLock turn = channels.computeIfAbsent(id, _ -> new ReentrantLock(true));
    turn.lock();
    try {
      return sending.into(id);
    } finally {
      turn.unlock();
    }
  }

  private static <T> Receipt receipt(Called<T> called, Function<T, Receipt> done) {
    return switch (called) {
      case Called.Done<T>(T value) -> done.apply(value);
      case Called.Limited<T>(Duration after) -> new Receipt.TryAgain(after);
      case Called.NotSent<T> _ -> new Receipt.TryAgain(SOON);
      case Called.Unclear<T>(String reason) -> new Receipt.Unclear(reason);
      case Called.Refused<T>(String error) -> new Receipt.Refused(error);
    };
  }

  private static String reason(Receipt receipt) {
    return switch (receipt) {
      case Receipt.Delivered _, Receipt.TryAgain _ -> "";
      case Receipt.Unclear(String reason) -> reason;
      case Receipt.Refused(String reason) -> reason;
    };
  }

  /** Sends into a channel that is ours for the moment. */
  @FunctionalInterface
  private interface Sending {
    Receipt into(String channel);
  }
}
