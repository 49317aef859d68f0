package jp.mimamori.bot.settings;

import static java.util.stream.Collectors.toSet;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.Year;
import java.util.List;
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

/** {@code hours.yaml}: when people answer. */
record HoursFile(
    Set<DayOfWeek> weekdays,
    LocalTime opens,
    LocalTime closes,
    YearEnd yearEnd,
    List<ClosedDay> closedDays,
    List<OpenDay> openDays,
    Confirmed confirmedHolidays) {
  record YearEnd(String from, String to) {}

  record ClosedDay(LocalDate date, String ja, String en) {}

  record OpenDay(LocalDate date, LocalTime opens, LocalTime closes, String ja, String en) {}

  record Confirmed(Set<Integer> years, List<ClosedDay> days) {}

  BusinessCalendar calendar() {
    return new BusinessCalendar(
        new OfficeHours(OfficeHours.STANDARD.zone(), new Hours(opens, closes), weekdays),
        JapaneseHolidays.with(confirmed()),
        List.of(
            new AnnualClosing(
                monthDay("year-end.from", yearEnd.from()),
                monthDay("year-end.to", yearEnd.to()),
                AnnualClosing.YEAR_END.reason())),
        companyDays());
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

  private ConfirmedHolidays confirmed() {
    return new ConfirmedHolidays(
        confirmedHolidays.years().stream().map(Year::of).collect(toSet()),
        confirmedHolidays.days().stream()
            .map(day -> Holiday.confirmed(day.date(), day.ja(), day.en()))
            .toList());
  }

  private static MonthDay monthDay(String key, String text) {
    try {
      return MonthDay.parse("--" + text);
    } catch (DateTimeException e) {
      throw new Wrong(key, "\"" + text + "\" is not a month and a day such as \"12-29\"");
    }
  }
}
