package jp.mimamori.knowledge.wording;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes every number of a text in digits, however a person wrote it: {@code ３０台}, {@code 三十台},
 * {@code 1万2000円}, {@code ¥29,200}, {@code thirty PCs}.
 */
public final class Numerals {
  private static final String KANJI = "〇一二三四五六七八九";

  /** Kanji numerals only where a counter follows, so that 一般 or 一次ブロック stay words. */
  private static final Pattern KANJI_NUMBER =
      Pattern.compile(
          "([〇一二三四五六七八九十百千万0-9]+)(?=台|端末|円|年|か月|ヶ月|ヵ月|カ月|ケ月|箇月|月|日|週|時(?!的|停|中|利|保|遮)|分|人|名|ライセンス|%|条|項|号)");

  private static final Pattern DECIMAL = Pattern.compile("(\\d+\\.\\d+)(万|千)()");
  private static final Pattern MIXED = Pattern.compile("(\\d+(?:\\.\\d+)?)(万|千)(\\d*)");
  private static final Pattern SEPARATED = Pattern.compile("(?<=\\d),(?=\\d{3}(?!\\d))");
  private static final Pattern SPACE = Pattern.compile("[ -]+");
  private static final Map<String, Integer> SMALL = small();
  private static final Pattern WORDS =
      Pattern.compile(
          "\\b(?:(?:%s)(?:[ -](?:and )?|$|\\b))+".formatted(String.join("|", words())),
          Pattern.CASE_INSENSITIVE);

  private Numerals() {}

  /** NFKC, lower case, every number in digits without separators. */
  public static String digits(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    while (SEPARATED.matcher(plain).find()) {
      plain = SEPARATED.matcher(plain).replaceAll("");
    }
    plain = replace(DECIMAL, plain, Numerals::mixed);
    plain = replace(KANJI_NUMBER, plain, found -> kanji(found.group(1)));
    plain = replace(MIXED, plain, Numerals::mixed);
    return replace(WORDS, plain, found -> english(found.group()));
  }

  private static String replace(
      Pattern pattern, String text, Function<MatchResult, String> replacement) {
    return pattern
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(replacement.apply(found)));
  }

  private static String kanji(String number) {
    if (number.chars().allMatch(c -> c >= '0' && c <= '9') || number.length() > 12) {
      return number;
    }
    long total = 0;
    long section = 0;
    long digit = -1;
    for (int i = 0; i < number.length(); i++) {
      char c = number.charAt(i);
      int value = c >= '0' && c <= '9' ? c - '0' : KANJI.indexOf(c);
      if (value >= 0) {
        digit = (digit < 0 ? 0 : digit * 10) + value;
        continue;
      }
      if (c == '万') {
        total += (section + Math.max(digit, 0) + (section == 0 && digit < 0 ? 1 : 0)) * 10_000;
        section = 0;
      } else {
        section += (digit < 0 ? 1 : digit) * (c == '十' ? 10 : c == '百' ? 100 : 1_000);
      }
      digit = -1;
    }
    return String.valueOf(total + section + Math.max(digit, 0));
  }

  private static String mixed(MatchResult found) {
    var base = new BigDecimal(found.group(1));
    var unit = BigDecimal.valueOf(found.group(2).equals("万") ? 10_000 : 1_000);
    var rest = found.group(3).isEmpty() ? "0" : found.group(3);
    return base.multiply(unit).add(new BigDecimal(rest)).stripTrailingZeros().toPlainString();
  }

  private static String english(String words) {
    long total = 0;
    long section = 0;
    for (String word : SPACE.splitAsStream(words.strip()).toList()) {
      switch (word) {
        case "and", "" -> {}
        case "dozen" -> section = Math.max(section, 1) * 12;
        case "hundred" -> section = Math.max(section, 1) * 100;
        case "thousand" -> {
          total += Math.max(section, 1) * 1_000;
          section = 0;
        }
        default -> section += SMALL.getOrDefault(word, 0);
      }
    }
    String end = words.endsWith(" ") ? " " : words.endsWith("-") ? "-" : "";
    return total + section + end;
  }

  private static List<String> words() {
    // Longest first, so that "fourteen" is not read as "four".
    return Stream.concat(SMALL.keySet().stream(), Stream.of("dozen", "hundred", "thousand"))
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }

  private static Map<String, Integer> small() {
    Map<String, Integer> numbers = new HashMap<>();
    List<String> ones =
        List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    ones.forEach(word -> numbers.put(word, ones.indexOf(word)));
    List<String> tens =
        List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    tens.forEach(word -> numbers.put(word, 20 + 10 * tens.indexOf(word)));
    return Map.copyOf(numbers);
  }
}
