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
import jp.mimamori.bot.edr.EndpointFacts;
import jp.mimamori.bot.edr.EndpointFacts.Prerequisite;
import jp.mimamori.bot.edr.Severity;
import jp.mimamori.bot.report.Figures.Asked;
import jp.mimamori.bot.report.Figures.Blocked;
import jp.mimamori.bot.report.Figures.Category;
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
  private final String tenant;
  private final YearMonth month;
  private final long from;
  private final long until;
  private final Instant asOf;

  private MonthlyFigures(
      View view, BusinessCalendar calendar, String tenant, YearMonth month, Instant asOf) {
    this.view = view;
    this.calendar = calendar;
    this.tenant = tenant;
    this.month = month;
    this.asOf = asOf;
    this.from = begin(month);
    this.until = begin(month.plusMonths(1));
  }

  /**
   * @param endpoints the tenant's, if the EDR told them
   */
  static Figures count(
      View view,
      BusinessCalendar calendar,
      String tenant,
      YearMonth month,
      Optional<List<EndpointFacts>> endpoints,
      Instant asOf) {
    return new MonthlyFigures(view, calendar, tenant, month, asOf).figures(endpoints);
  }

  private Figures figures(Optional<List<EndpointFacts>> endpoints) {
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
    return new Figures(
        tenant,
        month,
        asOf,
        events(),
        muted(),
        bySeverity,
        most(byKind),
        byDay,
        Spread.of(all.stream().flatMap(one -> one.acknowledged().stream()).toList()),
        Spread.of(all.stream().flatMap(one -> one.contained().stream()).toList()),
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
        blocked(),
        open(),
        endpoints.map(MonthlyFigures::fleet));
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
        select verb,
          sum(case when state = 'SUCCEEDED' then 1 else 0 end) as succeeded,
          sum(case when state = 'FAILED' then 1 else 0 end) as failed,
          sum(case when state in ('REFUSED', 'LAPSED') then 1 else 0 end) as refused,
          sum(open) as under_way
        from action_request
        where tenant = ? and requested_at >= ? and requested_at < ?
        group by verb order by count(*) desc, verb
        """,
        row ->
            new Deed(
                row.getString("verb"),
                row.getInt("succeeded"),
                row.getInt("failed"),
                row.getInt("refused"),
                row.getInt("under_way")),
        tenant,
        from,
        until);
  }

  private List<Asked> inquiries() {
    record One(Category category, Optional<Duration> response) {}
    List<One> all =
        view.list(
            """
            select q.id, q.asked_at, q.state, q.waiting_since, coalesce((select min(c.label)
              from inquiry_citation c where c.inquiry = q.id and c.position = 0), '') as label
            from inquiry q
            where q.tenant = ? and q.asked_at >= ? and q.asked_at < ? and q.kind <> 'SMALL_TALK'
            order by q.asked_at, q.id
            """,
            row ->
                new One(
                    category(row.getString("label")),
                    row.getString("state").equals("TAKEN")
                        ? Optional.of(
                            calendar.between(
                                Instant.ofEpochMilli(row.getLong("asked_at")),
                                Instant.ofEpochMilli(row.getLong("waiting_since"))))
                        : Optional.empty()),
            tenant,
            from,
            until);
    List<Asked> asked = new ArrayList<>();
    for (Category category : Category.values()) {
      List<One> of = all.stream().filter(one -> one.category() == category).toList();
      if (!of.isEmpty()) {
        List<Duration> taken = of.stream().flatMap(one -> one.response().stream()).toList();
        asked.add(new Asked(category, of.size(), taken.size(), Spread.of(taken)));
      }
    }
    return asked;
  }

  /** By what the answer stands on; without a source it is something else. */
  static Category category(String label) {
    if (label.isEmpty()) {
      return Category.OTHER;
    }
    if (!label.startsWith("FAQ ")) {
      return Category.TERMS;
    }
    return switch (label.substring(4, 5)) {
      case "I" -> Category.INSTALL;
      case "C" -> Category.CONSOLE;
      case "D" -> Category.DETECTION;
      default -> Category.OTHER;
    };
  }

  private List<Blocked> blocked() {
    return view.list(
        """
        select changed_at, endpoint_name from action_request
        where tenant = ? and verb = 'block' and state = 'SUCCEEDED'
          and requested_at >= ? and requested_at < ?
        order by changed_at, id limit ?
        """,
        row ->
            new Blocked(
                Instant.ofEpochMilli(row.getLong("changed_at")), row.getString("endpoint_name")),
        tenant,
        from,
        until,
        MOST_BLOCKED);
  }

  /** Whatever the month left behind, oldest first. */
  private List<Open> open() {
    List<Open> open = new ArrayList<>();
    open.addAll(
        waiting(
            Open.Kind.ALERT,
            """
            select id, model as about, first_seen_at as since from alert
            where tenant = ? and first_seen_at >= ? and first_seen_at < ? and closed_at = 0
            order by first_seen_at, id limit ?
            """));
    open.addAll(
        waiting(
            Open.Kind.ACTION,
            """
            select alert as id, verb as about, requested_at as since from action_request
            where tenant = ? and requested_at >= ? and requested_at < ? and open = 1
            order by requested_at, id limit ?
            """));
    open.addAll(
        waiting(
            Open.Kind.INQUIRY,
            """
            select id, '' as about, asked_at as since from inquiry
            where tenant = ? and asked_at >= ? and asked_at < ? and state = 'WAITING'
            order by asked_at, id limit ?
            """));
    return open.stream().limit(MOST_OPEN).toList();
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
        from,
        until,
        MOST_OPEN);
  }

  private static Fleet fleet(List<EndpointFacts> endpoints) {
    List<Count> lacking = new ArrayList<>();
    for (Prerequisite prerequisite : Prerequisite.values()) {
      int count =
          Math.toIntExact(
              endpoints.stream().filter(one -> one.missing().contains(prerequisite)).count());
      if (count > 0) {
        lacking.add(new Count(prerequisite.name(), count));
      }
    }
    int meeting =
        Math.toIntExact(endpoints.stream().filter(one -> one.missing().isEmpty()).count());
    return new Fleet(endpoints.size(), meeting, lacking);
  }

  /** The most frequent, the others together at the end. */
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

  private long begin(YearMonth of) {
    return of.atDay(1).atStartOfDay(calendar.zone()).toInstant().toEpochMilli();
  }
}
