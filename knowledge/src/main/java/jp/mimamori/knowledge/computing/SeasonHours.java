package jp.mimamori.knowledge.computing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.mimamori.knowledge.Answer;
import jp.mimamori.knowledge.Language;
import jp.mimamori.knowledge.SupportHours;
import jp.mimamori.knowledge.wording.Phrase;
import jp.mimamori.knowledge.wording.Wording;

/** On which days of a season people are at the desk: the year's end, Golden Week, Obon. */
final class SeasonHours implements Computation {
  private static final Pattern ABOUT =
      Pattern.compile(
          "休|対応|営業|開い|やって|電話|連絡|問い?合わ?せ|サポート|窓口|返事|返信|回答|いつ(?:から|まで)|最終|予定|仕事納め|仕事始め"
              + "|open|closed?\\b|available|support|answer|reply|respon|call|phone|reach|someone|anyone|somebody|anybody|back\\b|\\bwork|hours|contact");

  private enum Season {
    YEAR_END(
        "年末年始|(?:お)?正月|三が日|3が日|年始|年明け|年内の?(?:最終|最後|営業)|年内は?(?:何日|いつ)まで|仕事納め|仕事始め",
        "new year(?:'?s)? (?:holidays?|break|period|season|vacation)|year[- ]end(?: and new year)?"
            + " (?:holidays?|break|period)|over (?:the )?new year|(?:last|final)"
            + " (?:working|business) day of the year",
        "年末年始",
        "the year-end holidays",
        MonthDay.of(12, 29),
        MonthDay.of(1, 4)),
    GOLDEN_WEEK(
        "ゴールデン・?ウ[ィイ]ーク|(?<![a-z])gw(?![a-z])|大型連休|黄金週間",
        "golden week|\\bgw\\b",
        "ゴールデンウィーク",
        "Golden Week",
        MonthDay.of(4, 29),
        MonthDay.of(5, 5)),
    OBON("お盆|盆休み|盆期間", "\\bo-?bon\\b", "お盆", "Obon", MonthDay.of(8, 13), MonthDay.of(8, 16)),
    SILVER_WEEK(
        "シルバー・?ウ[ィイ]ーク",
        "silver week",
        "シルバーウィーク",
        "Silver Week",
        MonthDay.of(9, 19),
        MonthDay.of(9, 23));

    private final Pattern words;
    private final String japanese;
    private final String english;
    private final MonthDay from;
    private final MonthDay to;

    Season(
        String japaneseWords,
        String englishWords,
        String japanese,
        String english,
        MonthDay from,
        MonthDay to) {
      this.words = Pattern.compile(japaneseWords + "|" + englishWords);
      this.japanese = japanese;
      this.english = english;
      this.from = from;
      this.to = to;
    }

    String name(Language language) {
      return language == Language.JA ? japanese : english;
    }

    /** The next one, or the one that is on. */
    Span next(LocalDate today) {
      LocalDate end = to.atYear(today.getYear());
      LocalDate last = end.isBefore(today) ? to.atYear(today.getYear() + 1) : end;
      LocalDate first = from.atYear(last.getYear());
      return new Span(first.isAfter(last) ? from.atYear(last.getYear() - 1) : first, last);
    }
  }

  /** From a day to another, both counted in. */
  private record Span(LocalDate first, LocalDate last) {
    List<LocalDate> days() {
      return first.datesUntil(last.plusDays(1)).toList();
    }
  }

  private final DeskDays desk;

  SeasonHours(SupportHours hours) {
    this.desk = new DeskDays(hours);
  }

  @Override
  public Optional<Answer> answer(Asked asked) {
    if (!asked.days().isEmpty() || !asked.says(ABOUT) || asked.says(Cue.CANCEL)) {
      return Optional.empty();
    }
    for (Season season : Season.values()) {
      if (asked.says(season.words)) {
        return Optional.of(over(season, season.next(asked.today()), asked.language()));
      }
    }
    return Optional.empty();
  }

  private Answer over(Season season, Span span, Language language) {
    List<LocalDate> open = span.days().stream().filter(desk::isWorkday).toList();
    List<LocalDate> closed = span.days().stream().filter(day -> !desk.isWorkday(day)).toList();
    String name = season.name(language);
    String first = Wording.date(span.first(), language);
    String last = Wording.date(span.last(), language);
    if (closed.isEmpty()) {
      return computed(Phrase.SEASON_OPEN.in(language, name, first, last), language);
    }
    Instant back = desk.opening(closed.getLast().plusDays(1));
    String text =
        open.isEmpty()
            ? Phrase.SEASON_CLOSED.in(language, name, first, last)
            : Phrase.SEASON_PARTLY.in(
                language,
                name,
                first,
                last,
                runs(closed, language),
                runs(open, language),
                DeskDays.clock(desk.opening(open.getFirst())),
                DeskDays.clock(desk.closing(open.getFirst())));
    LocalDate before = desk.lastWorkdayBefore(closed.getFirst());
    return computed(
        text
            + FeeSum.join(language)
            + Phrase.SEASON_BEFORE.in(
                language, Wording.date(before, language), DeskDays.clock(desk.closing(before)))
            + Phrase.SEASON_AFTER.in(language, Wording.moment(back, language))
            + FeeSum.join(language)
            + Phrase.DESK_MAIL.in(language),
        language);
  }

  /** Days in a row as one: from the first to the last. */
  private static String runs(List<LocalDate> days, Language language) {
    List<String> runs = new ArrayList<>();
    int from = 0;
    for (int at = 1; at <= days.size(); at++) {
      if (at == days.size() || !days.get(at).equals(days.get(at - 1).plusDays(1))) {
        runs.add(run(days.get(from), days.get(at - 1), language));
        from = at;
      }
    }
    return String.join(language == Language.JA ? "、" : "; ", runs);
  }

  private static String run(LocalDate first, LocalDate last, Language language) {
    String from = Wording.date(first, language);
    if (first.equals(last)) {
      return from;
    }
    return from + (language == Language.JA ? "～" : " to ") + Wording.date(last, language);
  }

  private static Answer computed(String text, Language language) {
    return Computation.computed(
        text,
        List.of(Phrase.STEP_HOURS.in(language)),
        List.of(DeskHours.PLACE),
        Optional.of(Phrase.COMPANY_HOLIDAYS.in(language)));
  }
}
