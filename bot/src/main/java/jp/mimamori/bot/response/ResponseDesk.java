package jp.mimamori.bot.response;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import jp.mimamori.bot.edr.EdrClient;
import jp.mimamori.bot.edr.EdrClient.Submission;
import jp.mimamori.bot.edr.EdrClient.TaskStatus;
import jp.mimamori.bot.edr.EdrException;
import jp.mimamori.bot.edr.ResponseAction;
import jp.mimamori.bot.response.ActionRequest.State;
import jp.mimamori.bot.response.Authorizer.Denial;
import jp.mimamori.bot.response.Authorizer.Verdict;
import jp.mimamori.bot.store.Database;
import jp.mimamori.bot.store.Notice;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.store.View;
import jp.mimamori.bot.tenant.Member;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries an action from the wish to the outcome, once. Before it sends, it writes down that it
 * sends; after a crash or an unclear reply it looks for its own id in the EDR before it sends
 * again.
 */
public final class ResponseDesk {
  /**
   * So long a request is ours alone while we talk to the EDR about it. Longer than its time-outs.
   */
  static final Duration LEASE = Duration.ofSeconds(60);

  /** How often a task is asked after. */
  static final Duration POLL = Duration.ofSeconds(2);

  /** After so long without an end, people are told that it failed. */
  static final Duration GIVES_UP = Duration.ofHours(24);

  private static final Duration EDR_DOWN = Duration.ofSeconds(15);
  private static final int MOST_ATTEMPTS = 3;
  private static final int AT_ONCE = 20;
  private static final Logger LOG = LoggerFactory.getLogger(ResponseDesk.class);

  private final Database database;
  private final EdrClient edr;
  private final ActionRequests requests;
  private final Authorizer authorizer;
  private final ShownOn shownOn;

  public ResponseDesk(
      Database database,
      EdrClient edr,
      ActionRequests requests,
      Authorizer authorizer,
      ShownOn shownOn) {
    this.database = database;
    this.edr = edr;
    this.requests = requests;
    this.authorizer = authorizer;
    this.shownOn = shownOn;
  }

  /** Which messages tell of what happens to an endpoint. */
  @FunctionalInterface
  public interface ShownOn {
    List<Notice> noticesOf(View view, String tenant, String endpoint);
  }

  /** What a wish comes to. */
  public sealed interface Outcome {
    record Requested() implements Outcome {}

    record UnderWay(ActionRequest by) implements Outcome {}

    /** The endpoint is in that state already: the button was drawn before it came there. */
    record NotNeeded() implements Outcome {}

    record Denied(Denial why) implements Outcome {}
  }

  /** A member wishes for an action; the tenant check has been made. */
  public Outcome request(
      Transaction tx, Member member, String tenant, String alert, ResponseAction action) {
    return switch (authorizer.judge(member, action)) {
      case Verdict.Denied(Denial why) -> {
        tx.record(tenant, member.id(), "was refused to " + action.verb(), alert, why.name());
        yield new Outcome.Denied(why);
      }
      case Verdict.Permitted _ -> open(tx, member, tenant, alert, action);
    };
  }

