package jp.mimamori.bot.announcement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.mimamori.bot.announcement.Announcement.Delivery;
import jp.mimamori.bot.announcement.Announcement.Draft;
import jp.mimamori.bot.announcement.Announcement.Kind;
import jp.mimamori.bot.announcement.Announcement.State;
import jp.mimamori.bot.announcement.Announcement.Words;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.store.View;
import jp.mimamori.bot.tenant.Channel;

/** The announcements on record. */
public final class Announcements {
  private static final String COMMA = ",";

  String add(Transaction tx, Draft draft, String by, State state) {
    String id = "N-" + tx.next("announcement");
    tx.run(
        """
        insert into announcement (id, kind, title, body, title_en, body_en, tenants, begins_at,
          ends_at, not_before, corrects, written_by, written_at, state, decided_by, sent_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', 0)
        """,
        id,
        draft.kind().name(),
        draft.japanese().title(),
        draft.japanese().body(),
        draft.english().map(Words::title).orElse(""),
        draft.english().map(Words::body).orElse(""),
        String.join(COMMA, draft.tenants()),
        draft.begins().map(Instant::toEpochMilli).orElse(0L),
        draft.ends().map(Instant::toEpochMilli).orElse(0L),
        draft.notBefore().toEpochMilli(),
        draft.corrects().orElse(""),
        by,
        tx.now().toEpochMilli(),
        state.name());
    return id;
  }

  public Optional<Announcement> find(View view, String id) {
    return view.first("select * from announcement where id = ?", Announcements::read, id);
  }

  /** Newest first. */
  public List<Announcement> newest(View view, int most) {
    return view.list(
        "select * from announcement order by written_at desc, length(id) desc, id desc limit ?",
        Announcements::read,
        most);
  }

  /** The correction that was sent after it, if there is one. */
  public Optional<String> correction(View view, String id) {
    return view.first(
        "select id from announcement where corrects = ? and state = 'SENT' order by sent_at desc",
        row -> row.getString("id"),
        id);
  }

  /** Where it goes or went. */
  public List<Delivery> deliveries(View view, String id) {
    return view.list(
        """
        select * from announcement_delivery where announcement = ?
        order by tenant, platform, channel
        """,
        row ->
            new Delivery(
                row.getString("tenant"),
                row.getString("platform"),
                row.getString("channel"),
                Delivery.Standing.valueOf(row.getString("state")),
                moment(row.getLong("at")),
                row.getString("reason")),
        id);
  }

  /** Returns false if it is not in that state any more: somebody was faster. */
  boolean move(Transaction tx, String id, State from, State to, String by) {
    return tx.run(
            "update announcement set state = ?, decided_by = ? where id = ? and state = ?",
            to.name(),
            by,
            id,
            from.name())
        > 0;
  }

  List<Announcement> takeDue(Transaction tx) {
    return tx.claim(
        "select * from announcement where state = 'PLANNED' and not_before <= ? order by id",
        Announcements::read,
        tx.now().toEpochMilli());
  }

  void sent(Transaction tx, String id) {
    tx.run(
        "update announcement set state = 'SENT', sent_at = ? where id = ?",
        tx.now().toEpochMilli(),
        id);
  }

  void missed(Transaction tx, String id) {
    tx.run("update announcement set state = 'MISSED' where id = ?", id);
  }

  void deliver(Transaction tx, String id, String tenant, Channel to) {
    tx.run(
        """
        insert into announcement_delivery
          (announcement, tenant, platform, channel, state, at, reason)
        values (?, ?, ?, ?, 'WAITING', 0, '') on conflict do nothing
        """,
        id,
        tenant,
        to.platform(),
        to.id());
  }

  /** Returns false if that was known. */
  boolean delivered(Transaction tx, String id, String tenant, String platform, String channel) {
    return tx.run(
            """
            update announcement_delivery set state = 'DELIVERED', at = ?, reason = ''
            where announcement = ? and tenant = ? and platform = ? and channel = ?
              and state <> 'DELIVERED'
            """,
            tx.now().toEpochMilli(),
            id,
            tenant,
            platform,
            channel)
        > 0;
  }

  /** Returns false if that was known. */
  boolean failed(
      Transaction tx, String id, String tenant, String platform, String channel, String reason) {
    return tx.run(
            """
            update announcement_delivery set state = 'FAILED', at = ?, reason = ?
            where announcement = ? and tenant = ? and platform = ? and channel = ?
              and state = 'WAITING'
            """,
            tx.now().toEpochMilli(),
            reason,
            id,
            tenant,
            platform,
            channel)
        > 0;
  }

  private static Announcement read(ResultSet row) throws SQLException {
    String english = row.getString("title_en");
    return new Announcement(
        row.getString("id"),
        new Draft(
            Kind.valueOf(row.getString("kind")),
            new Words(row.getString("title"), row.getString("body")),
            english.isEmpty()
                ? Optional.empty()
                : Optional.of(new Words(english, row.getString("body_en"))),
            Arrays.asList(row.getString("tenants").split(COMMA)),
            moment(row.getLong("begins_at")),
            moment(row.getLong("ends_at")),
            Instant.ofEpochMilli(row.getLong("not_before")),
            said(row.getString("corrects"))),
        row.getString("written_by"),
        Instant.ofEpochMilli(row.getLong("written_at")),
        State.valueOf(row.getString("state")),
        said(row.getString("decided_by")),
        moment(row.getLong("sent_at")));
  }

  private static Optional<String> said(String text) {
    return Optional.of(text).filter(some -> !some.isEmpty());
  }

  private static Optional<Instant> moment(long millis) {
    return millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }
}
