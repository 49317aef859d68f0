package jp.mimamori.bot.response;

import java.util.Optional;
import java.util.UUID;
import jp.mimamori.bot.edr.Severity;
import jp.mimamori.bot.edr.Target;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.store.View;
import jp.mimamori.bot.tenant.Member;

/** What people are thinking of having done: looked at before it is asked for. */
public final class Drafts {
  /** Keeps a wish; returns its id. */
  public String keep(Transaction tx, Member member, Wish wish) {
    String id = UUID.randomUUID().toString();
    tx.run(
        """
        insert into action_draft (id, tenant, alert, verb, endpoint, endpoint_name, parameters,
          reason, made_by, made_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        id,
        wish.tenant(),
        wish.alert(),
        wish.measure().verb(),
        wish.measure().target().key(),
        wish.measure().target().name(),
        Json.ofParameters(wish.measure().parameters()),
        wish.reason(),
        member.id(),
        tx.now().toEpochMilli());
    return id;
  }

  /** A member's own draft. */
  public Optional<Wish> find(View view, Member member, String id, Severity severity) {
    return view.first(
        "select * from action_draft where id = ? and made_by = ?",
        row ->
            new Wish(
                row.getString("tenant"),
                row.getString("alert"),
                severity,
                Measure.of(
                    row.getString("verb"),
                    Target.of(row.getString("endpoint"), row.getString("endpoint_name")),
                    Json.parameters(row.getString("parameters"))),
                row.getString("reason")),
        id,
        member.id());
  }
}
