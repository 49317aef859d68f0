package jp.mimamori.knowledge.computing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import jp.mimamori.knowledge.Answer;
import jp.mimamori.knowledge.Language;
import jp.mimamori.knowledge.ServiceFacts;
import jp.mimamori.knowledge.wording.Phrase;
import jp.mimamori.knowledge.wording.Wording;

/** What leaving within the minimum period costs (第15条第2項): the fees of the months that remain. */
final class EarlyTermination implements Computation {
  private static final String CLAUSE = "第15条第2項";
  private static final Pattern END =
      Pattern.compile("満了|終了日|期限|end of the (?:minimum|term|contract)|expir");
  private static final Pattern START = Pattern.compile("開始|始め|始ま|契約した|から|start|began|since|from");
  private static final Pattern HALFWAY = Pattern.compile("half ?way|折り返し|ちょうど半分");
  private static final Pattern USED_BEFORE = Pattern.compile("\\bafter (?:only |just )?$");
  private static final Pattern USED_AFTER =
      Pattern.compile("^(?:ほど|くらい|ぐらい|間)?(?:が)?(?:たっ|経|使|利用|後|で(?:解約|やめ|辞め|中途))|^ in\\b");
  private static final Pattern LEFT_BEFORE =
      Pattern.compile("(?:残|あと|remain\\w*|last)[^、。,.;]{0,6}$");
  private static final Pattern LEFT_AFTER =
      Pattern.compile("^[^、。,.;]{0,6}(?:残|余|early|left)|^ (?:of the [a-z ]+ )?(?:left|remain)");
  private static final Pattern MEANS_NOW = Pattern.compile("今|いま|本日|now|today");

  private final ServiceFacts facts;

  EarlyTermination(ServiceFacts facts) {
    this.facts = facts;
  }

  @Override
  public Optional<Answer> answer(Asked asked) {
    boolean leaving = asked.says(Cue.CANCEL) && (asked.says(Cue.MONEY) || asked.says(Cue.PENALTY));
    boolean about =
        leaving || (asked.says(Cue.PENALTY) && asked.says(Cue.REMAINING) && asked.says(Cue.MONEY));
    List<Integer> counts = asked.figures().endpoints();
    boolean numbers =
        !counts.isEmpty() || asked.figures().months().isPresent() || asked.says(HALFWAY);
    if (!about || asked.says(Cue.LATE) || !(numbers || asked.days().size() > 1)) {
      return Optional.empty();
    }
    List<String> steps = new ArrayList<>();
    OptionalInt remaining = remaining(asked, steps);
    if (remaining.isPresent() && remaining.getAsInt() <= 0) {
      return Optional.of(over(steps, asked.language()));
    }
    int endpoints = counts.stream().mapToInt(Integer::intValue).sum();
    if (endpoints == 0 || remaining.isEmpty()) {
      return Optional.of(
          Computation.askBack(
              asked.language(),
              Phrase.ASK_EARLY,
              Phrase.EXAMPLE_EARLY,
              Phrase.EARLY_CHOICE,
              CLAUSE));
    }
    return Optional.of(sum(endpoints, remaining.getAsInt(), steps, asked.language()));
  }

  private static Answer over(List<String> steps, Language language) {
    return Computation.computed(
        Phrase.EARLY_OVER.in(language), steps, List.of(CLAUSE, "第15条第1項"), Optional.empty());
  }

  private Answer sum(int endpoints, int months, List<String> steps, Language language) {
    BigDecimal monthly =
        BigDecimal.valueOf(facts.monthlyFee()).multiply(BigDecimal.valueOf(endpoints));
    BigDecimal total = monthly.multiply(BigDecimal.valueOf(months));
    String counted = Wording.endpoints(endpoints, language);
    String period = Wording.months(months, language);
    steps.add(
        Phrase.STEP_MONTH.in(
            language,
            Wording.yen(BigDecimal.valueOf(facts.monthlyFee()), language),
            counted,
            Wording.yen(monthly, language)));
    steps.add(
        Phrase.STEP_PERIOD.in(
            language, Wording.yen(monthly, language), period, Wording.yen(total, language)));
    return Computation.computed(
        Phrase.EARLY.in(language, period, Wording.untaxed(total, language), counted),
        steps,
        List.of(CLAUSE, FeeSum.PLACE, "第16条第1項"),
        Optional.of(Phrase.EARLY_ASSUMPTION.in(language)));
  }

