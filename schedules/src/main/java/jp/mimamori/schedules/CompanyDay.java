package jp.mimamori.schedules;

import java.time.LocalDate;

/**
 * What the company decided for one day (当社の定めた休日, 別紙 問合せサポート(4), and its opposite). It wins over
 * weekdays, holidays and annual closings. The date is that of the calendar's zone.
 */
public sealed interface CompanyDay {
  LocalDate date();

  Reason reason();

  /** Nobody is there all day. */
  record Closed(LocalDate date, Reason reason) implements CompanyDay {}

  /** People are there at these hours: a Saturday of work, or a day that ends at noon. */
  record Open(LocalDate date, Hours hours, Reason reason) implements CompanyDay {}
}
