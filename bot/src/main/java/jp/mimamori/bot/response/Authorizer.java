package jp.mimamori.bot.response;

import jp.mimamori.bot.edr.ResponseAction;
import jp.mimamori.bot.tenant.Member;
import jp.mimamori.bot.tenant.Role;

/** Who may do what to an endpoint. Every action passes here, after the tenant check. */
public final class Authorizer {
  Verdict judge(Member member, ResponseAction action) {
    if (!member.is(Role.ANALYST)) {
      return new Verdict.Denied(Denial.NOT_AN_ANALYST);
    }
    return switch (action) {
      case ResponseAction.Isolate _,
          ResponseAction.Release _,
          ResponseAction.BlockObject _,
          ResponseAction.UnblockObject _,
          ResponseAction.StartScan _,
          ResponseAction.CancelScan _,
          ResponseAction.TerminateProcess _,
          ResponseAction.CollectFile _,
          ResponseAction.CollectPackage _ ->
          new Verdict.Permitted();
    };
  }

  /** What was judged. */
  sealed interface Verdict {
    record Permitted() implements Verdict {}

    record Denied(Denial why) implements Verdict {}
  }

  /** Why not. */
  public enum Denial {
    NOT_AN_ANALYST
  }
}
