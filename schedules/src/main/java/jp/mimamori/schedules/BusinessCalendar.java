package jp.mimamori.schedules;

import java.time.Duration;
import java.time.Instant;

/** When the desk is staffed. */
public interface BusinessCalendar {
  boolean isOpen(Instant at);

  Instant nextOpening(Instant at);

  Instant plus(Instant from, Duration businessTime);

  Duration between(Instant from, Instant to);
}
