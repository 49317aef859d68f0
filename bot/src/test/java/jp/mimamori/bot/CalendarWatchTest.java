package jp.mimamori.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.mimamori.schedules.BusinessCalendar;
import jp.mimamori.schedules.ConfirmedHolidays;
import jp.mimamori.schedules.JapaneseHolidays;
import jp.mimamori.schedules.OfficeHours;
import jp.mimamori.schedules.Regime;
import org.junit.jupiter.api.Test;

class CalendarWatchTest {
  @Test
  void warnsInDecemberOfAYearThatNobodyConfirmed() {
    BusinessCalendar computed = BusinessCalendar.standard();
    assertEquals(
        Optional.of(Year.of(2027)),
        CalendarWatch.unconfirmed(computed, Stage.tokyo("2026-12-01T00:00")));
    assertEquals(
        Optional.empty(),
        CalendarWatch.unconfirmed(computed, Stage.tokyo("2026-11-30T23:59")),
        "there is time");
  }

  @Test
  void isQuietWhereTheTableIsThere() {
    var table =
        new ConfirmedHolidays(Set.of(Year.of(2027)), JapaneseHolidays.byTheAct().of(Year.of(2027)));
    var confirmed =
        new BusinessCalendar(
            List.of(new Regime(LocalDate.MIN, OfficeHours.STANDARD, List.of())),
            JapaneseHolidays.with(table),
            List.of());
    assertEquals(
        Optional.empty(), CalendarWatch.unconfirmed(confirmed, Stage.tokyo("2026-12-24T10:00")));
  }
}
