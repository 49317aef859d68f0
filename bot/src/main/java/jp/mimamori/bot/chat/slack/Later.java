package jp.mimamori.bot.chat.slack;

import java.time.Duration;

/** Does something after a while; handed in so that tests need not wait. */
@FunctionalInterface
interface Later {
  void after(Duration wait, Runnable work);
}
