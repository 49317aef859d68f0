package jp.mimamori.knowledge.retrieval;

import java.io.Reader;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
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
               + " happens happen something anything everything thing things someone somebody"
               + " anyone anybody")
              .split(" "));

  /** Stems of words that are in every conversation and name nothing. */
  private static final Set<String> COMMON =
      Set.copyOf(
          Tokens.of(
              chain(Set.of()),
              "really actually basically maybe perhaps something anything everything nothing thing"
                  + " things stuff going go goes went gone take takes took taken make makes made"
                  + " making give gives gave given put puts keep keeps kept back still even only"
                  + " also too very much many more most less lot lots bit little big small good bad"
                  + " better best well okay ok fine sure right wrong true new old same different"
                  + " other another each every all both few several first last next now then today"
                  + " tomorrow yesterday soon later early already again always never ever often"
                  + " sometimes here up down out off over under into onto around through against"
                  + " while because since until before after during without within between about"
                  + " if else than as so such quite rather pretty kind sort type way ways case"
                  + " point part place side end start begin time times day days week month year"
                  + " long short far near high low come comes came look looks looking see saw seen"
                  + " find found think thought feel seem say says said talk speak hear heard mean"
                  + " means meant try tried trying use used using work works working need needs"
                  + " want wants like likes help let lets hey oh wow yeah yes no not cannot wo nt"
                  + " would could should might must shall guys guy people person somebody someone"
                  + " anybody anyone everybody everyone nobody man folks boss colleague friend"
                  + " wondering wonder curious suppose supposed guess hope exactly roughly simply"
                  + " quickly currently possible possibly able allowed anyway besides instead"
                  + " though although however whether either neither own",
              stream -> stream.getAttribute(CharTermAttribute.class).toString()));

  private static final Pattern NO_LETTERS = Pattern.compile("[^a-z0-9]+");
  private static final int GRAM = 4;

  private final Synonyms synonyms;
  private final Analyzer full = chain(BOILERPLATE);
  private final Analyzer bare = chain(Set.of());

  EnglishAnalysis(List<String> synonyms) {
    List<String> english = synonyms.stream().filter(line -> !Grams.isJapanese(line)).toList();
    this.synonyms = new Synonyms(english, this::everyWord);
  }

  @Override
  public Terms of(String text) {
    List<String> words = words(full, text);
    if (words.isEmpty()) {
      words = words(bare, text);
    }
    return new Terms(words, senses(words), grams(text), List.of(), List.of(), COMMON, false);
  }

  @Override
  public int contents(String text) {
    return words(full, text).size();
  }

  @Override
  public List<String> everyWord(String text) {
    return words(bare, text);
  }

  @Override
  public List<String> senses(List<String> words) {
    return synonyms.senses(words);
  }

  /** Runs of letters, over the gaps between words too: "time sheet" is found in "timesheets". */
  private static List<String> grams(String text) {
    String letters =
        NO_LETTERS
            .matcher(Normalizer.normalize(text, Form.NFKC).toLowerCase(Locale.ROOT))
            .replaceAll("_");
    return Grams.of("_" + letters + "_", GRAM, character -> true);
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
