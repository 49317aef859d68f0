package jp.mimamori.bot.settings;

import static java.util.stream.Collectors.toSet;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.mimamori.schedules.AnnualClosing;
import jp.mimamori.schedules.BusinessCalendar;
import jp.mimamori.schedules.CompanyDay;
import jp.mimamori.schedules.ConfirmedHolidays;
import jp.mimamori.schedules.Holiday;
import jp.mimamori.schedules.Hours;
import jp.mimamori.schedules.JapaneseHolidays;
import jp.mimamori.schedules.OfficeHours;
import jp.mimamori.schedules.Reason;
import jp.mimamori.schedules.Regime;

/** {@code hours.yaml}: when people answer. */
record HoursFile(
    Set<DayOfWeek> weekdays,
    LocalTime opens,
    LocalTime closes,
    YearEnd yearEnd,
    Optional<List<Change>> changes,
    List<ClosedDay> closedDays,
    List<OpenDay> openDays,
    Confirmed confirmedHolidays) {
  record YearEnd(String from, String to) {}

  record ClosedDay(LocalDate date, String ja, String en) {}

  record OpenDay(LocalDate date, LocalTime opens, LocalTime closes, String ja, String en) {}

  record Confirmed(Set<Integer> years, List<ClosedDay> days, Optional<List<LocalDate>> withdrawn) {}

  /** The usual week from a day on; the closing at the year's end stays if it does not say. */
  record Change(
      LocalDate from,
      Set<DayOfWeek> weekdays,
      LocalTime opens,
      LocalTime closes,
      Optional<YearEnd> yearEnd) {}

  /**
   * @param announced what the Cabinet Office's own table says, if there is one
   */
  BusinessCalendar calendar(List<Holiday> announced) {
    return new BusinessCalendar(
        regimes(), JapaneseHolidays.with(confirmed(announced)), companyDays());
  }

  private List<Regime> regimes() {
    List<AnnualClosing> closing = List.of(closing("year-end", yearEnd));
    List<Regime> regimes = new ArrayList<>();
    regimes.add(new Regime(LocalDate.MIN, office(weekdays, opens, closes), closing));
    List<Change> later = changes.orElse(List.of());
    for (int i = 0; i < later.size(); i++) {
      Change change = later.get(i);
      String key = "changes[" + i + "]";
      try {
        closing =
            change.yearEnd().map(end -> List.of(closing(key + ".year-end", end))).orElse(closing);
        regimes.add(
            new Regime(
                change.from(),
                office(change.weekdays(), change.opens(), change.closes()),
                closing));
      } catch (IllegalArgumentException refused) {
        throw new Wrong(key, String.valueOf(refused.getMessage()));
      }
    }
    return regimes;
  }

  private static OfficeHours office(Set<DayOfWeek> weekdays, LocalTime opens, LocalTime closes) {
    return new OfficeHours(OfficeHours.STANDARD.zone(), new Hours(opens, closes), weekdays);
  }

  private static AnnualClosing closing(String key, YearEnd end) {
    return new AnnualClosing(
        monthDay(key + ".from", end.from()),
        monthDay(key + ".to", end.to()),
        AnnualClosing.YEAR_END.reason());
  }

  private List<CompanyDay> companyDays() {
    Stream<CompanyDay> closed =
        closedDays.stream()
            .map(day -> new CompanyDay.Closed(day.date(), new Reason(day.ja(), day.en())));
    Stream<CompanyDay> open =
        openDays.stream()
            .map(
                day ->
                    new CompanyDay.Open(
                        day.date(),
                        new Hours(day.opens(), day.closes()),
                        new Reason(day.ja(), day.en())));
    return Stream.concat(closed, open).toList();
  }

  private ConfirmedHolidays confirmed(List<Holiday> announced) {
    Set<Year> years = confirmedHolidays.years().stream().map(Year::of).collect(toSet());
    for (Holiday day : announced) {
      if (confirmedHolidays.years().contains(day.date().getYear())) {
        throw new Wrong(
            "confirmed-holidays.years",
            day.date().getYear() + " stands in " + HolidaysCsv.NAME + ", too: keep one of them");
      }
      years.add(Year.from(day.date()));
    }
    Stream<Holiday> own =
        confirmedHolidays.days().stream()
            .map(day -> Holiday.confirmed(day.date(), day.ja(), day.en()));
    return new ConfirmedHolidays(
        years,
        Stream.concat(announced.stream(), own).toList(),
        Set.copyOf(confirmedHolidays.withdrawn().orElse(List.of())));
  }

  private static MonthDay monthDay(String key, String text) {
    try {
      return MonthDay.parse("--" + text);
    } catch (DateTimeException e) {
      throw new Wrong(key, "\"" + text + "\" is not a month and a day such as \"12-29\"");
    }
  }
}
