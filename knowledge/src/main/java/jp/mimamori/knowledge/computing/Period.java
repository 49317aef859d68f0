package jp.mimamori.knowledge.computing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A length of time that a question names, in whole months: {@code 1年半}, {@code 1年と2か月}, {@code a
 * year and a half}, {@code 12月から3月まで}.
 *
 * @param counted whether it is one of a row of years or halves, as in {@code 2年目}, {@code year two}
 * @param start where in the text it stands
 * @param end where it ends
 */
record Period(int months, boolean counted, int start, int end) {
  private static final int YEAR = 12;
  private static final int HALF = 6;
  private static final int QUARTER = 3;

  /** What is so long ago or so far off is a day, and no length of a contract. */
  private static final String NO_DAY = "(?!\\s?(?:前|後|ago|before|from now|'? notice))";

  private static final String NUMBER = "(?<![\\d./])(\\d{1,3}(?:\\.\\d)?)";
  private static final String MONTH_NAMES =
      "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?(?: (20\\d{2}))?";

  @FunctionalInterface
  private interface Reader {
    int months(MatchResult found);
  }

  private record Way(Pattern pattern, boolean counted, Reader reader) {
    Way(String pattern, Reader reader) {
      this(Pattern.compile(pattern), false, reader);
    }

    static Way counted(String pattern, int months) {
      return new Way(Pattern.compile(pattern), true, _ -> months);
    }
  }

  /** In this order; what an earlier way has read, a later one does not read again. */
  private static final List<Way> WAYS =
      List.of(
          new Way(
              "(?:(20\\d{2})年の?)?(\\d{1,2})月(?:の?初め|頭|の?\\d{1,2}日)?から、?"
                  + "(?:(20\\d{2})年の?|翌年の?|来年の?)?(\\d{1,2})月(?:末日?|いっぱい|の?\\d{1,2}日)?(?:まで|の間)",
              found -> japaneseRange(found)),
          new Way(
              "\\b"
                  + MONTH_NAMES
                  + " (?:to|through|thru|until|till|-) (?:the end of )?"
                  + MONTH_NAMES,
              found -> englishRange(found)),
          Way.counted("\\d{1,2}年目|初年度?(?!か月)|次の年|翌年度?(?!の?\\d)", YEAR),
          Way.counted("\\byear \\d\\b|\\b(?:first|second|third|next|following) year\\b", YEAR),
          Way.counted("残り半年|後半|前半", HALF),
          new Way(
              NUMBER
                  + "年(?!\\d*月\\d|度|末|前|後|の\\d|\\d{1,2}月(?!分))(?:間|契約)?(?:と|、|・|\\s)?半年?"
                  + NO_DAY,
              found -> years(found) + HALF),
          new Way(
              NUMBER + "年(?:間)?(?:と|、|・|\\s)?(\\d{1,2})か月間?" + NO_DAY,
              found -> years(found) + number(found, 2)),
          new Way(NUMBER + "年(?!\\d|度|末|の\\d)(?:間|分|契約)?" + NO_DAY, Period::years),
          new Way(NUMBER + "か月(?:間|分)?" + NO_DAY, found -> number(found, 1)),
          new Way("半年間?" + NO_DAY + "|(?<!四)半期", _ -> HALF),
          new Way("(?:一|1)?四半期|3か月分", _ -> QUARTER),
          new Way(
              "\\b(?:a|1|one) year(?:,? and| &) (?:a )?half\\b|\\b(?:1|one) (?:and a half|1/2)"
                  + " years?\\b",
              _ -> YEAR + HALF),
          new Way(NUMBER + "(?:[ -]and[ -]a[ -]half) years?\\b", found -> years(found) + HALF),
          new Way(
              "\\b(?:a|(\\d{1,2})) (?:years?|yrs?),? (?:and )?(\\d{1,2}) months?\\b",
              found -> years(found) + number(found, 2)),
          new Way(NUMBER + "[ -]?(?:years?|yrs?)\\b" + NO_DAY, Period::years),
          new Way(NUMBER + "[ -]?(?:months?|mos?)\\b" + NO_DAY, found -> number(found, 1)),
          new Way("\\bhalf[ -](?:an?[ -])?years?\\b", _ -> HALF),
          new Way(
              "(?<=\\b(?:next|other|remaining|last) )(\\d{1,2})(?= ?(?:[-–—?.,]|$))",
              found -> number(found, 1)),
          new Way("\\b(?:a|one|1|per|each|for the) quarter\\b|\\bquarterly\\b", _ -> QUARTER));

  /** The periods of a text in digits, in order. */
  static List<Period> in(String text) {
    List<Period> periods = new ArrayList<>();
    for (Way way : WAYS) {
      way.pattern()
          .matcher(text)
          .results()
          .filter(found -> periods.stream().noneMatch(period -> period.overlaps(found)))
          .toList()
          .forEach(found -> add(way, found, periods));
    }
    periods.sort(Comparator.comparingInt(Period::start));
    return periods;
  }

  private static void add(Way way, MatchResult found, List<Period> periods) {
    int months = way.reader().months(found);
    if (months > 0) {
      periods.add(new Period(months, way.counted(), found.start(), found.end()));
    }
  }

  private boolean overlaps(MatchResult found) {
    return found.start() < end && start < found.end();
  }

  private static int years(MatchResult found) {
    return found.group(1) == null
        ? YEAR
        : new BigDecimal(found.group(1))
            .multiply(BigDecimal.valueOf(YEAR))
            .setScale(0, RoundingMode.CEILING)
            .intValueExact();
  }

  private static int number(MatchResult found, int group) {
    return new BigDecimal(found.group(group)).setScale(0, RoundingMode.CEILING).intValueExact();
  }

  private static int japaneseRange(MatchResult found) {
    int years = yearsBetween(found.group(1), found.group(3));
    return range(number(found, 2), number(found, 4), years);
  }

  private static int englishRange(MatchResult found) {
    return range(
        month(found.group(1)), month(found.group(3)), yearsBetween(found.group(2), found.group(4)));
  }

  /** The first and the last month counted in; without years, within the twelve that follow. */
  private static int range(int first, int last, int years) {
    int months = last - first + 1 + years * YEAR;
    return months > 0 ? months : months + YEAR;
  }

  private static int yearsBetween(
      @org.jspecify.annotations.Nullable String first,
      @org.jspecify.annotations.Nullable String last) {
    return first == null || last == null ? 0 : Integer.parseInt(last) - Integer.parseInt(first);
  }

  private static int month(String name) {
    return "janfebmaraprmayjunjulaugsepoctnovdec".indexOf(name) / 3 + 1;
  }
}
