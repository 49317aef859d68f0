package jp.mimamori.knowledge.retrieval;

/**
 * How much each kind of agreement counts, against 1 for the words themselves; learnt as told in
 * RATIONALE.md.
 *
 * @param senses synonyms
 * @param grams pairs of characters
 * @param han single han characters
 * @param sounds the reading
 */
record Weights(float senses, float grams, float han, float sounds) {
  /** For documents with paraphrases, such as ours. */
  static final Weights PARAPHRASED = new Weights(.7f, .3f, 0, .1f);

  /** For collections with a title and a text only. */
  static final Weights PLAIN = new Weights(.5f, .7f, .7f, .45f);
}
