package jp.mimamori.bot.bell;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.mimamori.bot.store.Notice;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.store.View;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The alarms on record. One trouble is one alarm until it is over, whoever notices it. */
public final class Alarms {
  private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);

  /** Tells of a trouble, unless it was told already. */
  public void raise(
      Transaction tx,
      Alarm.Kind kind,
      String subject,
      String tenant,
      Instant since,
      String detail) {
    if (open(tx, kind, subject).isPresent()) {
      return;
    }
    String id = "W-" + tx.next("alarm");
    int added =
        tx.run(
            """
            insert into alarm (id, kind, subject, tenant, since, detail, raised_at, over_at)
            values (?, ?, ?, ?, ?, ?, ?, 0) on conflict do nothing
            """,
            id,
            kind.name(),
            subject,
            tenant,
            since.toEpochMilli(),
            detail,
            tx.now().toEpochMilli());
    if (added == 0) {
      return;
    }
    LOG.error("{} {} {} since {}: {}", id, kind, subject, since, detail);
    tx.record(tenant, "mimamori", "raised the alarm", id, kind + " " + subject);
    tx.show(new Notice(Notice.Kind.ALARM, id));
  }

  /** The trouble is over: says so, if it was told. */
  public void over(Transaction tx, Alarm.Kind kind, String subject) {
    Optional<Alarm> open = open(tx, kind, subject);
    if (open.isEmpty()) {
      return;
    }
    String id = open.get().id();
    tx.run("update alarm set over_at = ? where id = ?", tx.now().toEpochMilli(), id);
    LOG.info("{} {} {} is well again", id, kind, subject);
    tx.record(open.get().tenant(), "mimamori", "ended the alarm", id, kind + " " + subject);
    tx.show(new Notice(Notice.Kind.ALARM, id));
    tx.show(new Notice(Notice.Kind.ALARM_OVER, id));
  }

  public Optional<Alarm> find(View view, String id) {
    return view.first("select * from alarm where id = ?", Alarm::read, id);
  }

  /** What is not well, oldest first. */
  public List<Alarm> open(View view) {
    return view.list("select * from alarm where over_at = 0 order by raised_at, id", Alarm::read);
  }

  private static Optional<Alarm> open(View view, Alarm.Kind kind, String subject) {
    return view.first(
        "select * from alarm where kind = ? and subject = ? and over_at = 0",
        Alarm::read,
        kind.name(),
        subject);
  }
}
