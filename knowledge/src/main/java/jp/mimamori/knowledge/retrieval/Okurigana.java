package jp.mimamori.knowledge.retrieval;

/** One spelling for words that are written with more or fewer kana between their kanji. */
final class Okurigana {
  private Okurigana() {}

  /** 申し込み, 申込み and 申込む become 申込; words with a single kanji stay as they are. */
  static String without(String word) {
    StringBuilder kanji = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char character = word.charAt(i);
      if (Grams.isHan(character)) {
        kanji.append(character);
      } else if (character < 'ぁ' || character > 'ゖ') {
        return word;
      }
    }
    return kanji.length() < 2 ? word : kanji.toString();
  }
}
