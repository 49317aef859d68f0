package jp.mimamori.schedules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import jp.mimamori.schedules.Ladder.Due;
import jp.mimamori.schedules.Ladder.Step;
import jp.mimamori.schedules.Ladder.WaitClock;
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
    var ladder = new Ladder("questions", List.of(new Step("desk", minutes(30), clock)));

    Due due = ladder.due(0, tokyo(asked), calendar).orElseThrow();

    assertEquals("desk", due.call(), why);
    assertEquals(expected, LocalDateTime.ofInstant(due.at(), TOKYO), why);
  }

  @Test
  void goesUpStepByStepAndEnds() {
    var ladder =
        new Ladder(
            "critical alerts",
            List.of(
                new Step("analyst on duty", Duration.ZERO, WaitClock.WALL_TIME),
                new Step("all analysts", minutes(5), WaitClock.WALL_TIME, 2),
                new Step("manager", minutes(60), WaitClock.BUSINESS_TIME)));
    Instant fridayNight = tokyo(LocalDateTime.of(2026, 11, 20, 22, 0));

    assertEquals(
        Optional.of(new Due("analyst on duty", fridayNight)), ladder.due(0, fridayNight, calendar));
    Due again = new Due("all analysts", fridayNight.plus(minutes(5)));
    assertEquals(Optional.of(again), ladder.due(1, fridayNight, calendar));
    assertEquals(Optional.of(again), ladder.due(2, fridayNight, calendar), "the step repeats");
    assertEquals(
        Optional.of(new Due("manager", tokyo(LocalDateTime.of(2026, 11, 24, 10, 0)))),
        ladder.due(3, fridayNight, calendar));
    assertEquals(Optional.empty(), ladder.due(4, fridayNight, calendar), "the top");
    assertEquals(Optional.empty(), ladder.due(99, fridayNight, calendar), "far above the top");
  }

  @Test
  void aBusinessStepWithoutWaitCallsWhenTheDeskOpens() {
    var ladder =
        new Ladder("questions", List.of(new Step("desk", Duration.ZERO, WaitClock.BUSINESS_TIME)));

    assertEquals(
        Optional.of(new Due("desk", tokyo(LocalDateTime.of(2026, 11, 24, 9, 0)))),
        ladder.due(0, tokyo(LocalDateTime.of(2026, 11, 20, 17, 30)), calendar));
  }

  @Test
  void refusesWhatCannotBeMeant() {
    Step step = new Step("desk", minutes(30), WaitClock.BUSINESS_TIME);

    refuses(() -> new Ladder("questions", List.of()));
    refuses(() -> new Ladder(" ", List.of(step)));
    refuses(() -> new Step(" ", minutes(30), WaitClock.BUSINESS_TIME));
    refuses(() -> new Step("desk", minutes(-1), WaitClock.BUSINESS_TIME));
    refuses(() -> new Step("desk", minutes(1), WaitClock.BUSINESS_TIME, 0));
    refuses(() -> new Step("desk", Duration.ZERO, WaitClock.WALL_TIME, 2));
    refuses(() -> new Ladder("questions", List.of(step)).due(-1, Instant.EPOCH, calendar));
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
