package jp.mimamori.bot.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * One step of the service at one moment: what it changes, what the audit trail says of it, and what
 * people must be shown of it. All of it happens, or none.
 */
public final class Transaction extends View {
  private final Instant now;
  private final Dialect dialect;

  Transaction(Handle handle, Instant now, Dialect dialect) {
    super(handle);
    this.now = now;
    this.dialect = dialect;
  }

  /** The moment of this step. */
  public Instant now() {
    return now;
  }

  /** Changes the state; returns how many rows it changed. */
  public int run(String sql, Object... arguments) {
    try (var update = handle().createUpdate(sql)) {
      return bound(update, arguments).execute();
    }
  }

  /** Rows of due work that no other node has in hand; they stay ours until this step ends. */
  public <T> List<T> claim(String sql, Row<T> row, Object... arguments) {
    return list(sql + dialect.claiming(), row, arguments);
  }

  /** The next number of that name: 1, 2, 3 …, each given out once. */
  public long next(String name) {
    run(
        """
        insert into counter (name, last) values (?, 1)
        on conflict (name) do update set last = counter.last + 1
        """,
        name);
    return count("select last from counter where name = ?", name);
  }

  /**
   * Returns true the first time it is called with that key, ever. Guards against acts that a
   * platform delivers twice.
   */
  public boolean once(String key) {
    return run(
            "insert into seen (event, at) values (?, ?) on conflict do nothing",
            key,
            now.toEpochMilli())
        > 0;
  }

  /**
   * Writes the audit trail.
   *
   * @param tenant whose matter it is
   * @param actor who did it: a member's id, or {@code mimamori}
   * @param action what was done, in English, as a verb in the past
   * @param subject the id of what it was done to
   * @param detail what else must be provable; no secret and no customer's text
   */
  public void record(String tenant, String actor, String action, String subject, String detail) {
    AuditTrail.append(this, new AuditTrail.Act(tenant, actor, action, subject, detail));
  }

  /** Says that what people see of this is out of date. */
  public void show(Notice notice) {
    Outbox.add(this, notice);
  }
}
