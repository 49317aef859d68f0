package jp.mimamori.knowledge.retrieval;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jp.mimamori.knowledge.Language;

/** Whether two questions ask the same in other words; the documents' own, so few and short. */
public final class Likeness {
  /** Of the words that either says, those that both say: below it they ask different things. */
  private static final double ALIKE = 0.75;

  private final TextAnalysis analysis;

  /**
   * @param synonyms lines such as {@code 端末 = PC = パソコン}
   */
  public Likeness(Language language, List<String> synonyms) {
    analysis = TextAnalysis.of(language, synonyms);
  }

  /** What a question is about, in no order: only questions of the same subject can be alike. */
  public String subject(String question) {
    return String.join(" ", new TreeSet<>(analysis.of(question).senses()));
  }

  /** Whether two questions of one subject say nearly the same about it. */
  public boolean isAlike(String one, String other) {
    Set<String> first = said(one);
    Set<String> second = said(other);
    Set<String> both = new HashSet<>(first);
    both.retainAll(second);
    return both.size() >= ALIKE * (first.size() + second.size() - both.size());
  }

  /** With what is no subject as well: "can it" and "what is" are different questions. */
  private Set<String> said(String question) {
    return Set.copyOf(analysis.senses(analysis.everyWord(question)));
  }
}
