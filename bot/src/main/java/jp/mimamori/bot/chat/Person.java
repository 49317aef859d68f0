package jp.mimamori.bot.chat;

/**
 * Who acts, as the platform knows them.
 *
 * @param id the platform's own id: the only thing that decides who somebody is
 * @param displayName for people to read, never for decisions
 */
public record Person(String platform, String id, String displayName) {}
