package jp.mimamori.bot.report;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import jp.mimamori.bot.alert.AlertDesk;
import jp.mimamori.bot.alert.Alerts;
import jp.mimamori.bot.alert.Masking;
import jp.mimamori.bot.bell.Alarm;
import jp.mimamori.bot.bell.Alarms;
import jp.mimamori.bot.report.IncidentReport.State;
import jp.mimamori.bot.response.ActionRequests;
import jp.mimamori.bot.store.Database;
import jp.mimamori.bot.store.Documents;
import jp.mimamori.bot.store.Documents.Audience;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.store.View;
import jp.mimamori.bot.tenant.Member;
import jp.mimamori.bot.tenant.Role;
import jp.mimamori.bot.tenant.Tenant;
import jp.mimamori.bot.tenant.Tenants;
import jp.mimamori.knowledge.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drafts the report of a case for analysts, and hands the customer the very draft that a person
 * released.
 */
public final class IncidentDesk {
  /** Longer than a report takes to be printed; then somebody else prints it. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  private static final Duration AGAIN = Duration.ofMinutes(1);

  /** So often a printing may fail before somebody is told. */
  private static final int PATIENCE = 2;

  private static final int AT_ONCE = 4;
  private static final String PDF = "application/pdf";
  private static final Logger LOG = LoggerFactory.getLogger(IncidentDesk.class);

  private final Database database;
  private final Alerts alerts;
  private final ActionRequests requests;
  private final IncidentReports reports;
  private final Alarms alarms;
  private final Supplier<Tenants> tenants;
  private final Supplier<Masking> masking;
  private final BiFunction<Tenant, Tenants, CaseWords> words;

  public IncidentDesk(
      Database database,
      Alerts alerts,
      ActionRequests requests,
      IncidentReports reports,
      Alarms alarms,
      Supplier<Tenants> tenants,
      Supplier<Masking> masking,
      BiFunction<Tenant, Tenants, CaseWords> words) {
    this.database = database;
    this.alerts = alerts;
    this.requests = requests;
    this.reports = reports;
    this.alarms = alarms;
    this.tenants = tenants;
    this.masking = masking;
    this.words = words;
  }

  /** What an order comes to. */
  public sealed interface Ordered {
    record Drafting(int version) implements Ordered {}

    /** Nothing has happened since that edition. */
    record Unchanged(int version) implements Ordered {}

    record NotAllowed() implements Ordered {}

    record UnknownAlert() implements Ordered {}
  }

  /** Orders a new edition, if anything has happened since the last. It is printed soon. */
  public Ordered order(Transaction tx, Member member, String alert) {
    Optional<Incident> incident = incident(tx, alert);
    if (incident.isEmpty()) {
      return new Ordered.UnknownAlert();
    }
    String tenant = incident.get().tenant().id();
    if (!member.is(Role.ANALYST) || !member.serves(tenant)) {
      tx.record(tenant, member.id(), "was refused to order a report on", alert, "");
      return new Ordered.NotAllowed();
    }
    Optional<IncidentReport> last = reports.newest(tx, alert);
    Instant asOf = incident.get().asOf();
    if (last.isPresent() && !asOf.isAfter(last.get().asOf())) {
      return new Ordered.Unchanged(last.get().version());
    }
    int version = last.map(IncidentReport::version).orElse(0) + 1;
    var report =
        new IncidentReport(
            alert, version, tenant, asOf, member.id(), tx.now(), new State.Ordered());
    if (reports.add(tx, report)) {
      tx.record(tenant, member.id(), "ordered a report on", alert, "edition " + version);
      tx.show(IncidentReports.notice(alert));
    }
    return new Ordered.Drafting(version);
  }

  /** What a release comes to. */
  public enum Released {
    DONE,
    /** It was released before, is not printed yet, or there is a newer edition. */
    NOT_NOW,
    NOT_ALLOWED
  }

