package jp.mimamori.bot.edr;

import java.time.Instant;

/** A remark that stands in the EDR's console beside an event. */
public record Note(String id, String text, String author, Instant createdAt) {}
