package jp.mimamori.bot.chat.web;

/**
 * A channel as one visitor sees it.
 *
 * @param id the bot's name of it, as in {@code Place.channel}
 */
public record Channel(String id, Bilingual title, Kind kind) {
  /** What a channel is for: decides its icon and what an empty one says. */
  public enum Kind {
    /** A customer asks, the bot answers. */
    SUPPORT,
    /** Noteworthy events. */
    ALERTS,
    /** Requests that wait for a second person. */
    APPROVALS,
    /** Questions that the bot handed over to people. */
    DESK
  }
}
