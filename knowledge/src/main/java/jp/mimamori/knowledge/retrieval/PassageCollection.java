package jp.mimamori.knowledge.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.mimamori.knowledge.Language;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.FSDirectory;

/**
 * Somebody else's collection, ranked as ours is: titles and texts without ways of asking. Its index
 * lies on the disk, so that many thousand passages need no more memory than a few; the folder goes
 * when it is closed. The recipe and what it was measured on stand in RATIONALE.md.
 */
public final class PassageCollection implements AutoCloseable {
  private static final double BUFFER_MEGABYTES = 48;

  /** Of what the title says, against 1 for the whole passage. */
  private static final float TITLE = .75f;

  /** Of a word that is there at all, however often. */
  private static final float PRESENCE = .3f;

  /** Of what a notice may say where a person says something else. */
  private static final float HINT = 1.2f;

  /** Of what else of the same may be meant, beside the best. */
  private static final float OTHERS = .2f;

  /** A question says few things; a whole letter would be too much for one search. */
  private static final int MOST_HINTS = 8;

  private final TextAnalysis analysis;
  private final Hints hints;
  private final Path folder;
  private final FSDirectory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  /** A passage of the collection. */
  public record Listed(String id, String title, String text) {}

  /** A passage that was found; the score is for ordering only. */
  public record Ranked(String id, double score) {}

  /**
   * Indexes what the iterator yields, one after the other.
   *
   * @throws UncheckedIOException if the disk is full or can't be written
   */
  public PassageCollection(Iterator<Listed> passages, Language language) {
    analysis = TextAnalysis.of(language, EverydayWords.of(language));
    hints = new Hints(EverydayWords.of(language), analysis);
    Similarity similarity = RowFields.similarity();
    try {
      folder = Files.createTempDirectory("mimamori-collection");
      directory = FSDirectory.open(folder);
      IndexWriterConfig config =
          new IndexWriterConfig(new WhitespaceAnalyzer())
              .setSimilarity(similarity)
              .setRAMBufferSizeMB(BUFFER_MEGABYTES);
      try (IndexWriter writer = new IndexWriter(directory, config)) {
        while (passages.hasNext()) {
          writer.addDocument(document(passages.next()));
        }
      }
      reader = DirectoryReader.open(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    searcher = new IndexSearcher(reader);
    searcher.setSimilarity(similarity);
  }

  private Document document(Listed passage) {
    Document document = new Document();
    document.add(new StoredField("id", passage.id()));
    RowFields.TITLE.of(analysis.of(passage.title()), Weights.PLAIN).forEach(document::add);
    RowFields.WHOLE
        .of(analysis.of(passage.title() + "\n" + passage.text()), Weights.PLAIN)
        .forEach(document::add);
    return document;
  }

  /** The passages nearest to a question, best first. */
  public List<Ranked> find(String question, int most) {
    Terms asked = analysis.of(question);
    List<Ranked> found = new ArrayList<>();
    try {
      StoredFields stored = searcher.storedFields();
      for (ScoreDoc hit :
          searcher.search(query(asked, hints.of(analysis.everyWord(question))), most).scoreDocs) {
        found.add(new Ranked(stored.document(hit.doc).get("id"), hit.score));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private Query query(Terms asked, List<Set<List<String>>> hinted) throws IOException {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    query.add(RowQuery.of(asked, RowFields.WHOLE, Weights.PLAIN), Occur.SHOULD);
    query.add(
        new BoostQuery(RowQuery.of(asked, RowFields.TITLE, Weights.PLAIN), TITLE), Occur.SHOULD);
    Set<String> said = Set.copyOf(asked.words());
    for (Set<List<String>> hint : hinted.subList(0, Math.min(hinted.size(), MOST_HINTS))) {
      query.add(meant(hint, said, RowFields.WHOLE, HINT), Occur.SHOULD);
      query.add(meant(hint, said, RowFields.TITLE, HINT * TITLE), Occur.SHOULD);
    }
    for (String word : asked.words().stream().distinct().limit(Weights.PLAIN.most()).toList()) {
      Term term = new Term(RowFields.WHOLE.words(), word);
      int passages = reader.docFreq(term);
      double tells = Math.log(1 + (reader.numDocs() - passages + 0.5) / (passages + 0.5));
      query.add(
          new BoostQuery(
              new ConstantScoreQuery(new TermQuery(term)), (float) (PRESENCE * Math.max(tells, 0))),
          Occur.SHOULD);
    }
    return query.build();
  }

  /** The best of what may be meant counts; what was said itself is looked for already. */
  private static Query meant(
      Set<List<String>> alternatives, Set<String> said, RowFields fields, float weight) {
    List<Query> queries = new ArrayList<>();
    for (List<String> words : alternatives) {
      BooleanQuery.Builder query = new BooleanQuery.Builder();
      words.stream()
          .filter(word -> !said.contains(word))
          .map(word -> new TermQuery(new Term(fields.words(), word)))
          .forEach(word -> query.add(word, Occur.SHOULD));
      queries.add(new BoostQuery(query.build(), weight / words.size()));
    }
    return new DisjunctionMaxQuery(queries, OTHERS);
  }

  @Override
  public void close() {
    try {
      reader.close();
      directory.close();
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
