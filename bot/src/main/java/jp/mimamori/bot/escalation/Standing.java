package jp.mimamori.bot.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How far it has come with something that waits for a person. */
public sealed interface Standing {
  /**
   * Somebody is called next.
   *
   * @param name whom, as the ladder names them
   * @param clock what the wait is measured in; empty for a wait by day and night
   */
  record Climbing(String name, Instant at, Optional<BusinessClock> clock) implements Standing {}

  /** Nobody is called until then. */
  record Snoozed(String by, Instant until) implements Standing {}

  record Taken(String by) implements Standing {}

  /** Everybody was called, and nobody came. */
  record AtTheTop() implements Standing {}

  /**
   * Business time that is left.
   *
   * @param readAt the moment at which it was so
   * @param goesOnAt when it goes on; empty while it runs
   */
  record BusinessClock(Duration left, Instant readAt, Optional<Instant> goesOnAt) {}
}
