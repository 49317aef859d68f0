package jp.mimamori.schedules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessCalendarTest {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final Reason PARTY = new Reason("納会のため午前のみ", "Year-end party, mornings only");
  private static final Reason FOUNDING = new Reason("創立記念日", "Founding day");
  private static final Reason DRILL = new Reason("訓練のため営業", "Open for a drill");

  private final BusinessCalendar calendar =
      calendarWith(
          new CompanyDay.Open(
              LocalDate.of(2026, 12, 25),
              new Hours(LocalTime.of(9, 0), LocalTime.of(12, 0)),
              PARTY),
          new CompanyDay.Closed(LocalDate.of(2026, 6, 15), FOUNDING),
          new CompanyDay.Open(LocalDate.of(2026, 10, 3), OfficeHours.STANDARD.hours(), DRILL),
          new CompanyDay.Open(
              LocalDate.of(2027, 1, 4),
              new Hours(LocalTime.of(13, 0), LocalTime.of(15, 0)),
              DRILL));

  @ParameterizedTest(name = "{0} + {1} = {2}   ({3})")
  @CsvSource({
    "2026-12-02T10:00, PT1H, 2026-12-02T11:00, within the day",
    "2026-12-02T07:00, PT1H, 2026-12-02T10:00, before opening",
    "2026-12-02T17:00, PT1H, 2026-12-03T09:30, over night",
    "2026-12-02T20:00, PT1H, 2026-12-03T10:00, after closing",
    "2026-12-04T17:00, PT1H, 2026-12-07T09:30, over a weekend",
    "2026-12-26T03:00, PT30M, 2026-12-28T09:30, from a Saturday night",
    "2026-12-24T17:00, PT30M, 2026-12-24T17:30, exactly at closing is not pushed to the next day",
    "2026-12-24T17:00, PT31M, 2026-12-25T09:01, one minute more is",
    "2026-12-24T17:29:59, PT1S, 2026-12-24T17:30, the last second",
    "2026-11-24T09:00, PT510M, 2026-11-24T17:30, a whole day ends at closing",
    "2026-11-24T09:00, PT511M, 2026-11-25T09:01, a day and a minute",
    "2026-11-24T09:00, PT1020M, 2026-11-25T17:30, two whole days",
    "2026-12-25T11:30, PT60M, 2026-12-28T09:30, over the end of a shortened day",
    "2026-12-25T11:30, PT30M, 2026-12-25T12:00, exactly at the end of a shortened day",
    "2026-12-25T12:00, PT1M, 2026-12-28T09:01, a shortened day is over at noon",
    "2026-05-01T17:00, PT60M, 2026-05-07T09:30, over Golden Week with its substitute on 6 May",
    "2026-09-18T17:00, PT60M, 2026-09-24T09:30, over silver week with its citizens' holiday",
    "2026-06-12T17:00, PT60M, 2026-06-16T09:30, over a Monday that the company keeps closed",
    "2026-10-02T17:00, PT60M, 2026-10-03T09:30, into a Saturday on which the company works",
    "2019-04-26T17:00, PT60M, 2019-05-07T09:30, over the ten days of the accession",
    "2018-12-28T17:00, PT60M, 2019-01-07T09:30, over a year end that runs into a weekend",
    "2027-12-28T17:00, PT60M, 2028-01-05T09:30, over the year end: 4 January is closed",
    "2027-12-28T17:30, PT1M, 2028-01-05T09:01, the closing moment is closed",
    "2027-12-28T17:29:59, PT1M, 2028-01-05T09:00:59, one second was left",
    "2026-12-28T17:00, PT60M, 2027-01-04T13:30, over the year end into the company's own 4 January",
    "2026-11-24T08:59:59, PT0S, 2026-11-24T09:00, no wait outside hours ends at the opening",
    "2026-11-24T09:00, PT0S, 2026-11-24T09:00, no wait at the opening ends at once",
    "2026-11-24T12:34:56, PT0S, 2026-11-24T12:34:56, no wait within hours ends at once",
    "2026-11-24T17:30, PT0S, 2026-11-25T09:00, no wait at closing ends at the next opening",
    "2026-11-20T18:00, PT0S, 2026-11-24T09:00, no wait on a Friday night before a holiday",
  })
  void countsBusinessTimeOnly(
      LocalDateTime from, Duration wait, LocalDateTime expected, String why) {
    Instant due = calendar.plus(tokyo(from), wait);

    assertEquals(expected, LocalDateTime.ofInstant(due, TOKYO), why);
    assertEquals(wait, calendar.between(tokyo(from), due), "and back: " + why);
  }

  @ParameterizedTest(name = "{0} as the terms say it + {1} = {2}   ({3})")
  @CsvSource({
    "2026-12-28T17:00, PT60M, 2027-01-05T09:30, over the year end: 4 January is closed",
    "2026-12-28T17:30, PT1M, 2027-01-05T09:01, the closing moment is closed",
    "2026-12-28T17:29:59, PT1M, 2027-01-05T09:00:59, one second was left",
    "2026-12-25T11:30, PT60M, 2026-12-25T12:30, no company day: a usual Friday",
  })
  void theStandardCalendarKeepsTheTerms(
      LocalDateTime from, Duration wait, LocalDateTime expected, String why) {
    Instant due = BusinessCalendar.standard().plus(tokyo(from), wait);

    assertEquals(expected, LocalDateTime.ofInstant(due, TOKYO), why);
  }

  @ParameterizedTest(name = "{0} open: {1}   ({2})")
  @CsvSource({
    "2026-11-24T08:59:59.999999999, false, not yet",
    "2026-11-24T09:00, true, the opening moment is open",
    "2026-11-24T12:30, true, lunch is no break",
    "2026-11-24T17:29:59.999999999, true, the last moment",
    "2026-11-24T17:30, false, the closing moment is closed",
    "2026-11-23T10:00, false, Labor Thanksgiving Day",
    "2026-11-22T10:00, false, a Sunday",
    "2026-12-25T11:59, true, the shortened morning",
    "2026-12-25T12:00, false, the afternoon off",
    "2026-10-03T10:00, true, a Saturday of work",
    "2026-10-10T10:00, false, any other Saturday",
    "2026-12-28T10:00, true, the last day of the year",
    "2026-12-29T10:00, false, the year end",
    "2027-01-04T14:00, true, the company's own 4 January",
  })
  void isOpen(LocalDateTime at, boolean open, String why) {
    assertEquals(open, calendar.isOpen(tokyo(at)), why);
    assertEquals(open, calendar.nextOpening(tokyo(at)).equals(tokyo(at)), why);
  }

  @ParameterizedTest(name = "{0} to {1} = {2}   ({3})")
  @CsvSource({
    "2026-11-24T09:00, 2026-11-24T17:30, PT8H30M, a day",
    "2026-11-24T00:00, 2026-11-25T00:00, PT8H30M, a day with its night",
    "2026-11-20T18:00, 2026-11-24T09:00, PT0S, nobody was there",
    "2026-11-20T17:00, 2026-11-24T09:10, PT40M, both ends",
    "2026-11-24T10:00, 2026-11-24T10:00, PT0S, no time at all",
    "2026-11-24T11:00, 2026-11-24T10:00, PT-1H, reversed",
    "2026-12-25T00:00, 2026-12-26T00:00, PT3H, a shortened day",
    "2026-12-01T00:00, 2027-01-01T00:00, PT164H30M, 19 usual days of December and a morning",
  })
  void measuresBusinessTime(LocalDateTime from, LocalDateTime to, Duration expected, String why) {
    assertEquals(expected, calendar.between(tokyo(from), tokyo(to)), why);
  }

  @ParameterizedTest(name = "{0} is closed: {1}, {2}   ({3})")
  @CsvSource({
    "2027-01-01, 元日, New Year's Day, the holiday is named before the year end",
    "2027-01-02, 年末年始, Year-end and New Year closing, named before the Saturday",
    "2026-12-29, 年末年始, Year-end and New Year closing, its first day",
    "2028-01-04, 年末年始, Year-end and New Year closing, its last day",
    "2026-11-21, 土曜日, Saturday, a weekend",
    "2026-11-22, 日曜日, Sunday, a weekend",
    "2026-11-23, 勤労感謝の日, Labor Thanksgiving Day, a holiday",
    "2026-05-03, 憲法記念日, Constitution Memorial Day, the holiday is named before the Sunday",
    "2026-05-06, 憲法記念日の振替休日, Substitute holiday for Constitution Memorial Day, moved",
    "2026-09-22, 国民の休日, Citizens' holiday, between two",
    "2026-06-15, 創立記念日, Founding day, the company's decision",
  })
  void saysWhyADayIsClosed(LocalDate date, String japanese, String english, String why) {
    assertEquals(new Day.Closed(new Reason(japanese, english)), calendar.day(date), why);
    assertFalse(calendar.isBusinessDay(date), why);
  }

  @Test
  void saysWhenADayIsOpenAndWhyIfUnusual() {
    LocalTime nine = LocalTime.of(9, 0);
    LocalTime halfPastFive = LocalTime.of(17, 30);

    assertEquals(
        new Day.Open(nine, halfPastFive, Optional.empty()), calendar.day(day("2026-11-24")));
    assertEquals(
        new Day.Open(nine, LocalTime.NOON, Optional.of(PARTY)), calendar.day(day("2026-12-25")));
    assertEquals(
        new Day.Open(nine, halfPastFive, Optional.of(DRILL)), calendar.day(day("2026-10-03")));
    assertTrue(calendar.isBusinessDay(day("2026-12-25")), "a shortened day is a business day");
  }

  @ParameterizedTest(name = "{0}: {1}   ({2})")
  @CsvSource({
    "2026-12, 2026-12-01, an ordinary month",
    "2026-08, 2026-08-03, it begins with a weekend",
    "2026-11, 2026-11-02, it begins with a Sunday",
    "2028-01, 2028-01-05, the year end",
    "2022-01, 2022-01-05, the year end without a weekend",
    "2026-01, 2026-01-05, the year end and a Sunday",
    "2027-01, 2027-01-04, the company works on 4 January",
    "2019-05, 2019-05-07, the accession",
  })
  void knowsTheFirstBusinessDay(YearMonth month, LocalDate expected, String why) {
    assertEquals(expected, calendar.firstBusinessDay(month), why);
  }

  @Test
  void anAnnouncedHolidayReachesTheCalendar() {
    var announced = Holiday.confirmed(day("2029-06-15"), "特別の休日", "A special holiday");
    var holidays = JapaneseHolidays.with(new ConfirmedHolidays(Set.of(), List.of(announced)));
    var with = new BusinessCalendar(OfficeHours.STANDARD, holidays, List.of(), List.of());

    assertEquals(
        new Day.Closed(new Reason("特別の休日", "A special holiday")), with.day(day("2029-06-15")));
  }

  @Test
  void aSummerClosingComesBackEveryYear() {
    var obon = new Reason("夏季休業", "Summer closing");
    var summer =
        new BusinessCalendar(
            OfficeHours.STANDARD,
            JapaneseHolidays.byTheAct(),
            List.of(
                AnnualClosing.YEAR_END,
                new AnnualClosing(
                    MonthDay.of(Month.AUGUST, 12), MonthDay.of(Month.AUGUST, 14), obon)),
            List.of());

    assertTrue(summer.isBusinessDay(day("2026-08-10")));
    assertEquals(new Day.Closed(obon), summer.day(day("2026-08-12")));
    assertEquals(new Day.Closed(obon), summer.day(day("2027-08-13")));
    assertTrue(summer.isBusinessDay(day("2026-08-17")));
    assertFalse(summer.isBusinessDay(day("2026-12-30")));
  }

  @Test
  void aDeskThatNeverOpensIsAnErrorAndNotALoop() {
    var never =
        new BusinessCalendar(
            OfficeHours.STANDARD,
            JapaneseHolidays.byTheAct(),
            List.of(
                new AnnualClosing(
                    MonthDay.of(Month.JANUARY, 1), MonthDay.of(Month.DECEMBER, 31), FOUNDING)),
            List.of());
    Instant now = tokyo(LocalDateTime.of(2026, 11, 24, 10, 0));

    var thrown = assertThrows(IllegalStateException.class, () -> never.nextOpening(now));
    assertEquals(
        "The desk does not open within 400 days from 2026-11-24: look at the working weekdays and"
            + " the closed days.",
        thrown.getMessage());
    assertThrows(
        IllegalStateException.class, () -> never.plus(now, Duration.ofMinutes(1)), "no deadline");
    assertThrows(IllegalStateException.class, () -> never.firstBusinessDay(YearMonth.of(2026, 11)));
    assertEquals(
        Duration.ZERO, never.between(now, now.plus(Duration.ofDays(500))), "but no time passes");
    assertFalse(never.isOpen(now));
  }

  @Test
  void thePastStaysRightWhenHoursChange() {
    var longer =
        new OfficeHours(
            TOKYO,
            new Hours(LocalTime.of(8, 0), LocalTime.of(20, 0)),
            Set.of(DayOfWeek.MONDAY, DayOfWeek.SATURDAY));
    var dated =
        new BusinessCalendar(
            List.of(
                new Regime(LocalDate.MIN, OfficeHours.STANDARD, List.of(AnnualClosing.YEAR_END)),
                new Regime(day("2027-04-01"), longer, List.of())),
            JapaneseHolidays.byTheAct(),
            List.of());

    assertEquals(calendar.day(day("2026-11-24")), dated.day(day("2026-11-24")), "long ago");
    assertEquals(calendar.day(day("2027-03-31")), dated.day(day("2027-03-31")), "the last day");
    assertFalse(dated.isBusinessDay(day("2027-04-01")), "a Thursday, from now on free");
    assertTrue(dated.isBusinessDay(day("2027-12-25")), "a Saturday, from now on of work");
    assertEquals(
        tokyo(LocalDateTime.of(2027, 4, 3, 8, 30)),
        dated.plus(tokyo(LocalDateTime.of(2027, 3, 31, 17, 0)), Duration.ofMinutes(60)),
        "half an hour of the old week and half an hour of the new one");
  }

  @ParameterizedTest(name = "{0} → {1}: {2}")
  @CsvSource({
    "2026-11-20T17:29:59, 2026-11-20T17:30, it closes",
    "2026-11-20T17:30, 2026-11-24T09:00, over a weekend and a holiday",
    "2026-11-24T09:00, 2026-11-24T17:30, it has just opened",
    "2026-12-28T17:45, 2027-01-04T13:00, the company works on the afternoon of 4 January",
  })
  void knowsWhenItOpensOrClosesNext(LocalDateTime at, LocalDateTime next, String why) {
    assertEquals(tokyo(next), calendar.nextChange(tokyo(at)), why);
  }

  @Test
  void refusesWhatCannotBeMeant() {
    Instant now = tokyo(LocalDateTime.of(2026, 11, 24, 10, 0));
    LocalDate date = day("2026-12-25");

    assertThrows(
        IllegalArgumentException.class, () -> calendar.plus(now, Duration.ofMinutes(-1)), "back");
    assertThrows(
        IllegalArgumentException.class,
        () ->
            calendarWith(
                new CompanyDay.Closed(date, FOUNDING),
                new CompanyDay.Open(date, OfficeHours.STANDARD.hours(), DRILL)),
        "closed and open");
    assertThrows(
        IllegalArgumentException.class,
        () -> new Hours(LocalTime.of(17, 30), LocalTime.of(9, 0)),
        "over midnight");
    assertThrows(
        IllegalArgumentException.class,
        () -> new OfficeHours(TOKYO, OfficeHours.STANDARD.hours(), Set.of()),
        "no working day");
    assertThrows(IllegalArgumentException.class, () -> new Reason("", "no words"), "no words");
    var usual = new Regime(date, OfficeHours.STANDARD, List.of());
    assertThrows(
        IllegalArgumentException.class,
        () -> new BusinessCalendar(List.of(usual, usual), JapaneseHolidays.byTheAct(), List.of()),
        "two kinds of hours at once");
  }

  @Test
  void anotherWeekIsPossible() {
    var shop =
        new BusinessCalendar(
            new OfficeHours(
                TOKYO,
                new Hours(LocalTime.of(22, 0), LocalTime.of(23, 0)),
                Set.of(DayOfWeek.SUNDAY)),
            JapaneseHolidays.byTheAct(),
            List.of(),
            List.of());

    assertEquals(
        tokyo(LocalDateTime.of(2026, 11, 29, 22, 0)),
        shop.nextOpening(tokyo(LocalDateTime.of(2026, 11, 24, 10, 0))));
  }

  private static BusinessCalendar calendarWith(CompanyDay... days) {
    return new BusinessCalendar(
        OfficeHours.STANDARD,
        JapaneseHolidays.byTheAct(),
        List.of(AnnualClosing.YEAR_END),
        List.of(days));
  }

  private static LocalDate day(String date) {
    return LocalDate.parse(date);
  }

  private static Instant tokyo(LocalDateTime local) {
    return local.atZone(TOKYO).toInstant();
  }
}
