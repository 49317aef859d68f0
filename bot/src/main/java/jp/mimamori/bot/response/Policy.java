package jp.mimamori.bot.response;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.mimamori.bot.edr.Severity;
import jp.mimamori.bot.edr.SuspiciousObject;

/**
 * Who may have what done, and who must agree, as the operator decides it.
 *
 * @param rules the first that fits decides; where none does, any analyst may, alone
 * @param lapsesAfter so long a request waits for somebody to agree
 * @param archivesWanted whether collected archives are shown to analysts in chat as files
 */
public record Policy(
    List<Rule> rules,
    Duration lapsesAfter,
    Optional<FirstBlock> firstBlock,
    boolean archivesWanted) {
  public Policy {
    rules = List.copyOf(rules);
  }

  /** Archives stay at the EDR. */
  public Policy(List<Rule> rules, Duration lapsesAfter, Optional<FirstBlock> firstBlock) {
    this(rules, lapsesAfter, firstBlock, false);
  }

  Optional<Rule> rule(String tenant, Severity severity, Measure measure) {
    return rules.stream().filter(rule -> rule.fits(tenant, severity, measure)).findFirst();
  }

  /**
   * What holds for some measures. An empty set stands for all.
   *
   * @param verbs the measures' words
   * @param askers members who may ask
   * @param approvers members who may agree as the second person
   */
  public record Rule(
      Set<String> verbs,
      Set<String> tenants,
      Set<Severity> severities,
      Need needs,
      Set<String> askers,
      Set<String> approvers) {
    public Rule {
      verbs = Set.copyOf(verbs);
      tenants = Set.copyOf(tenants);
      severities = Set.copyOf(severities);
      askers = Set.copyOf(askers);
      approvers = Set.copyOf(approvers);
    }

    private boolean fits(String tenant, Severity severity, Measure measure) {
      return has(verbs, measure.verb()) && has(tenants, tenant) && has(severities, severity);
    }

    boolean mayAsk(String member) {
      return has(askers, member);
    }

    boolean mayApprove(String member) {
      return has(approvers, member);
    }

    private static <T> boolean has(Set<T> some, T one) {
      return some.isEmpty() || some.contains(one);
    }
  }

  /** Whose agreement a measure needs. */
  public enum Need {
    NOBODY,
    SECOND_PERSON,
    CUSTOMER_CONSENT
  }

  /**
   * Objects of a new alert that are blocked at once (一次ブロック).
   *
   * @param tenants for whose alerts; never empty: it is agreed with each customer
   * @param kinds of objects
   * @param never what is not blocked, whatever happens, by value
   */
  public record FirstBlock(
      Set<String> tenants,
      Set<Severity> severities,
      Set<SuspiciousObject.Kind> kinds,
      Set<String> never) {
    public FirstBlock {
      tenants = Set.copyOf(tenants);
      severities = Set.copyOf(severities);
      kinds = Set.copyOf(kinds);
      never = Set.copyOf(never);
    }

    boolean covers(String tenant, Severity severity, SuspiciousObject object) {
      return tenants.contains(tenant)
          && severities.contains(severity)
          && kinds.contains(object.kind())
          && never.stream().noneMatch(object.value()::equalsIgnoreCase);
    }
  }
}
