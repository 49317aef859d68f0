package jp.mimamori.bot.tenant;

import java.util.List;
import java.util.Optional;

/** The customers and the members, as the configuration names them at this moment. */
public record Tenants(List<Tenant> all, List<Member> members) {
  public Tenants {
    all = List.copyOf(all);
    members = List.copyOf(members);
  }

  public Optional<Tenant> find(String id) {
    return all.stream().filter(tenant -> tenant.id().equals(id)).findFirst();
  }

  public Optional<Tenant> ofEdrCustomer(String customer) {
    return all.stream().filter(tenant -> tenant.edrCustomer().equals(customer)).findFirst();
  }

  /** Who that platform's user is to us. Decides by id, never by name. */
  public Optional<Member> member(String platform, String account) {
    return members.stream()
        .filter(member -> account.equals(member.accounts().get(platform)))
        .findFirst();
  }

  public Optional<Member> member(String id) {
    return members.stream().filter(member -> member.id().equals(id)).findFirst();
  }

  /** What a member is called, or the id of somebody who is not a member any more. */
  public String nameOf(String member) {
    return member(member).map(Member::name).orElse(member);
  }

  /**
   * The tenant whose matter is spoken of there. A channel of ours that several tenants share has
   * none.
   */
  public Optional<Tenant> ofChannel(String platform, String channel) {
    List<Tenant> owners =
        all.stream()
            .filter(
                tenant ->
                    tenant.channels().stream()
                        .anyMatch(
                            place ->
                                place.platform().equals(platform) && place.id().equals(channel)))
            .toList();
    return owners.size() == 1 ? Optional.of(owners.getFirst()) : Optional.empty();
  }
}
