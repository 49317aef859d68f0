package jp.mimamori.knowledge;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import jp.mimamori.knowledge.wording.Wording;

/** Workdays from 9:00 to 17:30 in Tokyo: enough of a calendar for answers. */
public final class OfficeHours implements SupportHours {
  private static final LocalTime OPENS = LocalTime.of(9, 0);

  @Override
  public boolean isOpen(Instant at) {
    ZonedDateTime tokyo = at.atZone(Wording.TOKYO);
    LocalTime time = tokyo.toLocalTime();
    return JapaneseDays.isWorkday(tokyo.toLocalDate())
        && !time.isBefore(OPENS)
        && time.isBefore(LocalTime.of(17, 30));
  }

  @Override
  public Optional<String> holiday(LocalDate day) {
    return JapaneseDays.holiday(day);
  }

  @Override
  public Instant nextOpening(Instant at) {
    if (isOpen(at)) {
      return at;
    }
    ZonedDateTime next = at.atZone(Wording.TOKYO).truncatedTo(ChronoUnit.DAYS).with(OPENS);
    while (next.toInstant().isBefore(at) || !isOpen(next.toInstant())) {
      next = next.plusDays(1);
    }
    return next.toInstant();
  }
}
