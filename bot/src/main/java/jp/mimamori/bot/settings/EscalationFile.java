package jp.mimamori.bot.settings;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.mimamori.bot.alert.AlertDesk;
import jp.mimamori.bot.edr.Severity;
import jp.mimamori.bot.escalation.CallTo;
import jp.mimamori.bot.escalation.CallTo.Where;
import jp.mimamori.bot.escalation.CallTo.Whom;
import jp.mimamori.bot.escalation.Ladders;
import jp.mimamori.bot.inquiry.InquiryDesk;
import jp.mimamori.bot.response.ResponseDesk;
import jp.mimamori.bot.tenant.Member;
import jp.mimamori.bot.tenant.Tenant;
import jp.mimamori.bot.tenant.Tenants;
import jp.mimamori.schedules.BusinessCalendar;
import jp.mimamori.schedules.Ladder;
import jp.mimamori.schedules.Ladder.Calls;
import jp.mimamori.schedules.Ladder.WaitClock;
import jp.mimamori.schedules.Ladder.When;
import jp.mimamori.schedules.Rota;

/** {@code escalation.yaml}: who is called when nobody comes. */
record EscalationFile(
    Map<String, List<StepKeys>> ladders,
    Optional<List<SpecialKeys>> specials,
    Optional<Map<String, RotaKeys>> rotas) {
  private static final List<String> KNOWN =
      List.of(InquiryDesk.LADDER, InquiryDesk.INCIDENT_LADDER, AlertDesk.LADDER);

  /** Without its ladder, nobody is called to it. */
  private static final List<String> OPTIONAL =
      List.of(
          InquiryDesk.CUSTOMER_WAITS_LADDER,
          ResponseDesk.APPROVAL_LADDER,
          ResponseDesk.FAILED_ACTION_LADDER);

  /**
   * @param call what people call whom it calls
   * @param every {@code after}, if it does not say
   * @param times how often the step calls; once if it does not say
   * @param where in the channel, if it does not say
   */
  record StepKeys(
      String call,
      Optional<String> member,
      Optional<String> rota,
      Optional<String> group,
      Optional<Set<Where>> where,
      Duration after,
      ClockKey clock,
      Optional<WhenKey> when,
      Optional<Duration> every,
      Optional<Integer> times,
      Optional<UntilKey> until) {}

  record SpecialKeys(
      String ladder,
      Optional<String> tenant,
      Optional<Set<Severity>> severities,
      List<StepKeys> steps) {}

  enum ClockKey {
    BUSINESS,
    WALL
  }

  enum WhenKey {
    ALWAYS,
    OPEN,
    CLOSED
  }

  enum UntilKey {
    TAKEN
  }

  /**
   * @param known who is there; what the file says of people is not checked, if empty
   */
  Ladders ladders(BusinessCalendar calendar, Optional<Tenants> known) {
    for (String name : KNOWN) {
      if (!ladders.containsKey(name)) {
        throw new Wrong("ladders." + name, "is missing");
      }
    }
    Map<String, Ladder<CallTo>> byName = new TreeMap<>();
    ladders.forEach(
        (name, steps) -> {
          checkKind("ladders." + name, name);
          byName.put(name, ladder("ladders." + name, name, steps, known));
        });
    return new Ladders(byName, specials(known), duties(known), calendar);
  }

  private static void checkKind(String key, String name) {
    if (!KNOWN.contains(name) && !OPTIONAL.contains(name)) {
      throw new Wrong(
          key,
          "unknown ladder; allowed: "
              + Stream.concat(KNOWN.stream(), OPTIONAL.stream()).collect(joining(", ")));
    }
  }

  private List<Ladders.Special> specials(Optional<Tenants> known) {
    List<Ladders.Special> all = new ArrayList<>();
    List<SpecialKeys> keys = specials.orElse(List.of());
    for (int i = 0; i < keys.size(); i++) {
      String key = "specials[" + i + "]";
      SpecialKeys special = keys.get(i);
      checkKind(key + ".ladder", special.ladder());
      if (special.tenant().isEmpty() && special.severities().isEmpty()) {
        throw new Wrong(key, "needs a tenant, severities, or both");
      }
      special
          .tenant()
          .ifPresent(
              tenant -> check(key + ".tenant", tenant, known.map(EscalationFile::tenantIds)));
      all.add(
          new Ladders.Special(
              special.ladder(),
              special.tenant(),
              special.severities().orElse(Set.of()),
              ladder(key + ".steps", special.ladder(), special.steps(), known)));
    }
    return all;
  }

  private Map<String, Rota> duties(Optional<Tenants> known) {
    Map<String, Rota> all = new TreeMap<>();
    rotas
        .orElse(Map.of())
        .forEach(
            (name, keys) ->
                all.put(
                    name, keys.rota("rotas." + name, name, known.map(EscalationFile::memberIds))));
    return all;
  }

  private Ladder<CallTo> ladder(
      String key, String name, List<StepKeys> steps, Optional<Tenants> known) {
    List<Ladder.Step<CallTo>> all = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      String at = key + "[" + i + "]";
      try {
        all.add(step(at, steps.get(i), known));
      } catch (IllegalArgumentException refused) {
        throw new Wrong(at, String.valueOf(refused.getMessage()));
      }
    }
    try {
      return new Ladder<>(name, all);
    } catch (IllegalArgumentException refused) {
      throw new Wrong(key, String.valueOf(refused.getMessage()));
    }
  }

  private Ladder.Step<CallTo> step(String key, StepKeys keys, Optional<Tenants> known) {
    if (keys.times().isPresent() && keys.until().isPresent()) {
      throw new Wrong(key + ".until", "a step calls so many times, or until it is taken");
    }
    Set<Where> where = keys.where().orElse(Set.of(Where.CHANNEL));
    Whom whom = whom(key, keys, known);
    boolean byName = whom instanceof Whom.Person || whom instanceof Whom.OnDuty;
    if (where.contains(Where.DIRECT) && !byName) {
      throw new Wrong(key + ".where", "direct needs a member or a rota");
    }
    int times = keys.until().isPresent() ? Calls.UNTIL_TAKEN : keys.times().orElse(1);
    return new Ladder.Step<>(
        new CallTo(keys.call(), whom, where),
        keys.after(),
        switch (keys.clock()) {
          case BUSINESS -> WaitClock.BUSINESS_TIME;
          case WALL -> WaitClock.WALL_TIME;
        },
        new Calls(times, keys.every().orElse(keys.after())),
        switch (keys.when().orElse(WhenKey.ALWAYS)) {
          case ALWAYS -> When.ALWAYS;
          case OPEN -> When.WHILE_OPEN;
          case CLOSED -> When.WHILE_CLOSED;
        });
  }

  private Whom whom(String key, StepKeys keys, Optional<Tenants> known) {
    if (Stream.of(keys.member(), keys.rota(), keys.group()).filter(Optional::isPresent).count()
        > 1) {
      throw new Wrong(key, "calls a member, a rota or a group, not several of them");
    }
    if (keys.member().isPresent()) {
      check(key + ".member", keys.member().get(), known.map(EscalationFile::memberIds));
      return new Whom.Person(keys.member().get());
    }
    if (keys.rota().isPresent()) {
      if (!rotas.orElse(Map.of()).containsKey(keys.rota().get())) {
        throw new Wrong(key + ".rota", "\"" + keys.rota().get() + "\" is not among the rotas");
      }
      return new Whom.OnDuty(keys.rota().get());
    }
    return keys.group()
        .<Whom>map(id -> group(key + ".group", id, known))
        .orElseGet(Whom.Anybody::new);
  }

  private static Whom group(String key, String id, Optional<Tenants> known) {
    return known.map(Tenants::groups).orElse(List.of()).stream()
        .filter(group -> group.id().equals(id))
        .findFirst()
        .map(group -> new Whom.Group(group.platform(), group.id()))
        .orElseThrow(
            () -> new Wrong(key, "\"" + id + "\" is not among the groups of tenants.yaml"));
  }

  private static void check(String key, String name, Optional<Set<String>> known) {
    if (known.isPresent() && !known.get().contains(name)) {
      throw new Wrong(key, "\"" + name + "\" is not in tenants.yaml");
    }
  }

  private static Set<String> tenantIds(Tenants tenants) {
    return tenants.all().stream().map(Tenant::id).collect(toSet());
  }

  private static Set<String> memberIds(Tenants tenants) {
    return tenants.members().stream().map(Member::id).collect(toSet());
  }
}
