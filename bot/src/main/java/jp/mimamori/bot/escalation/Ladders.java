package jp.mimamori.bot.escalation;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import jp.mimamori.schedules.BusinessCalendar;
import jp.mimamori.schedules.Ladder;

/** The ladders, as the configuration has them at this moment, and the calendar they climb by. */
public record Ladders(Map<String, Ladder> byName, BusinessCalendar calendar) {
  public Ladders {
    byName = Map.copyOf(byName);
  }

  /** When which step is due; empty above the top of the ladder. */
  Optional<Ladder.Due> due(String ladder, int level, Instant since) {
    return Optional.ofNullable(byName.get(ladder))
        .flatMap(steps -> steps.due(level, since, calendar));
  }
}
