package jp.mimamori.schedules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A ladder of escalation: who is called, one after the other, for as long as nobody comes. Pure: it
 * keeps no state; how many calls were made and when the last one was, its user remembers.
 *
 * <p>Questions are answered in business time (別紙 問合せサポート(4) 対応), the watch over endpoints goes on
 * around the clock, so each step says on which clock it waits.
 */
public record Ladder(String name, List<Step> steps) {

  /** The clock on which a step waits. */
  public enum WaitClock {
    /** Time passes only while the desk is open. */
    BUSINESS_TIME,
    /** Time passes day and night. */
    WALL_TIME
  }

  /**
   * Call {@code call} when nobody came for {@code after}, and again after the same wait, {@code
   * times} times in all. What {@code call} means (a person, a role, a channel) its user knows.
   */
  public record Step(String call, Duration after, WaitClock clock, int times) {
    public Step {
      if (call.isBlank()) {
        throw new IllegalArgumentException("A step must say whom it calls.");
      }
      if (after.isNegative()) {
        throw new IllegalArgumentException(
            "The step that calls %s waits %s, which is less than nothing.".formatted(call, after));
      }
      if (times < 1 || (times > 1 && after.isZero())) {
        throw new IllegalArgumentException(
            "The step that calls %s cannot call %d times after %s each."
                .formatted(call, times, after));
      }
    }

    /** A step that calls once. */
    public Step(String call, Duration after, WaitClock clock) {
      this(call, after, clock, 1);
    }
  }

  /** Whom to call and at which moment. */
  public record Due(String call, Instant at) {}

  public Ladder {
    steps = List.copyOf(steps);
    if (name.isBlank() || steps.isEmpty()) {
      throw new IllegalArgumentException("A ladder needs a name and at least one step.");
    }
  }

  /**
   * The call that is due next, empty at the top of the ladder.
   *
   * @param level how many calls were made already, 0 at first
   * @param since when the last of them was made; at level 0 when the matter began. Asked outside
   *     office hours, a wait in business time begins when the desk opens.
   */
  public Optional<Due> due(int level, Instant since, BusinessCalendar calendar) {
    if (level < 0) {
      throw new IllegalArgumentException("A ladder has no level " + level + ".");
    }
    return steps.stream()
        .flatMap(step -> Stream.generate(() -> step).limit(step.times()))
        .skip(level)
        .findFirst()
        .map(step -> new Due(step.call(), at(step, since, calendar)));
  }

  private static Instant at(Step step, Instant since, BusinessCalendar calendar) {
    return switch (step.clock()) {
      case BUSINESS_TIME -> calendar.plus(since, step.after());
      case WALL_TIME -> since.plus(step.after());
    };
  }
}
