package jp.mimamori.bot.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import jp.mimamori.bot.store.AuditTrail.Verification;
import org.junit.jupiter.api.Test;

/** What the service needs of whatever remembers for it. */
abstract class DatabaseContract {
  private static final Instant NOW = Instant.parse("2026-11-24T01:00:00.123Z");
  private static final Notice ALERT = new Notice(Notice.Kind.ALERT, "WB-1");
  private static final Notice ANSWER = new Notice(Notice.Kind.ANSWER, "Q-1");
  private static final Duration LEASE = Duration.ofSeconds(60);

  /** An empty database of the present schema. */
  abstract Database database();

  /** Changes the trail behind the database's back. */
  abstract void tamper(String sql);

  @Test
  void aStepHappensWholeOrNotAtAll() {
    Database database = database();
    assertThrows(
        IllegalStateException.class,
        () ->
            database.write(
                NOW,
                tx -> {
                  tx.record("acme", "sato", "acknowledged", "WB-1", "");
                  tx.show(ALERT);
                  tx.once("event 1");
                  throw new IllegalStateException("died in the middle");
                }));

    assertEquals(List.of(), database.read(view -> AuditTrail.newest(view, 10)));
    assertEquals(0, database.read(Outbox::length));
    boolean first = database.decide(NOW, tx -> tx.once("event 1"));
    assertTrue(first);
  }

  @Test
  void stepsDoNotNest() {
    Database database = database();
    assertThrows(
        IllegalStateException.class,
        () -> database.write(NOW, _ -> database.write(NOW, tx -> tx.show(ALERT))));
  }

  @Test
  void aDocumentComesBackAsItWasKept() {
    Database database = database();
    var paper =
        new Documents.Paper(
            "monthly-1",
            "acme",
            Documents.Audience.CUSTOMER,
            Optional.of(ALERT),
            "月次レポート",
            "月次.pdf",
            "application/pdf");
    byte[] content = {0, 1, (byte) 0xff, 0};
    assertEquals(
        List.of(true, false),
        List.of(
            database.decide(NOW, tx -> Documents.keep(tx, "sato", paper, content)),
            database.decide(NOW, tx -> Documents.keep(tx, "sato", paper, new byte[] {9}))));

    Documents.Kept kept = database.read(view -> Documents.find(view, "monthly-1")).orElseThrow();
    assertEquals(paper, kept.paper());
    assertEquals(4, kept.size());
    assertEquals(NOW.toEpochMilli(), kept.at().toEpochMilli());
    assertEquals(
        ByteBuffer.wrap(content),
        database.read(view -> Documents.content(view, "monthly-1")).orElseThrow());
    assertEquals(List.of(kept), database.read(view -> Documents.about(view, ALERT)));
    Set<Documents.Audience> customers = Set.of(Documents.Audience.CUSTOMER);
    assertEquals(
        List.of(kept),
        database.read(view -> Documents.newest(view, Set.of("acme", "b"), customers, 5)));
    assertEquals(
        List.of(), database.read(view -> Documents.newest(view, Set.of("b"), customers, 5)));
    assertEquals(List.of(), database.read(view -> Documents.newest(view, Set.of(), customers, 5)));
    assertEquals(
        List.of(),
        database.read(
            view ->
                Documents.newest(view, Set.of("acme"), Set.of(Documents.Audience.ANALYSTS), 5)));
  }

  @Test
  void aDocumentTooLargeIsRefused() {
    var paper =
        new Documents.Paper(
            "big", "acme", Documents.Audience.ANALYSTS, Optional.empty(), "b", "b.zip", "a/b");
    assertThrows(
        IllegalArgumentException.class,
        () ->
            database()
                .write(
                    NOW, tx -> Documents.keep(tx, "s", paper, new byte[Documents.MOST_BYTES + 1])));
  }

