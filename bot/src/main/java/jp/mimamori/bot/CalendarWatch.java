package jp.mimamori.bot;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.Optional;
import java.util.function.Supplier;
import jp.mimamori.schedules.BusinessCalendar;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says each day of December that next year's holidays are only computed: no rule can know an Act
 * that moves them, as those of 2019 to 2021 did.
 */
final class CalendarWatch {
  private static final Logger LOG = LoggerFactory.getLogger(CalendarWatch.class);

  private final Supplier<BusinessCalendar> calendar;
  private volatile LocalDate said = LocalDate.MIN;

  CalendarWatch(Supplier<BusinessCalendar> calendar) {
    this.calendar = calendar;
  }

  /** The year to warn of, in its last December. */
  static Optional<Year> unconfirmed(BusinessCalendar calendar, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, calendar.zone());
    Year next = Year.from(today).plusYears(1);
    return today.getMonth() == Month.DECEMBER && !calendar.isConfirmed(next)
        ? Optional.of(next)
        : Optional.empty();
  }

  void look(Instant now) {
    BusinessCalendar hours = calendar.get();
    LocalDate today = LocalDate.ofInstant(now, hours.zone());
    if (today.equals(said)) {
      return;
    }
    said = today;
    unconfirmed(hours, now)
        .ifPresent(
            year ->
                LOG.warn(
                    "the holidays of {} are not confirmed: put the Cabinet Office's table into the"
                        + " configuration as holidays.csv",
                    year));
  }
}
