package jp.mimamori.knowledge.retrieval;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Takes a word that stands in no document for the nearest one that does. */
final class Spelling {
  /** Shorter words are too near to too many others. */
  private static final int SHORTEST = 4;

  private static final int LONG = 8;

  private final Rarity rarity;

  Spelling(Rarity rarity) {
    this.rarity = rarity;
  }

  Terms corrected(Terms terms, TextAnalysis analysis) {
    List<String> words = terms.words().stream().map(this::corrected).toList();
    if (words.equals(terms.words())) {
      return terms;
    }
    return new Terms(
        words,
        analysis.senses(words),
        terms.grams(),
        terms.han(),
        terms.sounds(),
        terms.slight(),
        terms.kanaOnly());
  }

  private String corrected(String word) {
    if (word.length() < SHORTEST
        || rarity.knows(word)
        || !word.chars().allMatch(Character::isLetter)) {
      return word;
    }
    int most = word.length() < LONG ? 1 : 2;
    return nearest(word, most).orElse(word);
  }

  private Optional<String> nearest(String word, int most) {
    return rarity.words().stream()
        .filter(known -> Math.abs(known.length() - word.length()) <= most)
        .filter(known -> distance(word, known, most) <= most)
        .min(
            Comparator.comparingInt((String known) -> distance(word, known, most))
                .thenComparingDouble(rarity::of)
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Insertions, deletions, replacements and swaps of neighbours; above {@code most} any number. */
  static int distance(String one, String other, int most) {
    int[] before = new int[other.length() + 1];
    int[] last = new int[other.length() + 1];
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      row[0] = i;
      int least = i;
      for (int j = 1; j <= other.length(); j++) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int cost = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + (same ? 0 : 1));
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          cost = Math.min(cost, before[j - 2] + 1);
        }
        row[j] = cost;
        least = Math.min(least, cost);
      }
      if (least > most) {
        return least;
      }
      int[] free = before;
      before = last;
      last = row;
      row = free;
    }
    return last[other.length()];
  }
}
