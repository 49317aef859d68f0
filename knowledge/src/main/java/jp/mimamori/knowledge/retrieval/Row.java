package jp.mimamori.knowledge.retrieval;

/**
 * One line of the index.
 *
 * @param passage which passage it belongs to
 * @param asked whether it is a way of asking, rather than the text
 */
record Row(int passage, boolean asked, Terms terms) {}