  /** The customer gets that edition: byte for byte what analysts could read. */
  public Released release(Transaction tx, Member member, String alert, int version) {
    Optional<IncidentReport> report =
        reports.newest(tx, alert).filter(newest -> newest.version() == version);
    if (report.isEmpty()) {
      return Released.NOT_NOW;
    }
    String tenant = report.get().tenant();
    if (!member.is(Role.ANALYST) || !member.serves(tenant)) {
      tx.record(tenant, member.id(), "was refused to release a report on", alert, "");
      return Released.NOT_ALLOWED;
    }
    Optional<Documents.Kept> draft = Documents.find(tx, report.get().draft());
    Optional<ByteBuffer> content = Documents.content(tx, report.get().draft());
    if (draft.isEmpty() || content.isEmpty() || !reports.release(tx, report.get(), member.id())) {
      return Released.NOT_NOW;
    }
    var paper =
        new Documents.Paper(
            report.get().released(),
            tenant,
            Audience.CUSTOMER,
            draft.get().paper().about(),
            IncidentWords.TITLE_RELEASED.in(language(tenant), alert, version),
            draft.get().paper().name(),
            PDF);
    Documents.keep(tx, member.id(), paper, bytes(content.get()));
    tx.record(
        tenant,
        member.id(),
        "released a report on",
        alert,
        "edition %d, DRAFT -> RELEASED %s".formatted(version, draft.get().sha256()));
    tx.show(IncidentReports.notice(alert));
    return Released.DONE;
  }

  /** Prints what was ordered. Any node, any time, any number; none waits for another. */
  public void runDue(Instant now) {
    for (IncidentReport due : database.decide(now, tx -> reports.take(tx, AT_ONCE, LEASE))) {
      try {
        print(due, now);
      } catch (RuntimeException e) {
        LOG.error("{} can't be printed", due.draft(), e);
        database.write(now, tx -> failed(tx, due, e));
      }
    }
  }

  /** The first failure may be a moment's; it is told when it is not. */
  private void failed(Transaction tx, IncidentReport report, RuntimeException e) {
    if (reports.putOff(tx, report, tx.now().plus(AGAIN)) >= PATIENCE) {
      alarms.raise(
          tx,
          Alarm.Kind.PRINT_FAILED,
          report.draft(),
          report.tenant(),
          report.orderedAt(),
          e.getClass().getSimpleName());
    }
  }

  private void print(IncidentReport report, Instant now) {
    Tenants people = tenants.get();
    Incident incident =
        database
            .read(view -> incident(view, report.alert()))
            .orElseThrow(() -> new NoSuchElementException("the alert or its tenant is gone"));
    CaseWords wording = words.apply(incident.tenant(), people);
    byte[] pdf = Pdf.print(new IncidentPaper(incident, wording).paper(report.version(), now));
    var paper =
        new Documents.Paper(
            report.draft(),
            report.tenant(),
            Audience.ANALYSTS,
            Optional.of(AlertDesk.notice(report.alert())),
            IncidentWords.TITLE_DRAFT.in(wording.language(), report.alert(), report.version()),
            report.draft() + ".pdf",
            PDF);
    database.write(
        now,
        tx -> {
          Documents.keep(tx, "mimamori", paper, pdf);
          reports.drafted(tx, report);
          alarms.over(tx, Alarm.Kind.PRINT_FAILED, report.draft());
          tx.show(IncidentReports.notice(report.alert()));
        });
  }

  private Optional<Incident> incident(View view, String id) {
    return alerts
        .find(view, id)
        .flatMap(alert -> tenants.get().find(alert.tenant()))
        .flatMap(tenant -> Incident.read(view, alerts, requests, masking.get(), tenant, id));
  }

  private Language language(String tenant) {
    return tenants.get().find(tenant).map(Tenant::language).orElse(Language.JA);
  }

  private static byte[] bytes(ByteBuffer content) {
    byte[] bytes = new byte[content.remaining()];
    content.duplicate().get(bytes);
    return bytes;
  }
}
