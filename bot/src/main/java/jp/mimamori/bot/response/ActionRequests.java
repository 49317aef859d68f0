package jp.mimamori.bot.response;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.mimamori.bot.edr.Endpoint;
import jp.mimamori.bot.edr.Severity;
import jp.mimamori.bot.edr.SuspiciousObject;
import jp.mimamori.bot.edr.Target;
import jp.mimamori.bot.response.ActionRequest.Agreement;
import jp.mimamori.bot.response.ActionRequest.Course;
import jp.mimamori.bot.response.ActionRequest.State;
import jp.mimamori.bot.response.ActionRequest.Step;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.store.View;

/** The action requests on record. */
public final class ActionRequests {
  /** So long before the first event an action still belongs to the story. */
  private static final Duration STORY = Duration.ofHours(1);

  /**
   * Returns false if a request in the same lane for the same target is open: nothing is added.
   *
   * @param due when it is looked at first
   */
  boolean add(Transaction tx, ActionRequest request, Instant due) {
    int added =
        tx.run(
            """
            insert into action_request (id, tenant, alert, severity, verb, lane, endpoint,
              endpoint_name, parameters, reason, requested_by, requested_at, agreement, state,
              detail, open, changed_at, due_at, attempts)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, 0)
            on conflict do nothing
            """,
            request.id(),
            request.tenant(),
            request.alert(),
            request.severity().name(),
            request.measure().verb(),
            request.measure().lane(),
            request.measure().target().key(),
            request.measure().target().name(),
            Json.ofParameters(request.measure().parameters()),
            request.reason(),
            request.requestedBy(),
            request.requestedAt().toEpochMilli(),
            request.agreement().map(Agreement::name).orElse(""),
            States.name(request.state()),
            States.detail(request.state()),
            tx.now().toEpochMilli(),
            due.toEpochMilli());
    if (added == 0) {
      return false;
    }
    addStep(tx, request.id(), request.state());
    return true;
  }

  /**
   * Moves a request into its next state; it is looked at again at {@code due}. Returns false if it
   * is not in the state any more in which the caller saw it: another node was faster.
   */
  boolean move(Transaction tx, ActionRequest request, State state, Instant due) {
    int moved =
        tx.run(
            """
            update action_request set state = ?, detail = ?, open = ?, changed_at = ?, due_at = ?
            where id = ? and state = ?
            """,
            States.name(state),
            States.detail(state),
            state.open() ? 1 : 0,
            tx.now().toEpochMilli(),
            due.toEpochMilli(),
            request.id(),
            States.name(request.state()));
    if (moved == 0) {
      return false;
    }
    addStep(tx, request.id(), state);
    return true;
  }

  void approve(Transaction tx, String id, String by) {
    tx.run("update action_request set approved_by = ? where id = ?", by, id);
  }

  void keepResult(Transaction tx, String id, Result result) {
    tx.run("update action_request set result = ? where id = ?", Json.ofResult(result), id);
  }

  public Optional<ActionRequest> find(View view, String id) {
    return view.first("select * from action_request where id = ?", ActionRequests::read, id);
  }

  /** Leaves it as it is, to be looked at again at {@code due}. */
  void wait(Transaction tx, String id, Instant due) {
    tx.run("update action_request set due_at = ? where id = ?", due.toEpochMilli(), id);
  }

  /** Counts one more attempt to send it. */
  void attempt(Transaction tx, String id) {
    tx.run("update action_request set attempts = attempts + 1 where id = ?", id);
  }

  /** Takes what is due into our hands until the lease ends. */
  List<ActionRequest> take(Transaction tx, int most, Duration lease) {
    List<ActionRequest> due =
        tx.claim(
            "select * from action_request where open = 1 and due_at <= ? order by due_at limit ?",
            ActionRequests::read,
            tx.now().toEpochMilli(),
            most);
    due.forEach(request -> wait(tx, request.id(), tx.now().plus(lease)));
    return due;
  }

  /** Everything open is due now. */
  void release(Transaction tx) {
    tx.run(
        "update action_request set due_at = ? where open = 1 and due_at > ?",
        tx.now().toEpochMilli(),
        tx.now().toEpochMilli());
  }

