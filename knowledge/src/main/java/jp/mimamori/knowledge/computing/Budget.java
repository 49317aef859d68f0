package jp.mimamori.knowledge.computing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.mimamori.knowledge.Answer;
import jp.mimamori.knowledge.Language;
import jp.mimamori.knowledge.ServiceFacts;
import jp.mimamori.knowledge.wording.Phrase;
import jp.mimamori.knowledge.wording.Wording;

/** How many endpoints a sum of money pays for (別紙 利用料金). */
final class Budget implements Computation {
  private static final Pattern HOW_MANY =
      Pattern.compile(
          "何台|いくつ|how many"
              + " (?:pcs?|endpoints?|devices?|computers?|machines?|seats?|licen[sc]es?|laptops?|units?)");

  private final ServiceFacts facts;

  Budget(ServiceFacts facts) {
    this.facts = facts;
  }

  @Override
  public Optional<Answer> answer(Asked asked) {
    Optional<BigDecimal> money = asked.figures().money();
    if (money.isEmpty() || !asked.says(HOW_MANY) || asked.says(Cue.OTHER_PRODUCT)) {
      return Optional.empty();
    }
    int year = asked.figures().saysYear() ? 12 : 1;
    int months = asked.figures().months().orElse(year);
    return Optional.of(affordable(money.get(), months, asked.language()));
  }

  private Answer affordable(BigDecimal budget, int months, Language language) {
    BigDecimal each = BigDecimal.valueOf(facts.monthlyFee() * months);
    BigDecimal endpoints = budget.divide(each, 0, RoundingMode.DOWN);
    BigDecimal total = each.multiply(endpoints);
    String counted = Wording.endpoints(endpoints.longValue(), language);
    String text =
        Phrase.BUDGET.in(
            language,
            Wording.yen(budget, language),
            Wording.months(months, language),
            counted,
            Wording.untaxed(total, language));
    if (endpoints.intValue() < facts.minimumNewOrder()) {
      text +=
          FeeSum.join(language)
              + Phrase.ORDERS_FROM.in(
                  language, Wording.endpoints(facts.minimumNewOrder(), language));
    }
    text += FeeSum.join(language) + Phrase.TAX_ON_TOP.in(language);
    String perEndpoint =
        Phrase.STEP_PERIOD.in(
            language,
            Wording.yen(BigDecimal.valueOf(facts.monthlyFee()), language),
            Wording.months(months, language),
            Wording.yen(each, language));
    String share =
        Phrase.STEP_BUDGET.in(
            language, Wording.yen(budget, language), Wording.yen(each, language), counted);
    String spent =
        Phrase.STEP_PERIOD.in(
            language, Wording.yen(each, language), counted, Wording.yen(total, language));
    return Computation.computed(
        text, List.of(perEndpoint, share, spent), List.of(FeeSum.PLACE), Optional.empty());
  }
}
