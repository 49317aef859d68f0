package jp.mimamori.knowledge.retrieval;

import java.util.List;
import java.util.Set;

/**
 * A text taken apart for searching, five ways.
 *
 * @param words base forms or stems, without particles and without what every question says
 * @param senses the same with synonyms made one
 * @param grams pairs of neighbouring han or katakana characters
 * @param han single han characters: 払う, 支払い and 払込 share one
 * @param sounds triples of kana of the reading, for questions typed without kanji
 * @param slight those of the words that colour a question and hardly name what it is about
 * @param kanaOnly whether it was typed in kana without any kanji
 */
record Terms(
    List<String> words,
    List<String> senses,
    List<String> grams,
    List<String> han,
    List<String> sounds,
    Set<String> slight,
    boolean kanaOnly) {
  Terms {
    words = List.copyOf(words);
    senses = List.copyOf(senses);
    grams = List.copyOf(grams);
    han = List.copyOf(han);
    sounds = List.copyOf(sounds);
    slight = Set.copyOf(slight);
  }

  boolean isEmpty() {
    return words.isEmpty() && grams.isEmpty() && sounds.isEmpty();
  }
}
