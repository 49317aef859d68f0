package jp.mimamori.bot.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jp.mimamori.bot.edr.EdrClient;
import jp.mimamori.bot.edr.EdrClient.NoteAdded;
import jp.mimamori.bot.edr.EdrClient.Update;
import jp.mimamori.bot.edr.EdrException;
import jp.mimamori.bot.edr.NoteworthyEvent.Finding;
import jp.mimamori.bot.edr.NoteworthyEvent.Standing;
import jp.mimamori.bot.edr.NoteworthyEvent.Status;
import jp.mimamori.bot.store.Database;
import jp.mimamori.bot.store.Transaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes into the EDR's books what people decided here: how far an event is looked into, and
 * remarks. A row stands for each until the EDR has it; both may be repeated without harm.
 */
final class WriteBack {
  /** So long a row is ours alone. Longer than the EDR takes to answer or time out. */
  private static final Duration LEASE = Duration.ofSeconds(60);

  private static final Duration SOON = Duration.ofSeconds(15);
  private static final int AT_ONCE = 20;

  /** So often somebody else may be faster before we leave their word standing. */
  private static final int MOST_ATTEMPTS = 20;

  private static final Logger LOG = LoggerFactory.getLogger(WriteBack.class);

  private final Database database;
  private final EdrClient edr;

  WriteBack(Database database, EdrClient edr) {
    this.database = database;
    this.edr = edr;
  }

  /** All events of an alert shall stand so. */
  static void standing(Transaction tx, String alert, Standing wanted) {
    tx.run(
        """
        insert into edr_standing (event, alert, status, finding, due_at, attempts)
        select id, alert, ?, ?, ?, 0 from noteworthy_event where alert = ?
        on conflict (event) do update set status = excluded.status, finding = excluded.finding,
          due_at = excluded.due_at, attempts = 0
        """,
        wanted.status().name(),
        wanted.finding().name(),
        tx.now().toEpochMilli(),
        alert);
  }

  /** A remark stands beside the event. */
  static void note(Transaction tx, String alert, String text) {
    tx.run(
        """
        insert into edr_note (id, event, alert, text, due_at, attempts) values (?, ?, ?, ?, ?, 0)
        """,
        tx.next("edr-note"),
        alert, // an alert has the id of its first event
        alert,
        text,
        tx.now().toEpochMilli());
  }

  void runDue(Instant now) {
    try {
      database.decide(now, WriteBack::takeStandings).forEach(due -> write(due, now));
      database.decide(now, WriteBack::takeNotes).forEach(due -> write(due, now));
    } catch (EdrException e) {
      LOG.warn("the EDR's books wait: {}", e.getMessage());
    }
  }

  private void write(DueStanding due, Instant now) {
    Update update = edr.update(due.event(), due.seen(), due.wanted());
    database.write(
        now,
        tx -> {
          switch (update) {
            case Update.Done _ -> {
              tx.run(
                  "update noteworthy_event set status = ?, finding = ? where id = ?",
                  due.wanted().status().name(),
                  due.wanted().finding().name(),
                  due.event());
              forget(tx, due);
            }
            case Update.ChangedMeanwhile(Standing theirs) -> changed(tx, due, theirs);
            case Update.Rejected(String reason) -> {
              giveUp(tx, due.alert(), due.event(), reason);
              forget(tx, due);
            }
            case Update.TryAgain(Duration after) ->
                again(tx, "edr_standing", "event", due.event(), after);
            case Update.Unclear _ -> again(tx, "edr_standing", "event", due.event(), SOON);
          }
        });
  }

