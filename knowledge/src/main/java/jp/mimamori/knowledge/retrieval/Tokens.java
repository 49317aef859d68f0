package jp.mimamori.knowledge.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;

/** Runs a Lucene analyser over a text in memory. */
final class Tokens {
  private Tokens() {}

  /** What {@code reader} reads off each token, given the stream's attributes. */
  static <T> List<T> of(Analyzer analyzer, String text, Function<TokenStream, T> reader) {
    List<T> tokens = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream("text", text)) {
      stream.reset();
      while (stream.incrementToken()) {
        tokens.add(reader.apply(stream));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a string in memory does not fail to be read
    }
    return tokens;
  }
}