  private OptionalInt remaining(Asked asked, List<String> steps) {
    Language language = asked.language();
    OptionalInt byDays = byDays(asked, steps);
    if (byDays.isPresent()) {
      return byDays;
    }
    Optional<Period> left =
        asked.figures().periods().stream().filter(period -> isLeft(period, asked)).findFirst();
    if (left.isPresent()) {
      return left(left.get().months(), steps, language);
    }
    OptionalInt named = asked.figures().months();
    if (named.isEmpty()) {
      return asked.says(HALFWAY) ? left(facts.termMonths() / 2, steps, language) : named;
    }
    boolean used = asked.figures().periods().stream().anyMatch(period -> isUsed(period, asked));
    if (asked.says(Cue.REMAINING) && !used) {
      return left(named.getAsInt(), steps, language);
    }
    int rest = Math.max(facts.termMonths() - named.getAsInt(), 0);
    steps.add(
        Phrase.STEP_REMAINING_USED.in(
            language,
            Wording.months(facts.termMonths(), language),
            Wording.months(named.getAsInt(), language),
            Wording.months(rest, language)));
    return OptionalInt.of(rest);
  }

  private static OptionalInt left(int months, List<String> steps, Language language) {
    steps.add(Phrase.STEP_REMAINING.in(language, Wording.months(months, language)));
    return OptionalInt.of(months);
  }

  private static boolean isUsed(Period period, Asked asked) {
    return USED_BEFORE.matcher(asked.text().substring(0, period.start())).find()
        || USED_AFTER.matcher(asked.text().substring(period.end())).find();
  }

  private static boolean isLeft(Period period, Asked asked) {
    String before = asked.text().substring(Math.max(0, period.start() - 12), period.start());
    String after = asked.text().substring(period.end());
    return asked.text().startsWith("残", period.start())
        || LEFT_BEFORE.matcher(before).find()
        || LEFT_AFTER.matcher(after).find();
  }

  /** From the start or the end of the minimum period and the day of cancellation. */
  private OptionalInt byDays(Asked asked, List<String> steps) {
    if (asked.days().isEmpty()) {
      return OptionalInt.empty();
    }
    List<LocalDate> days = asked.days().stream().map(Day::date).sorted().toList();
    LocalDate end;
    LocalDate cancelled;
    if (days.size() > 1 && asked.says(END)) {
      cancelled = days.getFirst();
      end = days.getLast();
    } else if (days.size() > 1) {
      end = Term.end(startBefore(asked), facts.termMonths());
      cancelled = asked.days().getLast().date();
    } else if (asked.says(END) && asked.says(MEANS_NOW)) {
      cancelled = asked.today();
      end = days.getFirst();
    } else if (asked.says(START) && asked.says(MEANS_NOW)) {
      cancelled = asked.today();
      end = Term.end(asked.days().getFirst().before(), facts.termMonths());
    } else {
      return OptionalInt.empty();
    }
    int months = Term.monthsAfter(cancelled, end);
    Language language = asked.language();
    steps.add(Phrase.STEP_MINIMUM_END.in(language, Wording.date(end, language)));
    steps.add(Phrase.STEP_REMAINING.in(language, Wording.months(months, language)));
    return OptionalInt.of(months);
  }

  /** The start is the day named first; without a year it is the last such day before the other. */
  private static LocalDate startBefore(Asked asked) {
    Day start = asked.days().getFirst();
    LocalDate cancelled = asked.days().getLast().date();
    return start.date().isAfter(cancelled) ? start.before() : start.date();
  }
}
