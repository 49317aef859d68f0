package jp.mimamori.bot.edr.visionone;

import java.time.Duration;

/** Waits; handed in so that tests need not. */
@FunctionalInterface
interface Pause {
  void pause(Duration duration) throws InterruptedException;
}
