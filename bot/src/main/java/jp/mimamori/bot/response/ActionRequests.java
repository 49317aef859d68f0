package jp.mimamori.bot.response;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.mimamori.bot.edr.ResponseAction;
import jp.mimamori.bot.edr.Target;
import jp.mimamori.bot.response.ActionRequest.Course;
import jp.mimamori.bot.response.ActionRequest.State;
import jp.mimamori.bot.response.ActionRequest.Step;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.store.View;

/** The action requests on record. */
public final class ActionRequests {
  /**
   * Returns false if a request in the same lane for the same endpoint is open: nothing is added.
   */
  boolean add(Transaction tx, ActionRequest request) {
    int added =
        tx.run(
            """
            insert into action_request (id, tenant, alert, verb, lane, endpoint, endpoint_name,
              requested_by, requested_at, state, detail, open, changed_at, due_at, attempts)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, 0) on conflict do nothing
            """,
            request.id(),
            request.tenant(),
            request.alert(),
            request.action().verb(),
            lane(request.action()),
            request.action().target().key(),
            request.action().target().name(),
            request.requestedBy(),
            request.requestedAt().toEpochMilli(),
            States.name(request.state()),
            States.detail(request.state()),
            tx.now().toEpochMilli(),
            tx.now().toEpochMilli());
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

  /** What is under way in the same lane on that endpoint. */
  public Optional<ActionRequest> open(View view, String tenant, ResponseAction action) {
    return view.first(
        """
        select * from action_request where tenant = ? and lane = ? and endpoint = ? and open = 1
        """,
        ActionRequests::read,
        tenant,
        lane(action),
        action.target().key());
  }

  /** Everything that was asked for on an endpoint since, oldest first. */
  public List<Course> onEndpoint(View view, String tenant, String guid, Instant since) {
    return view
        .list(
            """
            select * from action_request where tenant = ? and endpoint = ? and requested_at >= ?
            order by requested_at, id
            """,
            ActionRequests::read,
            tenant,
            guid,
            since.toEpochMilli())
        .stream()
        .map(request -> new Course(request, steps(view, request.id())))
        .toList();
  }

  /** Whether the last thing that was done to the endpoint's network was to cut it off. */
  public boolean isIsolated(View view, String tenant, String guid) {
    return view.first(
            """
            select verb from action_request
            where tenant = ? and endpoint = ? and lane = 'isolation' and state = 'SUCCEEDED'
            order by changed_at desc, requested_at desc
            """,
            row -> row.getString("verb").equals("isolate"),
            tenant,
            guid)
        .orElse(false);
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

  /** Actions that must not overlap on one endpoint share a lane. */
  private static String lane(ResponseAction action) {
    return switch (action) {
      case ResponseAction.Isolate _, ResponseAction.Release _ -> "isolation";
      case ResponseAction.BlockObject _, ResponseAction.UnblockObject _ -> "blocking";
      case ResponseAction.StartScan _, ResponseAction.CancelScan _ -> "scan";
      case ResponseAction.TerminateProcess _ -> "process";
      case ResponseAction.CollectFile _, ResponseAction.CollectPackage _ -> "collection";
    };
  }

  private static ActionRequest read(ResultSet row) throws SQLException {
    Target target = Target.of(row.getString("endpoint"), row.getString("endpoint_name"));
    return new ActionRequest(
        row.getString("id"),
        row.getString("tenant"),
        row.getString("alert"),
        ResponseAction.of(row.getString("verb"), target, Map.of()),
        row.getString("requested_by"),
        Instant.ofEpochMilli(row.getLong("requested_at")),
        States.of(row.getString("state"), row.getString("detail")),
        Instant.ofEpochMilli(row.getLong("changed_at")),
        row.getInt("attempts"));
  }
}
