package jp.mimamori.bot.chat;

import java.time.Duration;
import java.util.function.Consumer;

/** Somewhere people talk to the bot: Slack, Discord, the web page. */
public interface ChatPlatform extends AutoCloseable {
  /** {@code slack}, {@code discord} or {@code web}: the name that the configuration uses. */
  String name();

  /**
   * Begins to listen. A platform of our own listens when this returns; one that is far away is
   * called up in the background, again and again, and is no reason for the others not to start.
   */
  void start(Listener listener);

  /**
   * Posts a new message. The same key twice is one message, and the receipt names that message. In
   * one place messages appear in the order of the calls, except that {@linkplain Card.Tone urgent}
   * ones may overtake.
   */
  Receipt post(Place place, Card card, PostKey key);

  /** Replaces what a message shows. */
  Receipt update(Place place, String message, Card card);

  /** Posts a file, under the same promise as {@link #post}. */
  Receipt share(Place place, Document document, PostKey key);

  /** Asks the platform who that is at this moment. Nothing remembered counts. */
  Standing lookUp(String account);

  /** How it stands, for an operator: whether people are heard. */
  default Finding health() {
    return Finding.well(name(), "listens");
  }

  /** Stops listening and lets what is under way finish. */
  @Override
  void close();

  /** Hears people. */
  @FunctionalInterface
  interface Listener {
    /**
     * Returns soon, as soon as the act is kept: from then on it is attended to even if this process
     * dies, so now the platform may be told that it arrived. Throws if it can't be kept: then the
     * platform must not be told, so that it tries again. What is delivered twice is attended to
     * once.
     *
     * @param reply called once, on any thread, perhaps before this returns
     */
    void hear(Incoming incoming, Consumer<Reply> reply);
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

  /** Who somebody is at this moment. */
  sealed interface Standing {
    record Present(Person person) implements Standing {}

    /** Not there, or not any more. */
    record Gone() implements Standing {}

    /** The platform does not answer. */
    record NotKnown(String reason) implements Standing {}
  }
}
