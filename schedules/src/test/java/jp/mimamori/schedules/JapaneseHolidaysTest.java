package jp.mimamori.schedules;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.MessageDigest;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JapaneseHolidaysTest {
  private final JapaneseHolidays holidays = JapaneseHolidays.byTheAct();

  @ParameterizedTest(name = "{0} {1} ({2}): {3}")
  @CsvSource({
    "2000-01-10, 成人の日, NATIONAL, second Monday of January from 2000",
    "2002-07-20, 海の日, NATIONAL, 20 July until 2002",
    "2003-07-21, 海の日, NATIONAL, third Monday from 2003",
    "2020-07-23, 海の日, NATIONAL, moved to the eve of the Olympics",
    "2021-07-22, 海の日, NATIONAL, moved with the Olympics",
    "2022-07-18, 海の日, NATIONAL, third Monday again",
    "2002-09-15, 敬老の日, NATIONAL, 15 September until 2002",
    "2002-09-16, 敬老の日の振替休日, SUBSTITUTE, it was a Sunday",
    "2003-09-15, 敬老の日, NATIONAL, third Monday from 2003",
    "2019-10-14, 体育の日, NATIONAL, its last year under this name",
    "2020-07-24, スポーツの日, NATIONAL, new name and moved to the opening of the Olympics",
    "2021-07-23, スポーツの日, NATIONAL, moved with the Olympics",
    "2022-10-10, スポーツの日, NATIONAL, second Monday again",
    "2016-08-11, 山の日, NATIONAL, its first year",
    "2020-08-10, 山の日, NATIONAL, moved to the end of the Olympics",
    "2021-08-08, 山の日, NATIONAL, moved with the Olympics",
    "2021-08-09, 山の日の振替休日, SUBSTITUTE, the moved day was a Sunday",
    "2006-04-29, みどりの日, NATIONAL, Greenery Day in April until 2006",
    "2007-04-29, 昭和の日, NATIONAL, Showa Day from 2007",
    "2007-05-04, みどりの日, NATIONAL, Greenery Day in May from 2007",
    "2006-05-04, 国民の休日, CITIZENS, between two holidays until 2006",
    "2002-05-04, 国民の休日, CITIZENS, on a Saturday too",
    "2007-04-30, 昭和の日の振替休日, SUBSTITUTE, the first Sunday under the new rule",
    "2008-05-06, みどりの日の振替休日, SUBSTITUTE, over 5 May: the nearest day that is no holiday",
    "2009-05-06, 憲法記念日の振替休日, SUBSTITUTE, over 4 and 5 May",
    "2026-05-06, 憲法記念日の振替休日, SUBSTITUTE, 3 May 2026 is a Sunday",
    "2009-09-22, 国民の休日, CITIZENS, the first silver week",
    "2015-09-22, 国民の休日, CITIZENS, the second",
    "2026-09-22, 国民の休日, CITIZENS, between 敬老の日 and 秋分の日",
    "2032-09-21, 国民の休日, CITIZENS, between 敬老の日 and 秋分の日 on the 22nd",
    "2049-09-21, 国民の休日, CITIZENS, between 敬老の日 and 秋分の日 on the 22nd",
    "2018-12-23, 天皇誕生日, NATIONAL, the last in December",
    "2018-12-24, 天皇誕生日の振替休日, SUBSTITUTE, it was a Sunday",
    "2020-02-23, 天皇誕生日, NATIONAL, the first in February",
    "2020-02-24, 天皇誕生日の振替休日, SUBSTITUTE, it was a Sunday",
    "2019-04-30, 国民の休日, CITIZENS, between Showa Day and the accession",
    "2019-05-01, 天皇の即位の日, SPECIAL, the accession",
    "2019-05-02, 国民の休日, CITIZENS, between the accession and Constitution Memorial Day",
    "2019-05-06, こどもの日の振替休日, SUBSTITUTE, the tenth day off in a row",
    "2019-10-22, 即位礼正殿の儀の行われる日, SPECIAL, the enthronement",
    "2026-11-23, 勤労感謝の日, NATIONAL, a Monday by chance and not by rule",
    "2012-03-20, 春分の日, NATIONAL, leap years are early",
    "2023-03-21, 春分の日, NATIONAL, the year before a leap year is late",
    "2012-09-22, 秋分の日, NATIONAL, the first on the 22nd since 1896",
    "2017-01-02, 元日の振替休日, SUBSTITUTE, New Year on a Sunday",
  })
  void isAHoliday(LocalDate date, String name, Holiday.Kind kind, String why) {
    Holiday holiday = holidays.on(date).orElseThrow();

    assertEquals(date, holiday.date(), why);
    assertEquals(name, holiday.japanese(), why);
    assertEquals(kind, holiday.kind(), why);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "2003-05-04, a Sunday between two holidays was none until 2006",
    "2015-08-11, Mountain Day had not begun",
    "2019-02-23, the new Emperor acceded in May",
    "2019-12-23, the old Emperor's birthday was over",
    "2019-05-07, back to work after ten days",
    "2020-07-20, Marine Day had moved",
    "2020-08-11, Mountain Day had moved",
    "2020-10-12, Sports Day had moved",
    "2021-07-19, Marine Day had moved",
    "2021-08-11, Mountain Day had moved",
    "2021-10-11, Sports Day had moved",
    "2024-09-21, a Saturday before a Sunday holiday is just a Saturday",
    "2025-09-22, one day only between two holidays makes a bridge and these are eight days apart",
    "2027-09-21, two days between the holidays make no bridge",
    "2022-01-02, New Year was a Saturday and a Saturday has no substitute",
    "2026-12-29, the year-end closing is the desk's and not the Act's",
    "2026-12-31, New Year's Eve is no holiday",
  })
  void isNoHoliday(LocalDate date, String why) {
    assertEquals(Optional.empty(), holidays.on(date), why);
  }

  /** What a well-known library leaves out between 2016 and 2030 (schedule facts, 2.1). */
  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        """
        春分の日
        2016-03-20 2017-03-20 2018-03-21 2019-03-21 2020-03-20 2021-03-20 2022-03-21 2023-03-21
        2024-03-20 2025-03-20 2026-03-20 2027-03-21 2028-03-20 2029-03-20 2030-03-20
        """,
        """
        秋分の日
        2016-09-22 2017-09-23 2018-09-23 2019-09-23 2020-09-22 2021-09-23 2022-09-23 2023-09-23
        2024-09-22 2025-09-23 2026-09-23 2027-09-23 2028-09-22 2029-09-23 2030-09-23
        """,
        """
        天皇誕生日
        2020-02-23 2021-02-23 2022-02-23 2023-02-23 2024-02-23 2025-02-23 2026-02-23 2027-02-23
        2028-02-23 2029-02-23 2030-02-23
        """,
        """
        文化の日
        2019-11-03 2024-11-03 2030-11-03
        """,
        """
        振替休日
        2016-03-21 2017-01-02 2018-02-12 2018-04-30 2018-09-24 2018-12-24 2019-05-06 2019-08-12
        2020-02-24 2020-05-06 2021-08-09 2023-01-02 2024-02-12 2024-05-06 2024-08-12 2024-09-23
        2025-02-24 2025-05-06 2025-11-24 2026-05-06 2027-03-22 2029-02-12 2029-04-30 2029-09-24
        2030-05-06 2030-08-12
        """,
        """
        国民の休日
        2019-04-30 2019-05-02 2026-09-22
        """,
        """
        即位
        2019-05-01 2019-10-22
        """,
        """
        海の日
        2020-07-23 2021-07-22
        """,
        """
        スポーツの日
        2020-07-24 2021-07-23
        """,
        """
        山の日
        2020-08-10 2021-08-08
        """,
      })
  void holdsTheDaysThatOthersMiss(String nameAndDates) {
    List<String> words = List.of(nameAndDates.strip().split("\\s+"));
    for (String date : words.subList(1, words.size())) {
      String name = holidays.on(LocalDate.parse(date)).orElseThrow().japanese();
      assertTrue(name.contains(words.getFirst()), date + " is " + name);
    }
  }

  @Test
  void holdsNoneOfTheDaysThatOthersInvent() {
    var invented = new ArrayList<LocalDate>();
    for (int year = 2019; year <= 2030; year++) {
      invented.add(LocalDate.of(year, 12, 23));
    }
    for (String date :
        List.of(
            "2020-07-20", "2020-08-11", "2020-10-12", "2021-07-19", "2021-08-11", "2021-10-11")) {
      invented.add(LocalDate.parse(date));
    }
    assertEquals(18, invented.size());
    for (LocalDate date : invented) {
      assertEquals(Optional.empty(), holidays.on(date));
    }
  }

  /**
   * Each year's days against those published: npm {@code @holiday-jp/holiday_jp} 2.5.1 (MIT, made
   * from the Cabinet Office's table), with which {@code japanese-holidays} 1.0.10 (MIT) agrees on
   * all 895 days of these 51 years. A row holds the year, how many days it has, and how the SHA-256
   * of its dates begins, one a line.
   */
  @ParameterizedTest(name = "{0}: {1} days")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2000 | 15 | 69fd637bba11
          2001 | 19 | 0feacf712514
          2002 | 18 | 068bf2b45335
          2003 | 15 | 02313760538e
          2004 | 15 | 317381e89d22
          2005 | 16 | 50cc3dfe73fe
          2006 | 16 | 66b183b6e3d3
          2007 | 19 | 01c9e061f67e
          2008 | 17 | f2fb4effe031
          2009 | 17 | 382f5a7bca03
          2010 | 16 | fc011495c35e
          2011 | 15 | e2a8f81c3c72
          2012 | 18 | 8d4598c0c300
          2013 | 17 | fb0d6a64c219
          2014 | 17 | 80a3fb63e7f0
          2015 | 17 | 1cf0bbc0a59e
          2016 | 17 | 5c41be0c524b
          2017 | 17 | 9e42e8f31149
          2018 | 20 | 86b4491a69f7
          2019 | 22 | cfadb519b6f8
          2020 | 18 | 928ac4cb63f6
          2021 | 17 | 56770596a0a6
          2022 | 16 | 82daf71b8ca7
          2023 | 17 | ef420dacd9f8
          2024 | 21 | 74c8343f2950
          2025 | 19 | 10067f351281
          2026 | 18 | 3940ddbc6f22
          2027 | 17 | 42f51590cd27
          2028 | 16 | 49b2baf74c71
          2029 | 19 | 761b6e31587f
          2030 | 19 | 3ff4ed122444
          2031 | 19 | ee044508e2a6
          2032 | 17 | e24fd96b4aaa
          2033 | 17 | 120dbf8d2962
          2034 | 17 | e2993b9ae5aa
          2035 | 19 | c19be5e0dd4f
          2036 | 18 | ca40156ea54f
          2037 | 18 | e86653922522
          2038 | 16 | 58ed7acda195
          2039 | 16 | dcb66c01768b
          2040 | 18 | ca1828a57315
          2041 | 19 | c4d36d0e80c5
          2042 | 19 | 8cf7088c4d94
          2043 | 18 | 6e94af2932b5
          2044 | 17 | 2e3b99f224ca
          2045 | 17 | 63316cf66aed
          2046 | 19 | 360462f20e48
          2047 | 19 | b0111f8f872b
          2048 | 18 | f13d1781ca58
          2049 | 17 | 79b9dc79f17a
          2050 | 17 | 18c31c8bc5c9
          """)
  void isWhatWasPublished(int year, int count, String digest) throws Exception {
    List<Holiday> days = holidays.of(Year.of(year));
    String dates = days.stream().map(day -> day.date() + "\n").collect(joining());

    assertEquals(count, days.size());
    byte[] sum = MessageDigest.getInstance("SHA-256").digest(dates.getBytes(US_ASCII));
    assertEquals(digest, HexFormat.of().formatHex(sum).substring(0, digest.length()), dates);
  }

  @Test
  void countsTheDaysOfTheReference() {
    // The Cabinet Office's list by way of holiday_jp (schedule facts, 2.1 and 2.2).
    assertEquals(273, count(2016, 2030));
    assertEquals(628, count(2016, 2050));
    assertEquals(895, count(2000, 2050));
  }

  @Test
  void everyNationalHolidayOnASundayHasItsSubstitute() {
    for (int year = 2000; year <= JapaneseHolidays.LAST_YEAR; year++) {
      List<Holiday> all = holidays.of(Year.of(year));
      long sundays =
          all.stream()
              .filter(day -> day.kind() == Holiday.Kind.NATIONAL)
              .filter(day -> day.date().getDayOfWeek() == DayOfWeek.SUNDAY)
              .count();
      long substitutes = all.stream().filter(day -> day.kind() == Holiday.Kind.SUBSTITUTE).count();
      assertEquals(sundays, substitutes, "in " + year);
    }
  }

  @Test
  void namesThemInEnglishToo() {
    assertEquals(
        "Substitute holiday for Constitution Memorial Day",
        holidays.on(LocalDate.of(2026, 5, 6)).orElseThrow().english());
    assertEquals(
        "Citizens' holiday", holidays.on(LocalDate.of(2026, 9, 22)).orElseThrow().english());
  }

  @Test
  void listsAYearInOrder() {
    List<LocalDate> dates = holidays.of(Year.of(2026)).stream().map(Holiday::date).toList();

    assertEquals(dates.stream().sorted().toList(), dates);
    assertEquals(LocalDate.of(2026, 1, 1), dates.getFirst());
    assertEquals(LocalDate.of(2026, 11, 23), dates.getLast());
    assertEquals(18, dates.size());
  }

  @Test
  void doesNotGuessWhereTheFormulaEnds() {
    assertThrows(IllegalArgumentException.class, () -> holidays.on(LocalDate.of(1999, 12, 31)));
    assertThrows(IllegalArgumentException.class, () -> holidays.on(LocalDate.of(2100, 1, 1)));
    assertThrows(IllegalArgumentException.class, () -> holidays.of(Year.of(2100)));
  }

  @Test
  void theConfirmedTableWinsForItsYears() {
    LocalDate moved = LocalDate.of(2028, 7, 17);
    LocalDate movedTo = LocalDate.of(2028, 7, 21);
    var table = new ArrayList<>(holidays.of(Year.of(2028)));
    assertTrue(table.removeIf(day -> day.date().equals(moved)));
    table.add(Holiday.confirmed(movedTo, "海の日", "Marine Day"));

    JapaneseHolidays confirmed =
        JapaneseHolidays.with(new ConfirmedHolidays(Set.of(Year.of(2028)), table));

    assertEquals(Optional.empty(), confirmed.on(moved), "moved away by the table");
    assertEquals("海の日", confirmed.on(movedTo).orElseThrow().japanese());
    assertTrue(confirmed.isConfirmed(Year.of(2028)));
    assertEquals(holidays.of(Year.of(2027)), confirmed.of(Year.of(2027)), "by the rules as before");
    assertEquals(holidays.of(Year.of(2029)), confirmed.of(Year.of(2029)), "by the rules as before");
  }

  @Test
  void anAnnouncedDayIsAddedToAYearThatIsNotConfirmed() {
    LocalDate announced = LocalDate.of(2029, 6, 15);
    Holiday holiday = Holiday.confirmed(announced, "特別の休日", "A special holiday");

    JapaneseHolidays with =
        JapaneseHolidays.with(new ConfirmedHolidays(Set.of(), List.of(holiday)));

    assertEquals(Optional.of(holiday), with.on(announced));
    assertEquals(holidays.of(Year.of(2029)).size() + 1, with.of(Year.of(2029)).size());
    assertFalse(with.isConfirmed(Year.of(2029)));
  }

  @Test
  void aHolidayIsMovedByAnActBeforeItsYearIsConfirmed() {
    LocalDate moved = LocalDate.of(2031, 7, 21);
    Holiday to = Holiday.confirmed(LocalDate.of(2031, 7, 25), "海の日", "Marine Day");

    JapaneseHolidays with =
        JapaneseHolidays.with(new ConfirmedHolidays(Set.of(), List.of(to), Set.of(moved)));

    assertEquals(Optional.empty(), with.on(moved));
    assertEquals(Optional.of(to), with.on(to.date()));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            JapaneseHolidays.with(
                new ConfirmedHolidays(Set.of(), List.of(), Set.of(moved.plusDays(1)))),
        "a day that is none can't be taken away");
  }

  @Test
  void refusesATableThatCannotBeMeant() {
    var days = List.of(Holiday.confirmed(LocalDate.of(2028, 1, 1), "元日", "New Year's Day"));
    var twice = List.of(days.getFirst(), days.getFirst());
    var unknown = List.of(Holiday.confirmed(LocalDate.of(2100, 1, 1), "元日", "New Year's Day"));

    assertThrows(
        IllegalArgumentException.class,
        () -> new ConfirmedHolidays(Set.of(Year.of(2028)), days),
        "a year stopped half way");
    assertThrows(
        IllegalArgumentException.class,
        () -> new ConfirmedHolidays(Set.of(), twice),
        "a day named twice");
    assertThrows(
        IllegalArgumentException.class,
        () -> JapaneseHolidays.with(new ConfirmedHolidays(Set.of(), unknown)),
        "a year that is not known");
    assertThrows(
        IllegalArgumentException.class,
        () -> Holiday.confirmed(LocalDate.of(2028, 1, 1), " ", "New Year's Day"),
        "a day without a name");
  }

  private int count(int first, int last) {
    int count = 0;
    for (int year = first; year <= last; year++) {
      count += holidays.of(Year.of(year)).size();
    }
    return count;
  }
}
