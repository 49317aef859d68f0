package jp.mimamori.knowledge.computing;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds the days that people name: {@code 2026年9月1日}, {@code 9/1}, {@code 来月末}, {@code Nov 5}. */
final class Days {
  /** Reads one way of naming a day; nothing where the words name no day, as 2月30日. */
  @FunctionalInterface
  private interface Reader {
    Optional<Day> read(MatchResult found, LocalDate today);
  }

  private record Way(Pattern pattern, Reader reader) {
    Way(String pattern, Reader reader) {
      this(Pattern.compile(pattern), reader);
    }
  }

  private static final String MONTH_NAMES =
      "\\b(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
          + "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?";
  private static final String WEEKDAY_NAMES = "(mon|tue|wed|thu|fri|sat|sun)[a-z]*";
  private static final String ORDINAL = "(\\d{1,2})(?:st|nd|rd|th)?";

  private static final Pattern BARE_DAY =
      Pattern.compile(
          "(?<![\\d月年/第])(\\d{1,2})日(?=に|は|まで|付|、|の(?:朝|昼|夕|夜|午|\\d)|[?？]|$)(?!に(?:1|一)度)");
  private static final Pattern BARE_MONTH = Pattern.compile("(?<!\\d)(\\d{1,2})月(?![\\d末い])");

