package jp.mimamori.knowledge.computing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import jp.mimamori.knowledge.SupportHours;
import jp.mimamori.knowledge.wording.Wording;

/** The desk's hours day by day, in Tokyo. */
record DeskDays(SupportHours hours) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

  /** The first moment from the start of a day on at which somebody is there. */
  Instant opening(LocalDate day) {
    return hours.nextOpening(day.atStartOfDay(Wording.TOKYO).toInstant());
  }

  boolean isWorkday(LocalDate day) {
    return opening(day).atZone(Wording.TOKYO).toLocalDate().equals(day);
  }

  LocalDate lastWorkdayBefore(LocalDate day) {
    LocalDate before = day.minusDays(1);
    while (!isWorkday(before)) {
      before = before.minusDays(1);
    }
    return before;
  }

  /** The first minute after the opening of a workday when nobody is there any more. */
  Instant closing(LocalDate day) {
    return closingAfter(opening(day), day);
  }

  /** The same, after a moment at which somebody is there. */
  Instant closingAfter(Instant open, LocalDate day) {
    Instant midnight = day.plusDays(1).atStartOfDay(Wording.TOKYO).toInstant();
    Instant at = open.truncatedTo(java.time.temporal.ChronoUnit.MINUTES);
    while (at.isBefore(midnight) && hours.isOpen(at)) {
      at = at.plus(Duration.ofMinutes(1));
    }
    return at;
  }

  static String clock(Instant at) {
    return TIME.format(at.atZone(Wording.TOKYO));
  }
}
