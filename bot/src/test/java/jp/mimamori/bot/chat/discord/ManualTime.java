package jp.mimamori.bot.chat.discord;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes when a test says so, and when somebody waits. */
final class ManualTime {
  /** How long was waited, in order. */
  final List<Duration> waits = new CopyOnWriteArrayList<>();

  private final Instant begin = Instant.parse("2026-11-24T01:00:00Z");
  private final AtomicLong nanos = new AtomicLong();

  void passes(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  Timing timing() {
    Timing quick = LocalPeople.timing();
    return new Timing(
        Duration.ofMillis(100),
        quick.beat(),
        quick.mostASecond(),
        () -> begin.plusNanos(nanos.get()),
        nanos::get,
        time -> {
          waits.add(time);
          passes(time);
        });
  }
}
