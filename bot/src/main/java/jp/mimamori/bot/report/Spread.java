package jp.mimamori.bot.report;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long things took.
 *
 * @param count how many were measured
 * @param median the middle one; with an even number, the mean of the two in the middle
 * @param ninetieth the 90th percentile by nearest rank: the smallest within which nine of ten lie
 *     (the ⌈0.9 n⌉-th from below), so always one that occurred
 */
public record Spread(int count, Optional<Duration> median, Optional<Duration> ninetieth) {
  static final Spread NONE = new Spread(0, Optional.empty(), Optional.empty());

  static Spread of(List<Duration> durations) {
    if (durations.isEmpty()) {
      return NONE;
    }
    List<Duration> sorted = durations.stream().sorted().toList();
    int n = sorted.size();
    Duration median =
        n % 2 == 1 ? sorted.get(n / 2) : sorted.get(n / 2 - 1).plus(sorted.get(n / 2)).dividedBy(2);
    int rank = (9 * n + 9) / 10;
    return new Spread(n, Optional.of(median), Optional.of(sorted.get(rank - 1)));
  }
}
