package jp.mimamori.knowledge.retrieval;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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

  /** The share of what {@code asked} tells that is found in {@code words}, from 0 to 1. */
  double covered(List<String> asked, Set<String> words) {
    double all = 0;
    double found = 0;
    for (String word : new HashSet<>(asked)) {
      all += of(word);
      found += words.contains(word) ? of(word) : 0;
    }
    return all == 0 ? 0 : found / all;
  }

  /** How much two ways of asking have in common, from 0 to 1. */
  double similarity(List<String> one, List<String> other) {
    Set<String> union = new HashSet<>(one);
    union.addAll(other);
    Set<String> both = new HashSet<>(one);
    both.retainAll(new HashSet<>(other));
    double all = union.stream().mapToDouble(this::of).sum();
    return all == 0 ? 0 : both.stream().mapToDouble(this::of).sum() / all;
  }
}
