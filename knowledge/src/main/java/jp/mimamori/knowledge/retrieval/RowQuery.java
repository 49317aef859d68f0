package jp.mimamori.knowledge.retrieval;

import java.util.HashSet;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** What to look for in the rows, built of terms only: nothing a person types is syntax. */
final class RowQuery {
  /** Lucene refuses more than 1,024 clauses; five fields share them. */
  private static final int MOST_TERMS = 200;

  /** Kana alone is cut into words that are not there. */
  private static final float KANA_WORDS = .4f;

  private RowQuery() {}

  static Query of(Terms asked, RowFields fields, Weights weights) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    add(query, fields.words(), asked.words(), asked.kanaOnly() ? KANA_WORDS : 1);
    add(query, fields.senses(), asked.senses(), weights.senses());
    add(query, fields.grams(), asked.grams(), weights.grams());
    add(query, fields.han(), asked.han(), weights.han());
    // Who types kanji means those kanji; only kana alone is compared by its sound.
    add(query, fields.sounds(), asked.sounds(), asked.kanaOnly() ? 1 : weights.sounds());
    return query.build();
  }

  private static void add(
      BooleanQuery.Builder query, String field, List<String> terms, float weight) {
    if (weight == 0) {
      return;
    }
    new HashSet<>(terms)
        .stream()
            .limit(MOST_TERMS)
            .map(term -> new BoostQuery(new TermQuery(new Term(field, term)), weight))
            .forEach(clause -> query.add(clause, Occur.SHOULD));
  }
}
