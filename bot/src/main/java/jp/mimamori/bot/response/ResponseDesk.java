package jp.mimamori.bot.response;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.mimamori.bot.edr.EdrClient;
import jp.mimamori.bot.edr.EdrException;
import jp.mimamori.bot.edr.Endpoint;
import jp.mimamori.bot.edr.EndpointFacts;
import jp.mimamori.bot.edr.ResponseAction;
import jp.mimamori.bot.edr.ResponseTask.CollectedFile;
import jp.mimamori.bot.edr.Severity;
import jp.mimamori.bot.edr.SuspiciousObject;
import jp.mimamori.bot.escalation.Escalations;
import jp.mimamori.bot.escalation.Matter;
import jp.mimamori.bot.response.ActionRequest.Agreement;
import jp.mimamori.bot.response.ActionRequest.State;
import jp.mimamori.bot.response.Authorizer.Denial;
import jp.mimamori.bot.response.Authorizer.Verdict;
import jp.mimamori.bot.store.Notice;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.store.View;
import jp.mimamori.bot.tenant.Member;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where actions are wished for and agreed to. {@link ActionExecutor} carries out what comes of it.
 */
public final class ResponseDesk {
  /** Which ladder calls somebody to a request that waits for an agreement. */
  public static final String APPROVAL_LADDER = "approval";

  /** Which ladder calls somebody to an action that failed. */
  public static final String FAILED_ACTION_LADDER = "failed-action";

  /** How the service itself stands in the trail. */
  public static final String SERVICE = "mimamori";

  private static final Logger LOG = LoggerFactory.getLogger(ResponseDesk.class);

  private final EdrClient edr;
  private final ActionRequests requests;
  private final Authorizer authorizer;
  private final Escalations escalations;
  private final Moves moves;

  public ResponseDesk(
      EdrClient edr,
      ActionRequests requests,
      Authorizer authorizer,
      Escalations escalations,
      ShownOn shownOn) {
    this.edr = edr;
    this.requests = requests;
    this.authorizer = authorizer;
    this.escalations = escalations;
    this.moves = new Moves(requests, escalations, shownOn);
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
            why + " " + what(wish.measure()) + " stays as it is" + reason(wish.reason()));
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
          request.id() + " " + denial.get() + " stays " + States.name(request.state()));
      return new Decided.Denied(denial.get());
    }
    if (!tx.now().isBefore(waiting.until())) {
      moves.lapse(tx, request);
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
    moves.show(tx, request);
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
    return ActionExecutor.collected(edr, request);
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
    moves.show(tx, request);
    if (agreement.isEmpty()) {
      return new Outcome.Requested();
    }
    escalations.watch(
        tx,
        approvalNotice(request.id()),
        new Matter(APPROVAL_LADDER, wish.tenant(), Optional.of(wish.severity())));
    return new Outcome.Awaiting(agreement.get(), lapses);
  }

  /** What must be provable of a request: what, from what to what, whose agreement, and why. */
  private static String detail(ActionRequest request) {
    return request.id()
        + " "
        + what(request.measure())
        + " NONE -> "
        + States.name(request.state())
        + request.agreement().map(of -> " needs " + of).orElse("")
        + reason(request.reason());
  }

  private static String what(Measure measure) {
    return measure.target().key() + " " + Json.ofParameters(measure.parameters());
  }

  private static String reason(String words) {
    return words.isEmpty() ? "" : " reason: " + words;
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
}
