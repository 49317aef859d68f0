package jp.mimamori.knowledge.retrieval;

import java.util.HashSet;
import java.util.Set;

/** One way of asking, ready to be compared with a question. */
final class Phrasing {
  private final Weighed words;
  private final Weighed senses;
  private final Set<String> sounds;

  Phrasing(Terms terms, Rarity rarity) {
    words = new Weighed(terms.words(), terms.slight(), rarity);
    senses = new Weighed(terms.senses(), terms.slight(), rarity);
    sounds = new HashSet<>(terms.sounds());
  }

  /** How much a question resembles this, from 0 to 1. */
  double similarity(Phrasing question, boolean bySound) {
    double meant = Math.max(question.words.similarity(words), question.senses.similarity(senses));
    return bySound ? Math.max(meant, question.heard(sounds)) : meant;
  }

  /** The share of a question's content that a passage knows, from 0 to 1. */
  double covered(Set<String> vocabulary) {
    return Math.max(words.covered(vocabulary), senses.covered(vocabulary));
  }

  /** The share of how this sounds that is heard in {@code other}, from 0 to 1. */
  private double heard(Set<String> other) {
    return sounds.isEmpty()
        ? 0
        : (double) sounds.stream().filter(other::contains).count() / sounds.size();
  }
}
