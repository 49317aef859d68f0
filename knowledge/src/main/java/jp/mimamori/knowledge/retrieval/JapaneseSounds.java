package jp.mimamori.knowledge.retrieval;

import java.io.Reader;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.icu.ICUNormalizer2CharFilter;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.JapaneseTokenizer.Mode;
import org.apache.lucene.analysis.ja.dict.UserDictionary;
import org.apache.lucene.analysis.ja.tokenattributes.ReadingAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * How a text sounds. A question typed in kana alone is cut into the wrong words, but it sounds like
 * the one typed with kanji: both become katakana, cut into triples.
 */
final class JapaneseSounds {
  private final Analyzer reader;

  JapaneseSounds(UserDictionary fieldTerms) {
    reader =
        new Analyzer() {
          @Override
          protected Reader initReader(String field, Reader text) {
            return new ICUNormalizer2CharFilter(text);
          }

          @Override
          protected TokenStreamComponents createComponents(String field) {
            Tokenizer tokenizer = new JapaneseTokenizer(fieldTerms, true, true, Mode.NORMAL);
            return new TokenStreamComponents(tokenizer);
          }
        };
  }

  List<String> of(String text) {
    String reading =
        Tokens.of(
                reader,
                text,
                stream -> {
                  String read = stream.getAttribute(ReadingAttribute.class).getReading();
                  return read == null
                      ? stream.getAttribute(CharTermAttribute.class).toString()
                      : read;
                })
            .stream()
            .collect(Collectors.joining());
    return Grams.of(katakana(reading), 3, JapaneseSounds::isKatakana);
  }

  private static String katakana(String text) {
    return text.chars()
        .map(c -> c >= 'ぁ' && c <= 'ゖ' ? c + ('ァ' - 'ぁ') : c)
        .collect(StringBuilder::new, (s, c) -> s.append((char) c), StringBuilder::append)
        .toString();
  }

  private static boolean isKatakana(int character) {
    return character >= 'ァ' && character <= 'ヶ';
  }
}
