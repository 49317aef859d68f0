package jp.mimamori.bot.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.mimamori.bot.alert.Alert.Acknowledgement;
import jp.mimamori.bot.alert.Alert.Closing;
import jp.mimamori.bot.alert.Alert.Comment;
import jp.mimamori.bot.alert.Alert.Seen;
import jp.mimamori.bot.edr.Endpoint;
import jp.mimamori.bot.edr.NoteworthyEvent;
import jp.mimamori.bot.edr.NoteworthyEvent.Finding;
import jp.mimamori.bot.edr.Severity;
import jp.mimamori.bot.store.Notice;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.store.View;

/** The alerts on record. */
public final class Alerts {
  /** More on one alert, in a storm, nobody chooses among. */
  private static final int MOST_ENDPOINTS = 25;

  private static final int MOST_OBJECTS = 100;

  public Optional<Alert> find(View view, String id) {
    return view.first("select * from alert where id = ?", Row::read, id)
        .map(row -> complete(view, row));
  }

  /** The cards that tell of what is done about an alert, to a target: its own, and the newest. */
  public List<Notice> noticesOn(View view, String tenant, String alert, String target) {
    List<Notice> others =
        view.list(
            """
            select a.id from alert a join alert_endpoint e on e.alert = a.id
            where a.tenant = ? and e.guid = ? order by a.last_seen_at desc limit 20
            """,
            row -> AlertDesk.notice(row.getString("id")),
            tenant,
            target);
    return Stream.concat(Stream.of(AlertDesk.notice(alert)), others.stream()).distinct().toList();
  }

  /** The newest alerts, newest first; of all tenants if none is named. */
  public List<Alert> newest(View view, Optional<String> tenant, int most) {
    return view
        .list(
            "select * from alert where tenant = ? or ? = '' order by last_seen_at desc, id limit ?",
            Row::read,
            tenant.orElse(""),
            tenant.orElse(""),
            most)
        .stream()
        .map(row -> complete(view, row))
        .toList();
  }

  /** The newest events that raised no card, newest first; of all tenants if none is named. */
  public List<MutedEvent> muted(View view, Optional<String> tenant, int most) {
    return view.list(
        """
        select * from muted_event where tenant = ? or ? = '' order by seen_at desc, id limit ?
        """,
        row ->
            new MutedEvent(
                row.getString("id"),
                row.getString("tenant"),
                row.getString("model"),
                Severity.valueOf(row.getString("severity")),
                row.getString("endpoint"),
                Instant.ofEpochMilli(row.getLong("seen_at")),
                row.getString("reason")),
        tenant.orElse(""),
        tenant.orElse(""),
        most);
  }

  /** Returns false if it was muted before. */
  boolean mute(Transaction tx, String tenant, NoteworthyEvent event, String reason) {
    return tx.run(
            """
            insert into muted_event (id, tenant, model, severity, endpoint, seen_at, reason)
            values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """,
            event.id(),
            tenant,
            event.model(),
            event.severity().name(),
            event.endpoints().isEmpty() ? "" : event.endpoints().getFirst().name(),
            event.createdAt().toEpochMilli(),
            reason)
        > 0;
  }

  boolean isMuted(View view, String event) {
    return view.count("select count(*) from muted_event where id = ?", event) > 0;
  }

  /**
   * In a storm, the card that takes one more: so many endpoints of the tenant have one of the same
   * kind already that another would hide the others.
   */
  Optional<String> stormy(
      View view, String tenant, NoteworthyEvent event, Instant since, int cards) {
    List<String> newest =
        view.list(
            """
            select id from alert where tenant = ? and model = ? and last_seen_at >= ? and closed_at = 0
            order by first_seen_at desc, id desc limit ?
            """,
            row -> row.getString("id"),
            tenant,
            event.model(),
            since.toEpochMilli(),
            cards);
    return newest.size() < cards ? Optional.empty() : Optional.of(newest.getFirst());
  }

  /** The alerts that nobody has looked at, newest first. */
  public List<Alert> unacknowledged(View view, String tenant, int most) {
    return view
        .list(
            """
            select * from alert where tenant = ? and acknowledged_at = 0
            order by last_seen_at desc limit ?
            """,
            Row::read,
            tenant,
            most)
        .stream()
        .map(row -> complete(view, row))
        .toList();
  }

