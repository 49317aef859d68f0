package jp.mimamori.knowledge.retrieval;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A passage taken apart. */
record AnalysedPassage(List<Terms> asked, Terms text) {
  static AnalysedPassage of(Passage passage, TextAnalysis analysis) {
    return new AnalysedPassage(
        passage.asked().stream().map(analysis::of).toList(), analysis.of(passage.text()));
  }

  /** All ways of asking as one. */
  Terms together() {
    return new Terms(
        all(Terms::words),
        all(Terms::senses),
        all(Terms::grams),
        all(Terms::han),
        all(Terms::sounds),
        Set.of(),
        false);
  }

  /** Every word that stands anywhere in it. */
  Set<String> vocabulary() {
    Set<String> vocabulary = new HashSet<>(text.words());
    vocabulary.addAll(text.senses());
    asked.forEach(terms -> vocabulary.addAll(terms.words()));
    asked.forEach(terms -> vocabulary.addAll(terms.senses()));
    return vocabulary;
  }

  List<Phrasing> phrasings(Rarity rarity) {
    return asked.stream().map(terms -> new Phrasing(terms, rarity)).toList();
  }

  private List<String> all(Function<Terms, List<String>> field) {
    return asked.stream().map(field).flatMap(Collection::stream).toList();
  }
}
