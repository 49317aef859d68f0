package jp.mimamori.knowledge.computing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import jp.mimamori.knowledge.JapaneseDays;

/**
 * What the terms come to, worked out once more with nothing of the product: 1,600 yen, one year,
 * one month of notice, 14.5 %, weekdays from 9:00 to 17:30.
 */
final class Oracle {
  private static final long FEE = 1_600;
  private static final LocalTime OPENS = LocalTime.of(9, 0);
  private static final LocalTime CLOSES = LocalTime.of(17, 30);

  private Oracle() {}

  static long fee(long endpoints, long months) {
    return FEE * endpoints * months;
  }

  /** Whole endpoints that a budget pays for that long. */
  static long afford(long yen, long months) {
    return yen / (FEE * months);
  }

  /** A begun month of the rest of the first year counts as a whole one. */
  static long settlement(long endpoints, LocalDate start, LocalDate cancelled) {
    LocalDate rest = cancelled.plusDays(1);
    LocalDate end = lastDayOfYear(start).plusDays(1);
    long whole = ChronoUnit.MONTHS.between(rest, end);
    return fee(endpoints, rest.plusMonths(whole).isBefore(end) ? whole + 1 : whole);
  }

  static long interest(long yen, long days) {
    BigDecimal year = new BigDecimal("0.145").multiply(BigDecimal.valueOf(yen));
    return year.multiply(BigDecimal.valueOf(days))
        .divide(BigDecimal.valueOf(365), 0, RoundingMode.FLOOR)
        .longValueExact();
  }

  static long interest(long yen, LocalDate due, LocalDate paid) {
    return interest(yen, ChronoUnit.DAYS.between(due, paid));
  }

  static LocalDate monthAfter(LocalDate day) {
    return inMonth(YearMonth.from(day).plusMonths(1), day.getDayOfMonth());
  }

  static LocalDate monthBefore(LocalDate day) {
    return inMonth(YearMonth.from(day).minusMonths(1), day.getDayOfMonth());
  }

  private static LocalDate inMonth(YearMonth month, int day) {
    return month.atDay(Math.min(day, month.lengthOfMonth()));
  }

  /** The notice's month, or the day wished if that is not sooner. */
  static LocalDate ends(LocalDate notice, LocalDate wish) {
    LocalDate earliest = monthAfter(notice);
    return wish.isBefore(earliest) ? earliest : wish;
  }

  /** The last day of a year from that day on: the eve of the same day, 28 February after a 29th. */
  static LocalDate lastDayOfYear(LocalDate start) {
    YearMonth month = YearMonth.from(start).plusYears(1);
    return month.isValidDay(start.getDayOfMonth())
        ? month.atDay(start.getDayOfMonth()).minusDays(1)
        : month.atEndOfMonth();
  }

  /** The last day of the year of the contract in which that day lies. */
  static LocalDate lastDayOfYear(LocalDate start, LocalDate today) {
    LocalDate end = lastDayOfYear(start);
    while (end.isBefore(today)) {
      end = lastDayOfYear(end.plusDays(1));
    }
    return end;
  }

  static boolean isOpen(LocalDateTime at) {
    return JapaneseDays.isWorkday(at.toLocalDate())
        && !at.toLocalTime().isBefore(OPENS)
        && at.toLocalTime().isBefore(CLOSES);
  }

  static LocalDate nextOpening(LocalDateTime at) {
    LocalDate day =
        at.toLocalTime().isBefore(OPENS) ? at.toLocalDate() : at.toLocalDate().plusDays(1);
    while (!JapaneseDays.isWorkday(day)) {
      day = day.plusDays(1);
    }
    return day;
  }

  /** The first workday after the last day off of a season. */
  static LocalDate reopening(LocalDate first, LocalDate last) {
    LocalDate off = last;
    while (JapaneseDays.isWorkday(off) && off.isAfter(first)) {
      off = off.minusDays(1);
    }
    return nextOpening(off.atTime(CLOSES));
  }
}
