package jp.mimamori.knowledge.computing;

import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the time of day that people name: {@code 17時半}, {@code 午後3時}, {@code 5:30 pm}, {@code half
 * past five}. An hour from one to six without more is one of the afternoon: nobody calls before
 * dawn without saying so.
 */
final class Clock {
  private static final Pattern JAPANESE =
      Pattern.compile(
          "(午前中?|午後|朝|早朝|夜中|夜|今夜|今晩|晩|夕方|昼|深夜|未明)?の?(\\d{1,2})時(?!間|点)(?:(\\d{1,2})分|(半))?");
  private static final Pattern DIGITAL =
      Pattern.compile("(?<![\\d/])(\\d{1,2}):(\\d{2})\\s*(am|pm|a\\.m\\.|p\\.m\\.)?");
  private static final Pattern ENGLISH =
      Pattern.compile("\\b(\\d{1,2})\\s*(am|pm|a\\.m\\.|p\\.m\\.|o'clock)");
  private static final Pattern HALF_PAST = Pattern.compile("\\bhalf past (\\d{1,2})\\b");
  private static final Pattern BARE =
      Pattern.compile("\\b(?:at|around|about) (\\d{1,2})(?=\\s*(?:[?.,!]|$|in the|tonight))");
  private static final Pattern NOON = Pattern.compile("正午|\\bnoon\\b|お?昼(?!休み|\\d)");
  private static final Pattern MIDNIGHT = Pattern.compile("\\bmidnight\\b");
  private static final Pattern NIGHT =
      Pattern.compile("夜(?!中|間)|今晩|深夜|夜中|\\b(?:to)?night\\b|\\bevening\\b");
  private static final Pattern LATE = Pattern.compile("\\b(?:tonight|evening|night|afternoon)\\b");
  private static final Pattern EARLY = Pattern.compile("\\bmorning\\b");

  /** Where only the night is named: when people are at home. */
  private static final LocalTime AT_NIGHT = LocalTime.of(20, 0);

  private static final int EVENING = 6;

  private Clock() {}

  static Optional<LocalTime> in(String text) {
    Matcher japanese = JAPANESE.matcher(text);
    if (japanese.find()) {
      int minute = japanese.group(4) != null ? 30 : number(japanese.group(3));
      return time(japanese(japanese.group(1), number(japanese.group(2))), minute);
    }
    Matcher digital = DIGITAL.matcher(text);
    if (digital.find()) {
      return time(english(number(digital.group(1)), digital.group(3)), number(digital.group(2)));
    }
    Matcher english = ENGLISH.matcher(text);
    if (english.find()) {
      String half = english.group(2).startsWith("o") ? null : english.group(2);
      int hour = number(english.group(1));
      return time(half == null ? unsaid(hour, text) : english(hour, half), 0);
    }
    Matcher half = HALF_PAST.matcher(text);
    if (half.find()) {
      return time(unsaid(number(half.group(1)), text), 30);
    }
    Matcher bare = BARE.matcher(text);
    if (bare.find()) {
      return time(unsaid(number(bare.group(1)), text), 0);
    }
    return byName(text);
  }

  private static Optional<LocalTime> byName(String text) {
    if (NOON.matcher(text).find()) {
      return Optional.of(LocalTime.NOON);
    }
    if (MIDNIGHT.matcher(text).find()) {
      return Optional.of(LocalTime.MIDNIGHT);
    }
    return NIGHT.matcher(text).find() ? Optional.of(AT_NIGHT) : Optional.empty();
  }

  private static int japanese(@org.jspecify.annotations.Nullable String part, int hour) {
    return switch (part) {
      case null -> hour >= 1 && hour <= EVENING ? hour + 12 : hour;
      case "午前", "午前中", "朝", "早朝", "未明" -> hour;
      case "深夜", "夜中", "夜", "今夜", "今晩", "晩" ->
          hour == 12 ? 24 : hour >= EVENING && hour < 12 ? hour + 12 : hour;
      case "昼" -> hour < EVENING ? hour + 12 : hour;
      default -> hour < 12 ? hour + 12 : hour;
    };
  }

  /** An hour of the English clock; of 24 where it does not say which half. */
  private static int english(int hour, @org.jspecify.annotations.Nullable String half) {
    if (half == null) {
      return hour;
    }
    boolean late = half.startsWith("p");
    return late ? (hour < 12 ? hour + 12 : hour) : hour % 12;
  }

  private static int unsaid(int hour, String text) {
    if (EARLY.matcher(text).find() || hour > 12) {
      return hour;
    }
    boolean late = LATE.matcher(text).find() || (hour >= 1 && hour <= EVENING);
    return late && hour < 12 ? hour + 12 : hour;
  }

  private static Optional<LocalTime> time(int hour, int minute) {
    return hour < 24 && minute < 60
        ? Optional.of(LocalTime.of(hour, minute))
        : hour == 24 ? Optional.of(LocalTime.MIDNIGHT) : Optional.empty();
  }

  private static int number(@org.jspecify.annotations.Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
