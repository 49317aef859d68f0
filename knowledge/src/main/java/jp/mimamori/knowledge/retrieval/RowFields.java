package jp.mimamori.knowledge.retrieval;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.TextField;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;

/**
 * The five fields of one kind of text. Each kind has its own, so that it is judged by its like.
 *
 * @param length how much a long text is marked down: BM25's b
 */
record RowFields(
    String prefix,
    String words,
    String senses,
    String grams,
    String han,
    String sounds,
    float length) {
  private static final float K1 = 1.2f;

  /** What a passage says. */
  static final RowFields TEXT = named("text.", .5f);

  /** All ways of asking: whoever is asked for in many ways must not lose for having many words. */
  static final RowFields TOGETHER = named("together.", .3f);

  static final RowFields TITLE = named("title.", .75f);
  static final RowFields WHOLE = named("whole.", .75f);

  private static RowFields named(String prefix, float length) {
    return new RowFields(
        prefix,
        prefix + "words",
        prefix + "senses",
        prefix + "grams",
        prefix + "han",
        prefix + "sounds",
        length);
  }

  /** How all of them are scored. */
  static Similarity similarity() {
    return new PerFieldSimilarityWrapper() {
      private final List<RowFields> fields = List.of(TEXT, TOGETHER, TITLE, WHOLE);
      private final List<Similarity> similarities =
          fields.stream().<Similarity>map(field -> new BM25Similarity(K1, field.length())).toList();

      @Override
      public Similarity get(String field) {
        for (int i = 0; i < fields.size(); i++) {
          if (field.startsWith(fields.get(i).prefix())) {
            return similarities.get(i);
          }
        }
        throw new IllegalArgumentException(field);
      }
    };
  }

  /** What is to be written of a text; what weighs nothing is left out. */
  Stream<TextField> of(Terms terms, Weights weights) {
    return Stream.of(
            field(words, terms.words(), 1),
            field(senses, terms.senses(), weights.senses()),
            field(grams, terms.grams(), weights.grams()),
            field(han, terms.han(), weights.han()),
            field(sounds, terms.sounds(), weights.sounds()))
        .flatMap(Optional::stream);
  }

  private static Optional<TextField> field(String name, List<String> terms, float weight) {
    return weight == 0
        ? Optional.empty()
        : Optional.of(new TextField(name, String.join(" ", terms), Store.NO));
  }
}
