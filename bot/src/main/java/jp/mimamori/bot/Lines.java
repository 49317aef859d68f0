package jp.mimamori.bot;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How moments stand in what the commands print: Asia/Tokyo, sortable, with the day of the week. */
final class Lines {
  static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd (EEE) H:mm", Locale.ENGLISH).withZone(TOKYO);
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ENGLISH).withZone(TOKYO);

  private Lines() {}

  static String day(Instant at) {
    return DAY.format(at);
  }

  static String second(Instant at) {
    return SECOND.format(at);
  }
}
