package jp.mimamori.bot.chat.slack;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.bot.chat.Card.Tone;

/**
 * Whose turn it is to post into a channel: about one message a second, short bursts allowed
 * (https://docs.slack.dev/apis/web-api/rate-limits). Who is told to wait keeps the place in the
 * line, and nobody passes but the more urgent.
 */
final class Pace {
  static final Duration EVERY = Duration.ofSeconds(1);
  static final int BURST = 5;

  /** Who does not come back for so long after the promised moment has left the line. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Map<String, Line> lines = new HashMap<>();
  private long arrivals;

  /** So many attempts may fail before the others are let pass. */
  private static final int MOST_ATTEMPTS = 3;

  /**
   * Somebody in the line.
   *
   * @param attempts how often it was their turn, without success so far
   */
  private record Waiting(String key, Tone tone, long arrival, int attempts, Instant goneAt) {
    boolean before(Waiting other) {
      return tone == other.tone ? arrival < other.arrival : tone.compareTo(other.tone) < 0;
    }

    Waiting until(Instant moment) {
      return new Waiting(key, tone, arrival, attempts, moment);
    }

    Waiting tried(Instant moment) {
      return new Waiting(key, tone, arrival, attempts + 1, moment);
    }
  }

  /** One channel's. */
  private static final class Line {
    private final List<Waiting> waiting = new ArrayList<>();

    /** When as much would have been posted as was, at the steady pace. */
    private Instant paid = Instant.EPOCH;
  }

  /**
   * Returns nothing to wait if it is the key's turn. The place in the line is kept until {@link
   * #served}, so that one whose post failed is not passed by those behind.
   */
  synchronized Duration turn(String channel, String key, Tone tone, Instant now) {
    Line line = lines.computeIfAbsent(channel, _ -> new Line());
    line.waiting.removeIf(one -> one.goneAt().isBefore(now));
    Waiting mine =
        line.waiting.stream()
            .filter(one -> one.key().equals(key))
            .findFirst()
            .orElseGet(() -> new Waiting(key, tone, arrivals++, 0, now));
    line.waiting.remove(mine);
    long ahead = line.waiting.stream().filter(one -> one.before(mine)).count();
    Instant unused = now.minus(EVERY.multipliedBy(BURST));
    Instant paid = line.paid.isAfter(unused) ? line.paid : unused;
    Instant free = paid.plus(EVERY.multipliedBy(ahead + 1));
    if (free.isAfter(now)) {
      line.waiting.add(mine.until(free.plus(PATIENCE)));
      return Duration.between(now, free);
    }
    line.paid = paid.plus(EVERY);
    if (mine.attempts() + 1 < MOST_ATTEMPTS) {
      line.waiting.add(mine.tried(now.plus(PATIENCE)));
    }
    return Duration.ZERO;
  }

  /** It was posted, or never will be: those behind move up. */
  synchronized void served(String channel, String key) {
    Line line = lines.get(channel);
    if (line != null) {
      line.waiting.removeIf(one -> one.key().equals(key));
    }
  }
}
