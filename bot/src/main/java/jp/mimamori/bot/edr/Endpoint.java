package jp.mimamori.bot.edr;

import java.util.List;

/**
 * A customer's computer, as the EDR names it.
 *
 * @param guid the agent's id: the only thing that decides which endpoint is meant
 * @param name for people to read
 */
public record Endpoint(String guid, String name, List<String> ips) implements Target {
  public Endpoint {
    ips = List.copyOf(ips);
  }

  /** An endpoint of which no address is known. */
  public static Endpoint of(String guid, String name) {
    return new Endpoint(guid, name, List.of());
  }

  @Override
  public String key() {
    return guid;
  }
}
