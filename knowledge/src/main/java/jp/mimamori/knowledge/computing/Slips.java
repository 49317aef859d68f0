package jp.mimamori.knowledge.computing;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Slips of the finger in the English words that sums turn on: {@code mcuh}, {@code yaer}. */
final class Slips {
  private static final Set<String> WORDS =
      Set.of(
          "much",
          "cost",
          "year",
          "years",
          "month",
          "months",
          "price",
          "total",
          "monthly",
          "yearly",
          "annual",
          "cancel",
          "notice",
          "interest",
          "overdue",
          "endpoint",
          "endpoints",
          "laptops",
          "machines",
          "computers",
          "licence",
          "license",
          "licences",
          "licenses",
          "devices",
          "terminate",
          "penalty",
          "remaining",
          "tomorrow",
          "support",
          "available");

  private static final Pattern WORD = Pattern.compile("[a-z]{4,}");
  private static final int LONG = 7;

  private Slips() {}

  static String mended(String text) {
    return WORD.matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(mendedWord(found.group())));
  }

  private static String mendedWord(String word) {
    if (WORDS.contains(word)) {
      return word;
    }
    return WORDS.stream().filter(right -> isSlip(word, right)).findFirst().orElse(word);
  }

  /** Two letters changed places; in a long word, one also fell out. */
  private static boolean isSlip(String word, String right) {
    if (word.length() == right.length()) {
      return isSwapped(word, right);
    }
    return right.length() >= LONG
        && word.length() == right.length() - 1
        && isShortened(word, right);
  }

  private static boolean isSwapped(String word, String right) {
    int at = 0;
    while (at < word.length() && word.charAt(at) == right.charAt(at)) {
      at++;
    }
    return at + 1 < word.length()
        && word.charAt(at) == right.charAt(at + 1)
        && word.charAt(at + 1) == right.charAt(at)
        && word.substring(at + 2).equals(right.substring(at + 2));
  }

  private static boolean isShortened(String word, String right) {
    int at = 0;
    while (at < word.length() && word.charAt(at) == right.charAt(at)) {
      at++;
    }
    // The plural of a word is no slip of it.
    return at < word.length() && word.substring(at).equals(right.substring(at + 1));
  }
}
