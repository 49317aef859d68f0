package jp.mimamori.bot.chat;

import java.util.Set;

/**
 * Who acts, as the platform knows them.
 *
 * @param id the platform's own id: the only thing that decides who somebody is
 * @param displayName for people to read, never for decisions
 * @param groups the platform's ids of the user groups or roles that they have
 * @param guest from another organisation, or let in for some channels only
 */
public record Person(
    String platform, String id, String displayName, Set<String> groups, boolean guest) {
  public Person {
    groups = Set.copyOf(groups);
  }

  public Person(String platform, String id, String displayName) {
    this(platform, id, displayName, Set.of(), false);
  }
}
