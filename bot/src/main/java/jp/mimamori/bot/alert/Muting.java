package jp.mimamori.bot.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.mimamori.bot.edr.NoteworthyEvent;
import jp.mimamori.bot.edr.Severity;

/**
 * Which events raise no card for a while, as the operator decides it. They are listed and audited,
 * never dropped. The first rule that fits and has not ended decides.
 */
public record Muting(List<Rule> rules) {
  public Muting {
    rules = List.copyOf(rules);
  }

  /** Why an event raises no card; empty if it does. */
  Optional<String> reason(String tenant, NoteworthyEvent event, Instant now) {
    return rules.stream()
        .filter(rule -> rule.fits(tenant, event, now))
        .findFirst()
        .filter(rule -> rule.effect() == Effect.MUTE)
        .map(Rule::reason);
  }

  /** What a rule does. */
  public enum Effect {
    MUTE,
    /** Shown whatever later rules say. */
    ALLOW
  }

  /**
   * One rule. An empty set stands for all.
   *
   * @param below only what is milder than this
   * @param models names of detection models
   * @param endpoints names of endpoints, whatever their case
   * @param until from then on it holds no more
   * @param reason stands in the trail and in the list of what was muted
   */
  public record Rule(
      Effect effect,
      Set<String> tenants,
      Optional<Severity> below,
      Set<String> models,
      Set<String> endpoints,
      Instant until,
      String reason) {
    public Rule {
      tenants = Set.copyOf(tenants);
      models = Set.copyOf(models);
      endpoints = Set.copyOf(endpoints);
    }

    private boolean fits(String tenant, NoteworthyEvent event, Instant now) {
      return now.isBefore(until)
          && (tenants.isEmpty() || tenants.contains(tenant))
          && below.map(limit -> event.severity().compareTo(limit) < 0).orElse(true)
          && (models.isEmpty() || models.contains(event.model()))
          && (endpoints.isEmpty() || on(event));
    }

    /** All endpoints of the event are named: another one's trouble is not muted with them. */
    private boolean on(NoteworthyEvent event) {
      return !event.endpoints().isEmpty()
          && event.endpoints().stream()
              .allMatch(endpoint -> endpoints.stream().anyMatch(endpoint.name()::equalsIgnoreCase));
    }
  }
}
