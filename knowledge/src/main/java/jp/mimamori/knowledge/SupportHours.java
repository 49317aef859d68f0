package jp.mimamori.knowledge;

import java.time.Instant;

/** When people answer, as far as an answer must say so. The calendar itself lives elsewhere. */
public interface SupportHours {
  boolean isOpen(Instant at);

  /** The moment itself if people are there, otherwise when they come next. */
  Instant nextOpening(Instant at);
}
