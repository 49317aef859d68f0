package jp.mimamori.bot.response;

import java.time.Instant;
import java.util.List;
import jp.mimamori.bot.edr.ResponseAction;

/**
 * A person's wish that the EDR do something, and how far it has come.
 *
 * @param requestedBy the member's id
 * @param changedAt when it came into this state
 * @param attempts how often it was sent to the EDR
 */
public record ActionRequest(
    String id,
    String tenant,
    String alert,
    ResponseAction action,
    String requestedBy,
    Instant requestedAt,
    State state,
    Instant changedAt,
    int attempts) {

  ActionRequest in(State next, Instant since) {
    return new ActionRequest(
        id, tenant, alert, action, requestedBy, requestedAt, next, since, attempts);
  }

  /** How far it has come. Accepted by the EDR is not done. */
  public sealed interface State {
    /** Authorised, and about to be sent. */
    record Requested() implements State {}

    /** Handed to the EDR; whether it was accepted is not known yet. */
    record Sending() implements State {}

    /** Accepted; waits for the endpoint. */
    record Queued(String task) implements State {}

    record Running(String task) implements State {}

    record Succeeded(String task) implements State {}

    record Failed(String reason) implements State {}

    /** Whether anything may still come of it. */
    default boolean open() {
      return switch (this) {
        case Requested _, Sending _, Queued _, Running _ -> true;
        case Succeeded _, Failed _ -> false;
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
