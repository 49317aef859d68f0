package jp.mimamori.knowledge.retrieval;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** How much a word tells: the rarer among the passages, the more. */
final class Rarity {
  private final Map<String, Integer> passages = new HashMap<>();
  private final int total;

  Rarity(Collection<Set<String>> vocabularies) {
    total = vocabularies.size();
    vocabularies.forEach(words -> words.forEach(word -> passages.merge(word, 1, Integer::sum)));
  }

  boolean knows(String word) {
    return passages.containsKey(word);
  }

  Set<String> words() {
    return passages.keySet();
  }

  double of(String word) {
    int frequency = passages.getOrDefault(word, 0);
    return Math.log(1 + (total - frequency + 0.5) / (frequency + 0.5));
  }
}
