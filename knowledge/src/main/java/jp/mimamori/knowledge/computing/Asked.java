package jp.mimamori.knowledge.computing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import jp.mimamori.knowledge.Language;
import jp.mimamori.knowledge.Question;
import jp.mimamori.knowledge.wording.Numerals;
import jp.mimamori.knowledge.wording.Wording;

/**
 * A question prepared for sums.
 *
 * @param text in digits and lower case
 * @param today the day of asking in Tokyo
 * @param days the days it names, in order
 */
record Asked(
    String text, Language language, Instant now, LocalDate today, Figures figures, List<Day> days) {
  static Asked of(Question question) {
    String digits = Numerals.digits(question.text());
    LocalDate today = LocalDate.ofInstant(question.now(), Wording.TOKYO);
    return new Asked(
        digits,
        question.answerIn(),
        question.now(),
        today,
        new Figures(digits),
        Days.in(digits, today));
  }

  boolean says(Pattern cue) {
    return cue.matcher(text).find();
  }

  /** What stands after a day, up to a few words. */
  String after(Day day, int length) {
    return text.substring(day.end(), Math.min(text.length(), day.end() + length));
  }

  /** What stands before a day, up to a few words. */
  String before(Day day, int length) {
    return text.substring(Math.max(0, day.start() - length), day.start());
  }
}
