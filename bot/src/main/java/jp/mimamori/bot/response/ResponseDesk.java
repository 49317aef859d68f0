package jp.mimamori.bot.response;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import jp.mimamori.bot.edr.EdrClient;
import jp.mimamori.bot.edr.EdrClient.Submission;
import jp.mimamori.bot.edr.EdrClient.TaskStatus;
import jp.mimamori.bot.edr.EdrException;
import jp.mimamori.bot.edr.Endpoint;
import jp.mimamori.bot.edr.EndpointFacts;
import jp.mimamori.bot.edr.ResponseAction;
import jp.mimamori.bot.edr.ResponseTask;
import jp.mimamori.bot.edr.ResponseTask.CollectedFile;
import jp.mimamori.bot.edr.SandboxAnalysis;
import jp.mimamori.bot.edr.Severity;
import jp.mimamori.bot.edr.SuspiciousObject;
import jp.mimamori.bot.edr.Sweep;
import jp.mimamori.bot.escalation.Escalations;
import jp.mimamori.bot.escalation.Matter;
import jp.mimamori.bot.response.ActionRequest.Agreement;
import jp.mimamori.bot.response.ActionRequest.State;
import jp.mimamori.bot.response.Authorizer.Denial;
import jp.mimamori.bot.response.Authorizer.Verdict;
import jp.mimamori.bot.store.Database;
import jp.mimamori.bot.store.Notice;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.store.View;
import jp.mimamori.bot.tenant.Member;
import jp.mimamori.bot.tenant.Tenant;
import jp.mimamori.bot.tenant.Tenants;
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

  /** Which ladder calls somebody to a request that waits for an agreement. */
  public static final String APPROVAL_LADDER = "approval";

  /** Which ladder calls somebody to an action that failed. */
  public static final String FAILED_ACTION_LADDER = "failed-action";

  /** How the service itself stands in the trail. */
  public static final String SERVICE = "mimamori";

  /** How far back a sweep looks: what Vision One keeps of endpoints' activity by default. */
  static final Duration SWEPT = Duration.ofDays(30);

  private static final Duration EDR_DOWN = Duration.ofSeconds(15);
  private static final int MOST_ATTEMPTS = 3;
  private static final int AT_ONCE = 20;
  private static final Logger LOG = LoggerFactory.getLogger(ResponseDesk.class);

  private final Database database;
  private final EdrClient edr;
  private final ActionRequests requests;
  private final Authorizer authorizer;
  private final Escalations escalations;
  private final Supplier<Tenants> tenants;
  private final ShownOn shownOn;

  public ResponseDesk(
      Database database,
      EdrClient edr,
      ActionRequests requests,
      Authorizer authorizer,
      Escalations escalations,
      Supplier<Tenants> tenants,
      ShownOn shownOn) {
    this.database = database;
    this.edr = edr;
    this.requests = requests;
    this.authorizer = authorizer;
    this.escalations = escalations;
    this.tenants = tenants;
    this.shownOn = shownOn;
  }

  /** Which messages tell of what is done about an alert, to a target. */
  @FunctionalInterface
  public interface ShownOn {
    List<Notice> noticesOf(View view, String tenant, String alert, String target);
  }

  /** What a wish comes to. */
  public sealed interface Outcome {
    record Requested() implements Outcome {}

    /** Somebody has to agree first. */
    record Awaiting(Agreement agreement, Instant until) implements Outcome {}

    record UnderWay(ActionRequest by) implements Outcome {}

    /** The target is in that state already: the button was drawn before it came there. */
    record NotNeeded() implements Outcome {}

    record Denied(Denial why) implements Outcome {}
  }

  /** A member wishes for something; the tenant check has been made. */
  public Outcome request(Transaction tx, Member member, Wish wish) {
    return switch (authorizer.judge(member, wish)) {
      case Verdict.Denied(Denial why) -> {
        tx.record(
            wish.tenant(),
            member.id(),
            "was refused to " + wish.measure().verb(),
            wish.alert(),
            why.name());
        yield new Outcome.Denied(why);
      }
      case Verdict.Permitted _ -> open(tx, member.id(), wish, Optional.empty());
      case Verdict.NeedsApproval(Agreement of) -> open(tx, member.id(), wish, Optional.of(of));
    };
  }

  /**
   * Blocks what policy has blocked at once, of an alert that was just raised (一次ブロック). Nobody
   * pressed anything: the operator has agreed it with this customer.
   */
  public void blockAtOnce(
      Transaction tx,
      String tenant,
      String alert,
      Severity severity,
      List<SuspiciousObject> objects) {
    Optional<Policy.FirstBlock> policy = authorizer.policy().firstBlock();
    objects.stream()
        .filter(object -> policy.filter(p -> p.covers(tenant, severity, object)).isPresent())
        .map(object -> new Measure.Act(new ResponseAction.BlockObject(object)))
        .forEach(
            block ->
                open(
                    tx,
                    SERVICE,
                    new Wish(tenant, alert, severity, block, "first block by policy"),
                    Optional.empty()));
  }

  /** What became of somebody's yes or no. */
  public sealed interface Decided {
    record Done() implements Decided {}

    /** Somebody was faster, or it has lapsed. */
    record TooLate() implements Decided {}

    record Denied(Denial why) implements Decided {}
  }

  /** Somebody says yes or no to a request that waits for it; the tenant check has been made. */
  public Decided decide(Transaction tx, Member member, String id, boolean yes) {
    Optional<ActionRequest> found = requests.find(tx, id);
    if (found.isEmpty() || !(found.get().state() instanceof State.AwaitingApproval waiting)) {
      return new Decided.TooLate();
    }
    ActionRequest request = found.get();
    Optional<Denial> denial =
        authorizer.mayNotDecide(member, request, request.agreement().orElseThrow());
    if (denial.isPresent()) {
      tx.record(
          request.tenant(),
          member.id(),
          "was refused to %s %s".formatted(yes ? "approve" : "refuse", request.measure().verb()),
          request.alert(),
          request.id() + " " + denial.get());
      return new Decided.Denied(denial.get());
    }
    if (!tx.now().isBefore(waiting.until())) {
      move(tx, request, new State.Lapsed(), tx.now());
      return new Decided.TooLate();
    }
    State next = yes ? new State.Requested() : new State.Refused(member.id());
    if (!requests.move(tx, request, next, tx.now())) {
      return new Decided.TooLate();
    }
    if (yes) {
      requests.approve(tx, id, member.id());
    }
    tx.record(
        request.tenant(),
        member.id(),
        (yes ? "approved " : "refused ") + request.measure().verb(),
        request.alert(),
        request.id() + " AWAITING -> " + States.name(next));
    escalations.settle(tx, approvalNotice(id), member.id());
    show(tx, request);
    return new Decided.Done();
  }

  /** So long a request waits for somebody to agree. */
  public Duration patience() {
    return authorizer.policy().lapsesAfter();
  }

  /** The notice that names the card on which somebody agrees. */
  public static Notice approvalNotice(String request) {
    return new Notice(Notice.Kind.APPROVAL, request);
  }

  /**
   * What a request collected, with its password and where to fetch it: for an analyst's eyes alone.
   * Talks to the EDR. Empty if it brought nothing, or the EDR does not have it any more.
   */
  public Optional<CollectedFile> collected(ActionRequest request) {
    return request.state() instanceof State.Succeeded(String task)
        ? edr.task(task).file()
        : Optional.empty();
  }

  /** What the EDR says of an endpoint now. Talks to the EDR; empty if it can't be asked. */
  public Optional<EndpointFacts> look(Endpoint endpoint) {
    try {
      return edr.endpoint(endpoint.guid());
    } catch (EdrException e) {
      LOG.warn("endpoint {} can't be looked up: {}", endpoint.guid(), e.getMessage());
      return Optional.empty();
    }
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
      case State.AwaitingApproval _ -> {
        move(tx, request, new State.Lapsed(), tx.now());
        escalations.settle(tx, approvalNotice(request.id()), SERVICE);
      }
      case State.Requested _ -> {
        requests.attempt(tx, request.id());
        move(tx, request, new State.Sending(), tx.now().plus(LEASE));
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

  private Outcome open(Transaction tx, String member, Wish wish, Optional<Agreement> agreement) {
    Measure measure = wish.measure();
    Optional<ActionRequest> underWay = requests.open(tx, wish.tenant(), measure);
    if (underWay.isPresent()) {
      return new Outcome.UnderWay(underWay.get());
    }
    if (!needed(tx, wish.tenant(), measure)) {
      return new Outcome.NotNeeded();
    }
    Instant lapses = tx.now().plus(authorizer.policy().lapsesAfter());
    var request =
        new ActionRequest(
            UUID.randomUUID().toString(),
            wish.tenant(),
            wish.alert(),
            wish.severity(),
            measure,
            wish.reason(),
            member,
            tx.now(),
            agreement,
            Optional.empty(),
            agreement.isPresent() ? new State.AwaitingApproval(lapses) : new State.Requested(),
            tx.now(),
            0,
            Optional.empty());
    if (!requests.add(tx, request, agreement.isPresent() ? lapses : tx.now())) {
      return new Outcome.UnderWay(requests.open(tx, wish.tenant(), measure).orElseThrow());
    }
    tx.record(wish.tenant(), member, "requested " + measure.verb(), wish.alert(), detail(request));
    show(tx, request);
    if (agreement.isEmpty()) {
      return new Outcome.Requested();
    }
    escalations.watch(
        tx,
        approvalNotice(request.id()),
        new Matter(APPROVAL_LADDER, wish.tenant(), Optional.of(wish.severity())));
    return new Outcome.Awaiting(agreement.get(), lapses);
  }

  /** What must be provable of a request; the asker's reason stays with the request. */
  private static String detail(ActionRequest request) {
    String detail =
        request.id()
            + " "
            + request.measure().target().key()
            + " "
            + Json.ofParameters(request.measure().parameters());
    return request.agreement().map(of -> detail + " needs " + of).orElse(detail);
  }

  private boolean needed(View view, String tenant, Measure measure) {
    return switch (measure) {
      case Measure.Act(ResponseAction action) ->
          switch (action) {
            case ResponseAction.Isolate(Endpoint target) ->
                !requests.isIsolated(view, tenant, target.guid());
            case ResponseAction.Release(Endpoint target) ->
                requests.isIsolated(view, tenant, target.guid());
            case ResponseAction.BlockObject(SuspiciousObject target) ->
                !requests.isBlocked(view, tenant, target);
            case ResponseAction.UnblockObject _, // it may have been blocked in the console
                ResponseAction.StartScan _,
                ResponseAction.CancelScan _,
                ResponseAction.TerminateProcess _,
                ResponseAction.CollectFile _,
                ResponseAction.CollectPackage _ ->
                true;
          };
      case Measure.AnalyzeUrl _, Measure.AnalyzeFile _, Measure.Search _ -> true;
    };
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
        database.read(view -> requests.find(view, collection)).flatMap(this::collected);
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
          move(tx, request, new State.Succeeded(""), now);
        });
  }

  private void sent(ActionRequest request, Submission submission, Instant now) {
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
                move(tx, request, new State.Failed(reason), now);
            case SandboxAnalysis.Done done -> {
              requests.keepResult(
                  tx,
                  request.id(),
                  new Result.Analyzed(done.risk(), done.detections(), done.threats()));
              Retrievals.want(tx, request, task, Retrievals.Kind.REPORT);
              move(tx, request, new State.Succeeded(task), now);
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
              move(tx, request, new State.Succeeded(task), now);
            }
            case TaskStatus.Failed(String reason) ->
                move(tx, request, new State.Failed(reason), now);
            case TaskStatus.Canceled _ when action instanceof ResponseAction.CancelScan ->
                move(tx, request, new State.Succeeded(task), now);
            case TaskStatus.Canceled _ ->
                move(tx, request, new State.Failed("somebody canceled it"), now);
            case TaskStatus.Queued _ -> waits(tx, request);
            case TaskStatus.Running _ -> goesOn(tx, request, task);
          }
        });
  }

  private void goesOn(Transaction tx, ActionRequest request, String task) {
    if (request.state() instanceof State.Queued) {
      move(tx, request, new State.Running(task), tx.now().plus(POLL));
      return;
    }
    waits(tx, request);
  }

  private void waits(Transaction tx, ActionRequest request) {
    Instant asked = request.agreement().isPresent() ? request.changedAt() : request.requestedAt();
    if (tx.now().isAfter(asked.plus(GIVES_UP))) {
      move(tx, request, new State.Failed("no end after " + GIVES_UP.toHours() + " h"), tx.now());
      return;
    }
    requests.wait(tx, request.id(), tx.now().plus(POLL));
  }

  private void move(Transaction tx, ActionRequest request, State state, Instant due) {
    if (!requests.move(tx, request, state, due)) {
      return;
    }
    tx.record(
        request.tenant(),
        SERVICE,
        request.measure().verb() + " is " + States.name(state).toLowerCase(Locale.ROOT),
        request.alert(),
        "%s %s -> %s %s"
            .formatted(
                request.id(),
                States.name(request.state()),
                States.name(state),
                States.detail(state)));
    show(tx, request);
    if (state instanceof State.Failed) {
      escalations.watch(
          tx,
          new Notice(Notice.Kind.FAILED_ACTION, request.id()),
          new Matter(FAILED_ACTION_LADDER, request.tenant(), Optional.of(request.severity())));
    }
  }

  private void show(Transaction tx, ActionRequest request) {
    shownOn
        .noticesOf(tx, request.tenant(), request.alert(), request.measure().target().key())
        .forEach(tx::show);
    if (request.agreement().isPresent()) {
      tx.show(approvalNotice(request.id()));
    }
  }
}
