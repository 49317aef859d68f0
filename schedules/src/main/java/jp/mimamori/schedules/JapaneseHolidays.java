package jp.mimamori.schedules;

import java.time.LocalDate;
import java.time.Year;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The holidays of Japan from {@value #FIRST_YEAR} to {@value #LAST_YEAR}: the operator's confirmed
 * table where it covers a year, the rules of the Act on National Holidays (国民の祝日に関する法律) elsewhere.
 * Dates are those of Asia/Tokyo.
 *
 * <p>Asked about any other year it throws {@link IllegalArgumentException} rather than guess. It
 * cannot know Acts still to come: see {@link #isConfirmed}.
 */
public final class JapaneseHolidays {
  public static final int FIRST_YEAR = HolidaysAct.FIRST_YEAR;
  public static final int LAST_YEAR = HolidaysAct.LAST_YEAR;

  private final NavigableMap<LocalDate, Holiday> days;
  private final Set<Year> confirmed;

  private JapaneseHolidays(NavigableMap<LocalDate, Holiday> days, Set<Year> confirmed) {
    this.days = Collections.unmodifiableNavigableMap(days);
    this.confirmed = confirmed;
  }

  /** By the rules alone. */
  public static JapaneseHolidays byTheAct() {
    return with(ConfirmedHolidays.NONE);
  }

  /** The operator's table over the rules; refuses a table with a year that is not known here. */
  public static JapaneseHolidays with(ConfirmedHolidays table) {
    var days = new TreeMap<>(HolidaysAct.days());
    table.years().forEach(JapaneseHolidays::requireKnown);
    days.keySet().removeIf(date -> table.years().contains(Year.from(date)));
    for (LocalDate date : table.withdrawn()) {
      requireKnown(Year.from(date));
      if (days.remove(date) == null) {
        throw new IllegalArgumentException(
            "%s can't be withdrawn: it is no holiday by the Act.".formatted(date));
      }
    }
    for (Holiday day : table.days()) {
      requireKnown(Year.from(day.date()));
      days.put(day.date(), day);
    }
    return new JapaneseHolidays(days, table.years());
  }

  public Optional<Holiday> on(LocalDate date) {
    requireKnown(Year.from(date));
    return Optional.ofNullable(days.get(date));
  }

  /** All holidays of the year, in order. */
  public List<Holiday> of(Year year) {
    requireKnown(year);
    return List.copyOf(
        days.subMap(year.atDay(1), true, year.atMonth(12).atEndOfMonth(), true).values());
  }

  /**
   * Whether the operator's table covers the year. If it does not cover the next year by December,
   * say so: special Acts like those of 2019 to 2021 cannot be computed.
   */
  public boolean isConfirmed(Year year) {
    return confirmed.contains(year);
  }

  private static void requireKnown(Year year) {
    if (year.getValue() < FIRST_YEAR || year.getValue() > LAST_YEAR) {
      throw new IllegalArgumentException(
          "The holidays are known from %d to %d, not in %s."
              .formatted(FIRST_YEAR, LAST_YEAR, year));
    }
  }
}
