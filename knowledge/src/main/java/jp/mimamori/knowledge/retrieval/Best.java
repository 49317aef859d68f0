package jp.mimamori.knowledge.retrieval;

import java.util.HashSet;
import java.util.Set;

/**
 * The best that was found of one passage.
 *
 * @param asked BM25 of the nearest way of asking
 * @param text BM25 of the text
 * @param similarity to the nearest way of asking, 0 to 1
 * @param sound the share of a kana question that sounds like one row, 0 to 1
 */
record Best(double asked, double text, double similarity, double sound) {
  static Best of(Row row, double score, Terms question, Rarity rarity) {
    double sound = question.kanaOnly() ? sound(question, row.terms()) : 0;
    if (!row.asked()) {
      return new Best(0, score, 0, sound);
    }
    Terms terms = row.terms();
    double similarity =
        Math.max(
            rarity.similarity(question.words(), terms.words()),
            rarity.similarity(question.senses(), terms.senses()));
    return new Best(score, 0, Math.max(similarity, sound), sound);
  }

  private static double sound(Terms question, Terms row) {
    Set<String> all = new HashSet<>(question.sounds());
    Set<String> heard = new HashSet<>(all);
    heard.retainAll(new HashSet<>(row.sounds()));
    return all.isEmpty() ? 0 : (double) heard.size() / all.size();
  }

  Best and(Best other) {
    return new Best(
        Math.max(asked, other.asked),
        Math.max(text, other.text),
        Math.max(similarity, other.similarity),
        Math.max(sound, other.sound));
  }

  double score(Weights weights) {
    return asked + weights.text() * text;
  }
}
