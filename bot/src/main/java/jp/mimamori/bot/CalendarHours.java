package jp.mimamori.bot;

import java.time.Instant;
import jp.mimamori.knowledge.SupportHours;
import jp.mimamori.schedules.BusinessCalendar;

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
}
