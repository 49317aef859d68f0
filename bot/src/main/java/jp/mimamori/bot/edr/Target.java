package jp.mimamori.bot.edr;

/** What an action is done to: an endpoint, or an object wherever it turns up. */
public sealed interface Target permits Endpoint, SuspiciousObject {
  /** Decides what is meant; the store keeps it and finds it again. */
  String key();

  /** For people to read. */
  String name();

  /** Inverse of {@link #key()} and {@link #name()}. An endpoint's addresses are not kept. */
  static Target of(String key, String name) {
    return SuspiciousObject.ofKey(key)
        .<Target>map(object -> object)
        .orElseGet(() -> Endpoint.of(key, name));
  }
}
