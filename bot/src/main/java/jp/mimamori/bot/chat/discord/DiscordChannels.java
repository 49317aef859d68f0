package jp.mimamori.bot.chat.discord;

import java.util.Set;

/**
 * The channels that the configuration names, as of now.
 *
 * @param all ids of all of them
 * @param support ids of those where customers ask
 */
public record DiscordChannels(Set<String> all, Set<String> support) {
  public DiscordChannels {
    all = Set.copyOf(all);
    support = Set.copyOf(support);
  }
}
