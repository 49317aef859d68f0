package jp.mimamori.bot.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.mimamori.bot.edr.EndpointFacts;
import jp.mimamori.bot.edr.EndpointFacts.Prerequisite;
import jp.mimamori.bot.endpoint.Shortcomings;
import jp.mimamori.bot.report.Figures.Count;
import jp.mimamori.bot.report.Figures.Fleet;
import jp.mimamori.bot.report.Figures.Lacking;
import jp.mimamori.bot.store.View;

/** A tenant's endpoints: as the EDR tells them, or as the daily look found them last. */
final class Fleets {
  private Fleets() {}

  static Fleet told(List<EndpointFacts> endpoints, Instant now) {
    return fleet(
        now,
        endpoints.size(),
        endpoints.stream()
            .filter(one -> !one.missing().isEmpty())
            .map(one -> new Lacking(one.endpoint().name(), one.missing()))
            .toList());
  }

  /** Empty if nobody has looked yet. */
  static Optional<Fleet> onRecord(View view, String tenant) {
    var shortcomings = new Shortcomings();
    return shortcomings
        .look(view, tenant)
        .map(
            look ->
                fleet(
                    look.at(),
                    look.endpoints(),
                    shortcomings.of(view, tenant).stream()
                        .map(one -> new Lacking(one.name(), one.missing()))
                        .toList()));
  }

  private static Fleet fleet(Instant at, int endpoints, List<Lacking> named) {
    List<Count> lacking = new ArrayList<>();
    for (Prerequisite prerequisite : Prerequisite.values()) {
      long count = named.stream().filter(one -> one.missing().contains(prerequisite)).count();
      if (count > 0) {
        lacking.add(new Count(prerequisite.name(), Math.toIntExact(count)));
      }
    }
    return new Fleet(
        at,
        endpoints,
        endpoints - named.size(),
        lacking,
        named.stream().sorted(Comparator.comparing(Lacking::name)).toList());
  }
}
