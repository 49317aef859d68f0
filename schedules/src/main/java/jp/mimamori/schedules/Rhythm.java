package jp.mimamori.schedules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;

/** On which days something is due, at a time of the calendar's zone. Pure. */
public sealed interface Rhythm {
  /** The first moment after that one at which it is due. */
  Instant next(Instant after, BusinessCalendar calendar);

  /** Every day, also when nobody works. */
  record Daily(LocalTime at) implements Rhythm {
    @Override
    public Instant next(Instant after, BusinessCalendar calendar) {
      LocalDate today = LocalDate.ofInstant(after, calendar.zone());
      Instant due = today.atTime(at).atZone(calendar.zone()).toInstant();
      return due.isAfter(after)
          ? due
          : today.plusDays(1).atTime(at).atZone(calendar.zone()).toInstant();
    }

    @Override
    public String toString() {
      return "daily " + at;
    }
  }

  /** The first day of each month on which people work. */
  record FirstBusinessDay(LocalTime at) implements Rhythm {
    @Override
    public Instant next(Instant after, BusinessCalendar calendar) {
      YearMonth month = YearMonth.from(after.atZone(calendar.zone()));
      Instant due = in(month, calendar);
      return due.isAfter(after) ? due : in(month.plusMonths(1), calendar);
    }

    private Instant in(YearMonth month, BusinessCalendar calendar) {
      return calendar.firstBusinessDay(month).atTime(at).atZone(calendar.zone()).toInstant();
    }

    @Override
    public String toString() {
      return "first business day " + at;
    }
  }
}