  /** Which alert an event belongs to already, and as of which change. */
  Optional<Known> known(View view, String event) {
    return view.first(
        "select alert, updated_at from noteworthy_event where id = ?",
        row -> new Known(row.getString("alert"), Instant.ofEpochMilli(row.getLong("updated_at"))),
        event);
  }

  /**
   * An alert of the same kind on the same endpoint that is recent enough to take one more event.
   */
  Optional<String> joinable(View view, String tenant, NoteworthyEvent event, Instant since) {
    return view.first(
        """
        select id from alert
        where tenant = ? and endpoint = ? and model = ? and last_seen_at >= ? and closed_at = 0
        order by last_seen_at desc
        """,
        row -> row.getString("id"),
        tenant,
        endpoint(event),
        event.model(),
        since.toEpochMilli());
  }

  void add(Transaction tx, String tenant, NoteworthyEvent event) {
    tx.run(
        """
        insert into alert (id, tenant, model, description, severity, score, link, endpoint,
          first_seen_at, last_seen_at, acknowledged_by, acknowledged_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', 0)
        """,
        event.id(),
        tenant,
        event.model(),
        event.description(),
        event.severity().name(),
        event.score(),
        event.link(),
        endpoint(event),
        event.createdAt().toEpochMilli(),
        event.createdAt().toEpochMilli());
  }

  /** Counts an event towards an alert, with everything it names. */
  void count(Transaction tx, String alert, NoteworthyEvent event) {
    tx.run(
        """
        insert into noteworthy_event (id, alert, updated_at, status, finding)
        values (?, ?, ?, ?, ?)
        on conflict (id) do update set updated_at = excluded.updated_at,
          status = excluded.status, finding = excluded.finding
        """,
        event.id(),
        alert,
        event.updatedAt().toEpochMilli(),
        event.standing().status().name(),
        event.standing().finding().name());
    beNoMilderThan(tx, alert, event);
    tx.run(
        "update alert set last_seen_at = ? where id = ? and last_seen_at < ?",
        event.createdAt().toEpochMilli(),
        alert,
        event.createdAt().toEpochMilli());
    for (Endpoint endpoint : event.endpoints()) {
      tx.run(
          """
          insert into alert_endpoint (alert, guid, name, ips) values (?, ?, ?, ?)
          on conflict (alert, guid) do update set name = excluded.name, ips = excluded.ips
          """,
          alert,
          endpoint.guid(),
          endpoint.name(),
          String.join(" ", endpoint.ips()));
    }
    for (Seen seen : objects(event)) {
      tx.run(
          "insert into alert_object (alert, kind, value) values (?, ?, ?) on conflict do nothing",
          alert,
          seen.kind(),
          seen.value());
    }
  }

  /** A card is as grave as the gravest of its events, as they are now. */
  private static void beNoMilderThan(Transaction tx, String alert, NoteworthyEvent event) {
    Severity so =
        tx.first(
                "select severity from alert where id = ?",
                row -> Severity.valueOf(row.getString("severity")),
                alert)
            .orElseThrow();
    if (event.severity().compareTo(so) > 0) {
      tx.run("update alert set severity = ? where id = ?", event.severity().name(), alert);
    }
    tx.run(
        "update alert set score = ? where id = ? and score < ?",
        event.score(),
        alert,
        event.score());
  }

  /** Returns false if somebody had acknowledged it already. */
  boolean acknowledge(Transaction tx, String id, String who) {
    return tx.run(
            """
            update alert set acknowledged_by = ?, acknowledged_at = ?
            where id = ? and acknowledged_at = 0
            """,
            who,
            tx.now().toEpochMilli(),
            id)
        > 0;
  }

  void assign(Transaction tx, String id, String who) {
    tx.run("update alert set assignee = ? where id = ?", who, id);
  }

  /** Returns false if it was closed already. */
  boolean close(Transaction tx, String id, String who, Finding finding) {
    return tx.run(
            """
            update alert set closed_by = ?, closed_at = ?, finding = ?
            where id = ? and closed_at = 0
            """,
            who,
            tx.now().toEpochMilli(),
            finding.name(),
            id)
        > 0;
  }

