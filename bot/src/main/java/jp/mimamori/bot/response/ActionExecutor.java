package jp.mimamori.bot.response;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import jp.mimamori.bot.edr.EdrClient;
import jp.mimamori.bot.edr.EdrClient.Submission;
import jp.mimamori.bot.edr.EdrClient.TaskStatus;
import jp.mimamori.bot.edr.EdrException;
import jp.mimamori.bot.edr.Endpoint;
import jp.mimamori.bot.edr.ResponseAction;
import jp.mimamori.bot.edr.ResponseTask;
import jp.mimamori.bot.edr.ResponseTask.CollectedFile;
import jp.mimamori.bot.edr.SandboxAnalysis;
import jp.mimamori.bot.edr.SuspiciousObject;
import jp.mimamori.bot.edr.Sweep;
import jp.mimamori.bot.escalation.Escalations;
import jp.mimamori.bot.response.ActionRequest.State;
import jp.mimamori.bot.response.ResponseDesk.ShownOn;
import jp.mimamori.bot.store.Database;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.tenant.Tenant;
import jp.mimamori.bot.tenant.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out what was wished for and agreed to, once. Before it sends, it writes down that it
 * sends; after a crash or an unclear reply it looks for its own id in the EDR before it sends
 * again.
 */
public final class ActionExecutor {
  /**
   * So long a request is ours alone while we talk to the EDR about it. Longer than its time-outs.
   */
  static final Duration LEASE = Duration.ofSeconds(60);

  /** How often a task is asked after. */
  static final Duration POLL = Duration.ofSeconds(2);

  /** After so long without an end, people are told that it failed. */
  static final Duration GIVES_UP = Duration.ofHours(24);

  /** How far back a sweep looks: what Vision One keeps of endpoints' activity by default. */
  static final Duration SWEPT = Duration.ofDays(30);

  private static final Duration EDR_DOWN = Duration.ofSeconds(15);
  private static final int MOST_ATTEMPTS = 3;
  private static final int AT_ONCE = 20;
  private static final Logger LOG = LoggerFactory.getLogger(ActionExecutor.class);

  private final Database database;
  private final EdrClient edr;
  private final ActionRequests requests;
  private final Supplier<Tenants> tenants;
  private final Moves moves;

  public ActionExecutor(
      Database database,
      EdrClient edr,
      ActionRequests requests,
      Escalations escalations,
      Supplier<Tenants> tenants,
      ShownOn shownOn) {
    this.database = database;
    this.edr = edr;
    this.requests = requests;
    this.tenants = tenants;
    this.moves = new Moves(requests, escalations, shownOn);
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
    switch (request.state()) {
      case State.AwaitingApproval(Instant until) when tx.now().isBefore(until) ->
          requests.wait(tx, request.id(), until);
      case State.AwaitingApproval _ -> moves.lapse(tx, request);
      case State.Requested _ -> {
        requests.attempt(tx, request.id());
        moves.move(tx, request, new State.Sending(), tx.now().plus(LEASE));
      }
      case State.Sending _,
          State.Queued _,
          State.Running _,
          State.Succeeded _,
          State.Failed _,
          State.Refused _,
          State.Lapsed _ -> {}
    }
    return request;
  }

  /**
   * For a node that knows itself alone, when it starts: what was in hand when it died is looked at
   * now rather than when its lease ends.
   */
  public void resume(Instant now) {
    database.write(now, requests::release);
  }

  /** What a request collected. Talks to the EDR; empty if there is nothing (any more). */
  static Optional<CollectedFile> collected(EdrClient edr, ActionRequest request) {
    return request.state() instanceof State.Succeeded(String task)
        ? edr.task(task).file()
        : Optional.empty();
  }

  private void advance(ActionRequest request, Instant now) {
    try {
      switch (request.state()) {
        case State.Requested _ -> send(request.in(new State.Sending(), now), now);
        case State.Sending _ -> lookFor(request, now);
        case State.Queued(String task) -> askAfter(request, task, now);
        case State.Running(String task) -> askAfter(request, task, now);
        case State.AwaitingApproval _,
            State.Succeeded _,
            State.Failed _,
            State.Refused _,
            State.Lapsed _ -> {}
      }
    } catch (EdrException e) {
      LOG.warn("request {} waits for the EDR: {}", request.id(), e.getMessage());
      database.write(now, tx -> requests.wait(tx, request.id(), now.plus(EDR_DOWN)));
    }
  }

  private void send(ActionRequest request, Instant now) {
    switch (request.measure()) {
      case Measure.Act(ResponseAction action) ->
          sent(request, edr.submit(action, request.id()), now);
      case Measure.AnalyzeUrl(SuspiciousObject url) ->
          sent(request, edr.analyzeUrl(url.value()), now);
      case Measure.AnalyzeFile(Endpoint _, String collection) ->
          sent(request, submitCollected(collection), now);
      case Measure.Search(SuspiciousObject object) -> sweep(request, object, now);
    }
  }

  /** The archive goes from the EDR to its sandbox through our memory and is kept nowhere. */
  private Submission submitCollected(String collection) {
    Optional<CollectedFile> file =
        database
            .read(view -> requests.find(view, collection))
            .flatMap(found -> collected(edr, found));
    if (file.isEmpty()) {
      return new Submission.Rejected("the collected file is not there any more");
    }
    return edr.analyzeFile(
        "collected.zip",
        edr.download(file.get()),
        Optional.of(file.get().password()).filter(password -> !password.isEmpty()));
  }