  /** In this order; what an earlier way has read, a later one does not read again. */
  private static final List<Way> WAYS =
      List.of(
          new Way(
              "(?<!\\d)(20\\d{2})\\s?[-/.年]\\s?(\\d{1,2})\\s?[-/.月]\\s?(\\d{1,2})日?",
              (f, _) -> ymd(f, 1, 2, 3)),
          new Way("令和(\\d{1,2})年(\\d{1,2})月(\\d{1,2})日", (f, _) -> reiwa(f)),
          new Way("(?<![a-z\\d])r(\\d{1,2})[./](\\d{1,2})[./](\\d{1,2})", (f, _) -> reiwa(f)),
          new Way("令和(\\d{1,2})年(\\d{1,2})月末日?", (f, _) -> endOfReiwa(f)),
          new Way(
              ORDINAL + "(?: of)? " + MONTH_NAMES + ",? (20\\d{2})", (f, _) -> english(f, 3, 2, 1)),
          new Way(
              MONTH_NAMES + " " + ORDINAL + "(?:,|,? of)? ?(20\\d{2})",
              (f, _) -> english(f, 3, 1, 2)),
          new Way("(20\\d{2})年(\\d{1,2})月末日?", (f, _) -> endOf(f, 1, 2)),
          new Way("(?:再来月|今月|来月|翌月|先月)(?:末日?|いっぱい)", Days::endOfNamedMonth),
          new Way("(再来月|今月|来月|翌月|先月)の?(\\d{1,2})日", Days::dayOfNamedMonth),
          new Way(
              "(?:end|last day) of (?:this|the|next|last) month|(?:this|next|last) month's end",
              Days::endOfNamedMonth),
          new Way(ORDINAL + " (?:of )?(this|next|last) month", Days::ordinalOfNamedMonth),
          new Way("年度末", (f, t) -> yearless(f, MonthDay.of(3, 31), t)),
          new Way(
              "年内(?!の最終|の最後|は)|今年いっぱい|今年末|年末(?!年始)|end of (?:the|this) year(?! holiday)",
              (f, t) -> yearless(f, MonthDay.of(12, 31), t)),
          new Way("来年の?(\\d{1,2})月(\\d{1,2})日", (f, t) -> yearFrom(f, t, 1)),
          new Way("今年の?(\\d{1,2})月(\\d{1,2})日", (f, t) -> yearFrom(f, t, 0)),
          new Way("(去年|昨年)の?(\\d{1,2})月(\\d{1,2})日", Days::lastYear),
          new Way("来年の?(\\d{1,2})月(?:末日?|いっぱい)", (f, t) -> monthEndFrom(f, t, 1)),
          new Way("(?<!\\d)(\\d{1,2})月(?:末日?(?!\\d)|いっぱい)", Days::monthEnd),
          new Way("(?<![\\d月年])月末", Days::endOfNamedMonth),
          new Way("(?<!\\d)(\\d{1,2})月の?(\\d{1,2})日", (f, t) -> monthDay(f, t, 1, 2)),
          new Way("(?<![\\d/])(\\d{1,2})/(\\d{1,2})(?![\\d/])", (f, t) -> monthDay(f, t, 1, 2)),
          new Way("end of " + MONTH_NAMES + "(?: (20\\d{2}))?", Days::englishMonthEnd),
          new Way(
              "\\b" + ORDINAL + "(?: of)? " + MONTH_NAMES, (f, t) -> englishMonthDay(f, t, 2, 1)),
          new Way(MONTH_NAMES + " " + ORDINAL + "(?!\\d)", (f, t) -> englishMonthDay(f, t, 1, 2)),
          new Way("(?<=\\b(?:on|by|until|from) the )(\\d{1,2})(?:st|nd|rd|th)\\b", Days::dayToCome),
          new Way("明々後日|しあさって", (f, t) -> at(f, t.plusDays(3))),
          new Way("明後日|あさって|the day after tomorrow", (f, t) -> at(f, t.plusDays(2))),
          new Way("明日|あした|あす(?!か)|翌日|\\btomorrow\\b", (f, t) -> at(f, t.plusDays(1))),
          new Way("一昨日|おととい", (f, t) -> at(f, t.minusDays(2))),
          new Way("昨日|きのう|\\byesterday\\b", (f, t) -> at(f, t.minusDays(1))),
          new Way("今日|本日|きょう|\\btoday\\b|\\btonight\\b|今夜|今晩", (f, t) -> at(f, t)),
          new Way(
              "(?<!\\d)(\\d{1,4})日後|\\bin (\\d{1,4}) days?\\b|(\\d{1,4}) days from (?:now|today)",
              (f, t) -> at(f, t.plusDays(number(f)))),
          new Way(
              "(?<!\\d)(\\d{1,3})週間?後|\\bin (\\d{1,3}) weeks?\\b",
              (f, t) -> at(f, t.plusWeeks(number(f)))),
          new Way(
              "(?<!\\d)(\\d{1,3})(?:か月|ヶ月|カ月|ヵ月)後|\\bin (\\d{1,3}) months?\\b",
              (f, t) -> at(f, t.plusMonths(number(f)))),
          new Way("土日|(?:今|この|今度の)?週末|\\b(?:this |the |at |on )*weekends?\\b", Days::weekend),
          new Way("(再来週|来週|今週|次の?)?の?(?<![年月])([月火水木金土日])(?:曜日?|よう[日び])", Days::weekday),
          new Way(
              "(next week |next |this coming |this |on |coming )?\\b" + WEEKDAY_NAMES + "\\b",
              Days::englishWeekday));

  private Days() {}

  /** The days a text in digits names, in the order named. */
  static List<Day> in(String text, LocalDate today) {
    List<Day> days = new ArrayList<>();
    for (Way way : WAYS) {
      way.pattern()
          .matcher(text)
          .results()
          .filter(found -> days.stream().noneMatch(day -> overlap(day, found)))
          .flatMap(found -> read(way, found, today).stream())
          .toList()
          .forEach(days::add);
    }
    dayOfMonth(text, today).stream()
        .filter(bare -> days.stream().noneMatch(day -> overlap(day, bare)))
        .toList()
        .forEach(days::add);
    days.sort(Comparator.comparingInt(Day::start));
    return days;
  }

