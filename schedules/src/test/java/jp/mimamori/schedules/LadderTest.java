package jp.mimamori.schedules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import jp.mimamori.schedules.Ladder.Calls;
import jp.mimamori.schedules.Ladder.Due;
import jp.mimamori.schedules.Ladder.Rung;
import jp.mimamori.schedules.Ladder.Step;
import jp.mimamori.schedules.Ladder.WaitClock;
import jp.mimamori.schedules.Ladder.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LadderTest {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  private final BusinessCalendar calendar = BusinessCalendar.standard();

  @ParameterizedTest(name = "asked {0}, 30 minutes of {1}: called {2}   ({3})")
  @CsvSource({
    "2026-11-13T17:45, BUSINESS_TIME, 2026-11-16T09:30, Friday evening to Monday",
    "2026-11-20T17:45, BUSINESS_TIME, 2026-11-24T09:30, to Tuesday for Monday is 勤労感謝の日",
    "2026-11-13T17:15, BUSINESS_TIME, 2026-11-16T09:15, half on Friday and half on Monday",
    "2026-11-13T17:00, BUSINESS_TIME, 2026-11-13T17:30, just before they leave",
    "2026-12-28T17:45, BUSINESS_TIME, 2027-01-05T09:30, over the year end",
    "2026-11-20T17:45, WALL_TIME, 2026-11-20T18:15, alerts do not wait for the morning",
    "2026-12-31T23:45, WALL_TIME, 2027-01-01T00:15, not even for the new year's",
  })
  void callsWhenNobodyCame(
      LocalDateTime asked, WaitClock clock, LocalDateTime expected, String why) {
    var ladder = new Ladder<>("questions", List.of(new Step<>("desk", minutes(30), clock)));

    Due<String> due = ladder.due(Rung.FIRST, tokyo(asked), calendar).orElseThrow();

    assertEquals("desk", due.call(), why);
    assertEquals(expected, LocalDateTime.ofInstant(due.at(), TOKYO), why);
  }

  @Test
  void goesUpStepByStepAndEnds() {
    var ladder =
        new Ladder<>(
            "critical alerts",
            List.of(
                new Step<>("analyst on duty", Duration.ZERO, WaitClock.WALL_TIME),
                new Step<>("all analysts", minutes(5), WaitClock.WALL_TIME, 2),
                new Step<>("manager", minutes(60), WaitClock.BUSINESS_TIME)));
    Instant fridayNight = tokyo(LocalDateTime.of(2026, 11, 20, 22, 0));

    Due<String> first = ladder.due(Rung.FIRST, fridayNight, calendar).orElseThrow();
    assertEquals(new Due<>(Rung.FIRST, "analyst on duty", WaitClock.WALL_TIME, fridayNight), first);
    Due<String> second = ladder.due(first.after(), first.at(), calendar).orElseThrow();
    assertEquals(
        new Due<>(
            new Rung(1, 0), "all analysts", WaitClock.WALL_TIME, fridayNight.plus(minutes(5))),
        second);
    Due<String> again = ladder.due(second.after(), second.at(), calendar).orElseThrow();
    assertEquals(
        new Due<>(
            new Rung(1, 1), "all analysts", WaitClock.WALL_TIME, fridayNight.plus(minutes(10))),
        again,
        "the step repeats");
    Due<String> last = ladder.due(again.after(), again.at(), calendar).orElseThrow();
    assertEquals(
        new Due<>(
            new Rung(2, 0),
            "manager",
            WaitClock.BUSINESS_TIME,
            tokyo(LocalDateTime.of(2026, 11, 24, 10, 0))),
        last);
    assertEquals(
        last, ladder.due(second.afterStep(), again.at(), calendar).orElseThrow(), "passed over");
    assertEquals(Optional.empty(), ladder.due(last.after(), last.at(), calendar), "the top");
    assertEquals(
        Optional.empty(), ladder.due(new Rung(99, 0), last.at(), calendar), "far above the top");
  }

  @ParameterizedTest(name = "{0} {1}: {2} {3}   ({4})")
  @CsvSource({
    "2026-11-20T17:00, WALL_TIME, day, 2026-11-20T17:15, still open",
    "2026-11-20T17:15, WALL_TIME, night, 2026-11-20T17:35, closed by then: the day's is passed"
        + " over",
    "2026-11-20T17:14:59, WALL_TIME, day, 2026-11-20T17:29:59, the last second",
    "2026-11-24T08:50, WALL_TIME, day, 2026-11-24T09:05, open by then",
    "2026-12-29T12:00, WALL_TIME, night, 2026-12-29T12:20, a weekday in the year-end closing",
    "2026-11-20T17:15, BUSINESS_TIME, day, 2026-11-20T17:30, the very moment of closing",
  })
  void callsOthersAtOtherHours(
      LocalDateTime asked, WaitClock clock, String call, LocalDateTime at, String why) {
    var ladder =
        new Ladder<>(
            "alerts",
            List.of(
                new Step<>("day", minutes(15), clock, Calls.ONCE, When.WHILE_OPEN),
                new Step<>("night", minutes(5), clock, Calls.ONCE, When.WHILE_CLOSED)));

    Due<String> due = ladder.due(Rung.FIRST, tokyo(asked), calendar).orElseThrow();

    assertEquals(call, due.call(), why);
    assertEquals(at, LocalDateTime.ofInstant(due.at(), TOKYO), why);
  }

  @Test
  void callsAllNightAndLeavesTheMorningToTheDay() {
    var ladder =
        new Ladder<>(
            "alerts",
            List.of(
                new Step<>(
                    "night",
                    minutes(10),
                    WaitClock.WALL_TIME,
                    new Calls(Calls.UNTIL_TAKEN, minutes(30)),
                    When.WHILE_CLOSED),
                new Step<>("day", minutes(5), WaitClock.BUSINESS_TIME)));
    Due<String> call =
        ladder
            .due(Rung.FIRST, tokyo(LocalDateTime.of(2026, 11, 24, 23, 0)), calendar)
            .orElseThrow();
    int calls = 0;
    while (call.call().equals("night")) {
      calls++;
      call = ladder.due(call.after(), call.at(), calendar).orElseThrow();
    }

    assertEquals(20, calls, "23:10, 23:40, … 8:40");
    assertEquals(tokyo(LocalDateTime.of(2026, 11, 25, 9, 15)), call.at());
  }

  @Test
  void aBusinessStepWithoutWaitCallsWhenTheDeskOpens() {
    var ladder =
        new Ladder<>(
            "questions", List.of(new Step<>("desk", Duration.ZERO, WaitClock.BUSINESS_TIME)));

    assertEquals(
        Optional.of(
            new Due<>(
                Rung.FIRST,
                "desk",
                WaitClock.BUSINESS_TIME,
                tokyo(LocalDateTime.of(2026, 11, 24, 9, 0)))),
        ladder.due(Rung.FIRST, tokyo(LocalDateTime.of(2026, 11, 20, 17, 30)), calendar));
  }

  @Test
  void refusesWhatCannotBeMeant() {
    Step<String> step = new Step<>("desk", minutes(30), WaitClock.BUSINESS_TIME);

    refuses(() -> new Ladder<>("questions", List.of()));
    refuses(() -> new Ladder<>(" ", List.of(step)));
    refuses(() -> new Step<>("desk", minutes(-1), WaitClock.BUSINESS_TIME));
    refuses(() -> new Step<>("desk", minutes(1), WaitClock.BUSINESS_TIME, 0));
    refuses(() -> new Step<>("desk", Duration.ZERO, WaitClock.WALL_TIME, 2));
    refuses(() -> new Rung(-1, 0));
  }

  private static void refuses(Runnable nonsense) {
    assertThrows(IllegalArgumentException.class, nonsense::run);
  }

  private static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }

  private static Instant tokyo(LocalDateTime local) {
    return local.atZone(TOKYO).toInstant();
  }
}
