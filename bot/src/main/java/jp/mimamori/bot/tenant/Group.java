package jp.mimamori.bot.tenant;

import java.util.Set;
import jp.mimamori.knowledge.Language;

/**
 * A user group or role of a platform, and what having it makes of a person.
 *
 * @param id the platform's own id of it
 * @param language of people who are members by their group alone
 */
public record Group(
    String platform, String id, Set<String> tenants, Set<Role> roles, Language language) {
  public Group {
    tenants = Set.copyOf(tenants);
    roles = Set.copyOf(roles);
  }
}
