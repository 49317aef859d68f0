package jp.mimamori.bot.chat;

import java.time.Duration;

/** Somewhere people talk to the bot: Slack, Discord, the web page. */
public interface ChatPlatform extends AutoCloseable {
  /** {@code slack}, {@code discord} or {@code web}: the name that the configuration uses. */
  String name();

  /** Begins to listen; returns once people can be heard. */
  void start(Listener listener);

  /** Posts a new message. The same key twice is one message, and the receipt names that message. */
  Receipt post(Place place, Card card, PostKey key);

  /** Replaces what a message shows. */
  Receipt update(Place place, String message, Card card);

  /** Stops listening and lets what is under way finish. */
  @Override
  void close();

  /** Hears people. Called on a thread of its own, after the platform's acknowledgement. */
  @FunctionalInterface
  interface Listener {
    void hear(Incoming incoming, Reply reply);
  }

  /** Answers the one person who acted, and nobody else. May be lost; nothing depends on it. */
  @FunctionalInterface
  interface Reply {
    void privately(String text);
  }

  /**
   * Names a post, so that it is made once.
   *
   * @param perhapsPosted an earlier attempt may have succeeded unseen: look before posting
   */
  record PostKey(String id, boolean perhapsPosted) {}

  /** What became of a post or an update. */
  sealed interface Receipt {
    /** People can see it; {@code message} is the platform's id of it. */
    record Delivered(String message) implements Receipt {}

    /** Not now, and certainly not shown. */
    record TryAgain(Duration after) implements Receipt {}

    /** Nobody knows whether it arrived. */
    record Unclear(String reason) implements Receipt {}

    /** Never, as things are. */
    record Refused(String reason) implements Receipt {}
  }
}
