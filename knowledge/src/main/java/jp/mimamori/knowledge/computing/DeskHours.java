package jp.mimamori.knowledge.computing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
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
  static final String PLACE = "別紙 問合せサポート(4)";

  private static final Pattern OPEN =
      Pattern.compile(
          "開い|開く|あいて|営業|やって(?:い|る|ま|ん)|やつて|受付|受け付け|対応|電話|問い?合わ?せ|サポート|窓口|休み|休業|相談|話せ|話した|お話|つなが(?:る|り)|繋が|何時まで|何時から|出られ|出てもら|連絡つ|連絡が?取|\\bopen\\b|\\bclosed?\\b|available|reach|\\bcall\\b|\\bring\\b|support|phone|\\bdesk\\b|talk"
              + " to|speak|working|do you work|on duty|anyone there|somebody there|someone"
              + " there|help me");
  private static final Pattern REPLY =
      Pattern.compile(
          "返事|返信|回答|返って|折り返し|返答|答え|担当者|人間|人が|人に|人は|見てもらえ|誰か|reply|answer|respon|human|person|someone|somebody|anybody|anyone|hear"
              + " (?:back|from)|get back");
  private static final Pattern WHEN =
      Pattern.compile("いつ(?!でも|も)|何時(?!間)|何日(?!間)|いつごろ|最短|when|what time|how soon|next time");

  /** Whether it asks for the rule of the hours rather than for a day of them. */
  private static final Pattern RULE =
      Pattern.compile(
          "(?:受付|対応|営業|サポート)時間|何曜日|\\b(?:support|business|opening|office|service) hours");

  private static final Pattern NOT_ABOUT_DESK =
      Pattern.compile(
          "ウイルス|ウィルス|感染|検知|検出|隔離|マルウェア|ランサム|ログイン|パスワード|エージェント|端末|コンソール|解約|料金|番号|アドレス|インストール|何時間|何分以内|目標|保証|レポート|請求|見積|契約|virus|infect|detect|isolat|malware|ransom|log"
              + " ?in|password|agent\\b|endpoint|console|cancel|\\bfee|number|address|install|how"
              + " many hours|guarantee|target|report|invoice|contract|quote");

  /** A time that begins or ends the hours: "対応は9時から？" asks for the clause. */
  private static final Pattern LIMIT =
      Pattern.compile("\\d時(?:半|\\d+分)?(?:から|まで|〜|~)|(?:from|until|till) \\d");

  private static final LocalTime DAWN = LocalTime.of(6, 0);

  private final SupportHours hours;
  private final DeskDays desk;

  DeskHours(SupportHours hours) {
    this.hours = hours;
    this.desk = new DeskDays(hours);
  }

  @Override
  public Optional<Answer> answer(Asked asked) {
    boolean asks = asked.says(Cue.QUESTION) || asked.says(WHEN);
    boolean about = asked.says(OPEN) || (asked.says(REPLY) && asks);
    if (asked.says(NOT_ABOUT_DESK) || !about || !asks) {
      return Optional.empty();
    }
    Optional<LocalTime> time = Clock.in(asked.text());
    Optional<Day> named =
        asked.days().stream().filter(day -> !asked.words(day).startsWith("年内")).findFirst();
    if (named.isPresent()) {
      LocalDate day = named.get().date();
      return day.isBefore(asked.today()) ? Optional.empty() : Optional.of(onDay(day, time, asked));
    }
    if (time.isPresent()) {
      return asked.says(LIMIT)
          ? Optional.empty()
          : Optional.of(at(asked.today(), time.get(), asked));
    }
    if (asked.says(RULE)) {
      return Optional.empty();
    }
    if (asked.says(REPLY) && asked.says(WHEN)) {
      return Optional.of(reply(asked.now(), asked));
    }
    boolean now = asked.says(Cue.NOW) || (asked.says(OPEN) && asked.says(WHEN) && asked.says(NEXT));
    return now ? Optional.of(now(asked)) : Optional.empty();
  }

  private static final Pattern NEXT = Pattern.compile("次(?:に|は|の)|\\bnext\\b|最短");

  private Answer onDay(LocalDate day, Optional<LocalTime> time, Asked asked) {
    if (time.isPresent()) {
      return at(day, time.get(), asked);
    }
    boolean today = day.equals(asked.today()) && desk.isWorkday(day);
    return today && (asked.says(Cue.NOW) || isOver(asked)) ? now(asked) : on(day, asked);
  }

  /** Whether nobody comes any more today. */
  private boolean isOver(Asked asked) {
    Instant next = hours.nextOpening(asked.now());
    return !next.atZone(Wording.TOKYO).toLocalDate().equals(asked.today());
  }

  private Answer now(Asked asked) {
    Language language = asked.language();
    String moment = Wording.moment(asked.now(), language);
    if (hours.isOpen(asked.now())) {
      String until = DeskDays.clock(desk.closingAfter(asked.now(), asked.today()));
      return computed(
          Phrase.DESK_OPEN_NOW.in(language, moment)
              + FeeSum.join(language)
              + Phrase.DESK_UNTIL.in(language, until),
          moment,
          language);
    }
    return computed(
        Phrase.DESK_CLOSED_NOW.in(language, moment) + next(asked.now(), language),
        moment,
        language);
  }

  /** To what is asked at that moment. */
  private Answer reply(Instant at, Asked asked) {
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

  /** At a named time; one of today that has passed is the next such time. */
  private Answer at(LocalDate day, LocalTime time, Asked asked) {
    Instant named = day.atTime(time).atZone(Wording.TOKYO).toInstant();
    boolean past = named.isBefore(asked.now());
    boolean unsaid = asked.days().isEmpty() || time.isBefore(DAWN);
    Instant at =
        past && unsaid
            ? day.plusDays(1).atTime(time).atZone(Wording.TOKYO).toInstant()
            : past ? asked.now() : named;
    return asked.says(REPLY) && asked.says(WHEN) ? reply(at, asked) : whether(at, asked);
  }

  private Answer whether(Instant at, Asked asked) {
    Language language = asked.language();
    String moment = Wording.moment(at, language);
    if (hours.isOpen(at)) {
      return computed(Phrase.DESK_OPEN_AT.in(language, moment), moment, language);
    }
    return computed(
        Phrase.DESK_CLOSED_AT.in(language, moment) + next(at, language), moment, language);
  }

  private Answer on(LocalDate day, Asked asked) {
    Language language = asked.language();
    String date = named(day, language);
    Instant opening = desk.opening(day);
    if (!desk.isWorkday(day)) {
      return computed(
          Phrase.DESK_CLOSED_DAY.in(language, date)
              + next(day.atStartOfDay(Wording.TOKYO).toInstant(), language),
          date,
          language);
    }
    return computed(
        Phrase.DESK_OPEN_DAY.in(
            language, date, DeskDays.clock(opening), DeskDays.clock(desk.closing(day))),
        date,
        language);
  }

  /** With the name of the holiday, which is the reason; the calendar has it in Japanese. */
  private String named(LocalDate day, Language language) {
    String date = Wording.date(day, language);
    return hours
        .holiday(day)
        .filter(_ -> language == Language.JA)
        .map(name -> date + "・" + name)
        .orElse(date);
  }

  private String next(Instant from, Language language) {
    return FeeSum.join(language)
        + Phrase.DESK_NEXT.in(language, Wording.moment(hours.nextOpening(from), language))
        + FeeSum.join(language)
        + Phrase.DESK_MAIL.in(language);
  }

  private static Answer computed(String text, String asked, Language language) {
    return Computation.computed(
        text,
        List.of(Phrase.STEP_ASKED.in(language, asked), Phrase.STEP_HOURS.in(language)),
        List.of(PLACE),
        Optional.empty());
  }
}