  /** One key may cover several customers: what is seen on others' endpoints stays unsaid. */
  private void sweep(ActionRequest request, SuspiciousObject object, Instant now) {
    Optional<String> customer = tenants.get().find(request.tenant()).map(Tenant::edrCustomer);
    Sweep sweep = edr.sweep(object, now.minus(SWEPT), now);
    Set<String> own =
        edr.endpoints().stream()
            .filter(facts -> customer.filter(facts.group()::equals).isPresent())
            .map(facts -> facts.endpoint().guid())
            .collect(toSet());
    var result =
        new Result.Swept(
            sweep.sightings().stream()
                .filter(seen -> own.contains(seen.endpoint().guid()))
                .map(
                    seen ->
                        new Result.Sighting(
                            seen.endpoint().guid(), seen.endpoint().name(), seen.times()))
                .toList(),
            sweep.whole());
    database.write(
        now,
        tx -> {
          requests.keepResult(tx, request.id(), result);
          moves.move(tx, request, new State.Succeeded(""), now);
        });
  }

  private void sent(ActionRequest request, Submission submission, Instant now) {
    database.write(
        now,
        tx -> {
          switch (submission) {
            case Submission.Accepted(String task) ->
                moves.move(tx, request, new State.Queued(task), now.plus(POLL));
            case Submission.AlreadyUnderWay(String task) ->
                moves.move(tx, request, new State.Queued(task), now.plus(POLL));
            case Submission.Rejected(String reason) ->
                moves.move(tx, request, new State.Failed(reason), now);
            case Submission.TryAgain(Duration after) ->
                moves.move(tx, request, new State.Requested(), now.plus(after));
            case Submission.Unclear(String reason) -> {
              LOG.warn("request {} has an unclear outcome: {}", request.id(), reason);
              requests.wait(tx, request.id(), now.plus(POLL));
            }
          }
        });
  }

  /** It was sent, and nobody knows whether it arrived: our id in the EDR's task list says. */
  private void lookFor(ActionRequest request, Instant now) {
    boolean repeatable = request.measure().repeatable();
    Optional<String> task =
        repeatable
            ? Optional.empty()
            : edr.taskOf(request.id(), request.requestedAt().minus(Duration.ofMinutes(5)));
    boolean settled = repeatable || !now.isBefore(request.changedAt().plus(edr.settles()));
    database.write(
        now,
        tx -> {
          if (task.isPresent()) {
            moves.move(tx, request, new State.Queued(task.get()), now);
            return;
          }
          if (!settled) {
            requests.wait(tx, request.id(), now.plus(POLL));
            return;
          }
          if (request.attempts() < MOST_ATTEMPTS) {
            moves.move(tx, request, new State.Requested(), now);
            return;
          }
          moves.move(
              tx, request, new State.Failed("the EDR did not take it; see its console"), now);
        });
  }

  private void askAfter(ActionRequest request, String task, Instant now) {
    switch (request.measure()) {
      case Measure.Act(ResponseAction action) -> askAfter(request, action, task, now);
      case Measure.AnalyzeUrl _, Measure.AnalyzeFile _ ->
          askSandbox(request, edr.analysis(task), task, now);
      case Measure.Search _ -> throw new IllegalStateException("a sweep has no task");
    }
  }

  private void askSandbox(
      ActionRequest request, SandboxAnalysis analysis, String task, Instant now) {
    database.write(
        now,
        tx -> {
          switch (analysis) {
            case SandboxAnalysis.Running _ -> goesOn(tx, request, task);
            case SandboxAnalysis.Failed(String reason) ->
                moves.move(tx, request, new State.Failed(reason), now);
            case SandboxAnalysis.Done done -> {
              requests.keepResult(
                  tx,
                  request.id(),
                  new Result.Analyzed(done.risk(), done.detections(), done.threats()));
              Retrievals.want(tx, request, task, Retrievals.Kind.REPORT);
              moves.move(tx, request, new State.Succeeded(task), now);
            }
          }
        });
  }

  private void askAfter(ActionRequest request, ResponseAction action, String task, Instant now) {
    ResponseTask found = edr.task(task);
    database.write(
        now,
        tx -> {
          switch (found.status()) {
            case TaskStatus.Succeeded _ -> {
              found
                  .file()
                  .ifPresent(
                      file -> {
                        requests.keepResult(
                            tx,
                            request.id(),
                            new Result.Collected(file.path(), file.size(), file.sha256()));
                        Retrievals.want(tx, request, task, Retrievals.Kind.ARCHIVE);
                      });
              moves.move(tx, request, new State.Succeeded(task), now);
            }
            case TaskStatus.Failed(String reason) ->
                moves.move(tx, request, new State.Failed(reason), now);
            case TaskStatus.Canceled _ when action instanceof ResponseAction.CancelScan ->
                moves.move(tx, request, new State.Succeeded(task), now);
            case TaskStatus.Canceled _ ->
                moves.move(tx, request, new State.Failed("somebody canceled it"), now);
            case TaskStatus.Queued _ -> waits(tx, request);
            case TaskStatus.Running _ -> goesOn(tx, request, task);
          }
        });
  }

  private void goesOn(Transaction tx, ActionRequest request, String task) {
    if (request.state() instanceof State.Queued) {
      moves.move(tx, request, new State.Running(task), tx.now().plus(POLL));
      return;
    }
    waits(tx, request);
  }

  private void waits(Transaction tx, ActionRequest request) {
    Instant asked = request.agreement().isPresent() ? request.changedAt() : request.requestedAt();
    if (tx.now().isAfter(asked.plus(GIVES_UP))) {
      moves.move(
          tx, request, new State.Failed("no end after " + GIVES_UP.toHours() + " h"), tx.now());
      return;
    }
    requests.wait(tx, request.id(), tx.now().plus(POLL));
  }
}
