package jp.mimamori.bot.store;

import java.time.Instant;
import java.util.List;

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
        insert into outbox (kind, subject, version, due_at, attempts) values (?, ?, 1, ?, 0)
        on conflict (kind, subject) do update
        set version = outbox.version + 1, due_at = excluded.due_at, attempts = 0
        """,
        notice.kind().name(),
        notice.subject(),
        tx.now().toEpochMilli());
  }

  /**
   * What is due, and alerts first.
   *
   * @param most so many at the most: the rest is due again at once
   */
  public static List<Due> due(View view, Instant now, int most) {
    return view.list(
        """
        select kind, subject, version, attempts from outbox where due_at <= ?
        order by case kind when 'ALERT' then 0 when 'CALL' then 1 else 2 end, due_at, subject
        limit ?
        """,
        row ->
            new Due(
                new Notice(Notice.Kind.valueOf(row.getString("kind")), row.getString("subject")),
                row.getLong("version"),
                row.getInt("attempts")),
        now.toEpochMilli(),
        most);
  }

  /** Forgets the row, unless the thing changed again while it was on its way. */
  public static void shown(Transaction tx, Due due) {
    tx.run(
        "delete from outbox where kind = ? and subject = ? and version = ?",
        due.notice().kind().name(),
        due.notice().subject(),
        due.version());
  }

  /** Comes back to it later, unless the thing changed again and is due anyway. */
  public static void retry(Transaction tx, Due due, Instant at) {
    tx.run(
        """
        update outbox set due_at = ?, attempts = attempts + 1
        where kind = ? and subject = ? and version = ?
        """,
        at.toEpochMilli(),
        due.notice().kind().name(),
        due.notice().subject(),
        due.version());
  }

  /** One thing to show, as it was when it was looked up. */
  public record Due(Notice notice, long version, int attempts) {}
}
