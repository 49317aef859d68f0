package jp.mimamori.bot.tenant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.mimamori.bot.tenant.Channel.Purpose;
import jp.mimamori.knowledge.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who somebody is to us: by account, by group, by channel, and never by name. */
class TenantsTest {
  private static final String ANALYSTS = "S1";
  private static final String CUSTOMERS = "S2";
  private static final String OPEN = "C-open";
  private static final String CLOSED = "C-closed";

  private static final Tenants TENANTS =
      new Tenants(
          List.of(tenant("acme", OPEN, true), tenant("bolt", CLOSED, false)),
          List.of(
              new Member(
                  "sato",
                  "Sato",
                  Set.of("acme"),
                  Set.of(Role.ANALYST, Role.CUSTOMER),
                  Language.JA,
                  Map.of("slack", "U1"))),
          List.of(
              new Group(
                  "slack", ANALYSTS, Set.of("acme", "bolt"), Set.of(Role.ANALYST), Language.EN),
              new Group("slack", CUSTOMERS, Set.of("bolt"), Set.of(Role.CUSTOMER), Language.JA)));

  @ParameterizedTest(name = "{0}: {5}")
  @CsvSource(
      textBlock =
          """
          who,                       account, groups, guest, channel,  member,   roles,                tenants
          a named member,            U1,      '',     false, C-closed, sato,     ANALYST CUSTOMER,     acme
          who gains by a group,      U1,      S1,     false, C-closed, sato,     ANALYST CUSTOMER,     acme bolt
          an analyst as a guest,     U1,      S1,     true,  C-closed, sato,     CUSTOMER,             acme
          one of a group,            U7,      S1,     false, C-closed, slack:U7, ANALYST,              acme bolt
          one of two groups,         U7,      S1 S2,  false, C-closed, slack:U7, ANALYST CUSTOMER,     acme bolt
          a guest gains by no group, U7,      S1,     true,  C-closed, '',       '',                   ''
          anyone in an open channel, U7,      '',     false, C-open,   slack:U7, CUSTOMER,             acme
          a guest in it,             U7,      S1,     true,  C-open,   slack:U7, CUSTOMER,             acme
          a stranger elsewhere,      U7,      '',     false, C-closed, '',       '',                   ''
          a stranger alone,          U7,      '',     false, @U7,      '',       '',                   ''
          """,
      useHeadersInDisplayName = true)
  void whoIsWho(
      String who,
      String account,
      String groups,
      boolean guest,
      String channel,
      String member,
      String roles,
      String tenants) {
    Optional<Member> found =
        TENANTS.member(new Account("slack", account, "Sato", words(groups), guest), channel);

    assertEquals(member, found.map(Member::id).orElse(""), who);
    assertEquals(roles, found.map(one -> sorted(one.roles())).orElse(""), who);
    assertEquals(tenants, found.map(one -> sorted(one.tenants())).orElse(""), who);
  }

  @Test
  void anAccountOfAnotherPlatformIsSomebodyElse() {
    assertEquals(
        Optional.empty(),
        TENANTS.member(new Account("discord", "U1", "Sato", Set.of(ANALYSTS), false), CLOSED));
  }

  @Test
  void aGuestWhoWasOnlyAnAnalystIsNobody() {
    var onlyAnalyst =
        new Member(
            "ito", "Ito", Set.of("acme"), Set.of(Role.ANALYST), Language.JA, Map.of("slack", "U2"));
    Tenants tenants = new Tenants(TENANTS.all(), List.of(onlyAnalyst), List.of());

    assertEquals(
        Optional.empty(),
        tenants.member(new Account("slack", "U2", "Ito", Set.of(), true), CLOSED));
  }

  @Test
  void matterBelongsWhereItsTenantIsSpokenOf() {
    assertTrue(TENANTS.isSpokenOf("acme", "slack", OPEN));
    assertFalse(TENANTS.isSpokenOf("acme", "slack", CLOSED));
    assertFalse(TENANTS.isSpokenOf("acme", "web", OPEN));
    assertTrue(TENANTS.isSpokenOf("acme", "slack", "C-desk"), "shared by both");
    assertEquals(Optional.empty(), TENANTS.ofChannel("slack", "C-desk"));
  }

  private static Tenant tenant(String id, String support, boolean anyone) {
    return new Tenant(
        id,
        id,
        id,
        Language.JA,
        false,
        List.of(
            new Channel("slack", support, Purpose.SUPPORT, anyone),
            new Channel("slack", "C-desk", Purpose.DESK, false)),
        Optional.empty());
  }

  private static Set<String> words(String text) {
    return text.isEmpty() ? Set.of() : Set.of(text.split(" "));
  }

  private static String sorted(Set<?> things) {
    return String.join(" ", things.stream().map(Object::toString).sorted().toList());
  }
}
