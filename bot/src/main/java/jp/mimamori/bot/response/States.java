package jp.mimamori.bot.response;

import jp.mimamori.bot.response.ActionRequest.State;

/** How a state stands in a row: one word and one detail. */
final class States {
  private States() {}

  static String name(State state) {
    return switch (state) {
      case State.Requested _ -> "REQUESTED";
      case State.Sending _ -> "SENDING";
      case State.Queued _ -> "QUEUED";
      case State.Running _ -> "RUNNING";
      case State.Succeeded _ -> "SUCCEEDED";
      case State.Failed _ -> "FAILED";
    };
  }

  static String detail(State state) {
    return switch (state) {
      case State.Requested _, State.Sending _ -> "";
      case State.Queued(String task) -> task;
      case State.Running(String task) -> task;
      case State.Succeeded(String task) -> task;
      case State.Failed(String reason) -> reason;
    };
  }

  static State of(String name, String detail) {
    return switch (name) {
      case "REQUESTED" -> new State.Requested();
      case "SENDING" -> new State.Sending();
      case "QUEUED" -> new State.Queued(detail);
      case "RUNNING" -> new State.Running(detail);
      case "SUCCEEDED" -> new State.Succeeded(detail);
      case "FAILED" -> new State.Failed(detail);
      default -> throw new IllegalArgumentException("no such state: " + name);
    };
  }
}
