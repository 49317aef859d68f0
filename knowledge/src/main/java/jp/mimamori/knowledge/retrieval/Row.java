package jp.mimamori.knowledge.retrieval;

/**
 * One line of the index.
 *
 * @param passage which passage it belongs to
 */
record Row(int passage, Role role) {
  enum Role {
    /** One way of asking. */
    ASKED,
    /** All ways of asking as one text. */
    TOGETHER,
    /** What the passage says. */
    TEXT
  }
}
