package jp.mimamori.bot.frontdesk;

import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Document;
import jp.mimamori.bot.chat.Place;

/** What people get to see, and where it belongs. */
sealed interface Placed {
  String platform();

  Place place();

  /** Drawn anew whenever it changes. */
  record Shown(String platform, Place place, Card card) implements Placed {}

  /** Never changes: it is there, or it is not. */
  record Shared(String platform, Place place, Document document) implements Placed {}
}
