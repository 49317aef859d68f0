package jp.mimamori.bot.tenant;

import java.util.Map;
import java.util.Set;
import jp.mimamori.knowledge.Language;

/**
 * A person known to the service.
 *
 * @param id stands in the audit trail
 * @param name for people to read, never for decisions
 * @param tenants whom the person belongs to, or, for the operator's people, serves
 * @param accounts the person's id on each platform, by the platform's name
 * @param mail the address that mail from and to this person has; empty for none
 */
public record Member(
    String id,
    String name,
    Set<String> tenants,
    Set<Role> roles,
    Language language,
    Map<String, String> accounts,
    String mail) {
  public Member {
    tenants = Set.copyOf(tenants);
    roles = Set.copyOf(roles);
    accounts = Map.copyOf(accounts);
  }

  /** Somebody without mail. */
  public Member(
      String id,
      String name,
      Set<String> tenants,
      Set<Role> roles,
      Language language,
      Map<String, String> accounts) {
    this(id, name, tenants, roles, language, accounts, "");
  }

  /** The same with these accounts. */
  public Member with(Map<String, String> others) {
    return new Member(id, name, tenants, roles, language, others, mail);
  }

  /** The one tenant check: whether anything of that tenant is this person's business. */
  public boolean serves(String tenant) {
    return tenants.contains(tenant);
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }
}
