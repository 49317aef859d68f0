package jp.mimamori.knowledge.retrieval;

/**
 * A passage that a question may mean.
 *
 * @param passage its number in the order given
 * @param score for ordering only
 * @param similarity how much the question resembles the nearest way of asking, 0 to 1
 * @param coverage the share of the question's content that the passage knows, 0 to 1
 * @param evidence how much the question has in common with all ways of asking, as BM25: unlike the
 *     shares, it grows with every word that agrees
 * @param strange whether the question names something that no passage does
 */
public record Candidate(
    int passage,
    double score,
    double similarity,
    double coverage,
    double evidence,
    boolean strange) {}
