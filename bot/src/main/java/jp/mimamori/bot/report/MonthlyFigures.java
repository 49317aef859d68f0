package jp.mimamori.bot.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import jp.mimamori.bot.alert.Masking;
import jp.mimamori.bot.edr.Severity;
import jp.mimamori.bot.edr.SuspiciousObject;
import jp.mimamori.bot.edr.Target;
import jp.mimamori.bot.inquiry.Attended;
import jp.mimamori.bot.inquiry.Category;
import jp.mimamori.bot.inquiry.Inquiries;
import jp.mimamori.bot.report.Figures.Asked;
import jp.mimamori.bot.report.Figures.Before;
import jp.mimamori.bot.report.Figures.Blocked;
import jp.mimamori.bot.report.Figures.Count;
import jp.mimamori.bot.report.Figures.Deed;
import jp.mimamori.bot.report.Figures.Fleet;
import jp.mimamori.bot.report.Figures.Incident;
import jp.mimamori.bot.report.Figures.Open;
import jp.mimamori.bot.store.View;
import jp.mimamori.schedules.BusinessCalendar;

/**
 * Counts a tenant's month. A month is the calendar's, in its zone, from its first midnight to the
 * next month's; an alert belongs to the month in which its first event was seen, an action or an
 * inquiry to that in which it was asked for. What came of them is counted as of {@code asOf}.
 */
final class MonthlyFigures {
  /** More than these a manager does not read; how many more there are is said. */
  static final int MOST_INCIDENTS = 15;

  private static final int MOST_KINDS = 8;
  private static final int MOST_BLOCKED = 20;
  private static final int MOST_OPEN = 20;

  private final View view;
  private final BusinessCalendar calendar;
  private final Masking masking;
  private final String tenant;
  private final YearMonth month;
  private final Instant begin;
  private final Instant end;
  private final long from;
  private final long until;

  /**
   * @param calendar by which the desk was open
   * @param masking what customers do not see
   */
  MonthlyFigures(
      View view, BusinessCalendar calendar, Masking masking, String tenant, YearMonth month) {
    this.view = view;
    this.calendar = calendar;
    this.masking = masking;
    this.tenant = tenant;
    this.month = month;
    this.begin = month.atDay(1).atStartOfDay(calendar.zone()).toInstant();
    this.end = month.plusMonths(1).atDay(1).atStartOfDay(calendar.zone()).toInstant();
    this.from = begin.toEpochMilli();
    this.until = end.toEpochMilli();
  }

  /**
   * @param fleet the tenant's endpoints, if they are known
   */
  Figures count(Optional<Fleet> fleet, Instant asOf) {
    List<Incident> all = incidents();
    Map<Severity, Integer> bySeverity = new EnumMap<>(Severity.class);
    Map<String, Integer> byKind = new TreeMap<>();
    List<Map<Severity, Integer>> byDay = new ArrayList<>();
    IntStream.range(0, month.lengthOfMonth())
        .forEach(_ -> byDay.add(new EnumMap<>(Severity.class)));
    for (Incident incident : all) {
      bySeverity.merge(incident.severity(), 1, Integer::sum);
      byKind.merge(incident.model(), 1, Integer::sum);
      int day = LocalDate.ofInstant(incident.at(), calendar.zone()).getDayOfMonth();
      byDay.get(day - 1).merge(incident.severity(), 1, Integer::sum);
    }
    List<Count> kinds = most(byKind);
    List<Blocked> blocked = blocked();
    List<Open> open = open();
    return new Figures(
        tenant,
        month,
        asOf,
        events(),
        muted(),
        Math.toIntExact(all.stream().filter(one -> !calendar.isOpen(one.at())).count()),
        bySeverity,
        kinds,
        all.size() - kinds.stream().mapToInt(Count::count).sum(),
        byDay,
        IntStream.rangeClosed(1, month.lengthOfMonth())
            .filter(day -> !calendar.isBusinessDay(month.atDay(day)))
            .boxed()
            .toList(),
        acknowledging(all),
        containing(all),
        before(),
        deeds(),
        all.stream()
            .sorted(
                Comparator.comparing(Incident::severity)
                    .reversed()
                    .thenComparing(Incident::at)
                    .thenComparing(Incident::id))
            .limit(MOST_INCIDENTS)
            .toList(),
        Math.max(0, all.size() - MOST_INCIDENTS),
        inquiries(),
        blocked.stream().limit(MOST_BLOCKED).toList(),
        Math.max(0, blocked.size() - MOST_BLOCKED),
        open.stream().limit(MOST_OPEN).toList(),
        Math.max(0, open.size() - MOST_OPEN),
        fleet);
  }

