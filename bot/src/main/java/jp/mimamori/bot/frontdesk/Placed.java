package jp.mimamori.bot.frontdesk;

import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Place;

/** A card, and where it belongs. */
record Placed(String platform, Place place, Card card) {}
