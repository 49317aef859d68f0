package jp.mimamori.knowledge.computing;

import java.time.LocalDate;

/**
 * How the terms count: from the start day, to the day before the same day of a later month
 * (第14条第1項, 第15条第1項); where that month has no such day, to its last day, as the Civil Code counts
 * (第143条第2項).
 */
final class Term {
  private Term() {}

  /** The last day of a term of some months that begins on {@code start}. */
  static LocalDate end(LocalDate start, int months) {
    LocalDate same = start.plusMonths(months);
    return same.getDayOfMonth() == start.getDayOfMonth() ? same.minusDays(1) : same;
  }

  /** The months after {@code day} up to {@code end}, a part of a month counted as one. */
  static int monthsAfter(LocalDate day, LocalDate end) {
    LocalDate first = day.plusDays(1);
    int months = 0;
    while (!first.plusMonths(months).isAfter(end)) {
      months++;
    }
    return months;
  }
}
