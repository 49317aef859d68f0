package jp.mimamori.bot.bell;

import java.time.Duration;
import java.time.Instant;

/**
 * One ring of a bell.
 *
 * @param due when it should have been heard
 * @param now when it is
 */
public record Ring(Instant due, Instant now) {
  /** So much later than due that it must be said. */
  static final Duration LATE = Duration.ofMinutes(5);

  public boolean late() {
    return now.isAfter(due.plus(LATE));
  }

  Duration lateBy() {
    return late() ? Duration.between(due, now) : Duration.ZERO;
  }
}
