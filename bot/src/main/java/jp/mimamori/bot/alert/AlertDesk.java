package jp.mimamori.bot.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import jp.mimamori.bot.edr.EdrClient;
import jp.mimamori.bot.edr.EdrException;
import jp.mimamori.bot.edr.NoteworthyEvent;
import jp.mimamori.bot.edr.NoteworthyEvent.Finding;
import jp.mimamori.bot.edr.NoteworthyEvent.Standing;
import jp.mimamori.bot.edr.NoteworthyEvent.Status;
import jp.mimamori.bot.escalation.Escalations;
import jp.mimamori.bot.escalation.Matter;
import jp.mimamori.bot.store.AuditTrail;
import jp.mimamori.bot.store.Database;
import jp.mimamori.bot.store.Notice;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.store.View;
import jp.mimamori.bot.tenant.Member;
import jp.mimamori.bot.tenant.Role;
import jp.mimamori.bot.tenant.Tenant;
import jp.mimamori.bot.tenant.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what the EDR reports into alerts, each event once, and waits until somebody looks. */
public final class AlertDesk {
  /** Which ladder calls somebody to an alert that nobody acknowledges. */
  public static final String LADDER = "alert";

  /** Read again each time, since the EDR's clock is not ours (Vision One API v3.0, 3.1). */
  static final Duration OVERLAP = Duration.ofMinutes(5);

  /** How far back the first poll of all looks. */
  static final Duration FIRST_LOOK = Duration.ofHours(24);

  /** Events of one kind on one endpoint within this time of each other are one alert. */
  static final Duration JOIN_WINDOW = Duration.ofMinutes(30);

  /** So many cards of one kind a tenant gets within the window; then they join, in a storm. */
  static final int STORM = 5;

  /** Events taken in one step: a storm must not keep everybody else from writing. */
  private static final int AT_ONCE = 200;

  private static final Logger LOG = LoggerFactory.getLogger(AlertDesk.class);
  private static final String CURSOR = "edr";

  private final Database database;
  private final EdrClient edr;
  private final Alerts alerts;
  private final Escalations escalations;
  private final Supplier<Tenants> tenants;
  private final Supplier<Muting> muting;
  private final Raised raised;
  private final WriteBack writeBack;
  private volatile String outage = "";

  public AlertDesk(
      Database database,
      EdrClient edr,
      Alerts alerts,
      Escalations escalations,
      Supplier<Tenants> tenants,
      Supplier<Muting> muting,
      Raised raised) {
    this.database = database;
    this.edr = edr;
    this.alerts = alerts;
    this.escalations = escalations;
    this.tenants = tenants;
    this.muting = muting;
    this.raised = raised;
    this.writeBack = new WriteBack(database, edr);
  }

  /** Hears of each event that counts towards an alert for the first time, in the same step. */
  @FunctionalInterface
  public interface Raised {
    void raised(Transaction tx, String tenant, String alert, NoteworthyEvent event);
  }

  /** Writes into the EDR's books what was decided here. Any node, any time, any number. */
  public void writeBackDue(Instant now) {
    writeBack.runDue(now);
  }

  /** Reads what is new. May run at any moment, any number of times, on any node. */
  public void poll(Instant now) {
    try {
      read(now);
      if (!outage.isEmpty()) {
        LOG.info("the EDR answers again");
        outage = "";
      }
    } catch (EdrException e) {
      if (!outage.equals(e.getMessage())) {
        LOG.error("no events can be read, and it is tried again: {}", e.getMessage());
        outage = String.valueOf(e.getMessage());
      }
    }
  }

  private void read(Instant now) {
    Instant since =
        database
            .read(AlertDesk::readUpTo)
            .map(cursor -> cursor.minus(OVERLAP))
            .orElseGet(() -> now.minus(FIRST_LOOK));
    List<NoteworthyEvent> events = edr.eventsUpdated(since, now);
    for (int from = 0; from < events.size(); from += AT_ONCE) {
      List<NoteworthyEvent> some = events.subList(from, Math.min(events.size(), from + AT_ONCE));
      database.write(now, tx -> some.forEach(event -> take(tx, event)));
    }
    database.write(now, tx -> moveCursor(tx, now));
  }

  /** What a wish to work on an alert comes to. */
  public enum Worked {
    DONE,
    /** It stands so already. */
    ALREADY,
    NOT_ALLOWED,
    UNKNOWN_ALERT
  }

  /** Somebody says: I have seen it. Whoever waited to be called for it is left in peace. */
  public Worked acknowledge(Transaction tx, Member member, String id) {
    return work(
        tx,
        member,
        id,
        "acknowledge",
        alert -> {
          if (!alerts.acknowledge(tx, id, member.id())) {
            return Worked.ALREADY;
          }
          tx.record(alert.tenant(), member.id(), "acknowledged", id, "OPEN -> IN_PROGRESS");
          escalations.settle(tx, notice(id), member.id());
          WriteBack.standing(tx, id, new Standing(Status.IN_PROGRESS, Finding.NONE));
          return Worked.DONE;
        });
  }

  /** Somebody looks after it from now on; whoever is named, it counts as seen. */
  public Worked assign(Transaction tx, Member member, String id, Member assignee) {
    return work(
        tx,
        member,
        id,
        "assign",
        alert -> {
          if (!assignee.is(Role.ANALYST) || !assignee.serves(alert.tenant())) {
            return Worked.NOT_ALLOWED;
          }
          if (alert.assignee().equals(Optional.of(assignee.id()))) {
            return Worked.ALREADY;
          }
          alerts.assign(tx, id, assignee.id());
          tx.record(
              alert.tenant(),
              member.id(),
              "assigned",
              id,
              alert.assignee().orElse("nobody") + " -> " + assignee.id());
          var _ = acknowledge(tx, member, id);
          return Worked.DONE;
        });
  }

