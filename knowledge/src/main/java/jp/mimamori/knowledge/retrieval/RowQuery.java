package jp.mimamori.knowledge.retrieval;

import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** What to look for in the rows, built of terms only: nothing a person types is syntax. */
final class RowQuery {
  /** Kana alone is cut into words that are not there. */
  private static final float KANA_WORDS = .4f;

  private RowQuery() {}

  static Query of(Terms asked, RowFields fields, Weights weights) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    int most = weights.most();
    add(query, fields.words(), asked.words(), asked.kanaOnly() ? KANA_WORDS : 1, most);
    add(query, fields.senses(), asked.senses(), weights.senses(), most);
    add(query, fields.grams(), asked.grams(), weights.grams(), most);
    add(query, fields.han(), asked.han(), weights.han(), most);
    // Who types kanji means those kanji; only kana alone is compared by its sound.
    add(query, fields.sounds(), asked.sounds(), asked.kanaOnly() ? 1 : weights.sounds(), most);
    return query.build();
  }

  private static void add(
      BooleanQuery.Builder query, String field, List<String> terms, float weight, int most) {
    if (weight == 0) {
      return;
    }
    terms.stream()
        .distinct()
        .limit(most)
        .map(term -> new BoostQuery(new TermQuery(new Term(field, term)), weight))
        .forEach(clause -> query.add(clause, Occur.SHOULD));
  }
}