  /** Sends what is to be sent and asks after what is running. Any node, any time, any number. */
  public void runDue(Instant now) {
    List<ActionRequest> due =
        database.decide(
            now,
            tx -> requests.take(tx, AT_ONCE, LEASE).stream().map(one -> begin(tx, one)).toList());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      due.forEach(request -> threads.execute(() -> advance(request, now)));
    }
  }

  /**
   * What is about to be sent is written down as sent: whatever happens next, we will look first.
   */
  private ActionRequest begin(Transaction tx, ActionRequest request) {
    if (!(request.state() instanceof State.Requested)) {
      return request;
    }
    requests.attempt(tx, request.id());
    move(tx, request, new State.Sending(), tx.now().plus(LEASE));
    return request;
  }

  /**
   * For a node that knows itself alone, when it starts: what was in hand when it died is looked at
   * now rather than when its lease ends.
   */
  public void resume(Instant now) {
    database.write(now, requests::release);
  }

  private Outcome open(
      Transaction tx, Member member, String tenant, String alert, ResponseAction action) {
    var request =
        new ActionRequest(
            UUID.randomUUID().toString(),
            tenant,
            alert,
            action,
            member.id(),
            tx.now(),
            new State.Requested(),
            tx.now(),
            0);
    Optional<ActionRequest> underWay = requests.open(tx, tenant, action);
    if (underWay.isPresent()) {
      return new Outcome.UnderWay(underWay.get());
    }
    if (!needed(tx, tenant, action)) {
      return new Outcome.NotNeeded();
    }
    if (!requests.add(tx, request)) {
      return new Outcome.UnderWay(requests.open(tx, tenant, action).orElseThrow());
    }
    tx.record(tenant, member.id(), "requested " + action.verb(), alert, action.target().key());
    show(tx, request);
    return new Outcome.Requested();
  }

  private boolean needed(View view, String tenant, ResponseAction action) {
    boolean isolated = requests.isIsolated(view, tenant, action.target().key());
    return switch (action) {
      case ResponseAction.Isolate _ -> !isolated;
      case ResponseAction.Release _ -> isolated;
      case ResponseAction.BlockObject _,
          ResponseAction.UnblockObject _,
          ResponseAction.StartScan _,
          ResponseAction.CancelScan _,
          ResponseAction.TerminateProcess _,
          ResponseAction.CollectFile _,
          ResponseAction.CollectPackage _ ->
          true;
    };
  }

  private void advance(ActionRequest request, Instant now) {
    try {
      switch (request.state()) {
        case State.Requested _ -> send(request.in(new State.Sending(), now), now);
        case State.Sending _ -> lookFor(request, now);
        case State.Queued(String task) -> askAfter(request, task, now);
        case State.Running(String task) -> askAfter(request, task, now);
        case State.Succeeded _, State.Failed _ -> {}
      }
    } catch (EdrException e) {
      LOG.warn("request {} waits for the EDR: {}", request.id(), e.getMessage());
      database.write(now, tx -> requests.wait(tx, request.id(), now.plus(EDR_DOWN)));
    }
  }

  private void send(ActionRequest request, Instant now) {
    Submission submission = edr.submit(request.action(), request.id());
    database.write(
        now,
        tx -> {
          switch (submission) {
            case Submission.Accepted(String task) ->
                move(tx, request, new State.Queued(task), now.plus(POLL));
            case Submission.AlreadyUnderWay(String task) ->
                move(tx, request, new State.Queued(task), now.plus(POLL));
            case Submission.Rejected(String reason) ->
                move(tx, request, new State.Failed(reason), now);
            case Submission.TryAgain(Duration after) ->
                move(tx, request, new State.Requested(), now.plus(after));
            case Submission.Unclear(String reason) -> {
              LOG.warn("request {} has an unclear outcome: {}", request.id(), reason);
              requests.wait(tx, request.id(), now.plus(POLL));
            }
          }
        });
  }

  /** It was sent, and nobody knows whether it arrived: our id in the EDR's task list says. */
  private void lookFor(ActionRequest request, Instant now) {
    var task = edr.taskOf(request.id(), request.requestedAt().minus(Duration.ofMinutes(5)));
    boolean settled = !now.isBefore(request.changedAt().plus(edr.settles()));
    database.write(
        now,
        tx -> {
          if (task.isPresent()) {
            move(tx, request, new State.Queued(task.get()), now);
            return;
          }
          if (!settled) {
            requests.wait(tx, request.id(), now.plus(POLL));
            return;
          }
          if (request.attempts() < MOST_ATTEMPTS) {
            move(tx, request, new State.Requested(), now);
            return;
          }
          move(tx, request, new State.Failed("the EDR did not take it; see its console"), now);
        });
  }

  private void askAfter(ActionRequest request, String task, Instant now) {
    TaskStatus status = edr.status(task);
    boolean tooLong = now.isAfter(request.requestedAt().plus(GIVES_UP));
    database.write(
        now,
        tx -> {
          switch (status) {
            case TaskStatus.Succeeded _ -> move(tx, request, new State.Succeeded(task), now);
            case TaskStatus.Failed(String reason) ->
                move(tx, request, new State.Failed(reason), now);
            case TaskStatus.Canceled _ when request.action() instanceof ResponseAction.CancelScan ->
                move(tx, request, new State.Succeeded(task), now);
            case TaskStatus.Canceled _ ->
                move(tx, request, new State.Failed("somebody canceled it"), now);
            case TaskStatus.Running _ when request.state() instanceof State.Queued ->
                move(tx, request, new State.Running(task), now.plus(POLL));
            case TaskStatus.Queued _, TaskStatus.Running _ -> {
              if (tooLong) {
                move(
                    tx,
                    request,
                    new State.Failed("no end after " + GIVES_UP.toHours() + " h"),
                    now);
                return;
              }
              requests.wait(tx, request.id(), now.plus(POLL));
            }
          }
        });
  }

  private void move(Transaction tx, ActionRequest request, State state, Instant due) {
    if (!requests.move(tx, request, state, due)) {
      return;
    }
    tx.record(
        request.tenant(),
        "mimamori",
        request.action().verb() + " is " + States.name(state).toLowerCase(Locale.ROOT),
        request.alert(),
        request.id() + " " + States.detail(state));
    show(tx, request);
  }

  private void show(Transaction tx, ActionRequest request) {
    shownOn.noticesOf(tx, request.tenant(), request.action().target().key()).forEach(tx::show);
  }
}
