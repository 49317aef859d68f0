package jp.mimamori.knowledge.computing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import jp.mimamori.knowledge.Answer;
import jp.mimamori.knowledge.Language;
import jp.mimamori.knowledge.ServiceFacts;
import jp.mimamori.knowledge.wording.Phrase;
import jp.mimamori.knowledge.wording.Wording;

/** What paying late costs (第24条第1項): from the day after the due date to the day of payment. */
final class LateInterest implements Computation {
  private static final String CLAUSE = "第24条第1項";
  private static final BigDecimal DAYS_OF_A_YEAR = BigDecimal.valueOf(365);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final Pattern INTEREST = Pattern.compile("利息|利子|interest|late fee|late charge");
  private static final Pattern RATE_ONLY = Pattern.compile("利率|何パーセント|何%|rate\\b|percent");

  private final ServiceFacts facts;

  LateInterest(ServiceFacts facts) {
    this.facts = facts;
  }

  @Override
  public Optional<Answer> answer(Asked asked) {
    if (!asked.says(Cue.LATE)
        || !(asked.says(Cue.MONEY) || asked.says(Cue.QUESTION) || asked.says(INTEREST))) {
      return Optional.empty();
    }
    Optional<BigDecimal> principal = principal(asked);
    List<String> steps = new ArrayList<>();
    OptionalLong days = days(asked, steps);
    if (principal.isEmpty() && (days.isEmpty() || asked.says(RATE_ONLY))) {
      return Optional.empty(); // a question about the rule, not for a sum
    }
    if (principal.isEmpty() || days.isEmpty()) {
      return Optional.of(
          Computation.askBack(
              asked.language(),
              Phrase.ASK_INTEREST,
              Phrase.EXAMPLE_INTEREST,
              Phrase.INTEREST_CHOICE,
              CLAUSE));
    }
    return Optional.of(interest(principal.get(), days.getAsLong(), steps, asked.language()));
  }

  private Answer interest(BigDecimal principal, long days, List<String> steps, Language language) {
    if (days <= 0) {
      return Computation.computed(
          Phrase.INTEREST_ON_TIME.in(language), steps, List.of(CLAUSE), Optional.empty());
    }
    BigDecimal interest = interest(principal, days);
    String amount = Wording.yen(principal, language);
    String delay = Wording.days(days, language);
    String rate = facts.lateInterestPercent().stripTrailingZeros().toPlainString();
    String sum = Wording.yen(interest, language);
    steps.add(Phrase.STEP_INTEREST.in(language, amount, rate, delay, sum));
    return Computation.computed(
        Phrase.INTEREST.in(language, amount, delay, rate, sum),
        steps,
        List.of(CLAUSE),
        Optional.of(Phrase.INTEREST_ASSUMPTION.in(language)));
  }

  /** Whole yen, rounded down; a year has 365 days. The terms leave both open. */
  BigDecimal interest(BigDecimal principal, long days) {
    return principal
        .multiply(facts.lateInterestPercent())
        .multiply(BigDecimal.valueOf(days))
        .divide(HUNDRED.multiply(DAYS_OF_A_YEAR), 0, RoundingMode.DOWN);
  }

  private Optional<BigDecimal> principal(Asked asked) {
    Optional<BigDecimal> money = asked.figures().money();
    List<Integer> counts = asked.figures().endpoints();
    if (money.isPresent() || counts.isEmpty()) {
      return money;
    }
    int months = Math.max(asked.figures().months().orElse(1), 1);
    return Optional.of(
        BigDecimal.valueOf(facts.monthlyFee())
            .multiply(BigDecimal.valueOf(counts.stream().mapToLong(Integer::longValue).sum()))
            .multiply(BigDecimal.valueOf(months)));
  }

  private static OptionalLong days(Asked asked, List<String> steps) {
    OptionalLong named = asked.figures().days();
    if (named.isPresent() || asked.days().isEmpty()) {
      return named;
    }
    Day first = asked.days().getFirst();
    LocalDate due;
    LocalDate paid;
    if (asked.days().size() > 1) {
      Day last = asked.days().getLast();
      due = first.before();
      paid = last.before().isBefore(due) ? last.date() : last.before();
    } else {
      due = first.before();
      paid = asked.today();
    }
    long days = ChronoUnit.DAYS.between(due, paid);
    Language language = asked.language();
    steps.add(
        Phrase.STEP_DELAY.in(
            language,
            Wording.date(due.plusDays(1), language),
            Wording.date(paid, language),
            Wording.days(days, language)));
    return OptionalLong.of(days);
  }
}
