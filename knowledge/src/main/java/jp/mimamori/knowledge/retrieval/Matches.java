package jp.mimamori.knowledge.retrieval;

/**
 * How well one passage matches, each as BM25; nothing is 0.
 *
 * @param together all its ways of asking as one text
 * @param nearest the nearest way of asking
 * @param text what it says
 */
record Matches(double together, double nearest, double text) {
  private static final double NEAREST = .3;
  private static final double TEXT = .4;

  static final Matches NONE = new Matches(0, 0, 0);

  Matches and(Row row, double score) {
    return switch (row.role()) {
      case TOGETHER -> new Matches(Math.max(together, score), nearest, text);
      case ASKED -> new Matches(together, Math.max(nearest, score), text);
      case TEXT -> new Matches(together, nearest, Math.max(text, score));
    };
  }

  double score() {
    return together + NEAREST * nearest + TEXT * text;
  }
}
