package jp.mimamori.knowledge.retrieval;

/**
 * How much each kind of agreement counts; learnt as told in RATIONALE.md.
 *
 * @param senses synonyms, against 1 for the words themselves
 * @param grams pairs of characters
 * @param sounds the reading
 * @param text the passage's text, against 1 for the nearest way of asking
 * @param similarity to the nearest way of asking, against 1 for the best BM25 score
 * @param coverage of the question
 */
public record Weights(
    float senses, float grams, float sounds, double text, double similarity, double coverage) {
  /** For documents with paraphrases, such as ours. */
  public static final Weights PARAPHRASED = new Weights(.7f, .3f, .1f, 1, .3, .6);

  /** For collections with a title and a text only. */
  public static final Weights PLAIN = new Weights(1, 1, .1f, 2, 0, 0);
}
