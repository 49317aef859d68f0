package jp.mimamori.bot.chat.web;

import java.time.Instant;

/**
 * A browser in which somebody chose who to be.
 *
 * @param id the hash of the browser's token: who reads the store cannot become anybody
 */
public record Session(String id, String visitor, Instant since) {}
