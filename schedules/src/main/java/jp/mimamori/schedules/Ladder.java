package jp.mimamori.schedules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A ladder of escalation: who is called, one after the other, for as long as nobody comes. Pure: it
 * keeps no state; on which rung it stands and since when, its user remembers.
 *
 * <p>Questions are answered in business time (別紙 問合せサポート(4) 対応), the watch over endpoints goes on
 * around the clock, so each step says on which clock it waits.
 *
 * @param <C> whom and where a step calls: its user knows
 */
public record Ladder<C>(String name, List<Step<C>> steps) {

  /** The clock on which a step waits. */
  public enum WaitClock {
    /** Time passes only while the desk is open. */
    BUSINESS_TIME,
    /** Time passes day and night. */
    WALL_TIME
  }

  /** At which hours a step calls; at others it is passed over, with all that is left of it. */
  public enum When {
    ALWAYS,
    WHILE_OPEN,
    WHILE_CLOSED
  }

  /**
   * How often a step calls.
   *
   * @param times in all
   * @param every so long after the call before
   */
  public record Calls(int times, Duration every) {
    /** As often as that, until somebody comes. */
    public static final int UNTIL_TAKEN = Integer.MAX_VALUE;

    public static final Calls ONCE = new Calls(1, Duration.ZERO);
  }

  /** Call {@code call} when nobody came for {@code after}, and again as {@code calls} says. */
  public record Step<C>(C call, Duration after, WaitClock clock, Calls calls, When when) {
    public Step {
      if (after.isNegative() || calls.every().isNegative()) {
        throw new IllegalArgumentException(
            "A step can't wait %s, which is less than nothing.".formatted(after));
      }
      if (calls.times() < 1 || (calls.times() > 1 && calls.every().isZero())) {
        throw new IllegalArgumentException(
            "A step can't call %d times every %s.".formatted(calls.times(), calls.every()));
      }
    }

    /** A step that calls once, at any hour. */
    public Step(C call, Duration after, WaitClock clock) {
      this(call, after, clock, Calls.ONCE, When.ALWAYS);
    }

    /** A step that calls so often, each time after the same wait. */
    public Step(C call, Duration after, WaitClock clock, int times) {
      this(call, after, clock, new Calls(times, after), When.ALWAYS);
    }

    private boolean callsAt(Instant at, BusinessCalendar calendar) {
      return switch (when) {
        case ALWAYS -> true;
        // what waits in business time may be due at the very moment of closing
        case WHILE_OPEN -> clock == WaitClock.BUSINESS_TIME || calendar.isOpen(at);
        case WHILE_CLOSED -> clock == WaitClock.WALL_TIME && !calendar.isOpen(at);
      };
    }
  }

  /**
   * Which call of which step, both from 0.
   *
   * @param round how often the step has called
   */
  public record Rung(int step, int round) {
    public static final Rung FIRST = new Rung(0, 0);

    public Rung {
      if (step < 0 || round < 0) {
        throw new IllegalArgumentException("A ladder has no such rung: " + step + ", " + round);
      }
    }

    Rung nextStep() {
      return new Rung(step + 1, 0);
    }

    Rung nextRound() {
      return new Rung(step, round + 1);
    }
  }

  /** Whom to call and at which moment. */
  public record Due<C>(Rung rung, C call, WaitClock clock, Instant at) {
    /** Where the ladder stands once this call is made. */
    public Rung after() {
      return rung.nextRound();
    }

    /** Where it stands once nothing more is to be called for by this step. */
    public Rung afterStep() {
      return rung.nextStep();
    }
  }

  public Ladder {
    steps = List.copyOf(steps);
    if (name.isBlank() || steps.isEmpty()) {
      throw new IllegalArgumentException("A ladder needs a name and at least one step.");
    }
  }

  /**
   * The call that is due next, empty at the top of the ladder.
   *
   * @param rung the first that may be; a step that has called as often as it should is passed over,
   *     and so is one that does not call at the hour at which it would be due: the next then waits
   *     from there
   * @param since when the call before was due; at first when the matter began. Asked outside office
   *     hours, a wait in business time begins when the desk opens.
   */
  public Optional<Due<C>> due(Rung rung, Instant since, BusinessCalendar calendar) {
    Rung next = rung;
    Instant from = since;
    while (next.step() < steps.size()) {
      Step<C> step = steps.get(next.step());
      if (next.round() < step.calls().times()) {
        Duration wait = next.round() == 0 ? step.after() : step.calls().every();
        Instant at = at(step.clock(), wait, from, calendar);
        if (step.callsAt(at, calendar)) {
          return Optional.of(new Due<>(next, step.call(), step.clock(), at));
        }
        from = at;
      }
      next = next.nextStep();
    }
    return Optional.empty();
  }

  private static Instant at(
      WaitClock clock, Duration wait, Instant since, BusinessCalendar calendar) {
    return switch (clock) {
      case BUSINESS_TIME -> calendar.plus(since, wait);
      case WALL_TIME -> since.plus(wait);
    };
  }
}
