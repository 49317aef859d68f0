package jp.mimamori.knowledge.computing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.mimamori.knowledge.Answer;
import jp.mimamori.knowledge.Language;
import jp.mimamori.knowledge.ServiceFacts;
import jp.mimamori.knowledge.wording.Phrase;
import jp.mimamori.knowledge.wording.Wording;

/** What N endpoints cost, for a month or longer, or more of them (別紙 利用料金). */
final class FeeSum implements Computation {
  static final String PLACE = "別紙 利用料金";

  private static final Pattern COMPARED =
      Pattern.compile(
          "それぞれ|各々|比べ|比較|どちら|もしくは|または|\\bvs\\b|versus|\\beach\\b|respectively|\\bor\\b");
  private static final Pattern BY_MONTH =
      Pattern.compile("月額|毎月|月々|月ごと|\\bmonthly\\b|per month|a month");
  private static final Pattern BY_YEAR =
      Pattern.compile("年額|年払|毎年|\\byearly\\b|\\bannual|per year");
  private static final Pattern SMALLEST =
      Pattern.compile(
          "最低台数|最少台数|最小台数|最小構成|最少構成|最低構成|(?:smallest|minimum) (?:order|number|set-?up)");
  private static final Pattern TAXED =
      Pattern.compile(
          "税込|消費税込|税金込|includ(?:ing|es) (?:the )?(?:consumption )?tax|with tax|tax included");

  private final ServiceFacts facts;

  FeeSum(ServiceFacts facts) {
    this.facts = facts;
  }

  @Override
  public Optional<Answer> answer(Asked asked) {
    if (asked.says(Cue.OTHER_MONEY)
        || asked.says(Cue.CANCEL)
        || asked.says(Cue.LATE)
        || asked.says(Cue.OTHER_PRODUCT)) {
      return Optional.empty();
    }
    List<Integer> counts = asked.figures().endpoints();
    int months = months(asked);
    boolean money = asked.says(Cue.MONEY);
    if (money && asked.figures().each() && counts.stream().allMatch(count -> count == 1)) {
      return Optional.of(unit(months, asked));
    }
    if (counts.isEmpty() && asked.says(SMALLEST) && (months > 0 || asked.says(BY_MONTH)) && money) {
      counts = List.of(facts.minimumNewOrder());
    }
    if (counts.isEmpty()) {
      return money && months > 0 && asked.says(Cue.SUM)
          ? Optional.of(askEndpoints(asked.language()))
          : Optional.empty();
    }
    if (counts.contains(0)) {
      return money ? Optional.of(askEndpoints(asked.language())) : Optional.empty();
    }
    boolean tooFew = counts.getFirst() < facts.minimumNewOrder() && asked.says(Cue.ORDER);
    if (!money && months == 0 && !tooFew) {
      return Optional.empty();
    }
    Optional<Change> change = Change.in(asked);
    if (change.isPresent()) {
      return changed(change.get(), months, asked);
    }
    return Optional.of(fees(counts, months, asked));
  }

  /** A change of the number of endpoints, at once or after some months. */
  private Optional<Answer> changed(Change change, int months, Asked asked) {
    return switch (change) {
      case Change.Added(int before, int added) -> Optional.of(added(before, added, months, asked));
      case Change.Fewer(int after) -> Optional.of(fewer(after, months, asked));
      case Change.InTurn(List<Change.Phase> phases) -> Optional.of(inTurn(phases, asked));
    };
  }

  private static int months(Asked asked) {
    int named = asked.figures().months().orElse(0);
    return named == 0 && asked.figures().saysYear() ? 12 : named;
  }

  private static Answer askEndpoints(Language language) {
    return Computation.askBack(
        language, Phrase.ASK_ENDPOINTS, Phrase.EXAMPLE_FEE, Phrase.FEE_UNIT_CHOICE, PLACE);
  }

  private Answer unit(int months, Asked asked) {
    Language language = asked.language();
    List<String> steps = new ArrayList<>(List.of(monthStep(1, language)));
    List<String> said = new ArrayList<>();
    said.add(
        Phrase.FEE_UNIT.in(
            language,
            Wording.untaxed(BigDecimal.valueOf(facts.monthlyFee()), language),
            Wording.endpoints(facts.minimumNewOrder(), language),
            Wording.endpoints(facts.minimumAddition(), language)));
    if (months > 1) {
      said.add(period(1, months, language, steps));
    }
    return computed(said, steps, asked);
  }

  private Answer fees(List<Integer> counts, int months, Asked asked) {
    Language language = asked.language();
    List<String> steps = new ArrayList<>();
    List<String> said = new ArrayList<>();
    boolean compared = counts.size() > 1 && asked.says(COMPARED);
    if (compared) {
      counts.forEach(count -> said.add(fee(count, months, asked, steps)));
      return computed(said, steps, asked);
    }
    int endpoints = counts.stream().mapToInt(Integer::intValue).sum();
    if (counts.size() > 1) {
      steps.add(together(counts, language));
    }
    said.add(fee(endpoints, months, asked, steps));
    if (endpoints < facts.minimumNewOrder()) {
      said.add(
          Phrase.FEE_MINIMUM.in(
              language,
              Wording.endpoints(facts.minimumNewOrder(), language),
              Wording.endpoints(endpoints, language),
              total(facts.minimumNewOrder(), months, language)));
      fee(facts.minimumNewOrder(), months, asked, steps);
    }
    return computed(said, steps, asked);
  }

