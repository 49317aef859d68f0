package jp.mimamori.bot.response;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.mimamori.bot.edr.Severity;

/**
 * A person's wish that something be done, and how far it has come.
 *
 * @param severity of the alert, when it was asked for
 * @param reason in the asker's words; may be empty
 * @param requestedBy the member's id
 * @param agreement whose agreement it needs or needed
 * @param approvedBy who agreed
 * @param changedAt when it came into this state
 * @param attempts how often it was sent to the EDR
 * @param result what it brought
 */
public record ActionRequest(
    String id,
    String tenant,
    String alert,
    Severity severity,
    Measure measure,
    String reason,
    String requestedBy,
    Instant requestedAt,
    Optional<Agreement> agreement,
    Optional<String> approvedBy,
    State state,
    Instant changedAt,
    int attempts,
    Optional<Result> result) {

  ActionRequest in(State next, Instant since) {
    return new ActionRequest(
        id,
        tenant,
        alert,
        severity,
        measure,
        reason,
        requestedBy,
        requestedAt,
        agreement,
        approvedBy,
        next,
        since,
        attempts,
        result);
  }

  /** Who must agree. */
  public enum Agreement {
    /** Another analyst. */
    SECOND_PERSON,
    /** The customer's responsible contact (利用責任者). */
    CUSTOMER
  }

  /** How far it has come. Accepted by the EDR is not done. */
  public sealed interface State {
    /**
     * Waits for somebody to agree.
     *
     * @param until then it lapses
     */
    record AwaitingApproval(Instant until) implements State {}

    /** Authorised, and about to be sent. */
    record Requested() implements State {}

    /** Handed to the EDR; whether it was accepted is not known yet. */
    record Sending() implements State {}

    /** Accepted; waits for the endpoint. */
    record Queued(String task) implements State {}

    record Running(String task) implements State {}

    /**
     * @param task empty for what needs none
     */
    record Succeeded(String task) implements State {}

    record Failed(String reason) implements State {}

    /** Somebody whose agreement was needed said no. */
    record Refused(String by) implements State {}

    /** Nobody agreed in time. */
    record Lapsed() implements State {}

    /** Whether anything may still come of it. */
    default boolean open() {
      return switch (this) {
        case AwaitingApproval _, Requested _, Sending _, Queued _, Running _ -> true;
        case Succeeded _, Failed _, Refused _, Lapsed _ -> false;
      };
    }
  }

  /** When it came into which state. */
  public record Step(Instant at, State state) {}

  /** A request with all it went through. */
  public record Course(ActionRequest request, List<Step> steps) {
    public Course {
      steps = List.copyOf(steps);
    }
  }
}