  /** A day without its month is of the month that is named elsewhere, else of the one to come. */
  private static Optional<Day> dayOfMonth(String text, LocalDate today) {
    Optional<MatchResult> found = BARE_DAY.matcher(text).results().findFirst();
    Optional<MatchResult> month = BARE_MONTH.matcher(text).results().findFirst();
    return found.flatMap(
        day -> {
          try {
            return month.isPresent()
                ? yearless(day, MonthDay.of(group(month.get(), 1), group(day, 1)), today)
                : dayToCome(day, today);
          } catch (DateTimeException _) {
            return Optional.empty();
          }
        });
  }

  private static boolean overlap(Day one, Day other) {
    return one.start() < other.end() && other.start() < one.end();
  }

  private static boolean overlap(Day day, MatchResult found) {
    return found.start() < day.end() && day.start() < found.end();
  }

  private static Optional<Day> read(Way way, MatchResult found, LocalDate today) {
    try {
      return way.reader().read(found, today);
    } catch (DateTimeException _) {
      return Optional.empty(); // a day that no calendar has
    }
  }

  private static Optional<Day> at(MatchResult found, LocalDate date) {
    return Optional.of(new Day(date, found.start(), found.end()));
  }

  private static Optional<Day> yearless(MatchResult found, MonthDay day, LocalDate today) {
    LocalDate next = day.atYear(today.getYear());
    LocalDate last = next;
    if (next.isBefore(today)) {
      next = day.atYear(today.getYear() + 1);
    }
    if (last.isAfter(today)) {
      last = day.atYear(today.getYear() - 1);
    }
    return Optional.of(new Day(next, last, found.start(), found.end()));
  }

  private static Optional<Day> ymd(MatchResult found, int year, int month, int day) {
    return at(found, LocalDate.of(group(found, year), group(found, month), group(found, day)));
  }

  private static Optional<Day> reiwa(MatchResult found) {
    return at(found, LocalDate.of(2018 + group(found, 1), group(found, 2), group(found, 3)));
  }

  private static Optional<Day> english(MatchResult found, int year, int month, int day) {
    return at(
        found, LocalDate.of(group(found, year), month(found.group(month)), group(found, day)));
  }

  private static Optional<Day> monthDay(MatchResult found, LocalDate today, int month, int day) {
    return yearless(found, MonthDay.of(group(found, month), group(found, day)), today);
  }

  private static Optional<Day> englishMonthDay(
      MatchResult found, LocalDate today, int month, int day) {
    return yearless(found, MonthDay.of(month(found.group(month)), group(found, day)), today);
  }

  private static Optional<Day> endOf(MatchResult found, int year, int month) {
    return at(found, lastDay(LocalDate.of(group(found, year), group(found, month), 1)));
  }

  private static Optional<Day> monthEnd(MatchResult found, LocalDate today) {
    return yearlessMonthEnd(found, group(found, 1), today);
  }

  private static Optional<Day> yearlessMonthEnd(MatchResult found, int month, LocalDate today) {
    LocalDate end = lastDay(LocalDate.of(today.getYear(), month, 1));
    LocalDate next =
        end.isBefore(today) ? lastDay(LocalDate.of(today.getYear() + 1, month, 1)) : end;
    LocalDate last =
        end.isAfter(today) ? lastDay(LocalDate.of(today.getYear() - 1, month, 1)) : end;
    return Optional.of(new Day(next, last, found.start(), found.end()));
  }

  private static Optional<Day> englishMonthEnd(MatchResult found, LocalDate today) {
    int month = month(found.group(1));
    if (found.group(2) == null) {
      return yearlessMonthEnd(found, month, today);
    }
    return at(found, lastDay(LocalDate.of(group(found, 2), month, 1)));
  }

  private static Optional<Day> yearFrom(MatchResult found, LocalDate today, int years) {
    return at(found, LocalDate.of(today.getYear() + years, group(found, 1), group(found, 2)));
  }

  private static Optional<Day> monthEndFrom(MatchResult found, LocalDate today, int years) {
    return at(found, lastDay(LocalDate.of(today.getYear() + years, group(found, 1), 1)));
  }

  private static Optional<Day> lastYear(MatchResult found, LocalDate today) {
    return at(found, LocalDate.of(today.getYear() - 1, group(found, 2), group(found, 3)));
  }

