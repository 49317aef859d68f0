package jp.mimamori.schedules;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * The Act on National Holidays (国民の祝日に関する法律, 昭和23年法律第178号) as far as it can be computed, with the
 * other Acts that moved or added days, for 2000 to 2099.
 *
 * <p>Two limits. The equinoxes are announced each February for the next year (暦要項, National
 * Astronomical Observatory); the formula here is made for 1980–2099 and agrees with every day
 * announced for 2000–2024. And nobody can compute the Acts still to come: that is what {@link
 * ConfirmedHolidays} is for.
 */
final class HolidaysAct {
  static final int FIRST_YEAR = 2000;
  static final int LAST_YEAR = 2099; // the equinox formula ends

  // 平成17年法律第43号: Showa Day, Greenery Day on 4 May and the present Article 3, in force from
  // 2007-01-01.
  private static final int REFORM = 2007;

  /** Article 2, a row for each span of years in which a day stood still. */
  private static final List<Rule> RULES =
      List.of(
          always("元日", "New Year's Day", fixed(Month.JANUARY, 1)),
          // 平成10年法律第141号, the first "Happy Mondays", from 2000
          always("成人の日", "Coming of Age Day", monday(2, Month.JANUARY)),
          // 昭和41年政令第376号
          always("建国記念の日", "National Foundation Day", fixed(Month.FEBRUARY, 11)),
          always("春分の日", "Vernal Equinox Day", HolidaysAct::vernalEquinox),
          years(2000, 2006, "みどりの日", "Greenery Day", fixed(Month.APRIL, 29)),
          since(REFORM, "昭和の日", "Showa Day", fixed(Month.APRIL, 29)),
          always("憲法記念日", "Constitution Memorial Day", fixed(Month.MAY, 3)),
          since(REFORM, "みどりの日", "Greenery Day", fixed(Month.MAY, 4)),
          always("こどもの日", "Children's Day", fixed(Month.MAY, 5)),
          // 平成13年法律第59号, more "Happy Mondays", from 2003
          years(2000, 2002, "海の日", "Marine Day", fixed(Month.JULY, 20)),
          years(2003, 2019, "海の日", "Marine Day", monday(3, Month.JULY)),
          // the Tokyo Olympics, for 2020 and 2021 only: 平成27年法律第33号, Article 32
          years(2020, 2020, "海の日", "Marine Day", fixed(Month.JULY, 23)),
          years(2021, 2021, "海の日", "Marine Day", fixed(Month.JULY, 22)),
          since(2022, "海の日", "Marine Day", monday(3, Month.JULY)),
          // 平成26年法律第43号, from 2016; the Olympics again
          years(2016, 2019, "山の日", "Mountain Day", fixed(Month.AUGUST, 11)),
          years(2020, 2020, "山の日", "Mountain Day", fixed(Month.AUGUST, 10)),
          years(2021, 2021, "山の日", "Mountain Day", fixed(Month.AUGUST, 8)),
          since(2022, "山の日", "Mountain Day", fixed(Month.AUGUST, 11)),
          years(2000, 2002, "敬老の日", "Respect for the Aged Day", fixed(Month.SEPTEMBER, 15)),
          since(2003, "敬老の日", "Respect for the Aged Day", monday(3, Month.SEPTEMBER)),
          always("秋分の日", "Autumnal Equinox Day", HolidaysAct::autumnalEquinox),
          // 平成30年法律第57号 renamed it from 2020; the Olympics again
          years(2000, 2019, "体育の日", "Health and Sports Day", monday(2, Month.OCTOBER)),
          years(2020, 2020, "スポーツの日", "Sports Day", fixed(Month.JULY, 24)),
          years(2021, 2021, "スポーツの日", "Sports Day", fixed(Month.JULY, 23)),
          since(2022, "スポーツの日", "Sports Day", monday(2, Month.OCTOBER)),
          always("文化の日", "Culture Day", fixed(Month.NOVEMBER, 3)),
          always("勤労感謝の日", "Labor Thanksgiving Day", fixed(Month.NOVEMBER, 23)),
          // 平成29年法律第63号 (abdication): none in 2019, between two birthdays
          years(2000, 2018, "天皇誕生日", "The Emperor's Birthday", fixed(Month.DECEMBER, 23)),
          since(2020, "天皇誕生日", "The Emperor's Birthday", fixed(Month.FEBRUARY, 23)),
          // 平成30年法律第99号: both count for Article 3 (附則第2条), which therefore bridges 4-30 and 5-02
          special(2019, "天皇の即位の日", "Day of the Emperor's Accession", fixed(Month.MAY, 1)),
          special(
              2019,
              "即位礼正殿の儀の行われる日",
              "Day of the Emperor's Enthronement Ceremony",
              fixed(Month.OCTOBER, 22)));

