package jp.mimamori.bot.frontdesk;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.store.View;

/**
 * The letters on record. A row says that somebody is to be written to; what, is drawn when sent.
 */
final class Letters {
  private static final int RANDOM_BYTES = 6;

  private final SecureRandom random = new SecureRandom();

  /** What a letter is about. */
  enum Kind {
    /** To the desk: a person is wanted. */
    HAND_OVER,
    /** To the desk: a customer wrote. */
    WORD,
    /** To the responsible contact: a person is wanted. */
    CONTACT,
    /** To the responsible contact: it is done. */
    CONTACT_OVER
  }

  /**
   * One of them.
   *
   * @param word that it tells of; empty if it tells of none
   * @param reader the member that it goes to; empty for the desk
   * @param messageId without brackets: the same for each attempt
   */
  record Due(
      String id,
      String tenant,
      String inquiry,
      Kind kind,
      String word,
      String reader,
      String messageId,
      Instant writtenAt,
      int attempts) {
    static Due read(ResultSet row) throws SQLException {
      return new Due(
          row.getString("id"),
          row.getString("tenant"),
          row.getString("inquiry"),
          Kind.valueOf(row.getString("kind")),
          row.getString("word"),
          row.getString("reader"),
          row.getString("message_id"),
          Instant.ofEpochMilli(row.getLong("written_at")),
          row.getInt("attempts"));
    }
  }

  /** Somebody is to be written to. */
  void want(
      Transaction tx,
      String tenant,
      String inquiry,
      Kind kind,
      String word,
      String reader,
      String domain) {
    String id = "L-%08d".formatted(tx.next("letter"));
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes); // nobody can name a letter that they did not get
    tx.run(
        """
        insert into letter (id, tenant, inquiry, kind, word, reader, message_id, written_at, state,
          due_at, taken_until, attempts)
        values (?, ?, ?, ?, ?, ?, ?, ?, 'DUE', ?, 0, 0)
        """,
        id,
        tenant,
        inquiry,
        kind.name(),
        word,
        reader,
        "%s.%s.%s@%s".formatted(id, inquiry, HexFormat.of().formatHex(bytes), domain),
        tx.now().toEpochMilli(),
        tx.now().toEpochMilli());
  }

  /**
   * Takes what is due into our hands, oldest first, and writes down that each is being sent. One
   * that was being sent when its sender died is due again: it bears the same message id, by which
   * its readers' servers know it.
   */
  List<Due> take(Transaction tx, int most, Duration lease) {
    List<Due> due =
        tx.claim(
            """
            select * from letter
            where state in ('DUE', 'SENDING') and due_at <= ? and taken_until <= ?
            order by id limit ?
            """,
            Due::read,
            tx.now().toEpochMilli(),
            tx.now().toEpochMilli(),
            most);
    due.forEach(
        letter ->
            tx.run(
                """
                update letter set state = 'SENDING', taken_until = ?, attempts = attempts + 1
                where id = ?
                """,
                tx.now().plus(lease).toEpochMilli(),
                letter.id()));
    return due;
  }

  void sent(Transaction tx, Due letter) {
    end(tx, letter, "SENT");
  }

  /** It will never be sent: there is nobody to send it to any more. */
  void givenUp(Transaction tx, Due letter) {
    end(tx, letter, "GIVEN_UP");
  }

  private static void end(Transaction tx, Due letter, String state) {
    tx.run("update letter set state = ?, taken_until = 0 where id = ?", state, letter.id());
  }

  void retry(Transaction tx, Due letter, Instant at) {
    tx.run(
        "update letter set state = 'DUE', due_at = ?, taken_until = 0 where id = ?",
        at.toEpochMilli(),
        letter.id());
  }

  /** For a node that knows itself alone, when it starts: what was in hand when it died is due. */
  void release(Transaction tx) {
    tx.run("update letter set taken_until = 0");
  }

  /** The ids of the letters before one, to the same reader about the same inquiry, oldest first. */
  List<String> before(View view, Due letter) {
    return view.list(
        """
        select message_id from letter where inquiry = ? and reader = ? and id < ? order by id
        """,
        row -> row.getString("message_id"),
        letter.inquiry(),
        letter.reader(),
        letter.id());
  }

  /** Which inquiries letters of these ids were about. */
  List<String> inquiriesOf(View view, Collection<String> messageIds) {
    return messageIds.stream().flatMap(id -> inquiryOf(view, id).stream()).distinct().toList();
  }

  private static Optional<String> inquiryOf(View view, String messageId) {
    return view.first(
        "select inquiry from letter where message_id = ?",
        row -> row.getString("inquiry"),
        messageId);
  }

  /** Since when the oldest letter waits to be sent. */
  static Optional<Instant> waitsSince(View view) {
    return view.first(
            "select coalesce(min(written_at), 0) from letter where state in ('DUE', 'SENDING')",
            row -> row.getLong(1))
        .filter(since -> since > 0)
        .map(Instant::ofEpochMilli);
  }
}
