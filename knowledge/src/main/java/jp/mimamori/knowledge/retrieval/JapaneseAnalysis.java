package jp.mimamori.knowledge.retrieval;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.icu.ICUNormalizer2CharFilter;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseBaseFormFilter;
import org.apache.lucene.analysis.ja.JapaneseIterationMarkCharFilter;
import org.apache.lucene.analysis.ja.JapaneseKatakanaStemFilter;
import org.apache.lucene.analysis.ja.JapanesePartOfSpeechStopFilter;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.JapaneseTokenizer.Mode;
import org.apache.lucene.analysis.ja.dict.UserDictionary;
import org.apache.lucene.analysis.ja.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.jspecify.annotations.Nullable;

/** Japanese: the chain measured best, see RATIONALE.md. */
final class JapaneseAnalysis implements TextAnalysis {
  private static final UserDictionary FIELD_TERMS = fieldTerms();

  /** What nearly every question says and no answer turns on (base forms). */
  private static final Set<String> BOILERPLATE =
      Set.of(
          "教える",
          "いただける",
          "頂ける",
          "もらえる",
          "貰える",
          "願える",
          "よろしい",
          "知る",
          "下さる",
          "くださる",
          "ください",
          "下さい",
          "願う",
          "お願い",
          "質問",
          "聞く",
          "訊く",
          "伺う",
          "いただく",
          "頂く",
          "もらう",
          "貰う",
          "くれる",
          "たい",
          "する",
          "なる",
          "ある",
          "いる",
          "できる",
          "出来る",
          "こと",
          "もの",
          "ん",
          "の",
          "よう",
          "場合",
          "とき",
          "時",
          "何",
          "なに",
          "なん",
          "どう",
          "どの",
          "どれ",
          "どんな",
          "いう",
          "言う",
          "思う",
          "わかる",
          "分かる",
          "すみません",
          "れる",
          "られる",
          "せる",
          "ござる",
          "おる",
          "みる",
          "しまう",
          "くる",
          "いく",
          "行く",
          "来る",
          "的",
          "これ",
          "それ",
          "あれ",
          "この",
          "その",
          "ここ",
          "そこ",
          "うち",
          "さん",
          "様",
          "方",
          "際",
          "件",
          "って",
          "ちゃう",
          "てる",
          "とる",
          "やる",
          "そもそも",
          "ざっくり",
          "ちょっと",
          "なんか",
          "もし",
          "もしも",
          "例えば",
          "たとえば",
          "みたい",
          "とか",
          "やつ",
          "けど",
          "なあ",
          "ねえ",
          "えっと",
          "あの",
          "ええと",
          "ちなみ",
          "一応",
          "やっぱり",
          "やっぱ",
          "ほんと",
          "本当",
          "本当に",
          "すごい",
          "恐れ入る",
          "恐縮",
          "お世話",
          "いつも",
          "お忙しい",
          "忙しい",
          "手数",
          "ご教示",
          "教示",
          "頂戴",
          "いたす",
          "致す",
          "申し訳",
          "ござい",
          "へん",
          "やん",
          "やろ",
          "ねん",
          "あかん",
          "いける",
          "んで",
          "なさる",
          "確認",
          "お尋ね",
          "尋ねる",
          "お聞き",
          "気",
          "念",
          "ため",
          "為",
          "わけ",
          "訳",
          "はず",
          "ところ",
          "あと",
          "まあ",
          "さっき",
          "先ほど",
          "先程",
          "めっちゃ",
          "めちゃ",
          "めちゃくちゃ",
          "とても",
          "かなり",
          "やばい",
          "どうも",
          // and what English says around a Japanese word: "how do I do 隔離?" ("it", "id" name
          // things)
          "how",
          "what",
          "when",
          "where",
          "who",
          "which",
          "why",
          "is",
          "are",
          "do",
          "does",
          "did",
          "i",
          "you",
          "we",
          "can",
          "could",
          "the",
          "a",
          "an",
          "of",
          "to",
          "in",
          "for",
          "my",
          "our",
          "your",
          "please",
          "about");

  /** A syllable that the keyboard did not finish: ますｋ, しまｓか. */
  private static final Pattern HALF_TYPED = Pattern.compile("(?<=[ぁ-ゖ])[a-z](?=[ぁ-ゖ]|[?!。、]|$)");

  private static final Pattern NAMING = Pattern.compile("名詞-(?:一般|固有名詞|サ変接続|接尾)|カスタム|未知語");

  private final Synonyms synonyms;
  private final Analyzer full = chain(BOILERPLATE);
  private final Analyzer bare = chain(Set.of());
  private final JapaneseSounds sounds = new JapaneseSounds(FIELD_TERMS);

  JapaneseAnalysis(List<String> synonyms) {
    this.synonyms = new Synonyms(synonyms, this::everyWord);
  }

  @Override
  public Terms of(String text) {
    List<Word> read = read(full, text);
    if (read.isEmpty()) {
      read = read(bare, text); // "どうすればいい？" consists of nothing else
    }
    List<String> words = read.stream().map(Word::text).toList();
    Set<String> slight =
        read.stream().filter(Word::isSlight).map(Word::text).collect(Collectors.toSet());
    return new Terms(
        words,
        senses(words),
        Grams.content(text),
        Grams.han(text),
        sounds.of(text),
        slight,
        Grams.isKana(text));
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

  private static List<String> words(Analyzer chain, String text) {
    return read(chain, text).stream().map(Word::text).toList();
  }

  private static List<Word> read(Analyzer chain, String text) {
    return Tokens.of(
        chain,
        text,
        stream ->
            new Word(
                Okurigana.without(stream.getAttribute(CharTermAttribute.class).toString()),
                stream.getAttribute(PartOfSpeechAttribute.class).getPartOfSpeech()));
  }

  /** A word and what part of speech the dictionary takes it for, as in {@code 名詞-固有名詞-地域-国}. */
  private record Word(String text, @Nullable String partOfSpeech) {
    /** Nouns name things; what is no noun tells how they are seen. */
    boolean isSlight() {
      return partOfSpeech != null && !NAMING.matcher(partOfSpeech).lookingAt();
    }
  }

  private static Analyzer chain(Set<String> stopWords) {
    CharArraySet stop = new CharArraySet(stopWords, true);
    return new Analyzer() {
      @Override
      protected Reader initReader(String field, Reader reader) {
        Reader normal =
            new ICUNormalizer2CharFilter(new JapaneseIterationMarkCharFilter(reader, true, true));
        return new PatternReplaceCharFilter(HALF_TYPED, "", normal);
      }

      @Override
      protected TokenStreamComponents createComponents(String field) {
        Tokenizer tokenizer = new JapaneseTokenizer(FIELD_TERMS, true, true, Mode.SEARCH);
        TokenStream stream = new JapaneseBaseFormFilter(tokenizer);
        stream = new JapanesePartOfSpeechStopFilter(stream, JapaneseAnalyzer.getDefaultStopTags());
        stream = new LowerCaseFilter(new JapaneseKatakanaStemFilter(stream));
        return new TokenStreamComponents(tokenizer, new StopFilter(stream, stop));
      }
    };
  }

  private static UserDictionary fieldTerms() {
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(
                JapaneseAnalysis.class.getResourceAsStream("field-terms.csv"), "field-terms.csv"),
            StandardCharsets.UTF_8)) {
      return Objects.requireNonNull(UserDictionary.open(reader), "field-terms.csv is empty");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
