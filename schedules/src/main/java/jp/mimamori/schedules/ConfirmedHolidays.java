package jp.mimamori.schedules;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.time.Year;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The operator's table of holidays, as the Cabinet Office (内閣府「国民の祝日」について) publishes them each
 * February for the following year.
 *
 * <p>For a year in {@code years} the table is the whole truth and the rules are not asked. A day in
 * any other year is added to what the rules say: an Act that makes one more day a holiday, known
 * before the whole year is confirmed; a day {@code withdrawn} is taken away from them: an Act that
 * moves a holiday does both. Days that follow (substitutes, bridging days) are not derived; they
 * belong in the table, too.
 *
 * <p>Refuses, with {@link IllegalArgumentException}, a day named twice, and a confirmed year with
 * so few days that somebody must have stopped half way.
 */
public record ConfirmedHolidays(Set<Year> years, List<Holiday> days, Set<LocalDate> withdrawn) {
  // The Act names 16 days a year now, and never named fewer than 14 since 2000.
  private static final int FEWEST_DAYS_A_YEAR = 14;

  /** Nothing is confirmed: the rules alone. */
  public static final ConfirmedHolidays NONE = new ConfirmedHolidays(Set.of(), List.of());

  /** Nothing is withdrawn. */
  public ConfirmedHolidays(Set<Year> years, List<Holiday> days) {
    this(years, days, Set.of());
  }

  public ConfirmedHolidays {
    years = Set.copyOf(years);
    days = List.copyOf(days);
    withdrawn = Set.copyOf(withdrawn);
    var seen = new HashSet<LocalDate>();
    for (Holiday day : days) {
      if (!seen.add(day.date())) {
        throw new IllegalArgumentException("Confirmed twice: " + day.date() + ".");
      }
    }
    for (LocalDate date : withdrawn) {
      if (years.contains(Year.from(date)) || seen.contains(date)) {
        throw new IllegalArgumentException(
            "%s can't be withdrawn: the table itself says what it is.".formatted(date));
      }
    }
    Map<Year, Long> counts =
        days.stream().collect(groupingBy(day -> Year.from(day.date()), counting()));
    for (Year year : years) {
      long count = counts.getOrDefault(year, 0L);
      if (count < FEWEST_DAYS_A_YEAR) {
        throw new IllegalArgumentException(
            "A confirmed year must list all of its holidays, but %s lists %d."
                .formatted(year, count));
      }
    }
  }
}
