package jp.mimamori.bot.bell;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that waited too long or failed, told once, and told again when it is well.
 *
 * @param id the number that people name it by, such as {@code W-3}
 * @param subject what of that kind: a bell's name, a tenant's month; may be empty
 * @param tenant whose matter it is; empty if it is the whole service's
 * @param since since when it waits or fails
 * @param detail in English, for whoever mends it; no secret and no customer's text
 */
public record Alarm(
    String id,
    Kind kind,
    String subject,
    String tenant,
    Instant since,
    String detail,
    Instant raisedAt,
    Optional<Instant> overAt) {

  /** What can be wrong. */
  public enum Kind {
    /** A bell did not ring when it was due. */
    BELL_SILENT,
    /** A bell's work fails. */
    BELL_FAILING,
    /** Something is to be shown to people, and is not. */
    OUTBOX_STUCK,
    /** Somebody did something, and nobody attends to it. */
    INBOX_STUCK,
    /** The EDR was not read for a while: events may go unseen. */
    POLL_OLD,
    /** A tenant's monthly report can't be made. */
    REPORT_FAILED,
    /** An incident report that somebody ordered can't be printed. */
    PRINT_FAILED,
    /** Letters are to be sent, and are not. */
    MAIL_STUCK,
    /** The mailbox can't be read: answers by mail go unheard. */
    MAILBOX_UNREAD,
    /** A platform does not hear people. */
    PLATFORM_DEAF
  }

  static Alarm read(ResultSet row) throws SQLException {
    long over = row.getLong("over_at");
    return new Alarm(
        row.getString("id"),
        Kind.valueOf(row.getString("kind")),
        row.getString("subject"),
        row.getString("tenant"),
        Instant.ofEpochMilli(row.getLong("since")),
        row.getString("detail"),
        Instant.ofEpochMilli(row.getLong("raised_at")),
        over == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(over)));
  }
}
