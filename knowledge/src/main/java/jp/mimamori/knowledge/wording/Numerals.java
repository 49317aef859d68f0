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
 * {@code さんじゅう台}, {@code 1万2000円}, {@code ¥29,200}, {@code thirty PCs}, {@code half a million yen};
 * and the counters after a number in one form, {@code 3ヶ月} as {@code 3か月}.
 */
public final class Numerals {
  private static final String KANJI = "〇一二三四五六七八九";

  /** Kanji numerals only where a counter follows, so that 一般 or 一次ブロック stay words. */
  private static final Pattern KANJI_NUMBER =
      Pattern.compile(
          "([〇一二三四五六七八九十百千万0-9]+)(?=台|端末|円|年|か月|ヶ月|ヵ月|カ月|ケ月|箇月|月|日|週|時(?!的|停|中|利|保|遮)|分|人|名|ライセンス|%|条|項|号)");

  /** A number in kana, from the start of a word and before a counter, so that ごめん stays a word. */
  private static final Pattern KANA_NUMBER =
      Pattern.compile(
          "(?<![ぁ-ん])((?:いち|に|さん|よん|ご|ろく|なな|しち|はち|きゅう|じゅう|[ひびぴ]ゃく|せん|ぜん|まん)+)"
              + "(?=台|だい(?![ぶたじい])|円|えん|か月|かげつ|年|ねん|人|名|ライセンス)");

  private static final Pattern KANA_DIGIT =
      Pattern.compile(
          "(いち)|(に)|(さん)|(よん)|(ご)|(ろく)|(なな|しち)|(はち)|(きゅう)|(じゅう)|([ひびぴ]ゃく)|([せぜ]ん)|(まん)");
  private static final String KANA_DIGITS = "一二三四五六七八九十百千万";

  /** What is counted, spelled in kana or in one of its many ways, after digits. */
  private static final Map<Pattern, String> COUNTERS =
      Map.of(
          Pattern.compile("(?<=\\d)\\s*だい(?![ぶたじい])"), "台",
          Pattern.compile("(?<=\\d)\\s*ねん"), "年",
          Pattern.compile("(?<=\\d)\\s*(?:[ヶヵカケ箇]月|かげつ)"), "か月",
          Pattern.compile("(?<=\\d)\\s*えん"), "円");

  private static final Pattern HALF =
      Pattern.compile("\\bhalf an? (dozen|hundred|thousand|million)\\b");
  private static final Pattern LARGE = Pattern.compile("(\\d+(?:\\.\\d+)?) ?(k\\b|million\\b)");
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
    plain = replace(KANA_NUMBER, plain, found -> kanji(kana(found.group(1))));
    plain = replace(KANJI_NUMBER, plain, found -> kanji(found.group(1)));
    plain = replace(MIXED, plain, Numerals::mixed);
    for (Map.Entry<Pattern, String> counter : COUNTERS.entrySet()) {
      plain = counter.getKey().matcher(plain).replaceAll(counter.getValue());
    }
    plain = replace(HALF, plain, found -> String.valueOf(size(found.group(1)) / 2));
    plain = replace(WORDS, plain, found -> english(found.group()));
    return replace(LARGE, plain, Numerals::large);
  }

  /** The kanji numerals of a number in kana. */
  private static String kana(String number) {
    return replace(
        KANA_DIGIT,
        number,
        found -> {
          int group = 1;
          while (found.group(group) == null) {
            group++;
          }
          return KANA_DIGITS.substring(group - 1, group);
        });
  }

  private static long size(String word) {
    return switch (word) {
      case "dozen" -> 12;
      case "hundred" -> 100;
      case "thousand" -> 1_000;
      default -> 1_000_000;
    };
  }

  private static String large(MatchResult found) {
    long unit = found.group(2).equals("k") ? 1_000 : 1_000_000;
    return new BigDecimal(found.group(1))
        .multiply(BigDecimal.valueOf(unit))
        .stripTrailingZeros()
        .toPlainString();
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
