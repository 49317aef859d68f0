package jp.mimamori.bot.bell;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.store.View;

/** The bells on record. Any process that may write the database may pause, resume and order. */
public final class Bells {
  /** Without these nobody would hear of anything any more. */
  private static final Set<String> NEVER_PAUSED = Set.of(BellRinger.DATED, BellRinger.WATCHDOG);

  /** What people may want of a bell. */
  public enum Wish {
    /** It does not ring on any node until it is resumed. What is due meanwhile waits. */
    PAUSE,
    /** It rings again. What became due meanwhile is rung for at once, and says that it is late. */
    RESUME,
    /** It rings once, on one node, within seconds; also while it is paused. */
    RUN
  }

  /** What a wish about a bell comes to. */
  public enum Wished {
    DONE,
    /** It stands so already. */
    ALREADY,
    NO_SUCH_BELL,
    /** It watches the others, and is never silent. */
    NEVER_PAUSED
  }

  public List<Bell> all(View view) {
    return view.list("select * from bell order by name", Bell::read);
  }

  public Optional<Bell> find(View view, String name) {
    return view.first("select * from bell where name = ?", Bell::read, name);
  }

  /** Whether a bell may be silenced. */
  public static boolean mayBePaused(String name) {
    return !NEVER_PAUSED.contains(name);
  }

  /**
   * Puts it on record; the nodes that ring hear it within seconds.
   *
   * @param by who wants it
   */
  public Wished wish(Transaction tx, Wish wish, String name, String by) {
    return switch (wish) {
      case PAUSE -> pause(tx, name, by);
      case RESUME -> resume(tx, name, by);
      case RUN -> run(tx, name, by);
    };
  }

  Wished pause(Transaction tx, String name, String by) {
    if (!mayBePaused(name)) {
      return Wished.NEVER_PAUSED;
    }
    return change(
        tx,
        name,
        by,
        "paused",
        bell -> bell.paused().isEmpty(),
        "update bell set paused_at = ?, paused_by = ? where name = ?",
        tx.now(),
        by);
  }

  Wished resume(Transaction tx, String name, String by) {
    return change(
        tx,
        name,
        by,
        "resumed",
        bell -> bell.paused().isPresent(),
        "update bell set paused_at = ?, paused_by = ? where name = ?",
        Instant.EPOCH,
        "");
  }

  Wished run(Transaction tx, String name, String by) {
    return change(
        tx,
        name,
        by,
        "ordered a ring of",
        bell -> bell.wanted().isEmpty(),
        "update bell set wanted_at = ?, wanted_by = ? where name = ?",
        tx.now(),
        by);
  }

  private Wished change(
      Transaction tx,
      String name,
      String by,
      String what,
      Function<Bell, Boolean> isNew,
      String sql,
      Instant at,
      String who) {
    Optional<Bell> bell = find(tx, name);
    if (bell.isEmpty()) {
      return Wished.NO_SUCH_BELL;
    }
    if (!isNew.apply(bell.get())) {
      return Wished.ALREADY;
    }
    tx.run(sql, at.toEpochMilli(), who, name);
    tx.record("", by, what, "bell " + name, "");
    return Wished.DONE;
  }

  /** Puts a bell on record, or brings its description up to date; all else stays as it was. */
  void declare(
      Transaction tx, String name, String about, String rhythm, boolean dated, Instant due) {
    tx.run(
        """
        insert into bell (name, about, rhythm, dated, due_at, begun_at, finished_at, outcome, error,
          failing_since, late_by, taken_until, paused_at, paused_by, wanted_at, wanted_by)
        values (?, ?, ?, ?, ?, 0, 0, 'NONE', '', 0, 0, 0, 0, '', 0, '')
        on conflict (name) do update
        set about = excluded.about, rhythm = excluded.rhythm, dated = excluded.dated
        """,
        name,
        about,
        rhythm,
        dated ? 1 : 0,
        due.toEpochMilli());
  }

  /** A time that is still to come may move with the calendar. */
  void expect(Transaction tx, String name, Instant due) {
    tx.run(
        "update bell set due_at = ? where name = ? and due_at > ? and due_at <> ?",
        due.toEpochMilli(),
        name,
        tx.now().toEpochMilli(),
        due.toEpochMilli());
  }

  /** Bells to be rung by us, and nobody else until the lease ends. */
  List<Bell> claim(Transaction tx, Set<String> ours, Duration lease) {
    List<Bell> claimed =
        tx
            .claim(
                """
                select * from bell
                where taken_until <= ?
                  and ((dated = 1 and due_at <= ? and paused_at = 0) or wanted_at > 0)
                order by due_at, name
                """,
                Bell::read,
                tx.now().toEpochMilli(),
                tx.now().toEpochMilli())
            .stream()
            .filter(bell -> ours.contains(bell.name()))
            .toList();
    for (Bell bell : claimed) {
      tx.run(
          "update bell set taken_until = ?, begun_at = ? where name = ?",
          tx.now().plus(lease).toEpochMilli(),
          tx.now().toEpochMilli(),
          bell.name());
    }
    return claimed;
  }

  /** Whatever is in somebody's hands is due: for a node that knows itself alone. */
  void release(Transaction tx) {
    tx.run("update bell set taken_until = 0");
  }

  /** It began, and should begin again by then. */
  void begun(Transaction tx, String name, Instant due) {
    tx.run(
        "update bell set begun_at = ?, due_at = ? where name = ?",
        tx.now().toEpochMilli(),
        due.toEpochMilli(),
        name);
  }

  /** The work ended well. An order that came meanwhile stays. */
  void done(Transaction tx, Bell rung, Instant due, Duration lateBy) {
    tx.run(
        """
        update bell set finished_at = ?, outcome = 'DONE', error = '', failing_since = 0,
          due_at = ?, late_by = ?, taken_until = 0
        where name = ?
        """,
        tx.now().toEpochMilli(),
        due.toEpochMilli(),
        lateBy.toMillis(),
        rung.name());
    forgetOrder(tx, rung);
  }

  /** The work failed, and is tried again then if it is due. */
  void failed(Transaction tx, Bell rung, String error, Instant again) {
    tx.run(
        """
        update bell set finished_at = ?, outcome = 'FAILED', error = ?, taken_until = ?,
          failing_since = case failing_since when 0 then ? else failing_since end
        where name = ?
        """,
        tx.now().toEpochMilli(),
        error,
        again.toEpochMilli(),
        tx.now().toEpochMilli(),
        rung.name());
    forgetOrder(tx, rung);
  }

  private static void forgetOrder(Transaction tx, Bell rung) {
    rung.wanted()
        .ifPresent(
            order ->
                tx.run(
                    "update bell set wanted_at = 0, wanted_by = '' where name = ? and wanted_at ="
                        + " ?",
                    rung.name(),
                    order.at().toEpochMilli()));
  }
}
