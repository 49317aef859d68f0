package jp.mimamori.bot.report;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import jp.mimamori.bot.alert.Masking;
import jp.mimamori.bot.bell.Alarm;
import jp.mimamori.bot.bell.Alarms;
import jp.mimamori.bot.bell.Ring;
import jp.mimamori.bot.edr.EdrClient;
import jp.mimamori.bot.edr.EdrException;
import jp.mimamori.bot.endpoint.EndpointDesk;
import jp.mimamori.bot.report.Figures.Fleet;
import jp.mimamori.bot.store.Database;
import jp.mimamori.bot.store.Documents;
import jp.mimamori.bot.store.Documents.Audience;
import jp.mimamori.bot.store.Notice;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.store.View;
import jp.mimamori.bot.tenant.Tenant;
import jp.mimamori.bot.tenant.Tenants;
import jp.mimamori.knowledge.Language;
import jp.mimamori.schedules.BusinessCalendar;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes each tenant's monthly report: once, for itself, again if it fails. What was delivered is
 * kept with its figures, so that whoever asks later gets the very same file.
 */
public final class MonthlyReports {
  /** So long a report is in our hands. Counting and printing take seconds. */
  private static final Duration LEASE = Duration.ofMinutes(10);

  private static final Duration AGAIN = Duration.ofMinutes(10);

  /** So often a report waits for an EDR that does not answer; then it says that it did not. */
  private static final int PATIENCE = 3;

  private static final Logger LOG = LoggerFactory.getLogger(MonthlyReports.class);

  /** What was kept before a list was thought of has none of it. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .withConfigOverride(
              List.class,
              list -> list.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
          .build();

  private final Database database;
  private final EdrClient edr;
  private final Alarms alarms;
  private final Supplier<Tenants> tenants;
  private final Supplier<BusinessCalendar> calendar;
  private final Supplier<Masking> masking;
  private final Supplier<Map<YearMonth, String>> security;

  /**
   * @param masking what customers do not see
   * @param security the operator's news of each month, in Markdown
   */
  public MonthlyReports(
      Database database,
      EdrClient edr,
      Alarms alarms,
      Supplier<Tenants> tenants,
      Supplier<BusinessCalendar> calendar,
      Supplier<Masking> masking,
      Supplier<Map<YearMonth, String>> security) {
    this.database = database;
    this.edr = edr;
    this.alarms = alarms;
    this.tenants = tenants;
    this.calendar = calendar;
    this.masking = masking;
    this.security = security;
  }

