package jp.mimamori.bot;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import jp.mimamori.bot.chat.web.Bilingual;
import jp.mimamori.bot.chat.web.DemoAction;
import jp.mimamori.bot.chat.web.Visitor;
import jp.mimamori.bot.edr.simulator.Customer;
import jp.mimamori.bot.edr.simulator.Simulator;
import jp.mimamori.bot.edr.simulator.SimulatorSettings;
import jp.mimamori.bot.settings.Settings;
import jp.mimamori.bot.settings.Settings.Edr;
import jp.mimamori.bot.tenant.Account;
import jp.mimamori.bot.tenant.Member;
import jp.mimamori.bot.tenant.Role;
import jp.mimamori.bot.tenant.Tenant;
import jp.mimamori.bot.tenant.Tenants;

/** The simulated EDR for the configured tenants, and the buttons that make it raise an event. */
final class Demo {
  private static final int ALERTS_AT_START = 2;
  private static final int LONGEST_PREFIX = 8;

  private final Optional<Simulator> simulator;
  private final Supplier<Settings> settings;
  private volatile Runnable afterwards = () -> {};

  Demo(Optional<Simulator> simulator, Supplier<Settings> settings) {
    this.simulator = simulator;
    this.settings = settings;
  }

  static Optional<Simulator> simulator(Edr edr, Tenants tenants, Path data, InstantSource clock) {
    return switch (edr) {
      case Edr.Simulated(_, var raisesEvery) ->
          Optional.of(
              new Simulator(
                  SimulatorSettings.demo()
                      .withCustomers(tenants.all().stream().map(Demo::customer).toList())
                      .withAlertsAtStart(ALERTS_AT_START)
                      .withAlertEvery(raisesEvery),
                  clock,
                  Optional.of(data.resolve("simulator.json"))));
      case Edr.VisionOne _ -> Optional.empty();
    };
  }

  /** What is done after an event was raised, so that nobody waits for the next poll. */
  void afterwards(Runnable work) {
    afterwards = work;
  }

  List<DemoAction> actions() {
    return simulator
        .map(
            stand ->
                settings.get().tenants().all().stream()
                    .map(tenant -> action(stand, tenant))
                    .toList())
        .orElse(List.of());
  }

  private DemoAction action(Simulator stand, Tenant tenant) {
    return new DemoAction(
        "raise-" + tenant.id(),
        new Bilingual(tenant.name() + "でイベントを起こす", "Raise an event at " + tenant.name()),
        visitor -> servedByAnalyst(visitor, tenant),
        () -> {
          var _ = stand.raise(tenant.edrCustomer());
          afterwards.run();
        });
  }

  private boolean servedByAnalyst(Visitor visitor, Tenant tenant) {
    return settings
        .get()
        .tenants()
        .member(new Account("web", visitor.id(), visitor.name(), Set.of(), false), "")
        .filter((Member member) -> member.is(Role.ANALYST) && member.serves(tenant.id()))
        .isPresent();
  }

  private static Customer customer(Tenant tenant) {
    String letters = tenant.id().replaceAll("[^a-z0-9]", "").toUpperCase(Locale.ROOT);
    String prefix = letters.substring(0, Math.min(LONGEST_PREFIX, letters.length()));
    return prefix.matches("[A-Z][A-Z0-9]{1,7}")
        ? new Customer(tenant.edrCustomer(), tenant.name(), prefix)
        : Customer.numbered(tenant.edrCustomer());
  }
}
