package jp.mimamori.bot.tenant;

import java.util.Set;

/**
 * Somebody's account on a platform, as that platform describes it at this moment.
 *
 * @param id the platform's own id of the person
 * @param name for people to read, never for decisions
 * @param groups the platform's ids of the user groups or roles that they have
 * @param guest from another organisation, or let in for some channels only
 */
public record Account(String platform, String id, String name, Set<String> groups, boolean guest) {
  public Account {
    groups = Set.copyOf(groups);
  }
}
