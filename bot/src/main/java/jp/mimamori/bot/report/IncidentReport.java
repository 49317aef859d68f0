package jp.mimamori.bot.report;

import java.time.Instant;

/**
 * One edition of the report of an alert's case.
 *
 * @param version 1, 2, 3 …
 * @param asOf the last thing that had happened in the case when it was ordered
 * @param orderedBy the member's id
 */
public record IncidentReport(
    String alert,
    int version,
    String tenant,
    Instant asOf,
    String orderedBy,
    Instant orderedAt,
    State state) {

  /** How far it has come. */
  public sealed interface State {
    /** It is being printed. */
    record Ordered() implements State {}

    /** Analysts can read it. */
    record Draft(Instant at) implements State {}

    /** The customer has it, the very bytes that analysts read. */
    record Released(String by, Instant at) implements State {}
  }

  /** The document that analysts read. */
  public String draft() {
    return "incident-" + alert + "-v" + version;
  }

  /** The document that the customer has once it is released. */
  public String released() {
    return draft() + "-released";
  }
}
