package jp.mimamori.bot.edr.simulator;

import java.util.Optional;

/**
 * What should happen next; what is left open is left to the seed.
 *
 * @param customer its number
 * @param kind as in {@code kinds.yaml}, like {@code ransom-note}
 * @param endpoint its guid or name
 */
public record Wish(Optional<String> customer, Optional<String> kind, Optional<String> endpoint) {
  public static final Wish ANY = new Wish(Optional.empty(), Optional.empty(), Optional.empty());

  public static Wish ofCustomer(String number) {
    return new Wish(Optional.of(number), Optional.empty(), Optional.empty());
  }

  public static Wish ofKind(String kind) {
    return new Wish(Optional.empty(), Optional.of(kind), Optional.empty());
  }
}