  /** What this month is held against, if the tenant was there by then. */
  private Optional<Before> before() {
    long known =
        view.count(
            """
            select (select count(*) from alert where tenant = ? and first_seen_at < ?)
              + (select count(*) from inquiry where tenant = ? and asked_at < ?)
            """,
            tenant,
            from,
            tenant,
            from);
    return known == 0
        ? Optional.empty()
        : Optional.of(
            new MonthlyFigures(view, calendar, masking, tenant, month.minusMonths(1)).asBefore());
  }

  private Before asBefore() {
    List<Incident> all = incidents();
    return new Before(
        all.size(),
        Math.toIntExact(
            all.stream().filter(one -> one.severity().compareTo(Severity.HIGH) >= 0).count()),
        inquiries().stream().mapToInt(Asked::count).sum(),
        acknowledging(all),
        containing(all));
  }

  private static Spread acknowledging(List<Incident> all) {
    return Spread.of(all.stream().flatMap(one -> one.acknowledged().stream()).toList());
  }

  private static Spread containing(List<Incident> all) {
    return Spread.of(all.stream().flatMap(one -> one.contained().stream()).toList());
  }

  private int events() {
    return Math.toIntExact(
        view.count(
            """
            select count(*) from noteworthy_event e join alert a on a.id = e.alert
            where a.tenant = ? and a.first_seen_at >= ? and a.first_seen_at < ?
            """,
            tenant,
            from,
            until));
  }

  private int muted() {
    return Math.toIntExact(
        view.count(
            """
            select count(*) from muted_event where tenant = ? and seen_at >= ? and seen_at < ?
            """,
            tenant,
            from,
            until));
  }

  /** Oldest first. Contained is an alert when the first isolation for it had succeeded. */
  private List<Incident> incidents() {
    return view.list(
        """
        select a.id, a.first_seen_at, a.severity, a.model, a.acknowledged_at, a.finding,
          coalesce((select min(e.name) from alert_endpoint e
            where e.alert = a.id and e.guid = a.endpoint), '') as name,
          coalesce((select min(s.at) from action_request r join action_step s on s.request = r.id
            where r.alert = a.id and r.verb = 'isolate' and s.state = 'SUCCEEDED'), 0) as isolated_at
        from alert a
        where a.tenant = ? and a.first_seen_at >= ? and a.first_seen_at < ?
        order by a.first_seen_at, a.id
        """,
        MonthlyFigures::incident,
        tenant,
        from,
        until);
  }

  private static Incident incident(ResultSet row) throws SQLException {
    Instant at = Instant.ofEpochMilli(row.getLong("first_seen_at"));
    return new Incident(
        row.getString("id"),
        at,
        Severity.valueOf(row.getString("severity")),
        row.getString("model"),
        row.getString("name"),
        since(at, row.getLong("acknowledged_at")),
        since(at, row.getLong("isolated_at")),
        row.getString("finding"));
  }

  /** The EDR's clock is not ours: nothing is seen to before it happened. */
  private static Optional<Duration> since(Instant begin, long end) {
    if (end == 0) {
      return Optional.empty();
    }
    Duration took = Duration.between(begin, Instant.ofEpochMilli(end));
    return Optional.of(took.isNegative() ? Duration.ZERO : took);
  }

