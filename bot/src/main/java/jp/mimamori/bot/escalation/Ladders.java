package jp.mimamori.bot.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.mimamori.bot.edr.Severity;
import jp.mimamori.schedules.BusinessCalendar;
import jp.mimamori.schedules.Ladder;
import jp.mimamori.schedules.Ladder.Due;
import jp.mimamori.schedules.Ladder.Rung;
import jp.mimamori.schedules.Rota;

/**
 * The ladders, as the configuration has them at this moment, and the calendar they climb by.
 *
 * @param specials the first that fits a matter goes before the ladder of its name
 */
public record Ladders(
    Map<String, Ladder<CallTo>> byName,
    List<Special> specials,
    Map<String, Rota> rotas,
    BusinessCalendar calendar) {
  public Ladders {
    byName = Map.copyOf(byName);
    specials = List.copyOf(specials);
    rotas = Map.copyOf(rotas);
  }

  /**
   * Another ladder for some.
   *
   * @param tenant for this one; for all, if empty
   * @param severities for these; for all, if empty
   */
  public record Special(
      String ladder, Optional<String> tenant, Set<Severity> severities, Ladder<CallTo> instead) {
    public Special {
      severities = Set.copyOf(severities);
    }

    private boolean fits(Matter matter) {
      return ladder.equals(matter.ladder())
          && tenant.filter(one -> !one.equals(matter.tenant())).isEmpty()
          && (severities.isEmpty() || matter.severity().filter(severities::contains).isPresent());
    }
  }

  /** The ladder that is climbed for it; without one, nobody is called. */
  public Optional<Ladder<CallTo>> ladder(Matter matter) {
    return specials.stream()
        .filter(special -> special.fits(matter))
        .findFirst()
        .map(Special::instead)
        .or(() -> Optional.ofNullable(byName.get(matter.ladder())));
  }

  /** The call that is due next; empty above the top of the ladder. */
  public Optional<Due<CallTo>> due(Matter matter, Rung rung, Instant since) {
    return ladder(matter).flatMap(ladder -> ladder.due(rung, since, calendar));
  }

  /** Which member a call at that moment reaches by name. */
  public Optional<String> member(CallTo call, Instant at) {
    return switch (call.whom()) {
      case CallTo.Whom.Person(String member) -> Optional.of(member);
      case CallTo.Whom.OnDuty(String rota) ->
          Optional.ofNullable(rotas.get(rota)).map(duty -> duty.onDuty(at));
      case CallTo.Whom.Anybody _, CallTo.Whom.Group _ -> Optional.empty();
    };
  }
}
