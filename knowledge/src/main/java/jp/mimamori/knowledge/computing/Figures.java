package jp.mimamori.knowledge.computing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The numbers that a question names, by what they count. Reads text in digits, see Numerals. */
record Figures(String text) {
  /** More than this is a slip of the finger, and sums must not overflow. */
  private static final int MOST_DIGITS = 9;

  private static final String MONTH = "(?:か月|ヶ月|ヵ月|カ月|ケ月|箇月|か月間|months?|mos?\\b)";
  private static final Pattern ENDPOINTS =
      Pattern.compile(
          "(?:pc|パソコン|端末|エンドポイント|ライセンス)?(\\d+)\\s*(?:台(?!\\s*(?:あたり|当た|につき|ごと|毎))|端末|ライセンス|(?:more"
              + " |additional |extra |new |other |of our |company |office |windows"
              + " )*(?:pcs?|endpoints?|devices?|computers?|machines?|seats?|licen[sc]es?|laptops?|units?|terminals?|workstations?|desktops?|clients?)\\b)");
  private static final Pattern ENDPOINTS_AFTER =
      Pattern.compile(
          "(?:pc|パソコン|端末|エンドポイント)(?:が|は|を|で)?\\s?(\\d+)(?!\\s*(?:か月|ヶ月|年|月|日|円|時|\\d))");
  private static final Pattern EACH =
      Pattern.compile(
          "(?:1台|端末1つ|pc1台)(?:あたり|当た|につき|ごと|毎)|(?:per|for each|for one|for a single|\\b1|each)"
              + " (?:pc|endpoint|device|computer|machine|seat|licen[sc]e|laptop|unit)\\b");
  private static final Pattern MONTHS = Pattern.compile("(\\d+)\\s*" + MONTH);
  private static final Pattern YEARS =
      Pattern.compile(
          "(?<!\\d)(\\d{1,2})\\s*(?:年間|年分|年半|年(?!\\d+月|\\d+日|前|月|度|末|の\\d)|years?\\b|yrs?\\b)(半)?");
  private static final Pattern HALF_YEAR =
      Pattern.compile("半年|half a year|half-year|half year|six-month");
  private static final Pattern ONE_YEAR =
      Pattern.compile(
          "年間|年額|1年|通年|年で|年単位|\\ba year\\b|\\bper year\\b|\\bone"
              + " year\\b|\\byearly\\b|\\bannual(?:ly)?\\b|\\bper annum\\b|\\ba full"
              + " year\\b|/\\s?year");
  private static final Pattern MONEY =
      Pattern.compile("(?:[¥￥]|jpy\\s?)(\\d+)|(\\d+)\\s*(?:円|yen\\b|jpy\\b)");
  private static final Pattern DAYS =
      Pattern.compile("(\\d+)\\s*(?:日間?(?=遅|延|滞|間|超過|分|過ぎ|たっ|おくれ|後に払|の遅|の延|の滞)|日間|days?\\b)");
  private static final Pattern WEEKS = Pattern.compile("(\\d+)\\s*(?:週間?|weeks?\\b)");

  /** Numbers of endpoints, in the order named. */
  List<Integer> endpoints() {
    List<Integer> counted = all(ENDPOINTS);
    return counted.isEmpty() ? all(ENDPOINTS_AFTER) : counted;
  }

  /** Whether the price of a single endpoint is asked for: {@code 1台あたり}, {@code per device}. */
  boolean each() {
    return EACH.matcher(text).find();
  }

  /** A length of time in months: {@code 半年}, {@code 1年6か月}, {@code 2 years}. */
  OptionalInt months() {
    int months = all(MONTHS).stream().mapToInt(Integer::intValue).findFirst().orElse(0);
    Optional<MatchResult> years = YEARS.matcher(text).results().findFirst();
    if (years.isPresent()) {
      boolean half = years.get().group().contains("年半") || text.contains("and a half");
      months += Integer.parseInt(years.get().group(1)) * 12 + (half ? 6 : 0);
    }
    if (months == 0 && HALF_YEAR.matcher(text).find()) {
      months = 6;
    }
    return months == 0 ? OptionalInt.empty() : OptionalInt.of(months);
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
        .map(found -> found.group(1) != null ? found.group(1) : found.group(2))
        .filter(digits -> digits.length() <= MOST_DIGITS + 3)
        .map(BigDecimal::new)
        .max(BigDecimal::compareTo);
  }

  /** A number of days or weeks of delay. */
  OptionalLong days() {
    List<Integer> days = all(DAYS);
    if (!days.isEmpty()) {
      return OptionalLong.of(days.getFirst());
    }
    List<Integer> weeks = all(WEEKS);
    return weeks.isEmpty() ? OptionalLong.empty() : OptionalLong.of(7L * weeks.getFirst());
  }

  private List<Integer> all(Pattern pattern) {
    return pattern
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .filter(digits -> digits.length() <= MOST_DIGITS)
        .map(Integer::valueOf)
        .toList();
  }
}
