package jp.mimamori.knowledge.retrieval;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Different words, each with what it tells. */
final class Weighed {
  /** Of what a word tells that nobody wrote down: "anyway" is no subject, "pizza" is. */
  private static final double SLIGHT = 0.2;

  private final Map<String, Double> tells = new HashMap<>();
  private final double all;

  /**
   * @param slight words that tell little unless some passage has them
   */
  Weighed(List<String> words, Set<String> slight, Rarity rarity) {
    words.forEach(
        word ->
            tells.computeIfAbsent(
                word,
                one ->
                    slight.contains(one) && !rarity.knows(one)
                        ? SLIGHT * rarity.of(one)
                        : rarity.of(one)));
    all = tells.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** What both tell, of what they tell together, from 0 to 1. */
  double similarity(Weighed other) {
    double shared = shared(other.tells.keySet());
    double together = all + other.all - shared;
    return together == 0 ? 0 : shared / together;
  }

  /** The share of what these words tell that is found in {@code vocabulary}, from 0 to 1. */
  double covered(Set<String> vocabulary) {
    return all == 0 ? 0 : shared(vocabulary) / all;
  }

  private double shared(Set<String> others) {
    double shared = 0;
    for (Map.Entry<String, Double> word : tells.entrySet()) {
      shared += others.contains(word.getKey()) ? word.getValue() : 0;
    }
    return shared;
  }
}
