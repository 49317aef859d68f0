package jp.mimamori.bot.bell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import jp.mimamori.bot.store.Database;
import jp.mimamori.schedules.BusinessCalendar;
import jp.mimamori.schedules.Rhythm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two nodes on one PostgreSQL server. */
@Timeout(120)
class BellsOnTwoNodesTest {
  private static final int DAYS = 40;
  private static final Instant START = Instant.parse("2026-11-19T23:00:00Z");
  private static EmbeddedPostgres server;

  private final Bells bells = new Bells();
  private final ConcurrentLinkedQueue<Instant> heard = new ConcurrentLinkedQueue<>();
  private Database first;
  private Database second;

  @BeforeAll
  static void start() throws IOException {
    server = EmbeddedPostgres.builder().start();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @BeforeEach
  void open() {
    String url = server.getJdbcUrl("postgres", "postgres");
    first = Database.postgresql(url);
    second = Database.postgresql(url);
    first.write(START, tx -> tx.run("delete from bell"));
  }

  @AfterEach
  void close() {
    first.close();
    second.close();
  }

  @Test
  void aBellWithADueTimeRingsOnOneOfThem() throws Exception {
    BellRinger one = node(first);
    BellRinger other = node(second);

    for (int day = 0; day < DAYS; day++) {
      Instant nine = START.plus(Duration.ofDays(day)).plus(Duration.ofHours(1));
      together(() -> one.ringDue(nine), () -> other.ringDue(nine));
    }

    assertEquals(
        IntStream.range(0, DAYS)
            .mapToObj(day -> START.plus(Duration.ofDays(day)).plus(Duration.ofHours(1)))
            .toList(),
        List.copyOf(heard));
  }

  @Test
  void pausedOnOneIsPausedOnBoth() {
    BellRinger one = node(first);
    BellRinger other = node(second);
    first.write(START, tx -> bells.pause(tx, "check", "sato"));
    Instant nine = START.plus(Duration.ofHours(1));
    one.ringDue(nine);
    other.ringDue(nine);
    assertEquals(List.of(), List.copyOf(heard));

    second.write(nine, tx -> bells.resume(tx, "check", "sato"));
    one.ringDue(nine);
    other.ringDue(nine);
    assertEquals(List.of(nine), List.copyOf(heard));
  }

  @Test
  void anOrderIsCarriedOutByOneOfThem() throws Exception {
    BellRinger one = node(first);
    BellRinger other = node(second);
    for (int minute = 1; minute <= DAYS; minute++) {
      Instant now = START.plus(Duration.ofMinutes(minute));
      first.write(now, tx -> bells.run(tx, "check", "sato"));
      together(() -> one.ringDue(now), () -> other.ringDue(now));
    }
    assertEquals(DAYS, heard.size());
  }

  private BellRinger node(Database database) {
    BellRinger node = ringer(database);
    node.on(new Rhythm.Daily(LocalTime.of(9, 0)), "check", "checks", ring -> heard.add(ring.due()));
    return node;
  }

  private BellRinger ringer(Database database) {
    return new BellRinger(database, bells, BusinessCalendar::standard, () -> START);
  }

  private static void together(Runnable one, Runnable other) throws Exception {
    var go = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(2)) {
      List<Callable<Object>> both =
          List.of(
              () -> {
                go.await();
                one.run();
                return 0;
              },
              () -> {
                go.countDown();
                other.run();
                return 0;
              });
      for (var done : threads.invokeAll(both)) {
        done.get();
      }
    }
  }
}
