package jp.mimamori.knowledge.computing;

import java.util.List;
import java.util.Optional;
import jp.mimamori.knowledge.Answer;
import jp.mimamori.knowledge.Citation;
import jp.mimamori.knowledge.Language;
import jp.mimamori.knowledge.wording.Phrase;

/** One kind of sum. Answers only what asks for that sum; asks back for a figure that is missing. */
interface Computation {
  /** How sure a sum is that was plainly asked for. */
  double CONFIDENCE = 0.95;

  Optional<Answer> answer(Asked asked);

  static Answer computed(
      String text, List<String> steps, List<String> labels, Optional<String> assumption) {
    List<Citation> citations = labels.stream().map(Citation::new).toList();
    return new Answer.Computed(text, steps, citations, assumption, CONFIDENCE);
  }

  /** Asks for a missing figure, and offers the rule itself instead. */
  static Answer askBack(
      Language language, Phrase question, Phrase example, Phrase choice, String place) {
    return new Answer.WhichOne(
        question.in(language, example.in(language)),
        List.of(new Answer.Choice(choice.in(language), place)),
        CONFIDENCE);
  }
}
