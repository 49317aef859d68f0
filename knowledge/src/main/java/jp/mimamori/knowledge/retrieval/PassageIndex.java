package jp.mimamori.knowledge.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleFunction;
import jp.mimamori.knowledge.Language;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * The passages of one language, searchable. Held in memory, never changed, safe for many threads.
 * How it scores and why stands in RATIONALE.md. For collections of many thousand passages there is
 * {@link PassageCollection}.
 */
public final class PassageIndex implements AutoCloseable {
  private static final int MOST_FOUND = 60;

  /** Only these are compared closely with the question. */
  private static final int MOST_CLOSE = 40;

  /** Of the similarity to the nearest way of asking, against 1 for the best BM25 score. */
  private static final double SIMILARITY = .4;

  /** Of the share of the question that the passage knows, likewise. */
  private static final double COVERAGE = .3;

  private final TextAnalysis analysis;
  private final List<List<Phrasing>> phrasings = new ArrayList<>();
  private final List<Set<String>> vocabularies = new ArrayList<>();
  private final Rarity rarity;
  private final Spelling spelling;
  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  /**
   * @param synonyms lines such as {@code 端末 = PC = パソコン}
   */
  public PassageIndex(List<Passage> passages, Language language, List<String> synonyms) {
    this.analysis = TextAnalysis.of(language, synonyms);
    List<AnalysedPassage> analysed =
        passages.stream().map(passage -> AnalysedPassage.of(passage, analysis)).toList();
    analysed.forEach(passage -> vocabularies.add(passage.vocabulary()));
    rarity = new Rarity(vocabularies);
    analysed.forEach(passage -> phrasings.add(passage.phrasings(rarity)));
    spelling = new Spelling(rarity);
    try {
      write(analysed);
      reader = DirectoryReader.open(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail to be read
    }
    searcher = new IndexSearcher(reader);
    searcher.setSimilarity(RowFields.similarity());
  }

  private void write(List<AnalysedPassage> passages) throws IOException {
    IndexWriterConfig config =
        new IndexWriterConfig(new WhitespaceAnalyzer())
            .setSimilarity(RowFields.similarity())
            .setRAMBufferSizeMB(256)
            .setMergePolicy(
                NoMergePolicy.INSTANCE); // one segment: a document's number is its passage's
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (AnalysedPassage passage : passages) {
        Document document = new Document();
        RowFields.TOGETHER.of(passage.together(), Weights.PARAPHRASED).forEach(document::add);
        RowFields.TEXT.of(passage.text(), Weights.PARAPHRASED).forEach(document::add);
        writer.addDocument(document);
      }
    }
  }

  /** The passages that a question may mean, best first. */
  public List<Candidate> find(String question, int most) {
    Terms asked = spelling.corrected(analysis.of(question), analysis);
    if (asked.isEmpty()) {
      return List.of();
    }
    Map<Integer, Matches> matches = new HashMap<>();
    search(asked, RowFields.TOGETHER, score -> new Matches(score, 0), matches);
    search(asked, RowFields.TEXT, score -> new Matches(0, score), matches);
    double possible = matches.values().stream().mapToDouble(found -> found.score()).max().orElse(1);
    Phrasing phrasing = new Phrasing(asked, rarity);
    boolean strange = isStrange(asked);
    return matches.entrySet().stream()
        .sorted(
            Comparator.comparingDouble(
                    (Map.Entry<Integer, Matches> found) -> -found.getValue().score())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_CLOSE)
        .map(
            found ->
                candidate(
                    found.getKey(),
                    found.getValue(),
                    possible,
                    phrasing,
                    asked.kanaOnly(),
                    strange))
        .sorted(
            Comparator.comparingDouble(Candidate::score)
                .reversed()
                .thenComparingInt(Candidate::passage))
        .limit(most)
        .toList();
  }

  private boolean isStrange(Terms asked) {
    return asked.senses().stream()
        .anyMatch(
            sense ->
                !Synonyms.isGroup(sense)
                    && !asked.slight().contains(sense)
                    && !rarity.knows(sense));
  }

  /** How many words a text has beside what every question says. */
  public int contents(String text) {
    return analysis.contents(text);
  }

  private Candidate candidate(
      int passage,
      Matches matches,
      double possible,
      Phrasing question,
      boolean kanaOnly,
      boolean strange) {
    double similarity =
        phrasings.get(passage).stream()
            .mapToDouble(asked -> asked.similarity(question, kanaOnly))
            .max()
            .orElse(0);
    double coverage = question.covered(vocabularies.get(passage));
    if (kanaOnly) {
      coverage = Math.max(coverage, similarity); // its words are not there, its sound is
    }
    double score = matches.score() / possible + SIMILARITY * similarity + COVERAGE * coverage;
    return new Candidate(passage, score, similarity, coverage, matches.together(), strange);
  }

  private void search(
      Terms asked,
      RowFields fields,
      DoubleFunction<Matches> matched,
      Map<Integer, Matches> matches) {
    try {
      for (ScoreDoc hit :
          searcher.search(RowQuery.of(asked, fields, Weights.PARAPHRASED), MOST_FOUND).scoreDocs) {
        matches.merge(hit.doc, matched.apply(hit.score), Matches::and);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      reader.close();
      directory.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
