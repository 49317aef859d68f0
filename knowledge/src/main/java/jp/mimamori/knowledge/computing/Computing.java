package jp.mimamori.knowledge.computing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.mimamori.knowledge.Answer;
import jp.mimamori.knowledge.Citation;
import jp.mimamori.knowledge.Question;
import jp.mimamori.knowledge.ServiceFacts;
import jp.mimamori.knowledge.SupportHours;
import jp.mimamori.knowledge.wording.Numerals;

/** Answers what can be worked out from the figures of the contract and the calendar. */
public final class Computing {
  private final List<Computation> computations;
  private final Set<String> citable;
  private final SupportHours hours;

  /**
   * @param citable the labels of the documents; a sum whose clause is not among them is not given
   */
  public Computing(ServiceFacts facts, SupportHours hours, Set<String> citable) {
    this.citable = Set.copyOf(citable);
    this.hours = hours;
    this.computations =
        List.of(
            new LateInterest(facts),
            new EarlyTermination(facts),
            new CancellationDate(facts),
            new TermDates(facts),
            new Budget(facts),
            new FeeSum(facts),
            new SeasonHours(hours),
            new DeskHours(hours));
  }

  /** Whether it asks what a product of somebody else costs. */
  public static boolean asksPriceOfOthers(String text) {
    String plain = Numerals.digits(text);
    return Cue.OTHER_PRODUCT.matcher(plain).find() && Cue.PRICE.matcher(plain).find();
  }

  /** Whether a part of a message names a figure or a day, so that a sum may need it. */
  public boolean namesFigures(Question question) {
    Asked asked = Asked.of(question, hours);
    return asked.text().chars().anyMatch(Character::isDigit)
        || !asked.days().isEmpty()
        || !asked.figures().periods().isEmpty();
  }

  /**
   * The sum asked for, or a question for the figure that is missing; nothing if no sum is asked.
   */
  public Optional<Answer> answer(Question question) {
    Asked asked = Asked.of(question, hours);
    return computations.stream()
        .flatMap(computation -> computation.answer(asked).stream())
        .filter(
            answer -> answer.citations().stream().map(Citation::label).allMatch(citable::contains))
        .findFirst();
  }
}