  /**
   * Somebody works in the EDR's console: what they closed stays closed, else we go on from theirs.
   */
  private static void changed(Transaction tx, DueStanding due, Standing theirs) {
    tx.run(
        "update noteworthy_event set status = ?, finding = ? where id = ?",
        theirs.status().name(),
        theirs.finding().name(),
        due.event());
    tx.record(
        tenant(tx, due.alert()),
        "mimamori",
        "found changed in the EDR",
        due.event(),
        due.seen() + " -> " + theirs);
    boolean theirsStands = theirs.status() == Status.CLOSED || due.attempts() >= MOST_ATTEMPTS;
    if (theirsStands) {
      forget(tx, due);
      return;
    }
    again(tx, "edr_standing", "event", due.event(), Duration.ZERO);
  }

  private void write(DueNote due, Instant now) {
    NoteAdded added = edr.addNote(due.event(), due.text());
    database.write(
        now,
        tx -> {
          switch (added) {
            case NoteAdded.Done _ -> tx.run("delete from edr_note where id = ?", due.id());
            case NoteAdded.Rejected(String reason) -> {
              giveUp(tx, due.alert(), due.event(), reason);
              tx.run("delete from edr_note where id = ?", due.id());
            }
            case NoteAdded.TryAgain(Duration after) -> again(tx, "edr_note", "id", due.id(), after);
            case NoteAdded.Unclear _ -> again(tx, "edr_note", "id", due.id(), SOON);
          }
        });
  }

  private static void giveUp(Transaction tx, String alert, String event, String reason) {
    LOG.error("the EDR does not take what is said of {}: {}", event, reason);
    tx.record(tenant(tx, alert), "mimamori", "could not write back", event, reason);
  }

  /** Unless it was changed while it was on its way. */
  private static void forget(Transaction tx, DueStanding due) {
    tx.run(
        "delete from edr_standing where event = ? and status = ? and finding = ?",
        due.event(),
        due.wanted().status().name(),
        due.wanted().finding().name());
  }

  private static void again(
      Transaction tx, String table, String key, Object value, Duration after) {
    tx.run(
        "update %s set due_at = ?, attempts = attempts + 1 where %s = ?".formatted(table, key),
        tx.now().plus(after).toEpochMilli(),
        value);
  }

  private static String tenant(Transaction tx, String alert) {
    return tx.first("select tenant from alert where id = ?", row -> row.getString("tenant"), alert)
        .orElse("");
  }

  private static List<DueStanding> takeStandings(Transaction tx) {
    List<DueStanding> due =
        tx.claim(
            "select * from edr_standing where due_at <= ? order by due_at, event limit ?",
            row ->
                new DueStanding(
                    row.getString("event"),
                    row.getString("alert"),
                    Standing.NEW,
                    new Standing(
                        Status.valueOf(row.getString("status")),
                        Finding.valueOf(row.getString("finding"))),
                    row.getInt("attempts")),
            tx.now().toEpochMilli(),
            AT_ONCE);
    due.forEach(one -> again(tx, "edr_standing", "event", one.event(), LEASE));
    return due.stream().map(one -> one.seenAs(seen(tx, one.event()))).toList();
  }

  private static Standing seen(Transaction tx, String event) {
    return tx.first(
            "select status, finding from noteworthy_event where id = ?",
            row ->
                new Standing(
                    Status.valueOf(row.getString("status")),
                    Finding.valueOf(row.getString("finding"))),
            event)
        .orElse(Standing.NEW);
  }

  private static List<DueNote> takeNotes(Transaction tx) {
    List<DueNote> due =
        tx.claim(
            "select * from edr_note where due_at <= ? order by id limit ?",
            row ->
                new DueNote(
                    row.getLong("id"),
                    row.getString("event"),
                    row.getString("alert"),
                    row.getString("text")),
            tx.now().toEpochMilli(),
            AT_ONCE);
    due.forEach(one -> again(tx, "edr_note", "id", one.id(), LEASE));
    return due;
  }

  private record DueStanding(
      String event, String alert, Standing seen, Standing wanted, int attempts) {
    DueStanding seenAs(Standing now) {
      return new DueStanding(event, alert, now, wanted, attempts);
    }
  }

  private record DueNote(long id, String event, String alert, String text) {}
}
