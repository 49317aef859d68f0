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

/** When a cancellation takes effect, and by when to ask for it (第16条第1項). */
final class CancellationDate implements Computation {
  private static final String CLAUSE = "第16条第1項";
  private static final Pattern CANCEL =
      Pattern.compile(Cue.CANCEL.pattern() + "|契約を終わ|利用を終わ|stop (?:using )?the service");
  private static final Pattern DEADLINE =
      Pattern.compile(
          "いつまで|何日まで|何月何日まで|期限|締め?切|最終日|by when|deadline|last day|latest|no later than|how"
              + " (?:late|early|far)|when (?:do|must|should|shall|would|will|at the latest)?"
              + " ?(?:i|we) (?:have to |need to )?(?:give|send|notify|tell|submit|let)");
  private static final Pattern NOTICE_AFTER =
      Pattern.compile("^(?:に|で|、|付けで|の)?.{0,8}?(?:通知|連絡|申し出|申出|届|提出|出し|出す|出せ|伝え|申し込|言っ|言え|notice)");
  private static final Pattern NOTICE_BEFORE =
      Pattern.compile(
          "(?:notice|notif|told|tell|inform|submit|sent|send|g[ia]ve|arriv|reach|receiv)[a-z'"
              + " ]{0,30}$");
  private static final Pattern WISH_AFTER =
      Pattern.compile(
          "^(?:付け?)?(?:に|で|をもって|限りで|いっぱいで|までで|を(?:解約|希望))?の?(?:解約|やめ|辞め|退会|キャンセル|契約を終|利用を終|終了)(?!(?:する)?(?:を|の)?(?:通知|連絡|申し出|申出|届|提出|申し込|伝え|言っ|言え))");
  private static final Pattern WISH_BEFORE =
      Pattern.compile("(?:cancel|terminat|leav|quit|end|stop|out)[a-z' ]{0,30}$");
  private static final Pattern CONTRACT_START = Pattern.compile("開始|始め|始ま|started|began|since");

  private final ServiceFacts facts;

  CancellationDate(ServiceFacts facts) {
    this.facts = facts;
  }

  @Override
  public Optional<Answer> answer(Asked asked) {
    if (!asked.says(CANCEL)
        || asked.says(Cue.MONEY)
        || asked.says(Cue.PENALTY)
        || asked.says(CONTRACT_START)
        || asked.days().isEmpty()
        || !asked.says(Cue.QUESTION)) {
      return Optional.empty();
    }
    Optional<LocalDate> notice = notice(asked);
    Optional<LocalDate> wish = wish(asked, notice);
    if (wish.isPresent() && notice.isEmpty() && asked.says(DEADLINE)) {
      return Optional.of(deadline(wish.get(), asked));
    }
    if (wish.isPresent()) {
      return Optional.of(wished(notice.orElse(asked.today()), wish.get(), asked.language()));
    }
    return notice.map(arrives -> deemed(arrives, asked.language()));
  }

  private static Optional<LocalDate> notice(Asked asked) {
    return asked.days().stream()
        .filter(day -> day.date().equals(asked.today()) || isNotice(day, asked))
        .map(Day::date)
        .findFirst();
  }

  private static boolean isNotice(Day day, Asked asked) {
    if (WISH_AFTER.matcher(asked.after(day, 20)).find()) {
      return false;
    }
    boolean told = NOTICE_BEFORE.matcher(asked.before(day, 40)).find();
    boolean wished = WISH_BEFORE.matcher(asked.before(day, 12)).find();
    return NOTICE_AFTER.matcher(asked.after(day, 20)).find() || (told && !wished);
  }

  private static Optional<LocalDate> wish(Asked asked, Optional<LocalDate> notice) {
    return asked.days().stream()
        .map(Day::date)
        .filter(day -> notice.isEmpty() || day.isAfter(notice.get()))
        .reduce((_, last) -> last);
  }

  private Answer deemed(LocalDate arrives, Language language) {
    LocalDate ends = arrives.plusMonths(facts.noticeMonths());
    return computed(
        Phrase.CANCEL_DEEMED.in(
            language, Wording.date(arrives, language), Wording.date(ends, language)),
        List.of(later(arrives, ends, language)),
        language);
  }

  private Answer wished(LocalDate arrives, LocalDate wish, Language language) {
    LocalDate earliest = arrives.plusMonths(facts.noticeMonths());
    Phrase outcome = wish.isBefore(earliest) ? Phrase.CANCEL_TOO_LATE : Phrase.CANCEL_AS_WISHED;
    return computed(
        outcome.in(
            language,
            Wording.date(arrives, language),
            Wording.date(wish, language),
            Wording.date(earliest, language)),
        List.of(later(arrives, earliest, language)),
        language);
  }

  private Answer deadline(LocalDate wish, Asked asked) {
    Language language = asked.language();
    LocalDate last = wish.minusMonths(facts.noticeMonths());
    String text =
        Phrase.CANCEL_DEADLINE.in(
            language, Wording.date(wish, language), Wording.date(last, language));
    if (last.isBefore(asked.today())) {
      text +=
          FeeSum.join(language)
              + Phrase.CANCEL_DEADLINE_PAST.in(
                  language,
                  Wording.date(asked.today(), language),
                  Wording.date(asked.today().plusMonths(facts.noticeMonths()), language));
    }
    String step =
        Phrase.STEP_MONTH_EARLIER.in(
            language,
            Wording.date(wish, language),
            Wording.months(facts.noticeMonths(), language),
            Wording.date(last, language));
    return computed(text, List.of(step), language);
  }

  private String later(LocalDate arrives, LocalDate ends, Language language) {
    return Phrase.STEP_MONTH_LATER.in(
        language,
        Wording.date(arrives, language),
        Wording.months(facts.noticeMonths(), language),
        Wording.date(ends, language));
  }

  private static Answer computed(String text, List<String> steps, Language language) {
    return Computation.computed(
        text, steps, List.of(CLAUSE), Optional.of(Phrase.MONTH_ASSUMPTION.in(language)));
  }
}
