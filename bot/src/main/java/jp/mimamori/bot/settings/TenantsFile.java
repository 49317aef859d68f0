package jp.mimamori.bot.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.mimamori.bot.tenant.Channel;
import jp.mimamori.bot.tenant.Channel.Purpose;
import jp.mimamori.bot.tenant.Group;
import jp.mimamori.bot.tenant.Member;
import jp.mimamori.bot.tenant.Role;
import jp.mimamori.bot.tenant.Telling;
import jp.mimamori.bot.tenant.Tenant;
import jp.mimamori.bot.tenant.Tenants;
import jp.mimamori.knowledge.Language;

/** {@code tenants.yaml}: who the customers are, and everybody's people. */
record TenantsFile(
    List<TenantKeys> tenants, List<MemberKeys> members, Optional<List<GroupKeys>> groups) {
  record TenantKeys(
      String id,
      String name,
      String edrCustomer,
      Language language,
      boolean alertsShared,
      List<ChannelKeys> channels,
      Optional<LocalDate> contractStart,
      Optional<ContactKeys> responsibleContact) {}

  /**
   * @param ofClosing no, if it does not say
   */
  record ContactKeys(Telling.Where told, Optional<Boolean> ofClosing) {}

  /**
   * @param anyone no, if it does not say
   */
  record ChannelKeys(Platform platform, String id, PurposeKey purpose, Optional<Boolean> anyone) {}

  record GroupKeys(
      Platform platform, String id, Set<String> tenants, Set<RoleKey> roles, Language language) {}

  enum Platform {
    WEB,
    SLACK,
    DISCORD
  }

  /** With the hyphen that YAML keys have here. */
  enum PurposeKey {
    SUPPORT,
    ALERTS,
    DESK,
    @JsonProperty("on-call")
    ON_CALL
  }

  enum RoleKey {
    CUSTOMER,
    @JsonProperty("responsible-contact")
    RESPONSIBLE_CONTACT,
    ANALYST
  }

  record MemberKeys(
      String id,
      String name,
      Set<String> tenants,
      Set<RoleKey> roles,
      Language language,
      Map<Platform, String> accounts,
      Optional<String> mail) {}

  Tenants everybody() {
    List<Tenant> all = tenants.stream().map(TenantsFile::tenant).toList();
    checkTenants(all);
    checkChannels(all);
    List<Member> people = members.stream().map(TenantsFile::member).toList();
    checkMembers(people, all.stream().map(Tenant::id).collect(Collectors.toSet()));
    List<Group> having = groups.orElse(List.of()).stream().map(TenantsFile::group).toList();
    checkGroups(having, all.stream().map(Tenant::id).collect(Collectors.toSet()));
    var everybody = new Tenants(all, people, having);
    checkTelling(everybody);
    return everybody;
  }

  private static Tenant tenant(TenantKeys keys) {
    return new Tenant(
        keys.id(),
        keys.name(),
        keys.edrCustomer(),
        keys.language(),
        keys.alertsShared(),
        keys.channels().stream()
            .map(
                channel ->
                    new Channel(
                        name(channel.platform()),
                        channel.id(),
                        Purpose.valueOf(channel.purpose().name()),
                        channel.anyone().orElse(false)))
            .toList(),
        keys.contractStart(),
        keys.responsibleContact()
            .map(contact -> new Telling(contact.told(), contact.ofClosing().orElse(false)))
            .orElse(Telling.NOBODY));
  }

  private static Group group(GroupKeys keys) {
    return new Group(
        name(keys.platform()), keys.id(), keys.tenants(), roles(keys.roles()), keys.language());
  }

  private static Set<Role> roles(Set<RoleKey> keys) {
    return keys.stream().map(role -> Role.valueOf(role.name())).collect(Collectors.toSet());
  }

  private static Member member(MemberKeys keys) {
    return new Member(
        keys.id(),
        keys.name(),
        keys.tenants(),
        roles(keys.roles()),
        keys.language(),
        keys.accounts().entrySet().stream()
            .collect(Collectors.toMap(entry -> name(entry.getKey()), Map.Entry::getValue)),
        keys.mail().orElse(""));
  }

  private static String name(Platform platform) {
    return switch (platform) {
      case WEB -> "web";
      case SLACK -> "slack";
      case DISCORD -> "discord";
    };
  }

  private static void checkTenants(List<Tenant> all) {
    Set<String> ids = new HashSet<>();
    Set<String> customers = new HashSet<>();
    for (int i = 0; i < all.size(); i++) {
      String key = "tenants[" + i + "]";
      Tenant tenant = all.get(i);
      checkId(key + ".id", tenant.id());
      if (!ids.add(tenant.id())) {
        throw new Wrong(key + ".id", "\"" + tenant.id() + "\" is taken by another tenant");
      }
      if (!customers.add(tenant.edrCustomer())) {
        throw new Wrong(
            key + ".edr-customer", "\"" + tenant.edrCustomer() + "\" is another tenant's");
      }
      for (Purpose purpose : List.of(Purpose.SUPPORT, Purpose.ALERTS, Purpose.DESK)) {
        if (tenant.channels(purpose).isEmpty()) {
          throw new Wrong(key + ".channels", "has none with purpose " + word(purpose));
        }
      }
    }
  }

  /** A channel that customers can see belongs to one tenant: nothing leaks between customers. */
  private static void checkChannels(List<Tenant> all) {
    Map<String, String> owners = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      for (Channel channel : all.get(i).channels()) {
        String place = channel.platform() + " " + channel.id();
        boolean ours = channel.purpose() == Purpose.DESK || channel.purpose() == Purpose.ON_CALL;
        String owner = ours ? "the operator, as " + word(channel.purpose()) : all.get(i).id();
        if (channel.anyone() && channel.purpose() != Purpose.SUPPORT) {
          throw new Wrong(
              "tenants[" + i + "].channels",
              "\"" + channel.id() + "\": only a support channel may be open to anyone");
        }
        String other = owners.putIfAbsent(place, owner);
        if (other != null && !other.equals(owner)) {
          throw new Wrong(
              "tenants[" + i + "].channels",
              "\"" + channel.id() + "\" belongs to " + other + " already");
        }
      }
    }
  }

  private static void checkMembers(List<Member> people, Set<String> tenants) {
    Set<String> ids = new HashSet<>();
    Map<String, String> accounts = new HashMap<>();
    for (int i = 0; i < people.size(); i++) {
      Member member = people.get(i);
      String key = "members[" + i + "]";
      checkId(key + ".id", member.id());
      if (!ids.add(member.id())) {
        throw new Wrong(key + ".id", "\"" + member.id() + "\" is taken by another member");
      }
      checkTenants(key, member.tenants(), tenants);
      if (!member.mail().isEmpty()) {
        MailKeys.check(key + ".mail", member.mail());
        String other = accounts.putIfAbsent("mail " + member.mail(), member.id());
        if (other != null) {
          throw new Wrong(key + ".mail", "\"" + member.mail() + "\" is " + other + "'s");
        }
      }
      if (member.tenants().isEmpty() || member.roles().isEmpty()) {
        throw new Wrong(key, "needs at least one tenant and one role");
      }
      if (!member.is(Role.ANALYST) && member.tenants().size() > 1) {
        throw new Wrong(key + ".tenants", "a customer's person belongs to one tenant");
      }
      member
          .accounts()
          .forEach(
              (platform, account) -> {
                String other = accounts.putIfAbsent(platform + " " + account, member.id());
                if (other != null) {
                  throw new Wrong(
                      key + ".accounts." + platform, "\"" + account + "\" is " + other + "'s");
                }
              });
    }
  }

  /** Whoever is to be told must be somebody who can be. */
  private static void checkTelling(Tenants everybody) {
    for (int i = 0; i < everybody.all().size(); i++) {
      Tenant tenant = everybody.all().get(i);
      List<Member> contacts = everybody.responsibleContacts(tenant.id());
      Set<String> platforms =
          tenant.channels().stream().map(Channel::platform).collect(Collectors.toSet());
      boolean reached =
          switch (tenant.telling().where()) {
            case NONE -> true;
            case CHANNEL -> !contacts.isEmpty();
            case DIRECT ->
                contacts.stream()
                    .anyMatch(
                        one -> one.accounts().keySet().stream().anyMatch(platforms::contains));
            case MAIL -> contacts.stream().anyMatch(one -> !one.mail().isEmpty());
          };
      if (!reached) {
        throw new Wrong(
            "tenants[" + i + "].responsible-contact.told",
            "no responsible contact of this tenant can be told so: "
                + "members need the role, and an account on one of its platforms or a mail");
      }
    }
  }

  private static void checkGroups(List<Group> groups, Set<String> tenants) {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < groups.size(); i++) {
      Group group = groups.get(i);
      String key = "groups[" + i + "]";
      if (!ids.add(group.platform() + " " + group.id())) {
        throw new Wrong(key + ".id", "\"" + group.id() + "\" stands here twice");
      }
      checkTenants(key, group.tenants(), tenants);
      if (group.tenants().isEmpty() || group.roles().isEmpty()) {
        throw new Wrong(key, "needs at least one tenant and one role");
      }
      if (!group.roles().contains(Role.ANALYST) && group.tenants().size() > 1) {
        throw new Wrong(key + ".tenants", "a customer's people belong to one tenant");
      }
    }
  }

  private static void checkTenants(String key, Set<String> named, Set<String> tenants) {
    for (String tenant : named) {
      if (!tenants.contains(tenant)) {
        throw new Wrong(
            key + ".tenants",
            "\""
                + tenant
                + "\" is no tenant; allowed: "
                + tenants.stream().sorted().collect(Collectors.joining(", ")));
      }
    }
  }

  private static void checkId(String key, String id) {
    if (!id.matches("[a-z0-9][a-z0-9-]{0,62}")) {
      throw new Wrong(key, "\"" + id + "\" is not an id; allowed: small letters, digits, hyphens");
    }
  }

  private static String word(Purpose purpose) {
    return switch (purpose) {
      case SUPPORT -> "support";
      case ALERTS -> "alerts";
      case DESK -> "desk";
      case ON_CALL -> "on-call";
    };
  }
}
