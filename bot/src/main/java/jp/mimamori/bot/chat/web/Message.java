package jp.mimamori.bot.chat.web;

import java.time.Instant;
import java.util.Optional;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Incoming;
import jp.mimamori.bot.chat.Person;
import jp.mimamori.bot.chat.Place;

/**
 * One message of a channel.
 *
 * @param thread the message that this one hangs under, which itself hangs under none; empty for a
 *     message of the channel itself
 */
public record Message(
    String id, String channel, Optional<String> thread, Instant at, Content content) {

  /** What a message holds. */
  public sealed interface Content {
    /**
     * Words of a person, as typed.
     *
     * @param person the visitor's id
     * @param name theirs at that time
     */
    record Said(String person, String name, String text) implements Content {}

    /** What the bot shows, as it is now. */
    record Shown(Card card) implements Content {}

    /**
     * A file that the bot hands over.
     *
     * @param size in bytes
     */
    record Shared(String title, String name, String mediaType, long size) implements Content {}
  }

  /** The first message of the thread that this one is in, perhaps itself. */
  public String root() {
    return thread.orElse(id);
  }

  /** What a person asks with it; empty for what the bot shows. */
  Optional<Incoming.Question> asked() {
    return content instanceof Content.Said(String person, String name, String text)
        ? Optional.of(
            new Incoming.Question(
                id,
                new Person(WebPlatform.NAME, person, name),
                Place.thread(channel, root()),
                text))
        : Optional.empty();
  }

  Place place() {
    return new Place(channel, thread);
  }
}
