package jp.mimamori.bot.chat.slack;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import jp.mimamori.bot.chat.slack.local.Deliveries;
import jp.mimamori.bot.chat.slack.local.LocalSlack;

/** A platform that loses its patience soon, at the local Slack. */
public final class Quick {
  static final SlackTiming TIMING =
      new SlackTiming(
          Duration.ofSeconds(2),
          Duration.ofMillis(100),
          Duration.ofMillis(500),
          Duration.ofMillis(20),
          Duration.ofMillis(200),
          Duration.ofMinutes(10),
          Duration.ofSeconds(1));

  private Quick() {}

  public static SlackSettings settings(LocalSlack slack) {
    return settings(slack, TIMING);
  }

  static SlackSettings settings(LocalSlack slack, SlackTiming timing) {
    return new SlackSettings(
        slack.apiUrl(), LocalSlack.BOT_TOKEN, LocalSlack.APP_TOKEN, Optional.empty(), timing);
  }

  static void arrived(Deliveries.Told told) {
    assertTrue(told.acknowledged(), "acknowledged");
  }

  /** What other threads bring about. */
  static void until(Duration patience, BooleanSupplier happened) {
    long end = System.nanoTime() + patience.toNanos();
    while (!happened.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "it did not happen in " + patience);
      LockSupport.parkNanos(1_000_000);
    }
  }
}
