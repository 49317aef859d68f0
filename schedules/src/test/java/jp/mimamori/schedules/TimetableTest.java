package jp.mimamori.schedules;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Waits for rings, generously, and never for time to pass. */
@Timeout(60)
class TimetableTest {
  private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
  private static final Duration OFTEN = Duration.ofMillis(2);
  private static final Duration SELDOM = Duration.ofHours(1);

  private final Timetable timetable = Timetable.start(InstantSource.fixed(NOW));

  @AfterEach
  void close() {
    timetable.close();
  }

  @Test
  void ringsAtOnceAndAgain() {
    var thrice = new CountDownLatch(3);

    timetable.every("poll", OFTEN, _ -> thrice.countDown());

    await(thrice);
  }

  @Test
  void tellsTheWorkTheTimeOfItsClock() {
    var told = new CompletableFuture<Instant>();

    timetable.every("poll", SELDOM, told::complete);

    assertEquals(NOW, outcome(told));
  }

  @Test
  void ringsOnDaemonThreads() {
    var daemon = new CompletableFuture<Boolean>();

    timetable.every("poll", SELDOM, _ -> daemon.complete(Thread.currentThread().isDaemon()));

    assertTrue(outcome(daemon));
  }

  @Test
  void aBellNeverRingsTwiceAtOnce() {
    var ringing = new AtomicInteger();
    var most = new AtomicInteger();
    var meanwhile = new CountDownLatch(30);
    var slowTwice = new CountDownLatch(2);

    timetable.every(
        "slow",
        OFTEN,
        _ -> {
          most.accumulateAndGet(ringing.incrementAndGet(), Math::max);
          await(meanwhile);
          ringing.decrementAndGet();
          slowTwice.countDown();
        });
    timetable.every("quick", OFTEN, _ -> meanwhile.countDown());

    await(slowTwice);
    assertEquals(1, most.get());
  }

  @Test
  void ringsMissedWhileRingingAreNotMadeUpFor() {
    var time = new AtomicReference<>(NOW);
    var rings = new ArrayList<Instant>();
    Consumer<Instant> slow =
        now -> {
          rings.add(now);
          time.set(now.plusSeconds(25));
        };
    var clapper = new Timetable.Clapper("slow", slow, time::get, time::get);

    clapper.strike(NOW);
    clapper.strike(NOW.plusSeconds(10));
    clapper.strike(NOW.plusSeconds(20));
    assertEquals(List.of(NOW), rings, "two rings fell into the first");
    time.set(NOW.plusSeconds(30));
    clapper.strike(NOW.plusSeconds(30));

    assertEquals(List.of(NOW, NOW.plusSeconds(30)), rings);
  }

  @Test
  void aBellWhoseWorkFailsRingsAgain() {
    var thrice = new CountDownLatch(3);

    timetable.every(
        "broken",
        OFTEN,
        _ -> {
          thrice.countDown();
          if (thrice.getCount() == 2) {
            throw new IllegalStateException("for the test");
          }
          throw new AssertionError("for the test");
        });

    await(thrice);
  }

  @Test
  void aFailureStaysWithTheBell() {
    var failing =
        new Timetable.Clapper(
            "broken",
            _ -> {
              throw new AssertionError("for the test");
            },
            () -> NOW,
            () -> NOW);

    assertDoesNotThrow(() -> failing.strike(NOW));
  }

  @Test
  void closingWaitsForTheBellThatRings() {
    var ringing = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    var finished = new AtomicBoolean();
    timetable.every(
        "slow",
        SELDOM,
        _ -> {
          ringing.countDown();
          await(release);
          finished.set(true);
        });
    await(ringing);
    var finishedBeforeClosed = new CompletableFuture<Boolean>();
    var closer =
        new Thread(
            () -> {
              timetable.close();
              finishedBeforeClosed.complete(finished.get());
            });

    closer.start();
    while (closer.getState() != Thread.State.TIMED_WAITING
        && closer.getState() != Thread.State.WAITING
        && closer.getState() != Thread.State.TERMINATED) {
      Thread.onSpinWait();
    }
    release.countDown();

    assertTrue(outcome(finishedBeforeClosed));
  }

  @Test
  void aClosedTimetableTakesNoBells() {
    timetable.every("poll", SELDOM, _ -> {});
    timetable.close();
    timetable.close();

    assertThrows(IllegalStateException.class, () -> timetable.every("late", SELDOM, _ -> {}));
    assertEquals(List.of("poll"), timetable.bells().stream().map(Timetable.Bell::name).toList());
    assertEquals(Optional.empty(), timetable.bells().getFirst().next());
  }

  @Test
  void aBellCannotCloseItsOwnTimetable() {
    var refused = new CompletableFuture<Exception>();

    timetable.every(
        "self-closing",
        SELDOM,
        _ -> refused.complete(assertThrows(IllegalStateException.class, timetable::close)));

    assertEquals(
        "The bell self-closing cannot close the timetable that rings it.",
        outcome(refused).getMessage());
  }

  @Test
  void timetablesDoNotDisturbEachOther() {
    var here = new CountDownLatch(1);
    var there = new CountDownLatch(1);
    var afterwards = new CountDownLatch(1);
    var closed = new AtomicBoolean();
    timetable.every(
        "poll",
        OFTEN,
        _ -> {
          here.countDown();
          if (closed.get()) {
            afterwards.countDown();
          }
        });

    try (var other = Timetable.start(InstantSource.fixed(NOW))) {
      other.every("poll", OFTEN, _ -> there.countDown());
      await(here);
      await(there);
    }
    closed.set(true);

    await(afterwards);
  }

  @Test
  void listsItsBells() {
    var rung = new CountDownLatch(2);
    timetable.every("poll", OFTEN, _ -> rung.countDown());
    timetable.daily("morning", LocalTime.of(9, 0), _ -> {});
    await(rung);

    List<Timetable.Bell> bells = timetable.bells();

    assertEquals(List.of("morning", "poll"), bells.stream().map(Timetable.Bell::name).toList());
    Instant next = bells.getFirst().next().orElseThrow();
    assertEquals(
        LocalTime.of(9, 0), LocalTime.ofInstant(next, ZoneId.of("Asia/Tokyo")), "in Tokyo");
    assertEquals(Optional.of(NOW), bells.getLast().last(), "by its clock");
    assertTrue(bells.getLast().next().isPresent());
  }

  @Test
  void refusesWhatCannotBeMeant() {
    timetable.every("poll", SELDOM, _ -> {});

    refuses(() -> timetable.every("poll", SELDOM, _ -> {}));
    refuses(() -> timetable.daily("poll", LocalTime.NOON, _ -> {}));
    refuses(() -> timetable.every(" ", SELDOM, _ -> {}));
    refuses(() -> timetable.every("never", Duration.ZERO, _ -> {}));
    refuses(() -> timetable.daily("odd", LocalTime.of(9, 0, 30), _ -> {}));
    for (int more = 1; more < Timetable.MOST_BELLS; more++) {
      timetable.every("bell " + more, SELDOM, _ -> {});
    }
    assertThrows(
        IllegalStateException.class, () -> timetable.every("one too many", SELDOM, _ -> {}));
  }

  private static void refuses(Runnable nonsense) {
    assertThrows(IllegalArgumentException.class, nonsense::run);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(30, TimeUnit.SECONDS), "it did not ring");
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private static <T> T outcome(CompletableFuture<T> future) {
    try {
      return future.get(30, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException missing) {
      throw new AssertionError(missing);
    }
  }
}
