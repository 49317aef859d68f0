package jp.mimamori.bot.escalation;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import jp.mimamori.bot.edr.Severity;
import jp.mimamori.bot.store.Database;
import jp.mimamori.bot.store.Notice;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.store.View;
import jp.mimamori.schedules.Ladder.Due;
import jp.mimamori.schedules.Ladder.Rung;
import jp.mimamori.schedules.Ladder.WaitClock;
import org.jspecify.annotations.Nullable;

/** Watches until somebody comes, and calls one after the other while nobody does. */
public final class Escalations {
  private static final String SERVICE = "mimamori";
  private static final int NO_STEP = -1;

  private final Database database;
  private final Supplier<Ladders> ladders;

  /** By which ladders and calendar the rows were reckoned last. */
  private volatile @Nullable Ladders reckoned;

  public Escalations(Database database, Supplier<Ladders> ladders) {
    this.database = database;
    this.ladders = ladders;
  }

  /** From now on somebody must come to this. Watching twice is watching once. */
  public void watch(Transaction tx, Notice notice, Matter matter) {
    ladders
        .get()
        .due(matter, Rung.FIRST, tx.now())
        .ifPresent(
            first ->
                tx.run(
                    """
                    insert into escalation (kind, subject, tenant, ladder, severity, level, round,
                      since, due_at, turns_at)
                    values (?, ?, ?, ?, ?, 0, 0, ?, ?, ?)
                    on conflict (kind, subject) do update set
                      tenant = excluded.tenant, ladder = excluded.ladder,
                      severity = excluded.severity, level = 0, round = 0, since = excluded.since,
                      due_at = excluded.due_at, turns_at = excluded.turns_at, state = 'CLIMBING',
                      held_by = '', snoozed_until = 0
                    where escalation.state <> 'CLIMBING'
                    """,
                    notice.kind().name(),
                    notice.subject(),
                    matter.tenant(),
                    matter.ladder(),
                    matter.severity().map(Severity::name).orElse(""),
                    tx.now().toEpochMilli(),
                    first.at().toEpochMilli(),
                    turn(tx.now()).toEpochMilli()));
  }

  /** Somebody came: nobody else is called, and whoever was called is told. */
  public void settle(Transaction tx, Notice notice, String by) {
    tx.run(
        "update escalation set state = 'TAKEN', held_by = ? where kind = ? and subject = ?",
        by,
        notice.kind().name(),
        notice.subject());
    List<String> calls = unanswered(tx, notice);
    for (String call : calls) {
      tx.run("update escalation_call set answered_by = ? where id = ?", by, call);
      tx.show(notice(call));
    }
  }

  /** What a wish to have it rest, or not rest any longer, comes to. */
  public enum Rested {
    DONE,
    /** Nobody is being called to it. */
    NOT_WAITING
  }

  /** Nobody is called until then; what is due by then is called at that moment. */
  public Rested snooze(Transaction tx, Notice notice, String by, Instant until) {
    Optional<Watch> watch =
        watch(tx, notice).filter(found -> found.state() == Watch.State.CLIMBING);
    if (watch.isEmpty()) {
      return Rested.NOT_WAITING;
    }
    Instant due = later(natural(watch.get()).orElse(watch.get().dueAt()), until);
    rest(tx, notice, by, until, due);
    tx.record(watch.get().matter().tenant(), by, "snoozed", notice.subject(), until.toString());
    return Rested.DONE;
  }

  /** Calls again: from where it was snoozed, or from the beginning where somebody had it. */
  public Rested resume(Transaction tx, Notice notice, String by) {
    Optional<Watch> found = watch(tx, notice);
    if (found.isEmpty()) {
      return Rested.NOT_WAITING;
    }
    Watch watch = found.get();
    switch (watch.state()) {
      case CLIMBING -> {
        if (!watch.snoozedUntil().isAfter(tx.now())) {
          return Rested.NOT_WAITING;
        }
        rest(tx, notice, "", Instant.EPOCH, natural(watch).orElse(tx.now()));
      }
      case TAKEN, AT_THE_TOP -> {
        watch(tx, notice, watch.matter());
        showAll(tx, notice);
      }
    }
    tx.record(watch.matter().tenant(), by, "resumed calling", notice.subject(), "");
    return Rested.DONE;
  }