  private HolidaysAct() {}

  /** Every holiday from 2000 to 2099, in order. */
  static NavigableMap<LocalDate, Holiday> days() {
    NavigableMap<LocalDate, Holiday> national = nationalHolidays();
    var all = new TreeMap<>(national);
    for (Holiday holiday : national.values()) {
      substitute(holiday, national).ifPresent(day -> all.putIfAbsent(day.date(), day));
    }
    for (LocalDate date : national.keySet()) {
      citizens(date.plusDays(1), national).ifPresent(day -> all.putIfAbsent(day.date(), day));
    }
    return all;
  }

  private static NavigableMap<LocalDate, Holiday> nationalHolidays() {
    var days = new TreeMap<LocalDate, Holiday>();
    for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
      for (Rule rule : RULES) {
        rule.in(year).ifPresent(day -> days.put(day.date(), day));
      }
    }
    return days;
  }

  /**
   * Article 3 paragraph 2: for a national holiday on a Sunday, until 2006 the day after it, since
   * 2007 the nearest later day that is not a national holiday itself.
   */
  private static Optional<Holiday> substitute(
      Holiday holiday, NavigableMap<LocalDate, Holiday> national) {
    if (holiday.date().getDayOfWeek() != SUNDAY) {
      return Optional.empty();
    }
    LocalDate day = holiday.date().plusDays(1);
    while (day.getYear() >= REFORM && national.containsKey(day)) {
      day = day.plusDays(1);
    }
    return Optional.of(
        new Holiday(
            day,
            holiday.japanese() + "の振替休日",
            "Substitute holiday for " + holiday.english(),
            Holiday.Kind.SUBSTITUTE));
  }

  /**
   * Article 3 paragraph 3: a day between two national holidays that is none itself; until 2006 not
   * if it is a Sunday. (A substitute holiday stays one: the caller lets it stand.)
   */
  private static Optional<Holiday> citizens(
      LocalDate day, NavigableMap<LocalDate, Holiday> national) {
    boolean between =
        !national.containsKey(day)
            && national.containsKey(day.minusDays(1))
            && national.containsKey(day.plusDays(1));
    if (!between || (day.getYear() < REFORM && day.getDayOfWeek() == SUNDAY)) {
      return Optional.empty();
    }
    return Optional.of(new Holiday(day, "国民の休日", "Citizens' holiday", Holiday.Kind.CITIZENS));
  }

  private static LocalDate vernalEquinox(int year) {
    return LocalDate.of(year, Month.MARCH, equinox(20.8431, year));
  }

  private static LocalDate autumnalEquinox(int year) {
    return LocalDate.of(year, Month.SEPTEMBER, equinox(23.2488, year));
  }

  /** The widely used approximation (新こよみ便利帳) for 1980–2099: the day of March or September. */
  private static int equinox(double dayIn1980, int year) {
    int since1980 = year - 1980;
    int leapDays = since1980 / 4;
    return (int) (dayIn1980 + 0.242194 * since1980) - leapDays;
  }

  private static IntFunction<LocalDate> fixed(Month month, int day) {
    return year -> LocalDate.of(year, month, day);
  }

  private static IntFunction<LocalDate> monday(int ordinal, Month month) {
    return year -> LocalDate.of(year, month, 1).with(dayOfWeekInMonth(ordinal, MONDAY));
  }

  private static Rule always(String japanese, String english, IntFunction<LocalDate> date) {
    return years(FIRST_YEAR, LAST_YEAR, japanese, english, date);
  }

  private static Rule since(
      int first, String japanese, String english, IntFunction<LocalDate> date) {
    return years(first, LAST_YEAR, japanese, english, date);
  }

  private static Rule years(
      int first, int last, String japanese, String english, IntFunction<LocalDate> date) {
    return new Rule(first, last, japanese, english, Holiday.Kind.NATIONAL, date);
  }

  private static Rule special(
      int year, String japanese, String english, IntFunction<LocalDate> date) {
    return new Rule(year, year, japanese, english, Holiday.Kind.SPECIAL, date);
  }

  private record Rule(
      int first,
      int last,
      String japanese,
      String english,
      Holiday.Kind kind,
      IntFunction<LocalDate> date) {

    Optional<Holiday> in(int year) {
      if (year < first || year > last) {
        return Optional.empty();
      }
      return Optional.of(new Holiday(date.apply(year), japanese, english, kind));
    }
  }
}
