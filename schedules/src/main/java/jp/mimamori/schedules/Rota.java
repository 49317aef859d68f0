package jp.mimamori.schedules;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;

/**
 * Who is on duty when: participants in turn, each until the next hand-over, and replacements for a
 * while. Pure. Where two replacements overlap, the one named later counts. Days and hours are those
 * of {@code zone}.
 *
 * @param participants in their order; whoever stands first begins
 * @param first the first turn begins with the hand-over on or after this day; before it the turns
 *     are counted backwards
 */
public record Rota(
    String name,
    ZoneId zone,
    List<String> participants,
    HandOver handOver,
    LocalDate first,
    List<Replacement> replacements) {

  /** When duty passes to the next. */
  public sealed interface HandOver {
    LocalTime at();

    record Daily(LocalTime at) implements HandOver {}

    record Weekly(DayOfWeek day, LocalTime at) implements HandOver {}
  }

  /** Somebody stands in, from a moment on until another, which is not included. */
  public record Replacement(String participant, Instant from, Instant until) {
    public Replacement {
      if (!from.isBefore(until)) {
        throw new IllegalArgumentException(
            "A replacement must begin before it ends, not from %s until %s."
                .formatted(from, until));
      }
    }

    private boolean covers(Instant at) {
      return !at.isBefore(from) && at.isBefore(until);
    }
  }

  public Rota {
    participants = List.copyOf(participants);
    replacements = List.copyOf(replacements);
    if (name.isBlank() || participants.isEmpty()) {
      throw new IllegalArgumentException("A rota needs a name and at least one participant.");
    }
  }

  /** Who is on duty at that moment. */
  public String onDuty(Instant at) {
    Optional<String> standingIn =
        replacements.reversed().stream()
            .filter(replacement -> replacement.covers(at))
            .map(Replacement::participant)
            .findFirst();
    return standingIn.orElseGet(
        () -> participants.get(Math.floorMod(turn(at), participants.size())));
  }

  /** How many hand-overs after the first turn's beginning; negative before it. */
  private long turn(Instant at) {
    LocalDateTime local = LocalDateTime.ofInstant(at, zone);
    return switch (handOver) {
      case HandOver.Daily(LocalTime time) ->
          ChronoUnit.DAYS.between(first, begun(local, time).toLocalDate());
      case HandOver.Weekly(DayOfWeek day, LocalTime time) -> {
        LocalDate beginning = first.with(TemporalAdjusters.nextOrSame(day));
        LocalDate thisTurn =
            begun(local, time).toLocalDate().with(TemporalAdjusters.previousOrSame(day));
        yield ChronoUnit.WEEKS.between(beginning, thisTurn);
      }
    };
  }

  /** A day of duty begins at the hour of hand-over: before it, it is still the day before. */
  private static LocalDateTime begun(LocalDateTime local, LocalTime handOver) {
    return local.toLocalTime().isBefore(handOver) ? local.minusDays(1) : local;
  }
}
