package jp.mimamori.knowledge.computing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import jp.mimamori.knowledge.Answer;
import jp.mimamori.knowledge.Language;
import jp.mimamori.knowledge.ServiceFacts;
import jp.mimamori.knowledge.wording.Phrase;
import jp.mimamori.knowledge.wording.Wording;

/**
 * When a cancellation takes effect, and by when to ask for it (第16条第1項). Each day that is named is
 * that of the notice or the one wished for, by the words nearest to it.
 */
final class CancellationDate implements Computation {
  private static final String CLAUSE = "第16条第1項";
  private static final Pattern ENDS =
      Pattern.compile("終わ|終了|\\bend|over\\b|stop|finish|\\bout\\b|last day");
  private static final Pattern DEADLINE =
      Pattern.compile(
          "いつまで(?!使え|利用)|何日まで|何月何日まで|期限|締め?切|最終日|by when|deadline|last (?:possible )?day|latest|no"
              + " later than|until when|how (?:late|early|far)|when"
              + " (?:do|must|should|shall|would|will|at the latest)? ?(?:i|we|you) (?:have to |need"
              + " to |need )?(?:our |the )?(?:give|send|notify|tell|submit|let|notice)");
  private static final Pattern SOONEST =
      Pattern.compile("最短|最速|早くていつ|一番早|soonest|earliest|as soon as");
  private static final Pattern CONTRACT_START =
      Pattern.compile("開始|始め|始ま|started|began|since|\\blive\\b");
  private static final Pattern RENEWAL =
      Pattern.compile("更新|満了|renew|another year|roll over|\\bobject\\b");
  private static final Pattern ARRIVED =
      Pattern.compile("届きました|届いています|着きました|出しました|送りました|received|arrived|we (?:sent|gave)");

  /** In Japanese the verb follows the day: 解約を通知して is a notice, 解約したい a wish. */
  private static final Pattern AFTER =
      Pattern.compile(
          "(?<notice>(?:解約|やめる?|辞める)(?:したい|する|の|を|と|旨|希望)*(?:通知|連絡|届|申|伝|書面|書類|言)|通知|連絡|届|到達|着い|申し?出|申し?込|提出|出し|出す|出せ|伝え|言っ|言え|送)"
              + "|(?<wish>解約|やめ|辞め|退会|終わ|終了|希望|契約を終)");

  /** In English it stands before, and so do 希望日 and the like. */
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?<notice>notice|notif\\w*|t(?:ell|old)|inform\\w*|s(?:ent|end|ending)\\b|arriv\\w*|reach\\w*|receiv\\w*|submit\\w*|letter|(?:get|have|receive)"
              + " our (?:cancellation|termination)|gets? to you|通知(?:日|は|が|を)*$)"
              + "|(?<wish>cancel\\w*|terminat\\w*|leav\\w*|quit\\w*|\\bend\\w*|stop\\w*|\\bout\\b|finish\\w*|wanted|desired|wish\\w*|effective|希望日[はがを:]*$|解約日[はがを:]*$)");

  private static final Pattern PAUSE = Pattern.compile("[、。;?？]");

  private final ServiceFacts facts;

  CancellationDate(ServiceFacts facts) {
    this.facts = facts;
  }

  @Override
  public Optional<Answer> answer(Asked asked) {
    boolean about = asked.says(Cue.CANCEL) || (asked.says(Cue.NOTICE) && asked.says(ENDS));
    if (!about
        || asked.says(Cue.PENALTY)
        || asked.says(CONTRACT_START)
        || asked.says(RENEWAL)
        || !asked.says(Cue.QUESTION)
        || (asked.says(Cue.MONEY) && !asked.figures().counts().isEmpty())) {
      return Optional.empty();
    }
    if (asked.days().isEmpty()) {
      return asked.says(SOONEST) && !asked.says(Cue.MONEY)
          ? Optional.of(deemed(asked.today(), asked.language()))
          : Optional.empty();
    }
    boolean deadline = asked.says(DEADLINE);
    Optional<LocalDate> notice = notice(asked, deadline);
    Optional<LocalDate> wish = wish(asked, notice, deadline);
    if (wish.isPresent() && notice.isEmpty() && deadline) {
      return Optional.of(deadline(wish.get(), asked));
    }
    if (wish.isPresent()) {
      return Optional.of(wished(notice.orElse(asked.today()), wish.get(), asked.language()));
    }
    return notice.map(arrives -> deemed(arrives, asked.language()));
  }

  private enum Role {
    NOTICE,
    WISH,
    UNSAID
  }

  private static Role role(Day day, Asked asked) {
    String after = PAUSE.splitAsStream(asked.after(day, 25)).findFirst().orElse("");
    String before = asked.before(day, 45);
    String near = before.substring(lastPause(before));
    Role role = Role.UNSAID;
    if (Language.of(asked.text()) == Language.JA) {
      role = AFTER.matcher(after).results().findFirst().map(CancellationDate::role).orElse(role);
    }
    return role == Role.UNSAID
        ? BEFORE
            .matcher(near)
            .results()
            .reduce((_, last) -> last)
            .map(CancellationDate::role)
            .orElse(role)
        : role;
  }

  private static int lastPause(String text) {
    return PAUSE.matcher(text).results().mapToInt(MatchResult::end).max().orElse(0);
  }

  private static Role role(MatchResult found) {
    return found.group("notice") != null ? Role.NOTICE : Role.WISH;
  }

  private static Optional<LocalDate> notice(Asked asked, boolean deadline) {
    boolean arrived = asked.says(ARRIVED);
    return asked.days().stream()
        .filter(
            day ->
                day.date().equals(asked.today())
                    || role(day, asked) == Role.NOTICE
                    || (!deadline && asked.days().size() == 1 && role(day, asked) == Role.UNSAID))
        .map(day -> arrived || isLately(day, asked) ? day.before() : day.date())
        .findFirst();
  }

  /** A day of the last weeks is meant rather than the same one in eleven months. */
  private static boolean isLately(Day day, Asked asked) {
    return !day.before().isBefore(asked.today().minusMonths(1))
        && day.date().isAfter(asked.today().plusMonths(6));
  }

  private static Optional<LocalDate> wish(
      Asked asked, Optional<LocalDate> notice, boolean deadline) {
    return asked.days().stream()
        .filter(day -> role(day, asked) == Role.WISH || (deadline && notice.isEmpty()))
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
