package jp.mimamori.bot.bell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.mimamori.bot.bell.Bells.Wished;
import jp.mimamori.bot.store.AuditTrail;
import jp.mimamori.bot.store.Database;
import jp.mimamori.schedules.BusinessCalendar;
import jp.mimamori.schedules.Rhythm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bell at nine each day, with the time moved by hand. */
class BellRingerTest {
  private static final Rhythm AT_NINE = new Rhythm.Daily(LocalTime.of(9, 0));

  @TempDir private Path folder;
  private final Bells bells = new Bells();
  private final List<Ring> heard = new ArrayList<>();
  private Database database;
  private Instant now = tokyo("2026-11-20T08:00");
  private BellRinger ringer;
  private boolean failing;

  @BeforeEach
  void open() {
    database = Database.sqlite(folder.resolve("mimamori.db"));
    ringer = started();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void ringsWhenItIsDueAndOnce() {
    rings("2026-11-20T08:59");
    assertEquals(List.of(), heard);

    rings("2026-11-20T09:00");
    rings("2026-11-20T09:00");
    rings("2026-11-20T09:01");
    assertEquals(List.of(new Ring(tokyo("2026-11-20T09:00"), tokyo("2026-11-20T09:00"))), heard);
    assertEquals(tokyo("2026-11-21T09:00"), bell().dueAt());
    assertEquals(Bell.Outcome.DONE, bell().outcome());
    assertEquals(Optional.of(tokyo("2026-11-20T09:00")), bell().begunAt());
  }

  @Test
  void afterAWeekendDownItRingsOnceAndSaysThatItIsLate() {
    now = tokyo("2026-11-23T08:30");
    ringer = started();
    rings("2026-11-23T08:30");

    assertEquals(1, heard.size());
    assertEquals(tokyo("2026-11-20T09:00"), heard.getFirst().due());
    assertTrue(heard.getFirst().late());
    assertEquals(Duration.ofMinutes(2 * 24 * 60 + 23 * 60 + 30), bell().lateBy());
    assertEquals(tokyo("2026-11-23T09:00"), bell().dueAt());
    assertEquals(List.of("mimamori rang late"), trail());

    rings("2026-11-23T09:00");
    assertEquals(2, heard.size());
    assertEquals(Duration.ZERO, bell().lateBy());
  }

  @Test
  void aPausedBellIsSilentAndItsDueRingWaitsForIt() {
    assertEquals(Wished.DONE, database.decide(now, tx -> bells.pause(tx, "check", "sato")));
    assertEquals(Wished.ALREADY, database.decide(now, tx -> bells.pause(tx, "check", "sato")));
    rings("2026-11-20T09:00");
    rings("2026-11-21T09:00");
    assertEquals(List.of(), heard);
    assertEquals("sato", bell().paused().orElseThrow().by());

    assertEquals(Wished.DONE, database.decide(now, tx -> bells.resume(tx, "check", "sato")));
    rings("2026-11-21T12:00");
    assertEquals(1, heard.size());
    assertTrue(heard.getFirst().late());
    assertEquals(tokyo("2026-11-22T09:00"), bell().dueAt());
  }

  @Test
  void anOrderRingsOnceAlsoWhilePausedAndMovesNothing() {
    database.write(now, tx -> bells.pause(tx, "check", "sato"));
    assertEquals(Wished.DONE, database.decide(now, tx -> bells.run(tx, "check", "sato")));
    rings("2026-11-20T08:01");
    rings("2026-11-20T08:02");

    assertEquals(List.of(new Ring(tokyo("2026-11-20T08:01"), tokyo("2026-11-20T08:01"))), heard);
    assertEquals(tokyo("2026-11-20T09:00"), bell().dueAt());
    assertEquals(Optional.empty(), bell().wanted());
    assertEquals(List.of("sato paused", "sato ordered a ring of"), trail());
  }

  @Test
  void whatFailsIsTriedAgainUntilItIsDone() {
    failing = true;
    rings("2026-11-20T09:00");
    rings("2026-11-20T09:01");
    assertEquals(1, heard.size());
    assertEquals("IllegalStateException: no paper", bell().error());
    assertEquals(tokyo("2026-11-20T09:00"), bell().dueAt());

    failing = false;
    rings("2026-11-20T09:05");
    assertEquals(2, heard.size());
    assertEquals(Bell.Outcome.DONE, bell().outcome());
    assertEquals(Optional.empty(), bell().failingSince());
    assertEquals(tokyo("2026-11-21T09:00"), bell().dueAt());
  }

  @Test
  void aRingThatDiedIsRungAgainByTheNextProcess() {
    database.decide(
        tokyo("2026-11-20T09:00"), tx -> bells.claim(tx, Set.of("check"), Duration.ofMinutes(15)));
    rings("2026-11-20T09:01");
    assertEquals(List.of(), heard);

    ringer = started();
    rings("2026-11-20T09:01");
    assertEquals(1, heard.size());
  }

  @Test
  void namesWhatIsNotThere() {
    assertEquals(Wished.NO_SUCH_BELL, database.decide(now, tx -> bells.pause(tx, "chekc", "sato")));
    assertEquals(
        Wished.NEVER_PAUSED,
        database.decide(now, tx -> bells.pause(tx, BellRinger.WATCHDOG, "sato")));
  }

  private BellRinger started() {
    var fresh = new BellRinger(database, bells, BusinessCalendar::standard, () -> now);
    fresh.resume(now);
    fresh.on(
        AT_NINE,
        "check",
        "checks",
        ring -> {
          heard.add(ring);
          if (failing) {
            throw new IllegalStateException("no paper");
          }
        });
    return fresh;
  }

  private void rings(String moment) {
    now = tokyo(moment);
    ringer.ringDue(now);
  }

  private Bell bell() {
    return database.read(view -> bells.find(view, "check")).orElseThrow();
  }

  private List<String> trail() {
    return database.read(
        view ->
            AuditTrail.of(view, "bell check").stream()
                .map(entry -> entry.act().actor() + " " + entry.act().action())
                .toList());
  }

  private static Instant tokyo(String moment) {
    return LocalDateTime.parse(moment).atZone(ZoneId.of("Asia/Tokyo")).toInstant();
  }
}