  /** Somebody says something about it: kept here, and as a note in the EDR. */
  public Worked comment(Transaction tx, Member member, String id, String text) {
    return work(
        tx,
        member,
        id,
        "comment on",
        alert -> {
          alerts.comment(tx, id, member.id(), text);
          tx.record(
              alert.tenant(),
              member.id(),
              "commented on",
              id,
              "comment " + (alert.comments().size() + 1));
          WriteBack.note(tx, id, member.name() + ": " + text);
          return Worked.DONE;
        });
  }

  /**
   * Nothing more is to be done about it. The head of the audit trail is left in the EDR with it, so
   * that a trail whose end was cut off can be told from this one.
   *
   * @param text may be empty
   */
  public Worked close(Transaction tx, Member member, String id, Finding finding, String text) {
    return work(
        tx,
        member,
        id,
        "close",
        alert -> {
          if (!alerts.close(tx, id, member.id(), finding)) {
            return Worked.ALREADY;
          }
          var _ = acknowledge(tx, member, id);
          if (!text.isEmpty()) {
            alerts.comment(tx, id, member.id(), text);
          }
          tx.record(
              alert.tenant(),
              member.id(),
              "closed",
              id,
              standing(alert) + " -> " + Status.CLOSED + " " + finding);
          WriteBack.standing(tx, id, new Standing(Status.CLOSED, finding));
          AuditTrail.Head head = AuditTrail.head(tx);
          WriteBack.note(
              tx,
              id,
              "%s: %s %s%nMimamori audit trail: row %d, head %s"
                  .formatted(member.name(), finding, text, head.seq(), head.hash()));
          return Worked.DONE;
        });
  }

  private Worked work(
      Transaction tx, Member member, String id, String what, Function<Alert, Worked> step) {
    Optional<Alert> alert = alerts.find(tx, id);
    if (alert.isEmpty()) {
      return Worked.UNKNOWN_ALERT;
    }
    if (!member.is(Role.ANALYST)) {
      tx.record(
          alert.get().tenant(),
          member.id(),
          "was refused to " + what,
          id,
          "NOT_AN_ANALYST stays " + standing(alert.get()));
      return Worked.NOT_ALLOWED;
    }
    Worked worked = step.apply(alert.get());
    if (worked == Worked.DONE) {
      tx.show(notice(id));
    }
    return worked;
  }

  /** How far we are with it, in the words of the EDR's books. */
  private static Status standing(Alert alert) {
    if (alert.closing().isPresent()) {
      return Status.CLOSED;
    }
    return alert.acknowledgement().isPresent() ? Status.IN_PROGRESS : Status.OPEN;
  }

  /** The notice that names an alert's card. */
  public static Notice notice(String alert) {
    return new Notice(Notice.Kind.ALERT, alert);
  }

  private void take(Transaction tx, NoteworthyEvent event) {
    Optional<Tenant> tenant = tenants.get().ofEdrCustomer(event.customer());
    if (tenant.isEmpty()) {
      if (tx.once("unassigned event " + event.id())) {
        LOG.error("event {} is of EDR customer {}: no tenant", event.id(), event.customer());
        tx.record("", "mimamori", "could not assign", event.id(), event.customer());
      }
      return;
    }
    Optional<Alerts.Known> known = alerts.known(tx, event.id());
    if (known.isEmpty() && alerts.isMuted(tx, event.id())) {
      return;
    }
    if (known.isEmpty()) {
      Optional<String> muted = muting.get().reason(tenant.get().id(), event, tx.now());
      if (muted.isPresent()) {
        mute(tx, tenant.get(), event, muted.get());
        return;
      }
      raise(tx, tenant.get(), event);
      return;
    }
    if (event.updatedAt().isAfter(known.get().updatedAt())) {
      alerts.count(tx, known.get().alert(), event);
      tx.show(notice(known.get().alert()));
    }
  }

  private void mute(Transaction tx, Tenant tenant, NoteworthyEvent event, String reason) {
    if (alerts.mute(tx, tenant.id(), event, reason)) {
      tx.record(
          tenant.id(),
          "mimamori",
          "muted",
          event.id(),
          event.severity() + " " + event.model() + ": " + reason);
    }
  }

  private void raise(Transaction tx, Tenant tenant, NoteworthyEvent event) {
    Instant since = event.createdAt().minus(JOIN_WINDOW);
    Optional<String> joined =
        alerts
            .joinable(tx, tenant.id(), event, since)
            .or(() -> alerts.stormy(tx, tenant.id(), event, since, STORM));
    String alert = joined.orElse(event.id());
    if (joined.isEmpty()) {
      alerts.add(tx, tenant.id(), event);
      escalations.watch(
          tx, notice(alert), new Matter(LADDER, tenant.id(), Optional.of(event.severity())));
    }
    alerts.count(tx, alert, event);
    tx.record(
        tenant.id(),
        "mimamori",
        joined.isEmpty() ? "raised" : "joined " + event.id(),
        alert,
        event.severity() + " " + event.model());
    raised.raised(tx, tenant.id(), alert, event);
    tx.show(notice(alert));
  }

  /** Up to when the EDR was read. */
  public static Optional<Instant> readUpTo(View view) {
    return view.first(
        "select position from poll_cursor where name = ?",
        row -> Instant.ofEpochMilli(row.getLong("position")),
        CURSOR);
  }

  private static void moveCursor(Transaction tx, Instant to) {
    tx.run(
        """
        insert into poll_cursor (name, position) values (?, ?)
        on conflict (name) do update set position = excluded.position
        """,
        CURSOR,
        to.toEpochMilli());
  }
}
