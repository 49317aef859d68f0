package jp.mimamori.knowledge.computing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.mimamori.knowledge.Answer;
import jp.mimamori.knowledge.Language;
import jp.mimamori.knowledge.ServiceFacts;
import jp.mimamori.knowledge.wording.Phrase;
import jp.mimamori.knowledge.wording.Wording;

/**
 * From the first day of the service, or the last one of a term: when the term ends, renews, and can
 * be objected to (第14条).
 */
final class TermDates implements Computation {
  private static final Pattern START =
      Pattern.compile(
          "開始|始ま|始め|スタート|利用し|使い始|使って|使う|提供|契約|start|beg[aiu]n|commenc|since|signed|from|live|using");
  private static final Pattern END =
      Pattern.compile(
          "満了|満期|終わ|終了|いつまで|何日まで|更新|期間|切れ|縛り|異議|意思表示|expir|renew|\\bend|until|term\\b|period|object|run"
              + " out|finish|over\\b|opt out");
  private static final Pattern OBJECTION =
      Pattern.compile("更新|延長|異議|意思表示|renew|another (?:year|term)|\\bobject\\b|extend|roll over");

  /** What stands before or after the last day of a term. */
  private static final Pattern ENDS_BEFORE =
      Pattern.compile(
          "(?:満了(?:日)?|満期(?:日)?|契約期限|終了日|契約期間)(?:は|が|:|,|、)?\\s*(?:来年の?|今年の?)?$|\\b(?:ends?|expir\\w*|runs?"
              + " out|is up|finish\\w*)(?: (?:on|at|by))*\\s*$");

  private static final Pattern ENDS_AFTER = Pattern.compile("^(?:に|で|を?もって)?\\s*(?:満了|満期|終了|切れ)");

  private final ServiceFacts facts;

  TermDates(ServiceFacts facts) {
    this.facts = facts;
  }

  @Override
  public Optional<Answer> answer(Asked asked) {
    if (asked.days().size() != 1
        || !asked.says(END)
        || asked.says(Cue.CANCEL)
        || asked.says(Cue.LATE)) {
      return Optional.empty();
    }
    Day day = asked.days().getFirst();
    if (isEnd(day, asked)) {
      return asked.says(OBJECTION) ? Optional.of(objection(day.date(), asked)) : Optional.empty();
    }
    if (!asked.says(START)) {
      return Optional.empty();
    }
    LocalDate start = asked.says(Cue.PAST) ? day.before() : day.date();
    return Optional.of(term(start, asked));
  }

  private static boolean isEnd(Day day, Asked asked) {
    return ENDS_BEFORE.matcher(asked.before(day, 20)).find()
        || ENDS_AFTER.matcher(asked.after(day, 10)).find();
  }

  private Answer term(LocalDate start, Asked asked) {
    Language language = asked.language();
    ContractDates first = ContractDates.of(start, facts);
    ContractDates term = ContractDates.on(asked.today(), start, facts);
    boolean renewed = !term.start().equals(start);
    String startsOn = Wording.date(term.start(), language);
    String endsOn = Wording.date(term.end(), language);
    String renewsOn = Wording.date(term.renewal(), language);
    String objectBy = Wording.date(term.objectBy(), language);
    String text =
        renewed
            ? Phrase.TERM_RENEWED.in(
                language, Wording.date(start, language), startsOn, endsOn, renewsOn, objectBy)
            : Phrase.TERM.in(language, startsOn, endsOn, renewsOn, objectBy);
    String step =
        Phrase.STEP_TERM_END.in(
            language,
            Wording.date(start, language),
            Wording.months(facts.termMonths(), language),
            Wording.date(first.end(), language));
    List<String> steps =
        List.of(
            renewed
                ? step + FeeSum.join(language) + Phrase.STEP_RENEWED.in(language, startsOn, endsOn)
                : step,
            Phrase.STEP_RENEWAL.in(language, renewsOn),
            Phrase.STEP_OBJECTION.in(
                language, Wording.months(facts.noticeMonths(), language), objectBy));
    return computed(text + passed(term.objectBy(), asked), steps, asked);
  }

  private Answer objection(LocalDate end, Asked asked) {
    Language language = asked.language();
    LocalDate objectBy = end.minusMonths(facts.noticeMonths());
    String endsOn = Wording.date(end, language);
    String renewsOn = Wording.date(end.plusDays(1), language);
    String by = Wording.date(objectBy, language);
    return computed(
        Phrase.OBJECTION.in(language, endsOn, by, renewsOn) + passed(objectBy, asked),
        List.of(
            Phrase.STEP_RENEWAL.in(language, renewsOn),
            Phrase.STEP_OBJECTION.in(language, Wording.months(facts.noticeMonths(), language), by)),
        asked);
  }

  private static String passed(LocalDate objectBy, Asked asked) {
    return objectBy.isBefore(asked.today())
        ? FeeSum.join(asked.language()) + Phrase.OBJECTION_PAST.in(asked.language())
        : "";
  }

  private static Answer computed(String text, List<String> steps, Asked asked) {
    return Computation.computed(
        text,
        steps,
        List.of("第14条第1項", "第14条第2項", "第15条第1項"),
        Optional.of(Phrase.TERM_ASSUMPTION.in(asked.language())));
  }
}
