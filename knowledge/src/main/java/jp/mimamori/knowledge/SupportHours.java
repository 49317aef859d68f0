package jp.mimamori.knowledge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** When people answer, as far as an answer must say so. The calendar itself lives elsewhere. */
public interface SupportHours {
  boolean isOpen(Instant at);

  /** The moment itself if people are there, otherwise when they come next. */
  Instant nextOpening(Instant at);

  /** The Japanese name of the national holiday on a day in Tokyo. */
  Optional<String> holiday(LocalDate day);
}