  /** For a month, for the time that is named, or for both where both are asked for. */
  private String fee(int endpoints, int months, Asked asked, List<String> steps) {
    Language language = asked.language();
    steps.add(monthStep(endpoints, language));
    String monthly =
        Phrase.FEE_MONTHLY.in(
            language,
            Wording.endpoints(endpoints, language),
            Wording.untaxed(monthly(endpoints), language));
    boolean both = asked.says(BY_MONTH) && asked.says(BY_YEAR);
    if (months == 0) {
      return monthly;
    }
    String period = period(endpoints, months, language, steps);
    return both ? monthly + join(language) + period : period;
  }

  private String period(int endpoints, int months, Language language, List<String> steps) {
    BigDecimal monthly = monthly(endpoints);
    BigDecimal total = monthly.multiply(BigDecimal.valueOf(months));
    steps.add(
        Phrase.STEP_PERIOD.in(
            language,
            Wording.yen(monthly, language),
            Wording.months(months, language),
            Wording.yen(total, language)));
    return Phrase.FEE_PERIOD.in(
        language,
        Wording.endpoints(endpoints, language),
        Wording.months(months, language),
        Wording.untaxed(total, language));
  }

  private Answer inTurn(List<Change.Phase> phases, Asked asked) {
    Language language = asked.language();
    List<String> steps = new ArrayList<>();
    List<String> said = new ArrayList<>();
    BigDecimal total = BigDecimal.ZERO;
    for (Change.Phase phase : phases) {
      steps.add(monthStep(phase.endpoints(), language));
      said.add(period(phase.endpoints(), phase.months(), language, steps));
      total = total.add(fees(phase));
    }
    steps.add(
        Phrase.STEP_TOGETHER.in(
            language,
            phases.stream()
                .map(phase -> Wording.yen(fees(phase), language))
                .collect(Collectors.joining(sign(language))),
            Wording.yen(total, language)));
    said.addFirst(
        Phrase.FEE_IN_TURN.in(
            language,
            Wording.months(phases.stream().mapToInt(Change.Phase::months).sum(), language),
            Wording.untaxed(total, language)));
    return computed(said, steps, asked);
  }

  private BigDecimal fees(Change.Phase phase) {
    return monthly(phase.endpoints()).multiply(BigDecimal.valueOf(phase.months()));
  }

  private static String sign(Language language) {
    return language == Language.JA ? " ＋ " : " + ";
  }

  private Answer added(int before, int added, int months, Asked asked) {
    Language language = asked.language();
    List<String> steps = new ArrayList<>(List.of(monthStep(added, language)));
    List<String> said = new ArrayList<>();
    said.add(
        Phrase.FEE_ADDED.in(
            language,
            Wording.endpoints(added, language),
            Wording.untaxed(monthly(added), language)));
    if (months > 1) {
      said.add(period(added, months, language, steps));
    }
    if (before > 0) {
      int together = before + added;
      steps.add(together(List.of(before, added), language));
      steps.add(monthStep(together, language));
      said.add(
          Phrase.FEE_ADDED_TOTAL.in(
              language,
              Wording.endpoints(together, language),
              Wording.untaxed(monthly(together), language)));
      if (months > 1) {
        said.add(period(together, months, language, steps));
      }
    }
    said.add(
        Phrase.ADDITIONS_FROM.in(language, Wording.endpoints(facts.minimumAddition(), language)));
    return computed(said, steps, asked);
  }

  private Answer fewer(int after, int months, Asked asked) {
    List<String> steps = new ArrayList<>();
    String said = fee(after, months, asked, steps);
    return Computation.computed(
        said + join(asked.language()) + Phrase.TAX_ON_TOP.in(asked.language()),
        steps,
        List.of(PLACE),
        Optional.of(Phrase.FEWER_ASSUMPTION.in(asked.language())));
  }

  private static Answer computed(List<String> said, List<String> steps, Asked asked) {
    Language language = asked.language();
    said.add(Phrase.TAX_ON_TOP.in(language));
    List<String> assumed = new ArrayList<>();
    if (asked.says(TAXED)) {
      assumed.add(Phrase.TAX_ASSUMPTION.in(language));
    }
    if (asked.figures().counts().ofPeople()) {
      assumed.add(Phrase.PEOPLE_ASSUMPTION.in(language));
    }
    return Computation.computed(
        String.join(join(language), said),
        steps,
        List.of(PLACE),
        Optional.of(String.join(join(language), assumed)).filter(words -> !words.isEmpty()));
  }

  private static String together(List<Integer> counts, Language language) {
    return Phrase.STEP_TOGETHER.in(
        language,
        String.join(
            sign(language),
            counts.stream().map(count -> Wording.endpoints(count, language)).toList()),
        Wording.endpoints(counts.stream().mapToLong(Integer::longValue).sum(), language));
  }

  private String total(int endpoints, int months, Language language) {
    BigDecimal monthly = monthly(endpoints);
    return Wording.untaxed(
        months == 0 ? monthly : monthly.multiply(BigDecimal.valueOf(months)), language);
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
