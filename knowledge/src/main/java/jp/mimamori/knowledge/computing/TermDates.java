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

/** From the first day of the service: when the term ends, renews, and can be objected to (第14条). */
final class TermDates implements Computation {
  private static final Pattern START =
      Pattern.compile(
          "開始|始ま|始め|スタート|利用し|使い始|提供|契約|start|began|begin|commenc|since|signed|from|live");
  private static final Pattern END =
      Pattern.compile(
          "満了|満期|終わ|終了|いつまで|何日まで|更新|期間|切れ|縛り|異議|意思表示|expir|renew|\\bend|until|term\\b|period|object|run"
              + " out|finish|over\\b|opt out");

  private final ServiceFacts facts;

  TermDates(ServiceFacts facts) {
    this.facts = facts;
  }

  @Override
  public Optional<Answer> answer(Asked asked) {
    if (asked.days().size() != 1
        || !asked.says(START)
        || !asked.says(END)
        || asked.says(Cue.CANCEL)
        || asked.says(Cue.LATE)) {
      return Optional.empty();
    }
    Day day = asked.days().getFirst();
    LocalDate start = asked.says(Cue.PAST) ? day.before() : day.date();
    return Optional.of(term(start, asked.language()));
  }

  private Answer term(LocalDate start, Language language) {
    ContractDates term = ContractDates.of(start, facts);
    String startsOn = Wording.date(start, language);
    String endsOn = Wording.date(term.end(), language);
    String renewsOn = Wording.date(term.renewal(), language);
    String objectBy = Wording.date(term.objectBy(), language);
    return Computation.computed(
        Phrase.TERM.in(language, startsOn, endsOn, renewsOn, objectBy),
        List.of(
            Phrase.STEP_TERM_END.in(
                language, startsOn, Wording.months(facts.termMonths(), language), endsOn),
            Phrase.STEP_RENEWAL.in(language, renewsOn),
            Phrase.STEP_OBJECTION.in(
                language, Wording.months(facts.noticeMonths(), language), objectBy)),
        List.of("第14条第1項", "第14条第2項", "第15条第1項"),
        Optional.of(Phrase.TERM_ASSUMPTION.in(language)));
  }
}