  /** How far it has come with it; empty if nobody was ever waited for. */
  public Optional<Standing> standing(View view, Notice notice, Instant now) {
    return watch(view, notice).map(watch -> standing(watch, now));
  }

  /**
   * Makes the calls that are due. After a time in which no node ran, each step that was due
   * meanwhile calls once, in order. A clock that is put back makes no call twice: what was called
   * stands in the row.
   */
  public void escalateDue(Instant now) {
    Ladders present = ladders.get();
    if (!present.equals(reckoned)) {
      database.write(now, this::reckon);
      reckoned = present;
    }
    database.write(
        now,
        tx -> {
          tx.claim(
                  """
                  select * from escalation where state = 'CLIMBING' and due_at <= ? order by due_at
                  """,
                  Watch::read,
                  now.toEpochMilli())
              .forEach(watch -> climb(tx, watch));
          turnClocks(tx);
        });
  }

  public Optional<Call> call(View view, String id) {
    return view.first("select * from escalation_call where id = ?", Call::read, id);
  }

  /** Says that the calls to this are out of date. */
  public static void showCalls(Transaction tx, Notice about) {
    unanswered(tx, about).forEach(call -> tx.show(notice(call)));
  }

  private void climb(Transaction tx, Watch watch) {
    Rung rung = watch.rung();
    Instant since = watch.since();
    int called = NO_STEP;
    while (true) {
      Optional<Due<CallTo>> next = ladders.get().due(watch.matter(), rung, since);
      if (next.isEmpty()) {
        top(tx, watch.notice());
        return;
      }
      Due<CallTo> due = next.get();
      Instant at = later(due.at(), watch.snoozedUntil());
      if (at.isAfter(tx.now())) {
        move(tx, watch.notice(), due.rung(), since, at);
        return;
      }
      if (due.rung().step() != called) { // what is late of one step is one call
        call(tx, watch, due, at);
        called = due.rung().step();
      }
      rung = due.after();
      since = at;
    }
  }

  private void call(Transaction tx, Watch watch, Due<CallTo> due, Instant at) {
    // in the order of the calls, also as text
    String id = "C-%08d".formatted(tx.next("call"));
    CallTo to = due.call();
    tx.run(
        """
        insert into escalation_call (id, kind, subject, tenant, whom, person, user_group, places,
          level, due_at, called_at, answered_by)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')
        """,
        id,
        watch.notice().kind().name(),
        watch.notice().subject(),
        watch.matter().tenant(),
        to.name(),
        ladders.get().member(to, tx.now()).orElse(""),
        Call.text(to.whom()),
        to.where().stream().sorted().map(Enum::name).collect(joining(",")),
        due.rung().step(),
        at.toEpochMilli(),
        tx.now().toEpochMilli());
    tx.record(watch.matter().tenant(), SERVICE, "called", watch.notice().subject(), to.name());
    tx.show(notice(id));
    tx.show(watch.notice());
  }

  /** Hours, holidays or ladders have changed: what waits is due at another moment. */
  private void reckon(Transaction tx) {
    for (Watch watch : tx.list("select * from escalation where state = 'CLIMBING'", Watch::read)) {
      natural(watch)
          .map(at -> later(at, watch.snoozedUntil()))
          .filter(at -> !at.equals(watch.dueAt()))
          .ifPresent(
              at -> {
                move(tx, watch.notice(), watch.rung(), watch.since(), at);
                showAll(tx, watch.notice());
              });
    }
  }

