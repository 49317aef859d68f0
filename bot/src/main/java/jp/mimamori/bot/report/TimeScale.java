package jp.mimamori.bot.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The axis of a figure of time: full seconds, minutes, hours or days, as the span asks for, in
 * Asia/Tokyo. No two ticks read the same.
 *
 * @param ticks from left to right, within the span
 */
record TimeScale(List<Tick> ticks) {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final Duration DAY = Duration.ofDays(1);

  /** As many as can be read beside each other. */
  static final int MOST_TICKS = 7;

  /** Each is at most two and a half times the one before: so there are always two ticks or more. */
  private static final List<Duration> STEPS =
      Stream.of(
              steps(Duration.ofSeconds(1), 1, 2, 5, 10, 15, 30),
              steps(Duration.ofMinutes(1), 1, 2, 5, 10, 15, 30),
              steps(Duration.ofHours(1), 1, 2, 3, 6, 12),
              steps(
                  Duration.ofDays(1), 1, 2, 4, 7, 14, 28, 56, 112, 224, 448, 896, 1792, 3584, 7168))
          .flatMap(List::stream)
          .toList();

  TimeScale {
    ticks = List.copyOf(ticks);
  }

  /** A moment with its name. */
  record Tick(Instant at, String label) {}

  static TimeScale over(Instant first, Instant last) {
    Duration span = Duration.between(first, last);
    Duration step =
        STEPS.stream()
            .filter(one -> one.multipliedBy(MOST_TICKS - 1L).compareTo(span) >= 0)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("decades in one case: " + span));
    LocalDateTime from = LocalDateTime.ofInstant(first, TOKYO);
    LocalDateTime to = LocalDateTime.ofInstant(last, TOKYO);
    DateTimeFormatter written = written(step, from, to);
    List<Tick> ticks = new ArrayList<>();
    for (LocalDateTime at = begin(from, step); !at.isAfter(to); at = at.plus(step)) {
      ticks.add(new Tick(at.atZone(TOKYO).toInstant(), written.format(at)));
    }
    return new TimeScale(ticks);
  }

  /** The first full step of its day; days begin at any midnight. */
  private static LocalDateTime begin(LocalDateTime from, Duration step) {
    LocalDateTime midnight = from.truncatedTo(ChronoUnit.DAYS);
    Duration full = step.compareTo(DAY) < 0 ? step : DAY;
    long passed = Duration.between(midnight, from).plus(full).minusNanos(1).dividedBy(full);
    return midnight.plus(full.multipliedBy(passed));
  }

  /** What tells any two of the ticks apart, and no more. */
  private static DateTimeFormatter written(Duration step, LocalDateTime from, LocalDateTime to) {
    boolean days = step.compareTo(DAY) >= 0;
    String day = days && from.getYear() != to.getYear() ? "uuuu/M/d" : "M/d";
    String time = step.compareTo(Duration.ofMinutes(1)) < 0 ? "H:mm:ss" : "H:mm";
    boolean oneDay = from.toLocalDate().equals(to.toLocalDate());
    return DateTimeFormatter.ofPattern(days ? day : oneDay ? time : day + " " + time, Locale.ROOT);
  }

  private static List<Duration> steps(Duration unit, long... counts) {
    return Arrays.stream(counts).mapToObj(unit::multipliedBy).toList();
  }
}
