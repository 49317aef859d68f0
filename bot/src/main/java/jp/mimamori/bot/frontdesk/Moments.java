package jp.mimamori.bot.frontdesk;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import jp.mimamori.knowledge.Language;

/** How a moment is written for people: always in Asia/Tokyo, with the day of the week. */
final class Moments {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final DateTimeFormatter JAPANESE =
      DateTimeFormatter.ofPattern("M月d日（E）H:mm", Locale.JAPANESE).withZone(TOKYO);
  private static final DateTimeFormatter ENGLISH =
      DateTimeFormatter.ofPattern("EEE, d MMM, H:mm 'JST'", Locale.ENGLISH).withZone(TOKYO);
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("M/d H:mm", Locale.ROOT).withZone(TOKYO);

  private static final DateTimeFormatter JAPANESE_DATED =
      DateTimeFormatter.ofPattern("yyyy年M月d日（E）H:mm", Locale.JAPANESE).withZone(TOKYO);
  private static final DateTimeFormatter ENGLISH_DATED =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy, H:mm 'JST'", Locale.ENGLISH).withZone(TOKYO);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("H:mm", Locale.ROOT).withZone(TOKYO);

  private Moments() {}

  static String dated(Instant at, Language language) {
    return switch (language) {
      case JA -> JAPANESE_DATED.format(at);
      case EN -> ENGLISH_DATED.format(at);
    };
  }

  static String full(Instant at, Language language) {
    return switch (language) {
      case JA -> JAPANESE.format(at);
      case EN -> ENGLISH.format(at);
    };
  }

  static String time(Instant at) {
    return TIME.format(at);
  }

  static String brief(Instant at) {
    return SHORT.format(at);
  }
}
