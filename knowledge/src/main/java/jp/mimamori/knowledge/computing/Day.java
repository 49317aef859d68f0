package jp.mimamori.knowledge.computing;

import java.time.LocalDate;

/**
 * A day that a question names.
 *
 * @param date the next such day from today on, if no year was named
 * @param before the last such day up to today, if no year was named; otherwise the same
 * @param start where in the text it stands
 * @param end where it ends
 */
record Day(LocalDate date, LocalDate before, int start, int end) {
  Day(LocalDate date, int start, int end) {
    this(date, date, start, end);
  }
}
