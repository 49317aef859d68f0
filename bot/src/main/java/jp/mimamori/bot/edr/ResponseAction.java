package jp.mimamori.bot.edr;

/** What the EDR can be asked to do. Closed: a new action is a change to every switch. */
public sealed interface ResponseAction {
  Endpoint target();

  /** Cuts the endpoint off the network, except from the EDR (別紙 機能(10)(11), 運用代行(2)). */
  record Isolate(Endpoint target) implements ResponseAction {}

  /** Lets an isolated endpoint back (別紙 機能(10)(11)). */
  record Release(Endpoint target) implements ResponseAction {}

  /** The word under which the store keeps it. */
  default String verb() {
    return switch (this) {
      case Isolate _ -> "isolate";
      case Release _ -> "release";
    };
  }

  /** Inverse of {@link #verb()}. */
  static ResponseAction of(String verb, Endpoint target) {
    return switch (verb) {
      case "isolate" -> new Isolate(target);
      case "release" -> new Release(target);
      default -> throw new IllegalArgumentException("no such action: " + verb);
    };
  }
}
