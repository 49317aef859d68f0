package jp.mimamori.knowledge;

import java.util.regex.Pattern;

/** The languages in which people ask and are answered. */
public enum Language {
  JA,
  EN;

  private static final Pattern LABEL = Pattern.compile("第[0-9０-９]+[条項号]|別紙");

  /**
   * The language a text is written in: Japanese as soon as it holds kana or kanji, other than those
   * of a citation.
   */
  public static Language of(String text) {
    return LABEL.matcher(text).replaceAll("").codePoints().anyMatch(Language::isJapanese) ? JA : EN;
  }

  /** The one that is not this. */
  public Language other() {
    return this == JA ? EN : JA;
  }

  private static boolean isJapanese(int character) {
    return switch (Character.UnicodeScript.of(character)) {
      case HIRAGANA, KATAKANA, HAN -> true;
      default -> false;
    };
  }
}
