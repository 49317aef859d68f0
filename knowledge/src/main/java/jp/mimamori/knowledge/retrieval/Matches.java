package jp.mimamori.knowledge.retrieval;

/**
 * How well one passage matches, each as BM25; nothing is 0.
 *
 * @param together all its ways of asking as one text
 * @param text what it says
 */
record Matches(double together, double text) {
  private static final double TEXT = .2;

  double score() {
    return together + TEXT * text;
  }

  /** What two searches found of the same passage. */
  Matches and(Matches other) {
    return new Matches(together + other.together, text + other.text);
  }
}
