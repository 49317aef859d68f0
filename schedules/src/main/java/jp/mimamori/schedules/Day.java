package jp.mimamori.schedules;

import java.time.LocalTime;
import java.util.Optional;

/**
 * What one day is to the desk, so that people can be told why. Times are in the calendar's zone.
 */
public sealed interface Day {
  /** People are there from {@code opens} until just before {@code closes}; a reason if unusual. */
  record Open(LocalTime opens, LocalTime closes, Optional<Reason> reason) implements Day {}

  /** Nobody is there, and why. */
  record Closed(Reason reason) implements Day {}
}
