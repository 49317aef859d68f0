package jp.mimamori.bot.response;

import java.util.Optional;
import java.util.function.Supplier;
import jp.mimamori.bot.response.ActionRequest.Agreement;
import jp.mimamori.bot.response.Policy.Rule;
import jp.mimamori.bot.tenant.Member;
import jp.mimamori.bot.tenant.Role;

/** Who may have what done, and who may agree. Everything passes here, after the tenant check. */
public final class Authorizer {
  private final Supplier<Policy> policy;

  public Authorizer(Supplier<Policy> policy) {
    this.policy = policy;
  }

  Policy policy() {
    return policy.get();
  }

  /** Judges a wish. */
  public Verdict judge(Member member, Wish wish) {
    if (!member.is(Role.ANALYST)) {
      return new Verdict.Denied(Denial.NOT_AN_ANALYST);
    }
    Optional<Rule> rule = policy.get().rule(wish.tenant(), wish.severity(), wish.measure());
    if (rule.isEmpty()) {
      return new Verdict.Permitted();
    }
    if (!rule.get().mayAsk(member.id())) {
      return new Verdict.Denied(Denial.NOT_AMONG_THOSE_WHO_MAY);
    }
    return switch (rule.get().needs()) {
      case NOBODY -> new Verdict.Permitted();
      case SECOND_PERSON -> new Verdict.NeedsApproval(Agreement.SECOND_PERSON);
      case CUSTOMER_CONSENT -> new Verdict.NeedsApproval(Agreement.CUSTOMER);
    };
  }

  /** Why somebody may not decide about a request that waits for it; empty if they may. */
  Optional<Denial> mayNotDecide(Member member, ActionRequest request, Agreement agreement) {
    if (member.id().equals(request.requestedBy())) {
      return Optional.of(Denial.OWN_REQUEST);
    }
    return switch (agreement) {
      case CUSTOMER ->
          member.is(Role.RESPONSIBLE_CONTACT)
              ? Optional.empty()
              : Optional.of(Denial.NOT_THE_RESPONSIBLE_CONTACT);
      case SECOND_PERSON -> {
        if (!member.is(Role.ANALYST)) {
          yield Optional.of(Denial.NOT_AN_ANALYST);
        }
        boolean may =
            policy
                .get()
                .rule(request.tenant(), request.severity(), request.measure())
                .map(rule -> rule.mayApprove(member.id()))
                .orElse(true);
        yield may ? Optional.empty() : Optional.of(Denial.NOT_AMONG_THOSE_WHO_MAY);
      }
    };
  }

  /** What was judged. */
  public sealed interface Verdict {
    record Permitted() implements Verdict {}

    record NeedsApproval(Agreement of) implements Verdict {}

    record Denied(Denial why) implements Verdict {}
  }

  /** Why not. */
  public enum Denial {
    NOT_AN_ANALYST,
    /** The operator's policy names others. */
    NOT_AMONG_THOSE_WHO_MAY,
    /** Whoever asked does not approve. */
    OWN_REQUEST,
    NOT_THE_RESPONSIBLE_CONTACT
  }
}
