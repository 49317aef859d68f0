package jp.mimamori.knowledge;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZonedDateTime;
import jp.mimamori.knowledge.wording.Wording;

/**
 * Weekdays from 9:00 to 17:30 in Tokyo, but not on 3 November: enough of a calendar for answers.
 */
public final class OfficeHours implements SupportHours {
  @Override
  public boolean isOpen(Instant at) {
    ZonedDateTime tokyo = at.atZone(Wording.TOKYO);
    boolean weekend = tokyo.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    boolean holiday = MonthDay.from(tokyo).equals(MonthDay.of(11, 3));
    LocalTime time = tokyo.toLocalTime();
    return !weekend
        && !holiday
        && !time.isBefore(LocalTime.of(9, 0))
        && time.isBefore(LocalTime.of(17, 30));
  }

  @Override
  public Instant nextOpening(Instant at) {
    Instant next = at;
    while (!isOpen(next)) {
      long past = next.getEpochSecond() % 1_800;
      next =
          next.plus(Duration.ofSeconds(1_800 - past))
              .truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    }
    return next;
  }
}
