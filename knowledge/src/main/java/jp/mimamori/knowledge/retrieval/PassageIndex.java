package jp.mimamori.knowledge.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.mimamori.knowledge.Language;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * The passages of one language, searchable. Held in memory, never changed, safe for many threads.
 * How it scores and why stands in RATIONALE.md.
 */
public final class PassageIndex implements AutoCloseable {
  private static final float K1 = 1.2f;
  private static final float B = 0.5f;
  private static final int MOST_ROWS = 1000;

  private final TextAnalysis analysis;
  private final List<Row> rows = new ArrayList<>();
  private final List<Set<String>> vocabularies = new ArrayList<>();
  private final Rarity rarity;
  private final Weights weights;
  private final Spelling spelling;
  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  /**
   * @param synonyms lines such as {@code 端末 = PC = パソコン}
   */
  public PassageIndex(
      List<Passage> passages, Language language, List<String> synonyms, Weights weights) {
    this.analysis = TextAnalysis.of(language, synonyms);
    this.weights = weights;
    for (int i = 0; i < passages.size(); i++) {
      addRows(i, passages.get(i));
    }
    rarity = new Rarity(vocabularies);
    spelling = new Spelling(rarity);
    try {
      write();
      reader = DirectoryReader.open(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail to be read
    }
    searcher = new IndexSearcher(reader);
    searcher.setSimilarity(new BM25Similarity(K1, B));
  }

  private void addRows(int passage, Passage content) {
    Set<String> vocabulary = new HashSet<>();
    for (String asked : content.asked()) {
      addRow(new Row(passage, true, analysis.of(asked)), vocabulary);
    }
    addRow(new Row(passage, false, analysis.of(content.text())), vocabulary);
    vocabularies.add(vocabulary);
  }

  private void addRow(Row row, Set<String> vocabulary) {
    rows.add(row);
    vocabulary.addAll(row.terms().words());
    vocabulary.addAll(row.terms().senses());
  }

  private void write() throws IOException {
    IndexWriterConfig config =
        new IndexWriterConfig(new WhitespaceAnalyzer())
            .setSimilarity(new BM25Similarity(K1, B))
            .setRAMBufferSizeMB(256)
            .setMergePolicy(
                NoMergePolicy.INSTANCE); // one segment: a document's number is its row's
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (Row row : rows) {
        Document document = new Document();
        add(document, RowQuery.WORDS, row.terms().words());
        add(document, RowQuery.SENSES, row.terms().senses());
        add(document, RowQuery.GRAMS, row.terms().grams());
        add(document, RowQuery.SOUNDS, row.terms().sounds());
        writer.addDocument(document);
      }
    }
  }

  private static void add(Document document, String field, List<String> terms) {
    document.add(new TextField(field, String.join(" ", terms), Store.NO));
  }

  /** The passages that a question may mean, best first. */
  public List<Candidate> find(String question, int most) {
    Terms asked = spelling.corrected(analysis.of(question), analysis);
    if (asked.isEmpty()) {
      return List.of();
    }
    Map<Integer, Best> best = new HashMap<>();
    for (ScoreDoc hit : search(asked)) {
      Row row = rows.get(hit.doc);
      best.merge(row.passage(), Best.of(row, hit.score, asked, rarity), Best::and);
    }
    double possible = best.values().stream().mapToDouble(b -> b.score(weights)).max().orElse(1);
    return best.entrySet().stream()
        .map(found -> candidate(found.getKey(), found.getValue(), asked, possible))
        .sorted(
            Comparator.comparingDouble(Candidate::score)
                .reversed()
                .thenComparingInt(Candidate::passage))
        .limit(most)
        .toList();
  }

  /** How many words a text has beside what every question says. */
  public int contents(String text) {
    return analysis.contents(text);
  }

  private Candidate candidate(int passage, Best best, Terms asked, double possible) {
    Set<String> vocabulary = vocabularies.get(passage);
    double coverage =
        Math.max(
            best.sound(),
            Math.max(
                rarity.covered(asked.words(), vocabulary),
                rarity.covered(asked.senses(), vocabulary)));
    double score =
        best.score(weights) / possible
            + weights.similarity() * best.similarity()
            + weights.coverage() * coverage;
    return new Candidate(passage, score, best.similarity(), coverage);
  }

  private ScoreDoc[] search(Terms asked) {
    try {
      return searcher.search(RowQuery.of(asked, weights), MOST_ROWS).scoreDocs;
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
