package jp.mimamori.bot.escalation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import jp.mimamori.bot.edr.Severity;
import jp.mimamori.bot.store.Notice;
import jp.mimamori.schedules.Ladder.Rung;

/**
 * Something that waits for a person, or waited.
 *
 * @param rung of the ladder that is next
 * @param since from when that rung's patience counts. It is kept rather than what is left of it: so
 *     a calendar that changes meanwhile changes when the rung is due
 * @param dueAt when the rung was or will be due
 * @param heldBy who took or snoozed it; empty if nobody
 * @param snoozedUntil nobody is called before; long ago if it is not snoozed
 */
record Watch(
    Notice notice,
    Matter matter,
    State state,
    Rung rung,
    Instant since,
    Instant dueAt,
    String heldBy,
    Instant snoozedUntil) {
  enum State {
    CLIMBING,
    /** Somebody has it. */
    TAKEN,
    /** Everybody was called. */
    AT_THE_TOP
  }

  static Watch read(ResultSet row) throws SQLException {
    String severity = row.getString("severity");
    return new Watch(
        new Notice(Notice.Kind.valueOf(row.getString("kind")), row.getString("subject")),
        new Matter(
            row.getString("ladder"),
            row.getString("tenant"),
            severity.isEmpty() ? Optional.empty() : Optional.of(Severity.valueOf(severity))),
        State.valueOf(row.getString("state")),
        new Rung(row.getInt("level"), row.getInt("round")),
        Instant.ofEpochMilli(row.getLong("since")),
        Instant.ofEpochMilli(row.getLong("due_at")),
        row.getString("held_by"),
        Instant.ofEpochMilli(row.getLong("snoozed_until")));
  }
}