  /** The desk opens or closes: a clock in business time goes on or stands, and people see it. */
  private void turnClocks(Transaction tx) {
    for (Watch watch :
        tx.list(
            "select * from escalation where state = 'CLIMBING' and turns_at <= ?",
            Watch::read,
            tx.now().toEpochMilli())) {
      tx.run(
          "update escalation set turns_at = ? where kind = ? and subject = ?",
          turn(tx.now()).toEpochMilli(),
          watch.notice().kind().name(),
          watch.notice().subject());
      if (standing(watch, tx.now()) instanceof Standing.Climbing climbing
          && climbing.clock().isPresent()) {
        showAll(tx, watch.notice());
      }
    }
  }

  private Instant turn(Instant now) {
    return ladders.get().calendar().nextChange(now);
  }

  private Standing standing(Watch watch, Instant now) {
    return switch (watch.state()) {
      case TAKEN -> new Standing.Taken(watch.heldBy());
      case AT_THE_TOP -> new Standing.AtTheTop();
      case CLIMBING ->
          watch.snoozedUntil().isAfter(now)
              ? new Standing.Snoozed(watch.heldBy(), watch.snoozedUntil())
              : ladders
                  .get()
                  .due(watch.matter(), watch.rung(), watch.since())
                  .<Standing>map(due -> climbing(due, later(due.at(), watch.snoozedUntil()), now))
                  .orElseGet(Standing.AtTheTop::new);
    };
  }

  private Standing climbing(Due<CallTo> due, Instant at, Instant now) {
    var calendar = ladders.get().calendar();
    Optional<Standing.BusinessClock> clock =
        due.clock() == WaitClock.BUSINESS_TIME && at.isAfter(now)
            ? Optional.of(
                new Standing.BusinessClock(
                    calendar.between(now, at),
                    now,
                    calendar.isOpen(now)
                        ? Optional.empty()
                        : Optional.of(calendar.nextOpening(now))))
            : Optional.empty();
    return new Standing.Climbing(due.call().name(), at, clock);
  }

  private Optional<Instant> natural(Watch watch) {
    return ladders.get().due(watch.matter(), watch.rung(), watch.since()).map(Due::at);
  }

  private static Optional<Watch> watch(View view, Notice notice) {
    return view.first(
        "select * from escalation where kind = ? and subject = ?",
        Watch::read,
        notice.kind().name(),
        notice.subject());
  }

  private static void move(Transaction tx, Notice notice, Rung rung, Instant since, Instant due) {
    tx.run(
        """
        update escalation set level = ?, round = ?, since = ?, due_at = ?
        where kind = ? and subject = ?
        """,
        rung.step(),
        rung.round(),
        since.toEpochMilli(),
        due.toEpochMilli(),
        notice.kind().name(),
        notice.subject());
  }

  private static void rest(Transaction tx, Notice notice, String by, Instant until, Instant due) {
    tx.run(
        """
        update escalation set held_by = ?, snoozed_until = ?, due_at = ?
        where kind = ? and subject = ?
        """,
        by,
        until.toEpochMilli(),
        due.toEpochMilli(),
        notice.kind().name(),
        notice.subject());
    showAll(tx, notice);
  }

  private static void top(Transaction tx, Notice notice) {
    tx.run(
        "update escalation set state = 'AT_THE_TOP' where kind = ? and subject = ?",
        notice.kind().name(),
        notice.subject());
  }

  private static void showAll(Transaction tx, Notice notice) {
    tx.show(notice);
    showCalls(tx, notice);
  }

  private static List<String> unanswered(View view, Notice about) {
    return view.list(
        """
        select id from escalation_call where kind = ? and subject = ? and answered_by = ''
        order by id
        """,
        row -> row.getString("id"),
        about.kind().name(),
        about.subject());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Notice notice(String call) {
    return new Notice(Notice.Kind.CALL, call);
  }
}