  /** What is under way in the same lane on that target. */
  public Optional<ActionRequest> open(View view, String tenant, Measure measure) {
    return view.first(
        """
        select * from action_request where tenant = ? and lane = ? and endpoint = ? and open = 1
        """,
        ActionRequests::read,
        tenant,
        measure.lane(),
        measure.target().key());
  }

  /** Everything that was asked for on a target since, oldest first. */
  public List<Course> on(View view, String tenant, Target target, Instant since) {
    return courses(
        view,
        """
        select * from action_request where tenant = ? and endpoint = ? and requested_at >= ?
        order by requested_at, id
        """,
        tenant,
        target.key(),
        since.toEpochMilli());
  }

  /** Everything that was asked for about an alert, oldest first. */
  public List<Course> about(View view, String tenant, String alert) {
    return courses(
        view,
        """
        select * from action_request where tenant = ? and alert = ? order by requested_at, id
        """,
        tenant,
        alert);
  }

  /**
   * What was asked for about an alert, and what was done to its endpoints meanwhile, oldest first.
   */
  public List<Course> story(
      View view, String tenant, String alert, List<Endpoint> endpoints, Instant began) {
    return Stream.concat(
            endpoints.stream()
                .flatMap(endpoint -> on(view, tenant, endpoint, began.minus(STORY)).stream()),
            about(view, tenant, alert).stream())
        .collect(
            Collectors.toMap(course -> course.request().id(), Function.identity(), (one, _) -> one))
        .values()
        .stream()
        .sorted(
            Comparator.comparing((Course course) -> course.request().requestedAt())
                .thenComparing(course -> course.request().id()))
        .toList();
  }

  private static List<Course> courses(View view, String sql, Object... arguments) {
    return view.list(sql, ActionRequests::read, arguments).stream()
        .map(request -> new Course(request, steps(view, request.id())))
        .toList();
  }

  /** Whether the last thing that was done about the object was to block it. */
  public boolean isBlocked(View view, String tenant, SuspiciousObject object) {
    return lastDone(view, tenant, "blocking", object.key()).filter("block"::equals).isPresent();
  }

  /** Whether the last thing that was done to the endpoint's network was to cut it off. */
  public boolean isIsolated(View view, String tenant, String guid) {
    return lastDone(view, tenant, "isolation", guid).filter("isolate"::equals).isPresent();
  }

  private static Optional<String> lastDone(View view, String tenant, String lane, String target) {
    return view.first(
        """
        select verb from action_request
        where tenant = ? and endpoint = ? and lane = ? and state = 'SUCCEEDED'
        order by changed_at desc, requested_at desc
        """,
        row -> row.getString("verb"),
        tenant,
        target,
        lane);
  }

  private static List<Step> steps(View view, String id) {
    return view.list(
        "select * from action_step where request = ? order by position",
        row ->
            new Step(
                Instant.ofEpochMilli(row.getLong("at")),
                States.of(row.getString("state"), row.getString("detail"))),
        id);
  }

  private static void addStep(Transaction tx, String id, State state) {
    tx.run(
        """
        insert into action_step (request, position, at, state, detail)
        values (?, (select count(*) from action_step where request = ?), ?, ?, ?)
        """,
        id,
        id,
        tx.now().toEpochMilli(),
        States.name(state),
        States.detail(state));
  }

  private static ActionRequest read(ResultSet row) throws SQLException {
    return new ActionRequest(
        row.getString("id"),
        row.getString("tenant"),
        row.getString("alert"),
        Severity.valueOf(row.getString("severity")),
        Measure.of(
            row.getString("verb"),
            Target.of(row.getString("endpoint"), row.getString("endpoint_name")),
            Json.parameters(row.getString("parameters"))),
        row.getString("reason"),
        row.getString("requested_by"),
        Instant.ofEpochMilli(row.getLong("requested_at")),
        said(row.getString("agreement")).map(Agreement::valueOf),
        said(row.getString("approved_by")),
        States.of(row.getString("state"), row.getString("detail")),
        Instant.ofEpochMilli(row.getLong("changed_at")),
        row.getInt("attempts"),
        Json.result(row.getString("result")));
  }

  private static Optional<String> said(String text) {
    return Optional.of(text).filter(some -> !some.isEmpty());
  }
}
