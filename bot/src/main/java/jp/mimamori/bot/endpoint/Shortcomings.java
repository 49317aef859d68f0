package jp.mimamori.bot.endpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.mimamori.bot.edr.EndpointFacts;
import jp.mimamori.bot.edr.EndpointFacts.Prerequisite;
import jp.mimamori.bot.store.Notice;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.store.View;

/** The shortcomings on record. */
public final class Shortcomings {
  /** What was well for so long and is missing again is news; a laptop on a journey is not. */
  static final Duration FORGOTTEN = Duration.ofDays(7);

  /** A tenant's, as the last look found them, by the endpoint's name. */
  public List<Shortcoming> of(View view, String tenant) {
    record Row(String guid, String name, Prerequisite missing, Instant since) {}
    Map<String, List<Row>> byEndpoint = new LinkedHashMap<>();
    view.list(
            """
            select s.guid, s.name, s.prerequisite, s.since from endpoint_shortcoming s
            join endpoint_look l on l.tenant = s.tenant and l.at = s.seen_at
            where s.tenant = ? order by s.name, s.guid
            """,
            row ->
                new Row(
                    row.getString("guid"),
                    row.getString("name"),
                    Prerequisite.valueOf(row.getString("prerequisite")),
                    Instant.ofEpochMilli(row.getLong("since"))),
            tenant)
        .forEach(
            row ->
                byEndpoint.merge(
                    row.guid(),
                    List.of(row),
                    (one, two) -> Stream.concat(one.stream(), two.stream()).toList()));
    return byEndpoint.values().stream()
        .map(
            rows ->
                new Shortcoming(
                    rows.getFirst().guid(),
                    rows.getFirst().name(),
                    rows.stream().map(Row::missing).sorted().toList(),
                    rows.stream().map(Row::since).min(Comparator.naturalOrder()).orElseThrow()))
        .toList();
  }

  /** The last look at a tenant's endpoints. */
  public Optional<Look> look(View view, String tenant) {
    return view.first(
        "select * from endpoint_look where tenant = ?",
        row ->
            new Look(
                Instant.ofEpochMilli(row.getLong("at")),
                row.getInt("endpoints"),
                row.getInt("told")),
        tenant);
  }

  /** Names what the tenant was told, the first time, the second … */
  static Notice notice(String tenant, int told) {
    return new Notice(Notice.Kind.ENDPOINTS, tenant + "/" + told);
  }

  /** Whom a notice is for; empty if it is not the last: what was told before stays as it was. */
  public Optional<String> tenantOf(View view, Notice notice) {
    String tenant = notice.subject().substring(0, notice.subject().lastIndexOf('/'));
    return look(view, tenant)
        .filter(look -> notice.equals(notice(tenant, look.told())))
        .map(_ -> tenant);
  }

  /** Keeps what a look found; returns whether anything of it is news. */
  boolean keep(Transaction tx, String tenant, List<EndpointFacts> endpoints) {
    boolean news = false;
    for (EndpointFacts facts : endpoints) {
      for (Prerequisite missing : facts.missing()) {
        news |= keep(tx, tenant, facts, missing);
      }
    }
    Look before = look(tx, tenant).orElse(new Look(Instant.EPOCH, 0, 0));
    tx.run(
        """
        insert into endpoint_look (tenant, at, endpoints, told) values (?, ?, ?, ?)
        on conflict (tenant) do update set at = excluded.at, endpoints = excluded.endpoints,
          told = excluded.told
        """,
        tenant,
        tx.now().toEpochMilli(),
        endpoints.size(),
        before.told() + (news ? 1 : 0));
    return news;
  }

  private static boolean keep(
      Transaction tx, String tenant, EndpointFacts facts, Prerequisite missing) {
    int known =
        tx.run(
            """
            update endpoint_shortcoming set seen_at = ?, name = ?
            where tenant = ? and guid = ? and prerequisite = ? and seen_at >= ?
            """,
            tx.now().toEpochMilli(),
            facts.endpoint().name(),
            tenant,
            facts.endpoint().guid(),
            missing.name(),
            tx.now().minus(FORGOTTEN).toEpochMilli());
    if (known > 0) {
      return false;
    }
    tx.run(
        """
        insert into endpoint_shortcoming (tenant, guid, prerequisite, name, since, seen_at)
        values (?, ?, ?, ?, ?, ?)
        on conflict (tenant, guid, prerequisite) do update set name = excluded.name,
          since = excluded.since, seen_at = excluded.seen_at
        """,
        tenant,
        facts.endpoint().guid(),
        missing.name(),
        facts.endpoint().name(),
        tx.now().toEpochMilli(),
        tx.now().toEpochMilli());
    return true;
  }

  /**
   * A look at a tenant's endpoints.
   *
   * @param endpoints how many there were
   * @param told how often something was news
   */
  public record Look(Instant at, int endpoints, int told) {}
}
