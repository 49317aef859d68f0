package jp.mimamori.knowledge.computing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import jp.mimamori.knowledge.Language;
import jp.mimamori.knowledge.Question;
import jp.mimamori.knowledge.SupportHours;
import jp.mimamori.knowledge.wording.Numerals;
import jp.mimamori.knowledge.wording.Wording;

/**
 * A question prepared for sums.
 *
 * @param text in digits and lower case, slips of the finger in the words of sums mended
 * @param today the day of asking in Tokyo
 * @param days the days it names, in order
 */
record Asked(
    String text, Language language, Instant now, LocalDate today, Figures figures, List<Day> days) {
  /** Written all in katakana, by a machine or in haste. */
  private static final Pattern ONLY_KATAKANA =
      Pattern.compile("[^\\p{IsHiragana}\\p{IsHan}]*\\p{IsKatakana}[^\\p{IsHiragana}\\p{IsHan}]*");

  private static final int HIRAGANA = 'ァ' - 'ぁ';

  /** 30代を1年 is a slip for 台 where money is asked for; nobody pays for an age. */
  private static final Pattern GENERATION = Pattern.compile("(?<=\\d)代(?=[をでのだはにが、。\\s?]|$)");

  static Asked of(Question question, SupportHours hours) {
    String digits = Numerals.digits(hiragana(question.text()));
    if (Cue.MONEY.matcher(digits).find()) {
      digits = GENERATION.matcher(digits).replaceAll("台");
    }
    if (Language.of(question.text()) == Language.EN) {
      digits = Slips.mended(digits);
    }
    LocalDate today = LocalDate.ofInstant(question.now(), Wording.TOKYO);
    List<Day> days = new ArrayList<>(Days.in(digits, today));
    NamedDays.in(digits, today, hours).stream()
        .filter(named -> days.stream().noneMatch(day -> overlap(day, named)))
        .toList()
        .forEach(days::add);
    days.sort(Comparator.comparingInt(Day::start));
    return new Asked(
        digits,
        question.answerIn(),
        question.now(),
        today,
        Figures.of(digits, days),
        List.copyOf(days));
  }

  private static boolean overlap(Day one, Day other) {
    return one.start() < other.end() && other.start() < one.end();
  }

  private static String hiragana(String text) {
    String plain = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC);
    if (!ONLY_KATAKANA.matcher(plain).matches()) {
      return text;
    }
    StringBuilder kana = new StringBuilder();
    plain.chars().forEach(c -> kana.append((char) (c >= 'ァ' && c <= 'ン' ? c - HIRAGANA : c)));
    return kana.toString();
  }

  boolean says(Pattern cue) {
    return cue.matcher(text).find();
  }

  /** How a day is named. */
  String words(Day day) {
    return text.substring(day.start(), day.end());
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
