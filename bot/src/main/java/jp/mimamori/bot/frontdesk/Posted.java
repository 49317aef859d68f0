package jp.mimamori.bot.frontdesk;

import java.util.List;
import java.util.Optional;
import jp.mimamori.bot.store.Notice;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.store.View;

/**
 * Which message shows what.
 *
 * @param message the platform's id of it; empty if it was perhaps posted, perhaps not
 */
record Posted(String platform, String channel, String message) {
  /** Every message that shows a thing and is known to be there. */
  static List<Posted> of(View view, Notice notice) {
    return view.list(
        """
        select platform, channel, message from posted
        where kind = ? and subject = ? and message <> '' order by platform, channel
        """,
        row ->
            new Posted(
                row.getString("platform"), row.getString("channel"), row.getString("message")),
        notice.kind().name(),
        notice.subject());
  }

  /** What a message shows, if it is of that kind. */
  static Optional<String> subjectOf(View view, Notice.Kind kind, Posted posted) {
    return view.first(
        """
        select subject from posted
        where kind = ? and platform = ? and channel = ? and message = ?
        """,
        row -> row.getString("subject"),
        kind.name(),
        posted.platform(),
        posted.channel(),
        posted.message());
  }

  /** The message that shows a thing at that place; an empty id if it was perhaps posted. */
  static Optional<String> message(View view, Notice notice, Placed placed) {
    return view.first(
        """
        select message from posted
        where kind = ? and subject = ? and platform = ? and channel = ?
        """,
        row -> row.getString("message"),
        notice.kind().name(),
        notice.subject(),
        placed.platform(),
        placed.place().channel());
  }

  static void remember(Transaction tx, Notice notice, Placed placed, String message) {
    tx.run(
        """
        insert into posted (kind, subject, platform, channel, message) values (?, ?, ?, ?, ?)
        on conflict (kind, subject, platform, channel) do update set message = excluded.message
        """,
        notice.kind().name(),
        notice.subject(),
        placed.platform(),
        placed.place().channel(),
        message);
  }
}
