package jp.mimamori.bot.endpoint;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import jp.mimamori.bot.edr.EdrClient;
import jp.mimamori.bot.edr.EndpointFacts;
import jp.mimamori.bot.store.Database;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.tenant.Tenant;
import jp.mimamori.bot.tenant.Tenants;

/**
 * Looks once a day whether each tenant's endpoints meet the service's prerequisites, and tells the
 * tenant once of what is missing anew. What the EDR does not tell is never taken for missing.
 */
public final class EndpointDesk {
  private final Database database;
  private final EdrClient edr;
  private final Shortcomings shortcomings;
  private final Supplier<Tenants> tenants;

  public EndpointDesk(
      Database database, EdrClient edr, Shortcomings shortcomings, Supplier<Tenants> tenants) {
    this.database = database;
    this.edr = edr;
    this.shortcomings = shortcomings;
    this.tenants = tenants;
  }

  /**
   * Looks at everybody's endpoints. May be done at any time, any number of times.
   *
   * @throws jp.mimamori.bot.edr.EdrException if the EDR does not answer
   */
  public void look(Instant now) {
    List<EndpointFacts> endpoints = edr.endpoints();
    for (Tenant tenant : tenants.get().all()) {
      List<EndpointFacts> own = of(tenant, endpoints);
      database.write(now, tx -> look(tx, tenant, own));
    }
  }

  /** Those that the EDR keeps under the customer's number; nobody else's. */
  public static List<EndpointFacts> of(Tenant tenant, List<EndpointFacts> endpoints) {
    return endpoints.stream().filter(facts -> facts.group().equals(tenant.edrCustomer())).toList();
  }

  private void look(Transaction tx, Tenant tenant, List<EndpointFacts> own) {
    if (shortcomings.keep(tx, tenant.id(), own)) {
      List<Shortcoming> found = shortcomings.of(tx, tenant.id());
      tx.record(
          tenant.id(),
          "mimamori",
          "found prerequisites unmet",
          tenant.id(),
          found.size() + " of " + own.size() + " endpoints");
    }
    shortcomings
        .look(tx, tenant.id())
        .filter(look -> look.told() > 0)
        .ifPresent(look -> tx.show(Shortcomings.notice(tenant.id(), look.told())));
  }
}
