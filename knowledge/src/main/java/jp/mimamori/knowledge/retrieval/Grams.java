package jp.mimamori.knowledge.retrieval;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Runs of characters, which find what a tokeniser cuts in two. */
final class Grams {
  private Grams() {}

  /** Pairs of neighbouring han or katakana characters. */
  static List<String> content(String text) {
    return of(Normalizer.normalize(text, Normalizer.Form.NFKC), 2, Grams::isContent);
  }

  /** The han characters, one by one. */
  static List<String> han(String text) {
    return of(Normalizer.normalize(text, Normalizer.Form.NFKC), 1, Grams::isHan);
  }

  /** Every run of {@code length} characters that are all wanted. */
  static List<String> of(String text, int length, IntPredicate wanted) {
    List<String> grams = new ArrayList<>();
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = wanted.test(text.charAt(i)) ? run + 1 : 0;
      if (run >= length) {
        grams.add(text.substring(i - length + 1, i + 1));
      }
    }
    return grams;
  }

  /** Whether a text has kana and no han: typed in a hurry, or by somebody who hides from kanji. */
  static boolean isKana(String text) {
    String normal = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return normal.chars().anyMatch(c -> c >= 'ぁ' && c <= 'ゖ')
        && normal.chars().noneMatch(Grams::isHan);
  }

  /** Whether any of it is written in kana or han. */
  static boolean isJapanese(String text) {
    return text.chars().anyMatch(c -> (c >= 'ぁ' && c <= 'ヶ') || isHan(c));
  }

  static boolean isHan(int character) {
    return Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
  }

  private static boolean isContent(int character) {
    return (character >= 'ァ' && character <= 'ー') || isHan(character);
  }
}
