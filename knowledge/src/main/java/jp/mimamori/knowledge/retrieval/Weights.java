package jp.mimamori.knowledge.retrieval;

/**
 * How much each kind of agreement counts, against 1 for the words themselves; learnt as told in
 * RATIONALE.md.
 *
 * @param senses synonyms
 * @param grams pairs of characters
 * @param han single han characters
 * @param sounds the reading
 * @param most terms of each kind, the first ones: Lucene refuses more than 1,024 in one search
 */
record Weights(float senses, float grams, float han, float sounds, int most) {
  /** For documents with paraphrases, such as ours. */
  static final Weights PARAPHRASED = new Weights(.7f, .3f, 0, .1f, 200);

  /** For collections with a title and a text only. */
  static final Weights PLAIN = new Weights(.5f, .7f, .7f, .45f, 70);
}
