package jp.mimamori.knowledge;

/** The languages in which people ask and are answered. */
public enum Language {
  JA,
  EN;

  /** The language a text is written in: Japanese as soon as it holds kana or kanji. */
  public static Language of(String text) {
    return text.codePoints().anyMatch(Language::isJapanese) ? JA : EN;
  }

  private static boolean isJapanese(int character) {
    return switch (Character.UnicodeScript.of(character)) {
      case HIRAGANA, KATAKANA, HAN -> true;
      default -> false;
    };
  }
}
