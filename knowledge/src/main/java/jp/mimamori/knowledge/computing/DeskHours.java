package jp.mimamori.knowledge.computing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.mimamori.knowledge.Answer;
import jp.mimamori.knowledge.Language;
import jp.mimamori.knowledge.SupportHours;
import jp.mimamori.knowledge.wording.Phrase;
import jp.mimamori.knowledge.wording.Wording;

/** Whether people are at the desk at a named time, and when they will be (別紙 問合せサポート(4)). */
final class DeskHours implements Computation {
  private static final String PLACE = "別紙 問合せサポート(4)";
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

  private static final Pattern OPEN =
      Pattern.compile(
          "開い|開く|あいて|営業|やって(?:い|る|ま)|受付|受け付け|対応|電話|問い?合わ?せ|サポート|窓口|休み|休業|相談|話せ|話した|つなが(?:る|り)|何時まで|何時から|\\bopen\\b|\\bclosed?\\b|available|reach|\\bcall\\b|support|phone|\\bdesk\\b|talk"
              + " to|speak|working|on duty");
  private static final Pattern REPLY =
      Pattern.compile(
          "返事|返信|回答|折り返し|返答|担当者|人間|人が|人に|人は|reply|answer|respon|human|person|someone|somebody|hear"
              + " back|get back");
  private static final Pattern WHEN =
      Pattern.compile("いつ(?!で|も)|何時(?!間)|何日(?!間)|いつごろ|when|what time|how soon");
  private static final Pattern NOT_ABOUT_DESK =
      Pattern.compile(
          "ウイルス|ウィルス|感染|検知|検出|隔離|マルウェア|ランサム|ログイン|パスワード|エージェント|端末|コンソール|解約|料金|番号|アドレス|インストール|何時間|何分以内|目標|保証|レポート|virus|infect|detect|isolat|malware|ransom|log"
              + " ?in|password|agent|endpoint|console|cancel|fee|number|address|install|how many"
              + " hours|guarantee|target|report");

  private final SupportHours hours;

  DeskHours(SupportHours hours) {
    this.hours = hours;
  }

  @Override
  public Optional<Answer> answer(Asked asked) {
    if (asked.says(NOT_ABOUT_DESK)) {
      return Optional.empty();
    }
    Optional<LocalTime> time = Clock.in(asked.text());
    boolean open = asked.says(OPEN) && asked.says(Cue.QUESTION);
    if (open && !asked.days().isEmpty()) {
      LocalDate day = asked.days().getFirst().date();
      return day.isBefore(asked.today())
          ? Optional.empty()
          : Optional.of(time.map(at -> at(day, at, asked)).orElseGet(() -> on(day, asked)));
    }
    if (open && time.isPresent() && asked.days().isEmpty()) {
      return Optional.empty(); // "対応は9時から？" asks for the clause
    }
    if (asked.says(REPLY) && asked.says(WHEN)) {
      return Optional.of(reply(asked, time));
    }
    return open && asked.says(Cue.NOW) ? Optional.of(now(asked)) : Optional.empty();
  }

  private Answer now(Asked asked) {
    Language language = asked.language();
    String moment = Wording.moment(asked.now(), language);
    if (hours.isOpen(asked.now())) {
      return computed(Phrase.DESK_OPEN_NOW.in(language, moment), moment, language);
    }
    return computed(
        Phrase.DESK_CLOSED_NOW.in(language, moment) + next(asked.now(), language),
        moment,
        language);
  }

  /** To what is asked now, or at the time that is named: "if I write on Friday at 19:00 …". */
  private Answer reply(Asked asked, Optional<LocalTime> time) {
    Instant at = whenAsked(asked, time);
    Language language = asked.language();
    String moment = Wording.moment(at, language);
    if (hours.isOpen(at)) {
      Phrase there = at.equals(asked.now()) ? Phrase.DESK_REPLY_NOW : Phrase.DESK_OPEN_AT;
      return computed(there.in(language, moment), moment, language);
    }
    String next = Wording.moment(hours.nextOpening(at), language);
    return computed(
        Phrase.DESK_REPLY_NEXT.in(language, next)
            + FeeSum.join(language)
            + Phrase.DESK_MAIL.in(language),
        moment,
        language);
  }

  private static Instant whenAsked(Asked asked, Optional<LocalTime> time) {
    if (time.isEmpty() && asked.days().isEmpty()) {
      return asked.now();
    }
    LocalDate day = asked.days().isEmpty() ? asked.today() : asked.days().getFirst().date();
    Instant named = day.atTime(time.orElse(LocalTime.MIDNIGHT)).atZone(Wording.TOKYO).toInstant();
    return named.isBefore(asked.now()) ? asked.now() : named;
  }

  private Answer at(LocalDate day, LocalTime time, Asked asked) {
    Language language = asked.language();
    Instant at = day.atTime(time).atZone(Wording.TOKYO).toInstant();
    String moment = Wording.moment(at, language);
    if (hours.isOpen(at)) {
      return computed(Phrase.DESK_OPEN_AT.in(language, moment), moment, language);
    }
    return computed(
        Phrase.DESK_CLOSED_AT.in(language, moment) + next(at, language), moment, language);
  }

  private Answer on(LocalDate day, Asked asked) {
    Language language = asked.language();
    String date = Wording.date(day, language);
    Instant midnight = day.atStartOfDay(Wording.TOKYO).toInstant();
    Instant opening = hours.nextOpening(midnight);
    if (!opening.atZone(Wording.TOKYO).toLocalDate().equals(day)) {
      return computed(
          Phrase.DESK_CLOSED_DAY.in(language, date) + next(midnight, language), date, language);
    }
    return computed(
        Phrase.DESK_OPEN_DAY.in(language, date, clock(opening), clock(closing(opening, day))),
        date,
        language);
  }

  /** The first minute after an opening when nobody is there any more, at most midnight. */
  private Instant closing(Instant opening, LocalDate day) {
    Instant midnight = day.plusDays(1).atStartOfDay(Wording.TOKYO).toInstant();
    Instant at = opening;
    while (at.isBefore(midnight) && hours.isOpen(at)) {
      at = at.plus(Duration.ofMinutes(1));
    }
    return at;
  }

  private String next(Instant from, Language language) {
    return FeeSum.join(language)
        + Phrase.DESK_NEXT.in(language, Wording.moment(hours.nextOpening(from), language))
        + FeeSum.join(language)
        + Phrase.DESK_MAIL.in(language);
  }

  private static String clock(Instant at) {
    return TIME.format(at.atZone(Wording.TOKYO));
  }

  private static Answer computed(String text, String asked, Language language) {
    return Computation.computed(
        text,
        List.of(Phrase.STEP_ASKED.in(language, asked), Phrase.STEP_HOURS.in(language)),
        List.of(PLACE),
        Optional.empty());
  }
}
