package jp.mimamori.bot.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The things whose message no longer tells the truth. A row means "what people see of this is out
 * of date", not "send this text": ten changes before the courier comes make one message, and a
 * message that is late is never stale.
 */
public final class Outbox {
  private Outbox() {}

  static void add(Transaction tx, Notice notice) {
    tx.run(
        """
        insert into outbox (kind, subject, version, due_at, since, taken_until, attempts)
        values (?, ?, 1, ?, ?, 0, 0)
        on conflict (kind, subject) do update
        set version = outbox.version + 1, due_at = excluded.due_at, attempts = 0
        """,
        notice.kind().name(),
        notice.subject(),
        tx.now().toEpochMilli(),
        tx.now().toEpochMilli());
  }

  /**
   * Takes what is due into our hands, alerts first. Nobody else gets it until it is shown, put
   * back, or the lease ends: two couriers at one message could leave the older state on top.
   *
   * @param most so many at the most: the rest is due at once again
   */
  public static List<Due> take(Transaction tx, int most, Duration lease) {
    List<Due> due =
        tx.claim(
            """
            select kind, subject, version, attempts from outbox
            where due_at <= ? and taken_until <= ?
            order by case kind when 'ALERT' then 0 when 'CALL' then 1 when 'APPROVAL' then 1 when 'ALERT_HISTORY' then 3 when 'DOCUMENT' then 4 else 2 end, due_at, subject
            limit ?
            """,
            row ->
                new Due(
                    new Notice(
                        Notice.Kind.valueOf(row.getString("kind")), row.getString("subject")),
                    row.getLong("version"),
                    row.getInt("attempts")),
            tx.now().toEpochMilli(),
            tx.now().toEpochMilli(),
            most);
    due.forEach(one -> hold(tx, one, tx.now().plus(lease)));
    return due;
  }

  /** Forgets the row, unless the thing changed again while it was on its way. */
  public static void shown(Transaction tx, Due due) {
    int forgotten =
        tx.run(
            "delete from outbox where kind = ? and subject = ? and version = ?",
            due.notice().kind().name(),
            due.notice().subject(),
            due.version());
    if (forgotten == 0) {
      hold(tx, due, Instant.EPOCH);
      tx.run(
          "update outbox set since = ? where kind = ? and subject = ?",
          tx.now().toEpochMilli(),
          due.notice().kind().name(),
          due.notice().subject());
    }
  }

  /** Comes back to it later. */
  public static void retry(Transaction tx, Due due, Instant at) {
    tx.run(
        """
        update outbox set due_at = ?, taken_until = 0, attempts = attempts + 1
        where kind = ? and subject = ?
        """,
        at.toEpochMilli(),
        due.notice().kind().name(),
        due.notice().subject());
  }

  /** Puts back whatever is in somebody's hands: for a node that knows itself alone. */
  public static void release(Transaction tx) {
    tx.run("update outbox set taken_until = 0");
  }

  /** Since when the longest out of date is out of date. */
  public static Optional<Instant> waitsSince(View view) {
    return view.first("select coalesce(min(since), 0) from outbox", row -> row.getLong(1))
        .filter(since -> since > 0)
        .map(Instant::ofEpochMilli);
  }

  /** How many things wait to be shown. */
  public static long length(View view) {
    return view.count("select count(*) from outbox");
  }

  private static void hold(Transaction tx, Due due, Instant until) {
    tx.run(
        "update outbox set taken_until = ? where kind = ? and subject = ?",
        until.toEpochMilli(),
        due.notice().kind().name(),
        due.notice().subject());
  }

  /** One thing to show, as it was when it was taken. */
  public record Due(Notice notice, long version, int attempts) {}
}
