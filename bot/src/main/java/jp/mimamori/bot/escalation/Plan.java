package jp.mimamori.bot.escalation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.mimamori.schedules.BusinessCalendar;
import jp.mimamori.schedules.Day;
import jp.mimamori.schedules.Ladder.Due;
import jp.mimamori.schedules.Ladder.Rung;
import jp.mimamori.schedules.Ladder.WaitClock;
import jp.mimamori.schedules.Reason;

/** Who would be called when if something began at a moment and nobody came. Changes nothing. */
public record Plan(List<Planned> calls, boolean endless) {
  public Plan {
    calls = List.copyOf(calls);
  }

  /**
   * One call.
   *
   * @param member who would be on duty, or is called by name
   * @param pauses in which its clock would stand
   */
  public record Planned(
      int step, CallTo call, Optional<String> member, Instant at, List<Pause> pauses) {
    public Planned {
      pauses = List.copyOf(pauses);
    }
  }

  /** A time in which the desk is closed, and why, beside the hours of a day. */
  public record Pause(Instant from, Instant until, Set<Reason> reasons) {
    public Pause {
      reasons = new LinkedHashSet<>(reasons);
    }
  }

  /**
   * @param most calls, after which it stops
   */
  public static Plan of(Ladders ladders, Matter matter, Instant begins, int most) {
    List<Planned> calls = new ArrayList<>();
    Rung rung = Rung.FIRST;
    Instant since = begins;
    Optional<Due<CallTo>> next = ladders.due(matter, rung, since);
    while (next.isPresent() && calls.size() < most) {
      Due<CallTo> due = next.get();
      calls.add(
          new Planned(
              due.rung().step(),
              due.call(),
              ladders.member(due.call(), due.at()),
              due.at(),
              due.clock() == WaitClock.BUSINESS_TIME
                  ? pauses(ladders.calendar(), since, due.at())
                  : List.of()));
      rung = due.after();
      since = due.at();
      next = ladders.due(matter, rung, since);
    }
    return new Plan(calls, next.isPresent());
  }

  private static List<Pause> pauses(BusinessCalendar calendar, Instant from, Instant until) {
    List<Pause> pauses = new ArrayList<>();
    Instant at = from;
    while (at.isBefore(until)) {
      Instant change = calendar.nextChange(at);
      if (!calendar.isOpen(at)) {
        pauses.add(new Pause(at, change, reasons(calendar, at, change)));
      }
      at = change;
    }
    return pauses;
  }

  private static Set<Reason> reasons(BusinessCalendar calendar, Instant from, Instant until) {
    Set<Reason> reasons = new LinkedHashSet<>();
    LocalDate last = LocalDate.ofInstant(until, calendar.zone());
    for (LocalDate date = LocalDate.ofInstant(from, calendar.zone());
        !date.isAfter(last);
        date = date.plusDays(1)) {
      switch (calendar.day(date)) {
        case Day.Closed(Reason reason) -> reasons.add(reason);
        case Day.Open(_, _, var reason) -> reason.ifPresent(reasons::add);
      }
    }
    return reasons;
  }
}
