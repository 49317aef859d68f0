package jp.mimamori.bot;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import jp.mimamori.knowledge.SupportHours;
import jp.mimamori.schedules.BusinessCalendar;
import jp.mimamori.schedules.Holiday;

/** The business calendar, as far as answers must speak of it. */
record CalendarHours(BusinessCalendar calendar) implements SupportHours {
  @Override
  public boolean isOpen(Instant at) {
    return calendar.isOpen(at);
  }

  @Override
  public Instant nextOpening(Instant at) {
    return calendar.nextOpening(at);
  }

  @Override
  public Optional<String> holiday(LocalDate day) {
    return calendar.holiday(day).map(Holiday::japanese);
  }
}
