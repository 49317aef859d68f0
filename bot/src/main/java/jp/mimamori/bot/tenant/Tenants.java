package jp.mimamori.bot.tenant;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The customers and everybody's people, as the configuration names them at this moment. */
public record Tenants(List<Tenant> all, List<Member> members, List<Group> groups) {
  public Tenants {
    all = List.copyOf(all);
    members = List.copyOf(members);
    groups = List.copyOf(groups);
  }

  public Optional<Tenant> find(String id) {
    return all.stream().filter(tenant -> tenant.id().equals(id)).findFirst();
  }

  public Optional<Tenant> ofEdrCustomer(String customer) {
    return all.stream().filter(tenant -> tenant.edrCustomer().equals(customer)).findFirst();
  }

  /**
   * Who that account is to us. A member by name has their own roles and those of their groups;
   * somebody not named is what their groups make them, or a customer where the channel takes
   * everybody in it for one. A guest is a customer at most. Names never decide.
   *
   * @param channel where the person acts
   */
  public Optional<Member> member(Account account, String channel) {
    List<Group> having = account.guest() ? List.of() : groupsOf(account);
    return named(account)
        .map(member -> joined(member, having))
        .or(() -> byGroups(account, having))
        .or(() -> byChannel(account, channel))
        .map(member -> account.guest() ? asCustomer(member) : member)
        .filter(member -> !member.roles().isEmpty());
  }

  public Optional<Member> member(String id) {
    return members.stream().filter(member -> member.id().equals(id)).findFirst();
  }

  /** Who has that address. */
  public Optional<Member> ofMail(String address) {
    return members.stream()
        .filter(member -> !member.mail().isEmpty() && member.mail().equalsIgnoreCase(address))
        .findFirst();
  }

  /** The people through whom a tenant is spoken with (第8条第1項). */
  public List<Member> responsibleContacts(String tenant) {
    return members.stream()
        .filter(member -> member.is(Role.RESPONSIBLE_CONTACT) && member.serves(tenant))
        .toList();
  }

  /** What a member is called, or the id of somebody who is not named here. */
  public String nameOf(String member) {
    return member(member).map(Member::name).orElse(member);
  }

  /**
   * The tenant whose matter is spoken of there. A channel of ours that several tenants share has
   * none.
   */
  public Optional<Tenant> ofChannel(String platform, String channel) {
    List<Tenant> owners =
        all.stream().filter(tenant -> tenant.channel(platform, channel).isPresent()).toList();
    return owners.size() == 1 ? Optional.of(owners.getFirst()) : Optional.empty();
  }

  /** Whether a tenant's matters belong there, be it the tenant's own channel or one of ours. */
  public boolean isSpokenOf(String tenant, String platform, String channel) {
    return find(tenant).flatMap(found -> found.channel(platform, channel)).isPresent();
  }

  private List<Group> groupsOf(Account account) {
    return groups.stream()
        .filter(group -> group.platform().equals(account.platform()))
        .filter(group -> account.groups().contains(group.id()))
        .toList();
  }

  private Optional<Member> named(Account account) {
    return members.stream()
        .filter(member -> account.id().equals(member.accounts().get(account.platform())))
        .findFirst();
  }

  private static Member joined(Member member, List<Group> groups) {
    return new Member(
        member.id(),
        member.name(),
        union(member.tenants(), groups.stream().map(Group::tenants)),
        union(member.roles(), groups.stream().map(Group::roles)),
        member.language(),
        member.accounts(),
        member.mail());
  }

  private static Optional<Member> byGroups(Account account, List<Group> groups) {
    return groups.stream()
        .findFirst()
        .map(
            first ->
                joined(
                    new Member(
                        unnamed(account),
                        account.name(),
                        Set.of(),
                        Set.of(),
                        first.language(),
                        Map.of(account.platform(), account.id())),
                    groups));
  }

  private Optional<Member> byChannel(Account account, String channel) {
    return ofChannel(account.platform(), channel)
        .filter(
            tenant ->
                tenant.channel(account.platform(), channel).filter(Channel::anyone).isPresent())
        .map(
            tenant ->
                new Member(
                    unnamed(account),
                    account.name(),
                    Set.of(tenant.id()),
                    Set.of(Role.CUSTOMER),
                    tenant.language(),
                    Map.of(account.platform(), account.id())));
  }

  private static Member asCustomer(Member member) {
    return new Member(
        member.id(),
        member.name(),
        member.tenants(),
        member.roles().stream().filter(role -> role != Role.ANALYST).collect(toSet()),
        member.language(),
        member.accounts(),
        member.mail());
  }

  /** How somebody who has no entry of their own stands in the audit trail. */
  private static String unnamed(Account account) {
    return account.platform() + ":" + account.id();
  }

  private static <T> Set<T> union(Set<T> own, Stream<Set<T>> others) {
    return Stream.concat(Stream.of(own), others).flatMap(Set::stream).collect(toSet());
  }
}
