package jp.mimamori.bot.chat.discord;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * What the time is and how long things take; tests have their own.
 *
 * @param patience a reply within this is the first response; a second is left for the way to
 *     Discord, which waits three
 * @param beat how often the gateway's lease is renewed, or asked for
 * @param mostASecond requests over all channels
 * @param clock the time of people
 * @param nanos a clock that only goes forward, such as {@link System#nanoTime}
 * @param pause waits
 */
record Timing(
    Duration patience,
    Duration beat,
    int mostASecond,
    InstantSource clock,
    LongSupplier nanos,
    Pause pause) {
  static Timing real(InstantSource clock) {
    return new Timing(
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        RateLimits.MOST_A_SECOND,
        clock,
        System::nanoTime,
        Pause.REAL);
  }
}