  void comment(Transaction tx, String id, String who, String text) {
    tx.run(
        """
        insert into alert_comment (alert, position, said_by, at, text)
        values (?, (select count(*) from alert_comment where alert = ?), ?, ?, ?)
        """,
        id,
        id,
        who,
        tx.now().toEpochMilli(),
        text);
  }

  private static Alert complete(View view, Row row) {
    List<Endpoint> endpoints =
        view.list(
            "select guid, name, ips from alert_endpoint where alert = ? order by guid = ? desc,"
                + " name limit "
                + MOST_ENDPOINTS,
            found ->
                new Endpoint(
                    found.getString("guid"),
                    found.getString("name"),
                    words(found.getString("ips"))),
            row.id(),
            row.endpoint());
    List<Seen> objects =
        view.list(
            "select kind, value from alert_object where alert = ? order by kind, value limit "
                + MOST_OBJECTS,
            found -> new Seen(found.getString("kind"), found.getString("value")),
            row.id());
    long events = view.count("select count(*) from noteworthy_event where alert = ?", row.id());
    List<Comment> comments =
        view.list(
            "select * from alert_comment where alert = ? order by position",
            found ->
                new Comment(
                    found.getString("said_by"),
                    Instant.ofEpochMilli(found.getLong("at")),
                    found.getString("text")),
            row.id());
    return row.alert(endpoints, objects, Math.toIntExact(events), comments);
  }

  private static List<Seen> objects(NoteworthyEvent event) {
    return Stream.of(
            event.accounts().stream().map(account -> new Seen(Seen.ACCOUNT, account)),
            event.techniques().stream().map(technique -> new Seen(Seen.TECHNIQUE, technique)),
            event.indicators().stream()
                .map(indicator -> new Seen(indicator.type(), indicator.value())))
        .flatMap(seen -> seen)
        .toList();
  }

  /** The endpoint that decides which events belong together; some events name none. */
  private static String endpoint(NoteworthyEvent event) {
    return event.endpoints().isEmpty() ? "" : event.endpoints().getFirst().guid();
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(" "));
  }

  record Known(String alert, Instant updatedAt) {}

  /** The alert's own row, before what hangs from it. */
  private record Row(
      String id,
      String tenant,
      String model,
      String description,
      Severity severity,
      int score,
      String link,
      String endpoint,
      Instant firstSeenAt,
      Instant lastSeenAt,
      Optional<Acknowledgement> acknowledgement,
      Optional<String> assignee,
      Optional<Closing> closing) {
    static Row read(ResultSet row) throws SQLException {
      return new Row(
          row.getString("id"),
          row.getString("tenant"),
          row.getString("model"),
          row.getString("description"),
          Severity.valueOf(row.getString("severity")),
          row.getInt("score"),
          row.getString("link"),
          row.getString("endpoint"),
          Instant.ofEpochMilli(row.getLong("first_seen_at")),
          Instant.ofEpochMilli(row.getLong("last_seen_at")),
          acknowledgement(row.getString("acknowledged_by"), row.getLong("acknowledged_at")),
          Optional.of(row.getString("assignee")).filter(who -> !who.isEmpty()),
          closing(row));
    }

    private static Optional<Closing> closing(ResultSet row) throws SQLException {
      long at = row.getLong("closed_at");
      return at == 0
          ? Optional.empty()
          : Optional.of(
              new Closing(
                  row.getString("closed_by"),
                  Instant.ofEpochMilli(at),
                  Finding.valueOf(row.getString("finding"))));
    }

    private static Optional<Acknowledgement> acknowledgement(String by, long at) {
      return at == 0
          ? Optional.empty()
          : Optional.of(new Acknowledgement(by, Instant.ofEpochMilli(at)));
    }

    Alert alert(List<Endpoint> endpoints, List<Seen> objects, int events, List<Comment> comments) {
      return new Alert(
          id,
          tenant,
          model,
          description,
          severity,
          score,
          link,
          endpoints,
          objects,
          events,
          firstSeenAt,
          lastSeenAt,
          acknowledgement,
          assignee,
          closing,
          comments);
    }
  }
}
