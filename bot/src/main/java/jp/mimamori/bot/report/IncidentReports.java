package jp.mimamori.bot.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.mimamori.bot.report.IncidentReport.State;
import jp.mimamori.bot.store.Notice;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.store.View;

/** The incident reports on record. */
public final class IncidentReports {
  /** The newest edition of an alert's report. */
  public Optional<IncidentReport> newest(View view, String alert) {
    return view.first(
        "select * from incident_report where alert = ? order by version desc",
        IncidentReports::read,
        alert);
  }

  /** The notice that has an alert's report told of. */
  public static Notice notice(String alert) {
    return new Notice(Notice.Kind.REPORT, alert);
  }

  /** Returns false if somebody ordered that edition at the same moment. */
  boolean add(Transaction tx, IncidentReport report) {
    return tx.run(
            """
            insert into incident_report (alert, version, tenant, as_of, ordered_by, ordered_at,
              drafted_at, released_by, released_at, due_at, attempts)
            values (?, ?, ?, ?, ?, ?, 0, '', 0, ?, 0) on conflict do nothing
            """,
            report.alert(),
            report.version(),
            report.tenant(),
            report.asOf().toEpochMilli(),
            report.orderedBy(),
            report.orderedAt().toEpochMilli(),
            report.orderedAt().toEpochMilli())
        > 0;
  }

  /** Takes what is to be printed into our hands until the lease ends. */
  List<IncidentReport> take(Transaction tx, int most, Duration lease) {
    List<IncidentReport> due =
        tx.claim(
            """
            select * from incident_report where drafted_at = 0 and due_at <= ?
            order by due_at limit ?
            """,
            IncidentReports::read,
            tx.now().toEpochMilli(),
            most);
    due.forEach(
        report ->
            tx.run(
                """
                update incident_report set due_at = ?, attempts = attempts + 1
                where alert = ? and version = ?
                """,
                tx.now().plus(lease).toEpochMilli(),
                report.alert(),
                report.version()));
    return due;
  }

  /** It is tried again then; returns how often it was tried. */
  int putOff(Transaction tx, IncidentReport report, Instant until) {
    tx.run(
        "update incident_report set due_at = ? where alert = ? and version = ?",
        until.toEpochMilli(),
        report.alert(),
        report.version());
    return tx.first(
            "select attempts from incident_report where alert = ? and version = ?",
            row -> row.getInt("attempts"),
            report.alert(),
            report.version())
        .orElse(0);
  }

  void drafted(Transaction tx, IncidentReport report) {
    tx.run(
        "update incident_report set drafted_at = ? where alert = ? and version = ?",
        tx.now().toEpochMilli(),
        report.alert(),
        report.version());
  }

  /** Returns false if it was released already, or is no draft yet. */
  boolean release(Transaction tx, IncidentReport report, String by) {
    return tx.run(
            """
            update incident_report set released_by = ?, released_at = ?
            where alert = ? and version = ? and drafted_at > 0 and released_at = 0
            """,
            by,
            tx.now().toEpochMilli(),
            report.alert(),
            report.version())
        > 0;
  }

  private static IncidentReport read(ResultSet row) throws SQLException {
    return new IncidentReport(
        row.getString("alert"),
        row.getInt("version"),
        row.getString("tenant"),
        Instant.ofEpochMilli(row.getLong("as_of")),
        row.getString("ordered_by"),
        Instant.ofEpochMilli(row.getLong("ordered_at")),
        state(row));
  }

  private static State state(ResultSet row) throws SQLException {
    if (row.getLong("released_at") > 0) {
      return new State.Released(
          row.getString("released_by"), Instant.ofEpochMilli(row.getLong("released_at")));
    }
    long drafted = row.getLong("drafted_at");
    return drafted > 0 ? new State.Draft(Instant.ofEpochMilli(drafted)) : new State.Ordered();
  }
}