  /** The month before is due, and, after a long silence, those before it that were missed. */
  public void fallDue(Ring ring) {
    YearMonth first = month(ring.due()).minusMonths(1);
    YearMonth last = month(ring.now()).minusMonths(1);
    database.write(
        ring.now(),
        tx -> {
          for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            for (Tenant tenant : tenants.get().all()) {
              due(tx, tenant.id(), month, ring.late());
            }
          }
        });
  }

  private static void due(Transaction tx, String tenant, YearMonth month, boolean late) {
    tx.run(
        """
        insert into monthly_report
          (tenant, month, state, due_at, attempts, made_at, figures, late)
        values (?, ?, 'DUE', ?, 0, 0, '', ?) on conflict do nothing
        """,
        tenant,
        month.toString(),
        tx.now().toEpochMilli(),
        late ? 1 : 0);
  }

  /** Makes what is due. Any node, any time, any number; no tenant waits for another. */
  public void makeDue(Instant now) {
    boolean nothing =
        database.read(
            view ->
                view.count(
                        "select count(*) from monthly_report where state = 'DUE' and due_at <= ?",
                        now.toEpochMilli())
                    == 0);
    if (nothing) {
      return;
    }
    for (Due due : database.decide(now, MonthlyReports::take)) {
      try {
        make(due, now);
      } catch (RuntimeException e) {
        LOG.error("the report {} can't be made", due.subject(), e);
        database.write(now, tx -> failed(tx, due, e));
      }
    }
  }

  private static List<Due> take(Transaction tx) {
    List<Due> due =
        tx.claim(
            """
            select tenant, month, attempts from monthly_report where state = 'DUE' and due_at <= ?
            order by month, tenant
            """,
            row ->
                new Due(
                    row.getString("tenant"),
                    YearMonth.parse(row.getString("month")),
                    row.getInt("attempts")),
            tx.now().toEpochMilli());
    due.forEach(one -> putOff(tx, one, tx.now().plus(LEASE)));
    return due;
  }

  private void make(Due due, Instant now) {
    Optional<Tenant> tenant = tenants.get().find(due.tenant());
    if (tenant.isEmpty()) {
      database.write(now, tx -> done(tx, due, "", "GONE"));
      return;
    }
    Optional<Fleet> told = endpoints(tenant.get(), due.attempts() >= PATIENCE, now);
    Figures figures =
        database.read(
            view ->
                new MonthlyFigures(view, calendar.get(), masking.get(), due.tenant(), due.month())
                    .count(told.or(() -> Fleets.onRecord(view, due.tenant())), now));
    byte[] pdf = Pdf.print(paper(figures, tenant.get()));
    database.write(
        now,
        tx -> {
          done(tx, due, json(figures), "DONE");
          tx.show(notice(due.tenant(), due.month()));
          Documents.keep(tx, "mimamori", paper(tenant.get(), due.month()), pdf);
          alarms.over(tx, Alarm.Kind.REPORT_FAILED, due.subject());
        });
  }

  private void failed(Transaction tx, Due due, RuntimeException e) {
    tx.run(
        """
        update monthly_report set attempts = attempts + 1, due_at = ?
        where tenant = ? and month = ?
        """,
        tx.now().plus(AGAIN).toEpochMilli(),
        due.tenant(),
        due.month().toString());
    alarms.raise(
        tx,
        Alarm.Kind.REPORT_FAILED,
        due.subject(),
        due.tenant(),
        tx.now(),
        e.getClass().getSimpleName());
  }

  private static void putOff(Transaction tx, Due due, Instant until) {
    tx.run(
        "update monthly_report set due_at = ? where tenant = ? and month = ?",
        until.toEpochMilli(),
        due.tenant(),
        due.month().toString());
  }

  private static void done(Transaction tx, Due due, String figures, String state) {
    tx.run(
        """
        update monthly_report set state = ?, made_at = ?, figures = ?
        where tenant = ? and month = ?
        """,
        state,
        tx.now().toEpochMilli(),
        figures,
        due.tenant(),
        due.month().toString());
  }

  /** What the EDR tells of the tenant's endpoints. */
  private Optional<Fleet> endpoints(Tenant tenant, boolean doWithout, Instant now) {
    try {
      return Optional.of(Fleets.told(EndpointDesk.of(tenant, edr.endpoints()), now));
    } catch (EdrException e) {
      if (doWithout) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * A month as a file: the one that was delivered if there is one, byte for byte; else as it stands
   * on record now, with the endpoints as they were looked at last.
   *
   * @param now a month that is not over is counted as of this moment
   */
  public static byte[] file(
      View view,
      BusinessCalendar calendar,
      Masking masking,
      Tenant tenant,
      YearMonth month,
      Optional<String> news,
      Instant now) {
    return Documents.content(view, document(tenant.id(), month))
        .map(MonthlyReports::bytes)
        .orElseGet(
            () -> {
              Instant end = month.plusMonths(1).atDay(1).atStartOfDay(calendar.zone()).toInstant();
              Figures figures =
                  new MonthlyFigures(view, calendar, masking, tenant.id(), month)
                      .count(Fleets.onRecord(view, tenant.id()), now.isBefore(end) ? now : end);
              return Pdf.print(MonthlyPaper.of(figures, tenant.name(), news, tenant.language()));
            });
  }

  /** Whether that month was delivered. */
  public static boolean isDelivered(View view, String tenant, YearMonth month) {
    return Documents.find(view, document(tenant, month)).isPresent();
  }

  /** The figures that a delivered report shows, by the subject of its notice. */
  public static Optional<Figures> delivered(View view, String subject) {
    Due due = Due.of(subject);
    return view.first(
        "select figures from monthly_report where tenant = ? and month = ? and state = 'DONE'",
        row -> figures(row.getString("figures")),
        due.tenant(),
        due.month().toString());
  }

  private Paper paper(Figures figures, Tenant tenant) {
    return MonthlyPaper.of(
        figures,
        tenant.name(),
        Optional.ofNullable(security.get().get(figures.month())),
        tenant.language());
  }

  private static Documents.Paper paper(Tenant tenant, YearMonth month) {
    Language language = tenant.language();
    return new Documents.Paper(
        document(tenant.id(), month),
        tenant.id(),
        Audience.CUSTOMER,
        Optional.of(notice(tenant.id(), month)),
        ReportWords.TITLE.in(language, Wordings.month(month, language)),
        "report-%s-%s.pdf".formatted(tenant.id(), month),
        "application/pdf");
  }

  private static String document(String tenant, YearMonth month) {
    return "monthly-%s-%s".formatted(tenant, month);
  }

  private static Notice notice(String tenant, YearMonth month) {
    return new Notice(Notice.Kind.MONTHLY_REPORT, new Due(tenant, month, 0).subject());
  }

  private YearMonth month(Instant at) {
    return YearMonth.from(at.atZone(calendar.get().zone()));
  }

  private static String json(Figures figures) {
    try {
      return JSON.writeValueAsString(figures);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("figures can't be written", e);
    }
  }

  private static Figures figures(String json) {
    try {
      return JSON.readValue(json, Figures.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("kept figures can't be read", e);
    }
  }

  private static byte[] bytes(ByteBuffer content) {
    byte[] bytes = new byte[content.remaining()];
    content.duplicate().get(bytes);
    return bytes;
  }

  /** A tenant's month that is to be made. */
  private record Due(String tenant, YearMonth month, int attempts) {
    static Due of(String subject) {
      String[] parts = subject.split(" ", 2);
      return new Due(parts[0], YearMonth.parse(parts[1]), 0);
    }

    String subject() {
      return String.format(Locale.ROOT, "%s %s", tenant, month);
    }
  }
}