  private static Optional<Day> endOfNamedMonth(MatchResult found, LocalDate today) {
    return at(found, lastDay(today.plusMonths(monthsAhead(found.group()))));
  }

  private static Optional<Day> dayOfNamedMonth(MatchResult found, LocalDate today) {
    LocalDate first = today.plusMonths(monthsAhead(found.group(1))).withDayOfMonth(1);
    return at(found, LocalDate.of(first.getYear(), first.getMonth(), group(found, 2)));
  }

  private static int monthsAhead(String words) {
    if (words.contains("再来月")) {
      return 2;
    }
    if (words.contains("来月") || words.contains("翌月") || words.contains("next")) {
      return 1;
    }
    return words.contains("先月") || words.contains("last month") ? -1 : 0;
  }

  private static Optional<Day> endOfReiwa(MatchResult found) {
    return at(found, lastDay(LocalDate.of(2018 + group(found, 1), group(found, 2), 1)));
  }

  private static Optional<Day> ordinalOfNamedMonth(MatchResult found, LocalDate today) {
    LocalDate first = today.plusMonths(monthsAhead(found.group())).withDayOfMonth(1);
    return at(found, LocalDate.of(first.getYear(), first.getMonth(), group(found, 1)));
  }

  /** The next such day of a month. */
  private static Optional<Day> dayToCome(MatchResult found, LocalDate today) {
    LocalDate here = today.withDayOfMonth(group(found, 1));
    return at(found, here.isBefore(today) ? here.plusMonths(1) : here);
  }

  /** Its first day to come: two days on which the same holds. */
  private static Optional<Day> weekend(MatchResult found, LocalDate today) {
    boolean begun = today.getDayOfWeek() == DayOfWeek.SUNDAY;
    return at(found, begun ? today : next(DayOfWeek.SATURDAY, today, false));
  }

  private static Optional<Day> weekday(MatchResult found, LocalDate today) {
    DayOfWeek day = DayOfWeek.of("月火水木金土日".indexOf(found.group(2)) + 1);
    String which = found.group(1) == null ? "" : found.group(1);
    if (which.endsWith("週")) {
      int weeks = which.equals("今週") ? 0 : which.equals("来週") ? 1 : 2;
      LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      return at(found, monday.plusWeeks(weeks).with(TemporalAdjusters.nextOrSame(day)));
    }
    return at(found, next(day, today, which.startsWith("次")));
  }

  private static Optional<Day> englishWeekday(MatchResult found, LocalDate today) {
    List<String> names = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    String word = found.group().strip().replaceFirst("^.* ", "");
    if (!word.matches(
        "(mon|tues?|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(day)?s?|wednesdays?")) {
      return Optional.empty(); // "monitoring", "sunny"
    }
    DayOfWeek day = DayOfWeek.of(names.indexOf(found.group(2)) + 1);
    String which = found.group(1) == null ? "" : found.group(1);
    if (which.startsWith("next")) {
      LocalDate monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
      return at(found, monday.with(TemporalAdjusters.nextOrSame(day)));
    }
    return at(found, next(day, today, false));
  }

  private static LocalDate next(DayOfWeek day, LocalDate today, boolean notToday) {
    return today.with(notToday ? TemporalAdjusters.next(day) : TemporalAdjusters.nextOrSame(day));
  }

  private static LocalDate lastDay(LocalDate date) {
    return date.with(TemporalAdjusters.lastDayOfMonth());
  }

  private static int month(String name) {
    List<String> names =
        List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    return names.indexOf(name.substring(0, 3)) + 1;
  }

  private static int group(MatchResult found, int group) {
    return Integer.parseInt(found.group(group));
  }

  private static int number(MatchResult found) {
    for (int group = 1; group <= found.groupCount(); group++) {
      if (found.group(group) != null) {
        return group(found, group);
      }
    }
    throw new IllegalStateException("no number in " + found.group());
  }
}
