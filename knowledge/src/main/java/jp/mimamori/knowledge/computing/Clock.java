package jp.mimamori.knowledge.computing;

import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the time of day that people name: {@code 17時半}, {@code 午後3時}, {@code 5:30 pm}. */
final class Clock {
  private static final Pattern JAPANESE =
      Pattern.compile("(午前|午後|朝|夜|夕方)?の?(\\d{1,2})時(?!間)(?:(\\d{1,2})分|(半))?");
  private static final Pattern DIGITAL = Pattern.compile("(?<!\\d)(\\d{1,2}):(\\d{2})\\s*(am|pm)?");
  private static final Pattern ENGLISH =
      Pattern.compile("\\b(\\d{1,2})\\s*(am|pm|a\\.m\\.|p\\.m\\.|o'clock)");
  private static final Pattern NOON = Pattern.compile("正午|\\bnoon\\b");
  private static final Pattern MIDNIGHT = Pattern.compile("\\bmidnight\\b");

  private Clock() {}

  static Optional<LocalTime> in(String text) {
    Matcher japanese = JAPANESE.matcher(text);
    if (japanese.find()) {
      int minute = japanese.group(4) != null ? 30 : number(japanese.group(3));
      String half = japanese.group(1);
      boolean late = half != null && !half.equals("午前") && !half.equals("朝");
      return time(number(japanese.group(2)), minute, late);
    }
    Matcher digital = DIGITAL.matcher(text);
    if (digital.find()) {
      return time(
          number(digital.group(1)), number(digital.group(2)), "pm".equals(digital.group(3)));
    }
    Matcher english = ENGLISH.matcher(text);
    if (english.find()) {
      int hour = number(english.group(1));
      boolean am = english.group(2).startsWith("a");
      return time(am && hour == 12 ? 0 : hour, 0, english.group(2).startsWith("p"));
    }
    if (NOON.matcher(text).find()) {
      return Optional.of(LocalTime.NOON);
    }
    return MIDNIGHT.matcher(text).find() ? Optional.of(LocalTime.MIDNIGHT) : Optional.empty();
  }

  private static Optional<LocalTime> time(int hour, int minute, boolean late) {
    int hours = late && hour < 12 ? hour + 12 : hour;
    return hours < 24 && minute < 60 ? Optional.of(LocalTime.of(hours, minute)) : Optional.empty();
  }

  private static int number(@org.jspecify.annotations.Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
