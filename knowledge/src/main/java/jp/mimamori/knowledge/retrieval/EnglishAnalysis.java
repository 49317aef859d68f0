package jp.mimamori.knowledge.retrieval;

import java.io.Reader;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.icu.ICUNormalizer2CharFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** English: words, stems, synonyms. */
final class EnglishAnalysis implements TextAnalysis {
  private static final Set<String> BOILERPLATE =
      Set.of(
          ("a an and are as at be but by do does did for from had has have i if in into is it its"
               + " me my of on or our so such that the their then there these they this to was we"
               + " were what which will with would you your us am can could should shall may might"
               + " please tell know want like need how when where who whom why about any some just"
               + " get got let im i'm id it's what's don't s t re ve ll d m explain question ask hi"
               + " happens happen")
              .split(" "));

  private final Synonyms synonyms;
  private final Analyzer full = chain(BOILERPLATE);
  private final Analyzer bare = chain(Set.of());

  EnglishAnalysis(List<String> synonyms) {
    this.synonyms = new Synonyms(synonyms, text -> words(bare, text));
  }

  @Override
  public Terms of(String text) {
    List<String> words = words(full, text);
    if (words.isEmpty()) {
      words = words(bare, text);
    }
    return new Terms(words, senses(words), List.of(), List.of(), false);
  }

  @Override
  public int contents(String text) {
    return words(full, text).size();
  }

  @Override
  public List<String> senses(List<String> words) {
    return synonyms.senses(words);
  }

  private static List<String> words(Analyzer chain, String text) {
    return Tokens.of(
        chain, text, stream -> stream.getAttribute(CharTermAttribute.class).toString());
  }

  private static Analyzer chain(Set<String> stopWords) {
    CharArraySet stop = new CharArraySet(stopWords, true);
    return new Analyzer() {
      @Override
      protected Reader initReader(String field, Reader reader) {
        return new ICUNormalizer2CharFilter(reader);
      }

      @Override
      protected TokenStreamComponents createComponents(String field) {
        Tokenizer tokenizer = new StandardTokenizer();
        TokenStream stream = new LowerCaseFilter(tokenizer);
        stream = new StopFilter(new EnglishPossessiveFilter(stream), stop);
        return new TokenStreamComponents(tokenizer, new PorterStemFilter(stream));
      }
    };
  }
}
