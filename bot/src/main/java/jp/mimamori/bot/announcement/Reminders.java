package jp.mimamori.bot.announcement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import jp.mimamori.bot.store.Database;
import jp.mimamori.bot.store.Notice;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.store.View;
import jp.mimamori.bot.tenant.Tenant;
import jp.mimamori.bot.tenant.Tenants;
import jp.mimamori.knowledge.ServiceFacts;
import jp.mimamori.knowledge.computing.ContractDates;

/**
 * Reminds of the last day to object and of the renewal, so many days before, each once. If nobody
 * was running on several of those days, the one that is nearest is told and the others count as
 * told; after the last day nobody is reminded any more.
 */
public final class Reminders {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  private final Database database;
  private final Supplier<Tenants> tenants;
  private final Supplier<ServiceFacts> facts;
  private final Supplier<Set<Integer>> days;

  /**
   * @param days how many days before the last day to object
   */
  public Reminders(
      Database database,
      Supplier<Tenants> tenants,
      Supplier<ServiceFacts> facts,
      Supplier<Set<Integer>> days) {
    this.database = database;
    this.tenants = tenants;
    this.facts = facts;
    this.days = days;
  }

  /** Reminds whom it is time to remind. Any node, any time, any number. */
  public void remindDue(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, TOKYO);
    database.write(now, tx -> tenants.get().all().forEach(tenant -> remind(tx, tenant, today)));
  }

  public Optional<Reminder> find(View view, String id) {
    return view.first(
        "select * from contract_reminder where id = ? order by days",
        row ->
            new Reminder(
                row.getString("id"),
                row.getString("tenant"),
                LocalDate.parse(row.getString("object_by")),
                LocalDate.parse(row.getString("renews_on"))),
        id);
  }

  private void remind(Transaction tx, Tenant tenant, LocalDate today) {
    Optional<ContractDates> term =
        tenant.contractStart().map(first -> ContractDates.on(today, first, facts.get()));
    if (term.isEmpty() || today.isAfter(term.get().objectBy())) {
      return;
    }
    List<Integer> reached =
        days.get().stream()
            .filter(before -> !today.isBefore(term.get().objectBy().minusDays(before)))
            .sorted()
            .toList();
    boolean told = false;
    String id = "";
    for (int before : reached) {
      if (isTold(tx, tenant, term.get(), before)) {
        told = true; // a nearer day was told: what was added later is not made up for
        continue;
      }
      if (!told) {
        id = "R-" + tx.next("reminder");
        told = true;
        tx.record(tenant.id(), "mimamori", "reminded", id, "object by " + term.get().objectBy());
        tx.show(new Notice(Notice.Kind.REMINDER, id));
      }
      keep(tx, id, tenant, term.get(), before);
    }
  }

  private static boolean isTold(View view, Tenant tenant, ContractDates term, int before) {
    return view.count(
            "select count(*) from contract_reminder where tenant = ? and object_by = ? and days ="
                + " ?",
            tenant.id(),
            term.objectBy().toString(),
            before)
        > 0;
  }

  private static void keep(
      Transaction tx, String id, Tenant tenant, ContractDates term, int before) {
    tx.run(
        """
        insert into contract_reminder (id, tenant, object_by, renews_on, days, told_at)
        values (?, ?, ?, ?, ?, ?) on conflict do nothing
        """,
        id,
        tenant.id(),
        term.objectBy().toString(),
        term.renewal().toString(),
        before,
        tx.now().toEpochMilli());
  }
}
