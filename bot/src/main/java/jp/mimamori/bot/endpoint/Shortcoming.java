package jp.mimamori.bot.endpoint;

import java.time.Instant;
import java.util.List;
import jp.mimamori.bot.edr.EndpointFacts.Prerequisite;

/**
 * An endpoint that does not meet the service's prerequisites (別紙 ■サービスの前提条件).
 *
 * @param missing what the EDR says is not so, in the order of the terms
 * @param since when the first of it was noticed
 */
public record Shortcoming(String guid, String name, List<Prerequisite> missing, Instant since) {
  public Shortcoming {
    missing = List.copyOf(missing);
  }
}
