package jp.mimamori.schedules;

import java.time.LocalTime;

/**
 * When people are there on one day, in the calendar's zone: {@code opens} is the first moment that
 * is open, {@code closes} the first that is closed again. Refuses hours that end before they begin.
 */
public record Hours(LocalTime opens, LocalTime closes) {
  public Hours {
    if (!opens.isBefore(closes)) {
      throw new IllegalArgumentException(
          "The desk must open before it closes, not open at %s and close at %s."
              .formatted(opens, closes));
    }
  }
}
