package jp.mimamori.knowledge.computing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.mimamori.knowledge.Answer;
import jp.mimamori.knowledge.Language;
import jp.mimamori.knowledge.ServiceFacts;
import jp.mimamori.knowledge.wording.Phrase;
import jp.mimamori.knowledge.wording.Wording;

/** What N endpoints cost, for a month or longer, or more of them (別紙 利用料金). */
final class FeeSum implements Computation {
  static final String PLACE = "別紙 利用料金";

  private static final Pattern FROM_TO =
      Pattern.compile("(\\d+)\\s*台?から\\s*(\\d+)\\s*台?(?:に|へ|まで)|from (\\d+)[a-z ]* to (\\d+)");

  private final ServiceFacts facts;

  FeeSum(ServiceFacts facts) {
    this.facts = facts;
  }

  @Override
  public Optional<Answer> answer(Asked asked) {
    if (asked.says(Cue.OTHER_MONEY) || asked.says(Cue.CANCEL) || asked.says(Cue.LATE)) {
      return Optional.empty();
    }
    List<Integer> counts = asked.figures().endpoints();
    int months = months(asked);
    boolean money = asked.says(Cue.MONEY);
    if (money && asked.figures().each() && counts.stream().allMatch(count -> count == 1)) {
      return Optional.of(unit(asked.language()));
    }
    if (counts.isEmpty()) {
      return money && months > 0 && asked.says(Cue.SUM)
          ? Optional.of(askEndpoints(asked.language()))
          : Optional.empty();
    }
    if (counts.contains(0)) {
      return money ? Optional.of(askEndpoints(asked.language())) : Optional.empty();
    }
    if (asked.says(Cue.ADD)) {
      return money ? Optional.of(addition(asked, counts)) : Optional.empty();
    }
    int endpoints = counts.getFirst();
    boolean tooFew = endpoints < facts.minimumNewOrder() && asked.says(Cue.ORDER);
    return money || months > 0 || tooFew
        ? Optional.of(fee(endpoints, months, asked.language()))
        : Optional.empty();
  }

  private Answer unit(Language language) {
    String text =
        Phrase.FEE_UNIT.in(
                language,
                Wording.untaxed(BigDecimal.valueOf(facts.monthlyFee()), language),
                Wording.endpoints(facts.minimumNewOrder(), language),
                Wording.endpoints(facts.minimumAddition(), language))
            + join(language)
            + Phrase.TAX_ON_TOP.in(language);
    return Computation.computed(
        text, List.of(monthStep(1, language)), List.of(PLACE), Optional.empty());
  }

  private static int months(Asked asked) {
    int named = asked.figures().months().orElse(0);
    return named == 0 && asked.figures().saysYear() ? 12 : named;
  }

  private static Answer askEndpoints(Language language) {
    return Computation.askBack(
        language, Phrase.ASK_ENDPOINTS, Phrase.EXAMPLE_FEE, Phrase.FEE_UNIT_CHOICE, PLACE);
  }

  private Answer fee(int endpoints, int months, Language language) {
    List<String> steps = new ArrayList<>();
    String text = sum(endpoints, months, language, steps);
    if (endpoints < facts.minimumNewOrder()) {
      sum(facts.minimumNewOrder(), months, language, steps);
      text +=
          join(language)
              + Phrase.FEE_MINIMUM.in(
                  language,
                  Wording.endpoints(facts.minimumNewOrder(), language),
                  Wording.endpoints(endpoints, language),
                  total(facts.minimumNewOrder(), months, language));
    }
    text += join(language) + Phrase.TAX_ON_TOP.in(language);
    return Computation.computed(text, steps, List.of(PLACE), Optional.empty());
  }

  private String sum(int endpoints, int months, Language language, List<String> steps) {
    BigDecimal monthly = monthly(endpoints);
    String counted = Wording.endpoints(endpoints, language);
    steps.add(monthStep(endpoints, language));
    if (months == 0) {
      return Phrase.FEE_MONTHLY.in(language, counted, Wording.untaxed(monthly, language));
    }
    BigDecimal total = monthly.multiply(BigDecimal.valueOf(months));
    steps.add(
        Phrase.STEP_PERIOD.in(
            language,
            Wording.yen(monthly, language),
            Wording.months(months, language),
            Wording.yen(total, language)));
    return Phrase.FEE_PERIOD.in(
        language, counted, Wording.months(months, language), Wording.untaxed(total, language));
  }

  private String total(int endpoints, int months, Language language) {
    BigDecimal monthly = monthly(endpoints);
    return Wording.untaxed(
        months == 0 ? monthly : monthly.multiply(BigDecimal.valueOf(months)), language);
  }

  private Answer addition(Asked asked, List<Integer> counts) {
    Language language = asked.language();
    int before = 0;
    int added = counts.getLast();
    Matcher fromTo = FROM_TO.matcher(asked.text());
    if (fromTo.find()) {
      before = Integer.parseInt(fromTo.group(1) != null ? fromTo.group(1) : fromTo.group(3));
      int after = Integer.parseInt(fromTo.group(2) != null ? fromTo.group(2) : fromTo.group(4));
      added = Math.max(after - before, 0);
    } else if (counts.size() > 1) {
      before = counts.getFirst();
    }
    List<String> steps = new ArrayList<>(List.of(monthStep(added, language)));
    String text =
        Phrase.FEE_ADDED.in(
            language,
            Wording.endpoints(added, language),
            Wording.untaxed(monthly(added), language));
    if (before > 0) {
      int together = before + added;
      steps.add(
          Phrase.STEP_ADD.in(
              language,
              Wording.endpoints(before, language),
              Wording.endpoints(added, language),
              Wording.endpoints(together, language)));
      steps.add(monthStep(together, language));
      text +=
          join(language)
              + Phrase.FEE_ADDED_TOTAL.in(
                  language,
                  Wording.endpoints(together, language),
                  Wording.untaxed(monthly(together), language));
    }
    text +=
        join(language)
            + Phrase.ADDITIONS_FROM.in(
                language, Wording.endpoints(facts.minimumAddition(), language))
            + join(language)
            + Phrase.TAX_ON_TOP.in(language);
    return Computation.computed(text, steps, List.of(PLACE), Optional.empty());
  }

  private String monthStep(int endpoints, Language language) {
    return Phrase.STEP_MONTH.in(
        language,
        Wording.yen(BigDecimal.valueOf(facts.monthlyFee()), language),
        Wording.endpoints(endpoints, language),
        Wording.yen(monthly(endpoints), language));
  }

  private BigDecimal monthly(int endpoints) {
    return BigDecimal.valueOf(facts.monthlyFee()).multiply(BigDecimal.valueOf(endpoints));
  }

  static String join(Language language) {
    return language == Language.JA ? "" : " ";
  }
}