  @Test
  void onceIsOnce() throws Exception {
    Database database = database();
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Callable<Boolean>> tries =
          IntStream.range(0, 20)
              .<Callable<Boolean>>mapToObj(_ -> () -> database.decide(NOW, tx -> tx.once("event")))
              .toList();
      int first = 0;
      for (var one : threads.invokeAll(tries)) {
        first += one.get() ? 1 : 0;
      }
      assertEquals(1, first);
    }
  }

  @Test
  void numbersAreGivenOutOnce() throws Exception {
    Database database = database();
    Set<Long> numbers = new HashSet<>();
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Callable<Long>> tries =
          IntStream.range(0, 20)
              .<Callable<Long>>mapToObj(_ -> () -> database.decide(NOW, tx -> tx.next("inquiry")))
              .toList();
      for (var one : threads.invokeAll(tries)) {
        numbers.add(one.get());
      }
    }
    assertEquals(20, numbers.size());
    long next = database.decide(NOW, tx -> tx.next("inquiry"));
    assertEquals(21, next);
    long other = database.decide(NOW, tx -> tx.next("other"));
    assertEquals(1, other);
  }

  @Test
  void tenChangesAreOneThingToShow() {
    Database database = database();
    for (int i = 0; i < 10; i++) {
      database.write(NOW, tx -> tx.show(ALERT));
    }
    assertEquals(1, take(database, NOW).size());
  }

  @Test
  void alertsGoBeforeChatter() {
    Database database = database();
    database.write(NOW, tx -> tx.show(ANSWER));
    database.write(NOW.plusSeconds(1), tx -> tx.show(ALERT));
    assertEquals(
        List.of(ALERT, ANSWER),
        take(database, NOW.plusSeconds(2)).stream().map(Outbox.Due::notice).toList());
  }

  @Test
  void whatIsInSomebodysHandsIsNobodyElsesUntilTheLeaseEnds() {
    Database database = database();
    database.write(NOW, tx -> tx.show(ALERT));
    assertEquals(1, take(database, NOW).size());
    database.write(NOW, tx -> tx.show(ALERT));

    assertEquals(List.of(), take(database, NOW.plusSeconds(59)), "even if it changed meanwhile");
    assertEquals(1, take(database, NOW.plusSeconds(60)).size());
  }

  @Test
  void aChangeOnTheWayIsShownNext() {
    Database database = database();
    database.write(NOW, tx -> tx.show(ALERT));
    Outbox.Due due = take(database, NOW).getFirst();
    database.write(NOW, tx -> tx.show(ALERT));
    database.write(NOW, tx -> Outbox.shown(tx, due));

    Outbox.Due next = take(database, NOW).getFirst();
    assertEquals(due.version() + 1, next.version());
    database.write(NOW, tx -> Outbox.shown(tx, next));
    assertEquals(List.of(), take(database, NOW));
  }

  @Test
  void whatCouldNotBeShownIsDueLater() {
    Database database = database();
    database.write(NOW, tx -> tx.show(ALERT));
    Outbox.Due due = take(database, NOW).getFirst();
    database.write(NOW, tx -> Outbox.retry(tx, due, NOW.plusSeconds(30)));

    assertEquals(List.of(), take(database, NOW.plusSeconds(29)));
    assertEquals(1, take(database, NOW.plusSeconds(30)).getFirst().attempts());
  }

  @Test
  void aLeaseIsOnesUntilItEndsOrIsLetGo() {
    Database database = database();
    assertTrue(takesLease(database, "a", NOW));
    assertFalse(takesLease(database, "b", NOW.plusSeconds(59)));
    assertTrue(takesLease(database, "a", NOW.plusSeconds(59)), "renewed");
    assertFalse(takesLease(database, "b", NOW.plusSeconds(118)));
    assertTrue(takesLease(database, "b", NOW.plusSeconds(119)), "nobody renewed it");

    database.write(NOW, tx -> Lease.release(tx, "gateway", "a"));
    assertFalse(takesLease(database, "a", NOW.plusSeconds(120)), "not a's to let go");
    database.write(NOW, tx -> Lease.release(tx, "gateway", "b"));
    assertTrue(takesLease(database, "a", NOW.plusSeconds(120)));
    database.write(NOW, tx -> Lease.clear(tx, "gateway"));
    assertTrue(takesLease(database, "b", NOW.plusSeconds(120)));
  }

  @Test
  void ofManyWhoWantALeaseOneHasIt() throws Exception {
    Database database = database();
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Callable<Boolean>> tries =
          IntStream.range(0, 20)
              .<Callable<Boolean>>mapToObj(i -> () -> takesLease(database, "node " + i, NOW))
              .toList();
      int having = 0;
      for (var one : threads.invokeAll(tries)) {
        having += one.get() ? 1 : 0;
      }
      assertEquals(1, having);
    }
  }

  private static boolean takesLease(Database database, String holder, Instant now) {
    return database.decide(now, tx -> Lease.take(tx, "gateway", holder, LEASE));
  }

  @Test
  void theTrailIsKeptInItsOrderAndProvesItself() {
    Database database = database();
    record(database, 2500);

    Verification verification = database.read(AuditTrail::verify);
    assertEquals(2500, assertInstanceOf(Verification.Intact.class, verification).rows());
    assertEquals(
        "act 2499", database.read(view -> AuditTrail.newest(view, 1)).getFirst().act().action());
    assertEquals(
        List.of("act 7"),
        database.read(view -> AuditTrail.of(view, "WB-7")).stream()
            .map(entry -> entry.act().action())
            .toList());
  }

  @Test
  void theTrailIsOneChainHoweverManyWriteAtOnce() throws Exception {
    Database database = database();
    try (var threads = Executors.newFixedThreadPool(8)) {
      List<Callable<Boolean>> writers =
          IntStream.range(0, 40)
              .<Callable<Boolean>>mapToObj(
                  i ->
                      () -> {
                        database.write(NOW, tx -> tx.record("acme", "sato", "act " + i, "WB", ""));
                        return true;
                      })
              .toList();
      for (var one : threads.invokeAll(writers)) {
        assertTrue(one.get());
      }
    }
    Verification verification = database.read(AuditTrail::verify);
    assertEquals(40, assertInstanceOf(Verification.Intact.class, verification).rows());
  }

  @Test
  void theTrailCanNotBeChangedThroughTheDatabase() {
    Database database = database();
    record(database, 3);
    for (String sql :
        List.of(
            "update audit set actor = 'nobody' where seq = 2", "delete from audit where seq = 3")) {
      assertThrows(RuntimeException.class, () -> database.write(NOW, tx -> tx.run(sql)), sql);
    }
    assertInstanceOf(Verification.Intact.class, database.read(AuditTrail::verify));
  }

  @Test
  void anEditedRowIsNamed() {
    assertBrokenAt(3, "update audit set actor = 'nobody' where seq = 3");
  }

  @Test
  void aRemovedRowIsNamed() {
    assertBrokenAt(4, "delete from audit where seq = 4");
  }

  @Test
  void aRowMovedInTimeIsNamed() {
    assertBrokenAt(2, "update audit set at = at + 1 where seq = 2");
  }

  @Test
  void reorderedRowsAreNamed() {
    assertBrokenAt(
        2,
        """
        update audit set actor = (select action from audit other where other.seq = 5 - audit.seq)
        where seq in (2, 3)
        """);
  }

  @Test
  void anInsertedRowIsNamed() {
    assertBrokenAt(
        6,
        """
        insert into audit (seq, at, tenant, actor, action, subject, detail, hash)
        values (6, 0, '', '', '', '', '', 'f')
        """);
  }

  @Test
  void aCutTailIsNamed() {
    assertBrokenAt(5, "delete from audit where seq = 5");
  }

  @Test
  void aTailThatWasCutWithItsHeadMendedShowsAgainstAnAnchoredHead() {
    Database database = database();
    record(database, 5);
    String anchored = database.read(AuditTrail::head).hash();
    record(database, 2);
    assertInstanceOf(Verification.Intact.class, verified(database, anchored));

    tamper("delete from audit where seq > 3");
    database.write(
        NOW,
        tx ->
            tx.run("update audit_head set seq = 3, hash = (select hash from audit where seq = 3)"));
    assertInstanceOf(Verification.Intact.class, database.read(AuditTrail::verify));
    assertEquals(
        4, assertInstanceOf(Verification.Broken.class, verified(database, anchored)).seq());
  }

  @Test
  void aPeriodOfATenantIsHandedOverInOrder() {
    Database database = database();
    database.write(NOW, tx -> tx.record("acme", "sato", "first", "WB-1", ""));
    database.write(NOW, tx -> tx.record("other", "sato", "hidden", "WB-2", ""));
    database.write(NOW.plusSeconds(60), tx -> tx.record("acme", "sato", "second", "WB-1", ""));
    database.write(NOW.plusSeconds(61), tx -> tx.record("acme", "sato", "too late", "WB-1", ""));
    List<String> acts = new ArrayList<>();
    database.read(
        view -> {
          AuditTrail.each(
              view,
              NOW,
              NOW.plusSeconds(61),
              Optional.of("acme"),
              entry -> acts.add(entry.act().action()));
          return acts;
        });
    assertEquals(List.of("first", "second"), acts);
  }

  private static Verification verified(Database database, String anchored) {
    return database.read(view -> AuditTrail.verify(view, Optional.of(anchored)));
  }

  @Test
  void textOfAnyKindIsKept() {
    Database database = database();
    String text = "𠮷野家 'quoted' \"double\" ; drop table audit; -- 😀\nline";
    database.write(NOW, tx -> tx.record("acme", "sato", text, "WB-1", text));
    assertEquals(text, database.read(view -> AuditTrail.newest(view, 1)).getFirst().act().detail());
  }

  private void assertBrokenAt(long seq, String sql) {
    Database database = database();
    record(database, 5);
    tamper(sql);
    Verification verification = database.read(AuditTrail::verify);
    assertEquals(seq, assertInstanceOf(Verification.Broken.class, verification).seq());
    assertFalse(verification.toString().isBlank());
  }

  private static void record(Database database, int rows) {
    database.write(
        NOW,
        tx ->
            IntStream.range(0, rows)
                .forEach(i -> tx.record("acme", "actor " + i, "act " + i, "WB-" + i, "detail")));
  }

  private static List<Outbox.Due> take(Database database, Instant now) {
    return database.decide(now, tx -> Outbox.take(tx, 10, LEASE));
  }
}
