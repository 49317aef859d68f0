package jp.mimamori.bot.store;

import java.time.Duration;

/**
 * Something that one node at a time has, until it lets go or has not been heard of for a while.
 * Nodes whose clocks differ may both believe to have it for as long as they differ: what it guards
 * must bear that.
 */
public final class Lease {
  private Lease() {}

  /** Takes or renews it. Returns false while another holder has it. */
  public static boolean take(Transaction tx, String name, String holder, Duration time) {
    return tx.run(
            """
            insert into lease (name, holder, until) values (?, ?, ?)
            on conflict (name) do update set holder = excluded.holder, until = excluded.until
            where lease.holder = excluded.holder or lease.until <= ?
            """,
            name,
            holder,
            tx.now().plus(time).toEpochMilli(),
            tx.now().toEpochMilli())
        > 0;
  }

  /** Lets go, if the holder still has it. */
  public static void release(Transaction tx, String name, String holder) {
    tx.run("delete from lease where name = ? and holder = ?", name, holder);
  }

  /** Whoever had it is gone: for a node that knows itself alone. */
  public static void clear(Transaction tx, String name) {
    tx.run("delete from lease where name = ?", name);
  }
}
