package jp.mimamori.bot.response;

import java.time.Instant;
import jp.mimamori.bot.response.ActionRequest.State;

/** How a state stands in a row: one word and one detail. */
final class States {
  private States() {}

  static String name(State state) {
    return switch (state) {
      case State.AwaitingApproval _ -> "AWAITING";
      case State.Requested _ -> "REQUESTED";
      case State.Sending _ -> "SENDING";
      case State.Queued _ -> "QUEUED";
      case State.Running _ -> "RUNNING";
      case State.Succeeded _ -> "SUCCEEDED";
      case State.Failed _ -> "FAILED";
      case State.Refused _ -> "REFUSED";
      case State.Lapsed _ -> "LAPSED";
    };
  }

  static String detail(State state) {
    return switch (state) {
      case State.AwaitingApproval(Instant until) -> Long.toString(until.toEpochMilli());
      case State.Requested _, State.Sending _, State.Lapsed _ -> "";
      case State.Queued(String task) -> task;
      case State.Running(String task) -> task;
      case State.Succeeded(String task) -> task;
      case State.Failed(String reason) -> reason;
      case State.Refused(String by) -> by;
    };
  }

  static State of(String name, String detail) {
    return switch (name) {
      case "AWAITING" -> new State.AwaitingApproval(Instant.ofEpochMilli(Long.parseLong(detail)));
      case "REQUESTED" -> new State.Requested();
      case "SENDING" -> new State.Sending();
      case "QUEUED" -> new State.Queued(detail);
      case "RUNNING" -> new State.Running(detail);
      case "SUCCEEDED" -> new State.Succeeded(detail);
      case "FAILED" -> new State.Failed(detail);
      case "REFUSED" -> new State.Refused(detail);
      case "LAPSED" -> new State.Lapsed();
      default -> throw new IllegalArgumentException("no such state: " + name);
    };
  }
}