  private List<Deed> deeds() {
    return view.list(
        """
        select case when verb like 'analyze-%' then 'analyze' else verb end as deed,
          sum(case when state = 'SUCCEEDED' then 1 else 0 end) as succeeded,
          sum(case when state = 'FAILED' then 1 else 0 end) as failed,
          sum(case when state in ('REFUSED', 'LAPSED') then 1 else 0 end) as refused,
          sum(open) as under_way
        from action_request
        where tenant = ? and requested_at >= ? and requested_at < ?
        group by deed order by count(*) desc, deed
        """,
        row ->
            new Deed(
                row.getString("deed"),
                row.getInt("succeeded"),
                row.getInt("failed"),
                row.getInt("refused"),
                row.getInt("under_way")),
        tenant,
        from,
        until);
  }

  private List<Asked> inquiries() {
    List<Attended> all = new Inquiries().asked(view, tenant, begin, end);
    List<Asked> asked = new ArrayList<>();
    for (Category category : Category.values()) {
      List<Attended> of = all.stream().filter(one -> one.category() == category).toList();
      if (!of.isEmpty()) {
        List<Duration> taken = of.stream().flatMap(one -> response(one).stream()).toList();
        asked.add(new Asked(category, of.size(), taken.size(), Spread.of(taken)));
      }
    }
    return asked;
  }

  /** From when a person was wanted, or, if one came unasked, from the question on. */
  private Optional<Duration> response(Attended one) {
    Instant since = one.wantedAt().orElse(one.askedAt());
    return one.takenAt()
        .map(taken -> taken.isAfter(since) ? calendar.between(since, taken) : Duration.ZERO);
  }

  private List<Blocked> blocked() {
    return view.list(
        """
        select changed_at, endpoint, endpoint_name from action_request
        where tenant = ? and verb = 'block' and state = 'SUCCEEDED'
          and requested_at >= ? and requested_at < ?
        order by changed_at, id
        """,
        row ->
            blocked(
                Instant.ofEpochMilli(row.getLong("changed_at")),
                (SuspiciousObject)
                    Target.of(row.getString("endpoint"), row.getString("endpoint_name"))),
        tenant,
        from,
        until);
  }

  private Blocked blocked(Instant at, SuspiciousObject object) {
    return new Blocked(
        at, object.kind(), masking.hides(object) ? Optional.empty() : Optional.of(object.value()));
  }

  /** Whatever is not finished of what began before the month's end, oldest first. */
  private List<Open> open() {
    List<Open> open = new ArrayList<>();
    open.addAll(
        waiting(
            Open.Kind.ALERT,
            """
            select id, model as about, first_seen_at as since from alert
            where tenant = ? and first_seen_at < ? and closed_at = 0
            """));
    open.addAll(
        waiting(
            Open.Kind.ACTION,
            """
            select alert as id, verb as about, requested_at as since from action_request
            where tenant = ? and requested_at < ? and open = 1
            """));
    open.addAll(
        waiting(
            Open.Kind.INQUIRY,
            """
            select id, '' as about, asked_at as since from inquiry
            where tenant = ? and asked_at < ?
              and (state = 'WAITING' or (state = 'TAKEN' and customers_turn = 0))
            """));
    return open.stream()
        .sorted(Comparator.comparing(Open::since).thenComparing(Open::kind).thenComparing(Open::id))
        .toList();
  }

  private List<Open> waiting(Open.Kind kind, String sql) {
    return view.list(
        sql,
        row ->
            new Open(
                kind,
                row.getString("id"),
                row.getString("about"),
                Instant.ofEpochMilli(row.getLong("since"))),
        tenant,
        until);
  }

  /** The most frequent; how many the others are is said beside them. */
  private static List<Count> most(Map<String, Integer> byKind) {
    return byKind.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_KINDS)
        .map(kind -> new Count(kind.getKey(), kind.getValue()))
        .toList();
  }
}
