package jp.mimamori.knowledge.computing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * The numbers that a question names, by what they count. Reads text in digits, see Numerals.
 *
 * @param periods lengths of time, in the order named
 * @param counts numbers of endpoints
 */
record Figures(String text, List<Period> periods, Counts counts) {
  private static final int MOST_DIGITS = 12;

  private static final Pattern EACH =
      Pattern.compile(
          "(?:1台|端末1つ|pc1台)(?:あたり|当た|につき|ごと|毎)|(?:per|for each|for one|for a single|\\b1|each)"
              + " (?:pc|endpoint|device|computer|machine|seat|licen[sc]e|laptop|unit)\\b");
  private static final Pattern ONE_YEAR =
      Pattern.compile(
          "年間|年額|年払|1年|通年|年で|年単位|\\b(?:a|per|each|every|the) year\\b|\\bone"
              + " year\\b|\\byearly\\b|\\bannual(?:ly)?\\b|\\bper annum\\b|\\ba full"
              + " year\\b|/\\s?year");
  private static final Pattern MONEY =
      Pattern.compile(
          "(?:[¥￥]|jpy\\s?)(\\d+)|(\\d+)\\s*(?:円|yen\\b|jpy\\b)|(?:予算は?|budget (?:of|is))"
              + " ?(\\d{4,})");
  private static final Pattern DAYS =
      Pattern.compile(
          "(\\d+)\\s*(?:日間?(?=遅|延|滞|間|超過|分|過ぎ|たっ|おくれ|忘|後に払|の遅|の延|の滞|\\s+(?:遅|延|滞))|日間|days?\\b)");
  private static final Pattern WEEKS = Pattern.compile("(\\d+)\\s*(?:週間?|weeks?\\b)");

  /**
   * @param days what is read as a day is no number of anything else
   */
  static Figures of(String text, List<Day> days) {
    List<Period> periods =
        Period.in(text).stream()
            .filter(period -> days.stream().noneMatch(day -> isWithin(period, day)))
            .toList();
    Counts counts =
        Counts.in(
            text,
            at ->
                days.stream().anyMatch(day -> day.start() <= at && at < day.end())
                    || periods.stream().anyMatch(one -> one.start() <= at && at < one.end()));
    return new Figures(text, periods, counts);
  }

  private static boolean isWithin(Period period, Day day) {
    return day.start() <= period.start() && period.end() <= day.end();
  }

  /** Numbers of endpoints, in the order named. */
  List<Integer> endpoints() {
    return counts.numbers();
  }

  /** Whether the price of a single endpoint is asked for: {@code 1台あたり}, {@code per device}. */
  boolean each() {
    return EACH.matcher(text).find();
  }

  /**
   * The length of time that is meant, in months: where several are named, the one said to be all.
   */
  OptionalInt months() {
    return periods.stream()
        .filter(period -> text.substring(period.start(), period.end()).endsWith("分"))
        .findFirst()
        .or(() -> periods.stream().filter(period -> !period.counted()).findFirst())
        .map(period -> OptionalInt.of(period.months()))
        .orElseGet(OptionalInt::empty);
  }

  /** A year without its number: {@code 年間}, {@code a year}. */
  boolean saysYear() {
    return ONE_YEAR.matcher(text).find();
  }

  /** A sum of money in yen, the largest named. */
  Optional<BigDecimal> money() {
    return MONEY
        .matcher(text)
        .results()
        .map(found -> found.group().replaceAll("\\D", ""))
        .filter(digits -> digits.length() <= MOST_DIGITS)
        .map(BigDecimal::new)
        .max(BigDecimal::compareTo);
  }

  /** A number of days or weeks of delay. */
  OptionalLong days() {
    OptionalLong days = first(DAYS);
    return days.isPresent() ? days : first(WEEKS).stream().map(weeks -> weeks * 7).findFirst();
  }

  private OptionalLong first(Pattern pattern) {
    return pattern
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .filter(digits -> digits.length() <= MOST_DIGITS)
        .mapToLong(Long::parseLong)
        .findFirst();
  }
}
