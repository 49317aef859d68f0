package jp.mimamori.bot.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import jp.mimamori.bot.edr.EdrClient;
import jp.mimamori.bot.edr.EdrException;
import jp.mimamori.bot.edr.NoteworthyEvent;
import jp.mimamori.bot.escalation.Escalations;
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

  private static final Logger LOG = LoggerFactory.getLogger(AlertDesk.class);
  private static final String CURSOR = "edr";

  private final Database database;
  private final EdrClient edr;
  private final Alerts alerts;
  private final Escalations escalations;
  private final Supplier<Tenants> tenants;
  private volatile String outage = "";

  public AlertDesk(
      Database database,
      EdrClient edr,
      Alerts alerts,
      Escalations escalations,
      Supplier<Tenants> tenants) {
    this.database = database;
    this.edr = edr;
    this.alerts = alerts;
    this.escalations = escalations;
    this.tenants = tenants;
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
            .read(AlertDesk::cursor)
            .map(cursor -> cursor.minus(OVERLAP))
            .orElseGet(() -> now.minus(FIRST_LOOK));
    List<NoteworthyEvent> events = edr.eventsUpdated(since, now);
    database.write(
        now,
        tx -> {
          events.forEach(event -> take(tx, event));
          moveCursor(tx, now);
        });
  }

  /** What a wish to acknowledge comes to. */
  public enum Acknowledged {
    DONE,
    BY_SOMEBODY_ALREADY,
    NOT_ALLOWED,
    UNKNOWN_ALERT
  }

  /** Somebody says: I have seen it. Whoever waited to be called for it is left in peace. */
  public Acknowledged acknowledge(Transaction tx, Member member, String id) {
    Optional<Alert> alert = alerts.find(tx, id);
    if (alert.isEmpty()) {
      return Acknowledged.UNKNOWN_ALERT;
    }
    if (!member.is(Role.ANALYST)) {
      tx.record(alert.get().tenant(), member.id(), "was refused to acknowledge", id, "");
      return Acknowledged.NOT_ALLOWED;
    }
    if (!alerts.acknowledge(tx, id, member.id())) {
      return Acknowledged.BY_SOMEBODY_ALREADY;
    }
    tx.record(alert.get().tenant(), member.id(), "acknowledged", id, "");
    tx.show(notice(id));
    escalations.settle(tx, notice(id), member.id());
    return Acknowledged.DONE;
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
    if (known.isEmpty()) {
      raise(tx, tenant.get(), event);
      return;
    }
    if (event.updatedAt().isAfter(known.get().updatedAt())) {
      alerts.count(tx, known.get().alert(), event);
      tx.show(notice(known.get().alert()));
    }
  }

  private void raise(Transaction tx, Tenant tenant, NoteworthyEvent event) {
    Optional<String> joined =
        alerts.joinable(tx, tenant.id(), event, event.createdAt().minus(JOIN_WINDOW));
    String alert = joined.orElse(event.id());
    if (joined.isEmpty()) {
      alerts.add(tx, tenant.id(), event);
      escalations.watch(tx, notice(alert), tenant.id(), LADDER);
    }
    alerts.count(tx, alert, event);
    tx.record(
        tenant.id(),
        "mimamori",
        joined.isEmpty() ? "raised" : "joined " + event.id(),
        alert,
        event.severity() + " " + event.model());
    tx.show(notice(alert));
  }

  private static Optional<Instant> cursor(View view) {
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
