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

  /** Somebody in the line. */
  private record Waiting(String key, Tone tone, long arrival, Instant goneAt) {
    boolean before(Waiting other) {
      return tone == other.tone ? arrival < other.arrival : tone.compareTo(other.tone) < 0;
    }
  }

  /** One channel's. */
  private static final class Line {
    private final List<Waiting> waiting = new ArrayList<>();

    /** When as much would have been posted as was, at the steady pace. */
    private Instant paid = Instant.MIN;
  }

  /** Returns nothing to wait if it is the key's turn, which is then taken. */
  synchronized Duration turn(String channel, String key, Tone tone, Instant now) {
    Line line = lines.computeIfAbsent(channel, _ -> new Line());
    line.waiting.removeIf(one -> one.goneAt().isBefore(now));
    Waiting mine =
        line.waiting.stream()
            .filter(one -> one.key().equals(key))
            .findFirst()
            .orElseGet(() -> new Waiting(key, tone, arrivals++, now));
    line.waiting.remove(mine);
    long ahead = line.waiting.stream().filter(one -> one.before(mine)).count();
    Instant free =
        later(line.paid, now.minus(EVERY.multipliedBy(BURST))).plus(EVERY.multipliedBy(ahead + 1));
    if (free.isAfter(now)) {
      line.waiting.add(new Waiting(key, mine.tone(), mine.arrival(), free.plus(PATIENCE)));
      return Duration.between(now, free);
    }
    line.paid = later(line.paid, now.minus(EVERY.multipliedBy(BURST))).plus(EVERY);
    return Duration.ZERO;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
