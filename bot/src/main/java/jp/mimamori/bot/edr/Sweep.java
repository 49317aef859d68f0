package jp.mimamori.bot.edr;

import java.time.Instant;
import java.util.List;

/**
 * Where else an object was seen (影響調査).
 *
 * @param since beginning of the time that was searched
 * @param activities how many records name it, on all endpoints
 * @param sightings one per endpoint, the earliest first
 * @param whole false if there were more records than were read: more endpoints may be concerned
 */
public record Sweep(
    SuspiciousObject object,
    Instant since,
    Instant until,
    long activities,
    List<Sighting> sightings,
    boolean whole) {
  public Sweep {
    sightings = List.copyOf(sightings);
  }

  /**
   * An endpoint on which it was seen.
   *
   * @param times how many of the records that were read
   * @param example a command line or a path of one of them; empty if they hold none
   */
  public record Sighting(
      Endpoint endpoint, Instant firstAt, Instant lastAt, long times, String example) {}
}
