package jp.mimamori.bot.chat.discord;

import java.time.Duration;

/** Counts what has begun and not ended, so that closing can wait for it. */
final class Underway {
  private int count;
  private boolean closed;

  synchronized void begin() {
    count++;
  }

  /** Begins unless it is closed. */
  synchronized boolean tryBegin() {
    if (closed) {
      return false;
    }
    count++;
    return true;
  }

  synchronized void end() {
    count--;
    notifyAll();
  }

  /** Lets nothing more begin by {@link #tryBegin}, and waits for what has, for so long at most. */
  synchronized boolean close(Duration patience) {
    closed = true;
    long until = System.nanoTime() + patience.toNanos();
    try {
      while (count > 0) {
        long left = (until - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          return false;
        }
        wait(left);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
