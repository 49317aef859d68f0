package jp.mimamori.bot.chat.discord;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what another thread or process is about to do, with one patience for all tests. */
public final class Eventually {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration LOOKS_EVERY = Duration.ofMillis(5);

  private Eventually() {}

  public static void so(BooleanSupplier condition) {
    so(condition, "it never came about");
  }

  public static void so(BooleanSupplier condition, String what) {
    await(what).atMost(PATIENCE).pollInterval(LOOKS_EVERY).until(condition::getAsBoolean);
  }
}
