package jp.mimamori.bot.edr.visionone;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait before reading again. Vision One counts requests in a sliding 60 s and was never
 * seen to send Retry-After (fact sheet 1.3): it is honoured if present, otherwise waits double.
 */
final class Backoff {
  /** Reads are tried this often, all in all. */
  static final int TRIES = 4;

  /** After this, Vision One's window of requests has passed. */
  static final Duration LONGEST = Duration.ofSeconds(60);

  private static final Duration FIRST = Duration.ofSeconds(2);

  private Backoff() {}

  /**
   * @param tried how many attempts failed so far
   */
  static Duration after(int tried, Reply reply) {
    return reply.retryAfter().map(Backoff::bounded).orElseGet(() -> after(tried));
  }

  /** Between the full wait and half of it, so that several nodes don't come back in step. */
  static Duration after(int tried) {
    Duration full = bounded(FIRST.multipliedBy(1L << Math.min(tried - 1, 10)));
    return full.multipliedBy(ThreadLocalRandom.current().nextInt(50, 101)).dividedBy(100);
  }

  private static Duration bounded(Duration wait) {
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
