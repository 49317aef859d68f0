package jp.mimamori.bot.edr.simulator;

import java.util.Locale;

/** What a simulated endpoint is like, for good: as {@code office.yaml} says. */
enum Condition {
  /** As the terms want it. */
  HEALTHY,
  /** Switched off at first; an administrator may switch it on. */
  OFFLINE,
  /** Its agent is too old for actions. */
  OUTDATED,
  /** Its sensor and its real-time scan are off. */
  UNPROTECTED;

  static Condition of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
