package jp.mimamori.bot.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import jp.mimamori.bot.store.Database;
import jp.mimamori.bot.store.Notice;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.store.View;
import jp.mimamori.schedules.Ladder;

/** Watches until somebody comes, and calls one after the other while nobody does. */
public final class Escalations {
  private final Database database;
  private final Supplier<Ladders> ladders;

  public Escalations(Database database, Supplier<Ladders> ladders) {
    this.database = database;
    this.ladders = ladders;
  }

  /** From now on somebody must come to this. Watching twice is watching once. */
  public void watch(Transaction tx, Notice notice, String tenant, String ladder) {
    ladders
        .get()
        .due(ladder, 0, tx.now())
        .ifPresent(
            first ->
                tx.run(
                    """
                    insert into escalation (kind, subject, tenant, ladder, level, since, due_at)
                    values (?, ?, ?, ?, 0, ?, ?) on conflict do nothing
                    """,
                    notice.kind().name(),
                    notice.subject(),
                    tenant,
                    ladder,
                    tx.now().toEpochMilli(),
                    first.at().toEpochMilli()));
  }

  /** Somebody came: nobody else is called, and whoever was called is told. */
  public void settle(Transaction tx, Notice notice, String by) {
    tx.run(
        "delete from escalation where kind = ? and subject = ?",
        notice.kind().name(),
        notice.subject());
    List<String> calls =
        tx.list(
            "select id from escalation_call where kind = ? and subject = ? and answered_by = ''",
            row -> row.getString("id"),
            notice.kind().name(),
            notice.subject());
    for (String call : calls) {
      tx.run("update escalation_call set answered_by = ? where id = ?", by, call);
      tx.show(notice(call));
    }
  }

  /** Makes the calls that are due, each step once, however late. */
  public void escalateDue(Instant now) {
    database.write(
        now,
        tx ->
            tx.claim(
                    "select * from escalation where due_at <= ? order by due_at",
                    Watch::read,
                    now.toEpochMilli())
                .forEach(watch -> escalate(tx, watch)));
  }

  public Optional<Call> call(View view, String id) {
    return view.first("select * from escalation_call where id = ?", Call::read, id);
  }

  private void escalate(Transaction tx, Watch watch) {
    Optional<Ladder.Due> step = ladders.get().due(watch.ladder(), watch.level(), watch.since());
    if (step.isEmpty()) {
      forget(tx, watch);
      return;
    }
    call(tx, watch, step.get().call());
    Optional<Ladder.Due> next = ladders.get().due(watch.ladder(), watch.level() + 1, tx.now());
    if (next.isEmpty()) {
      forget(tx, watch);
      return;
    }
    tx.run(
        """
        update escalation set level = level + 1, since = ?, due_at = ?
        where kind = ? and subject = ?
        """,
        tx.now().toEpochMilli(),
        next.get().at().toEpochMilli(),
        watch.notice().kind().name(),
        watch.notice().subject());
  }

  private static void call(Transaction tx, Watch watch, String whom) {
    String id = UUID.randomUUID().toString();
    tx.run(
        """
        insert into escalation_call
          (id, kind, subject, tenant, whom, level, due_at, called_at, answered_by)
        values (?, ?, ?, ?, ?, ?, ?, ?, '')
        """,
        id,
        watch.notice().kind().name(),
        watch.notice().subject(),
        watch.tenant(),
        whom,
        watch.level(),
        watch.dueAt().toEpochMilli(),
        tx.now().toEpochMilli());
    tx.record(watch.tenant(), "mimamori", "called", watch.notice().subject(), whom);
    tx.show(notice(id));
  }

  private static void forget(Transaction tx, Watch watch) {
    tx.run(
        "delete from escalation where kind = ? and subject = ?",
        watch.notice().kind().name(),
        watch.notice().subject());
  }

  private static Notice notice(String call) {
    return new Notice(Notice.Kind.CALL, call);
  }
}
