package jp.mimamori.schedules;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;

/**
 * A closing that comes back every year, first and last day included; it may run over New Year.
 * Dates are those of the calendar's zone.
 */
public record AnnualClosing(MonthDay first, MonthDay last, Reason reason) {
  /** 29 December to 4 January: 別紙 問合せサポート(4) サービス時間, 年末年始. */
  public static final AnnualClosing YEAR_END =
      new AnnualClosing(
          MonthDay.of(Month.DECEMBER, 29),
          MonthDay.of(Month.JANUARY, 4),
          new Reason("年末年始", "Year-end and New Year closing"));

  boolean includes(LocalDate date) {
    MonthDay day = MonthDay.from(date);
    boolean started = !day.isBefore(first);
    boolean notOver = !day.isAfter(last);
    boolean overNewYear = first.isAfter(last);
    return overNewYear ? started || notOver : started && notOver;
  }
}
