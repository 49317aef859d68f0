package jp.mimamori.knowledge.retrieval;

import java.util.List;
import jp.mimamori.knowledge.Language;

/** Takes texts of one language apart. Safe for many threads. */
interface TextAnalysis {
  Terms of(String text);

  /** How many words it has beside what every question says. */
  int contents(String text);

  /** All its words in order, with what every question says. */
  List<String> everyWord(String text);

  /** The words with synonyms made one. */
  List<String> senses(List<String> words);

  static TextAnalysis of(Language language, List<String> synonyms) {
    return switch (language) {
      case JA -> new JapaneseAnalysis(synonyms);
      case EN -> new EnglishAnalysis(synonyms);
    };
  }
}
