package jp.mimamori.bot.chat.discord;

import java.time.Duration;

/** Waits; tests don't. */
@FunctionalInterface
interface Pause {
  Pause REAL = Thread::sleep;

  void rest(Duration time) throws InterruptedException;
}
