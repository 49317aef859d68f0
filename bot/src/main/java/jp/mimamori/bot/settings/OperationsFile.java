package jp.mimamori.bot.settings;

import java.time.Duration;
import jp.mimamori.bot.bell.Patience;

/** {@code operations.yaml}: what runs by itself, and who hears when it does not. */
record OperationsFile(WatchdogKeys watchdog) {
  record WatchdogKeys(Duration bell, Duration outbox, Duration inbox, Duration poll) {}

  Settings.Operations operations() {
    positive("watchdog.bell", watchdog.bell());
    positive("watchdog.outbox", watchdog.outbox());
    positive("watchdog.inbox", watchdog.inbox());
    positive("watchdog.poll", watchdog.poll());
    return new Settings.Operations(
        new Patience(watchdog.bell(), watchdog.outbox(), watchdog.inbox(), watchdog.poll()));
  }

  private static void positive(String key, Duration value) {
    if (!value.isPositive()) {
      throw new Wrong(key, "must be more than nothing, such as PT10M");
    }
  }
}
