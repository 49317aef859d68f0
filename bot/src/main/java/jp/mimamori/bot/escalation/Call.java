package jp.mimamori.bot.escalation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jp.mimamori.bot.store.Notice;

/**
 * Somebody was called, because nobody came.
 *
 * @param about what they are called to
 * @param whom as the ladder names them
 * @param level the step of the ladder, from 0
 * @param dueAt when the call was due
 * @param calledAt when it was made: later, if no node was running
 * @param answeredBy the member who came
 */
public record Call(
    String id,
    Notice about,
    String tenant,
    String whom,
    int level,
    Instant dueAt,
    Instant calledAt,
    Optional<String> answeredBy) {
  /** So much later than due that it must be said. */
  private static final Duration LATE = Duration.ofMinutes(5);

  public boolean late() {
    return calledAt.isAfter(dueAt.plus(LATE));
  }

  static Call read(ResultSet row) throws SQLException {
    return new Call(
        row.getString("id"),
        new Notice(Notice.Kind.valueOf(row.getString("kind")), row.getString("subject")),
        row.getString("tenant"),
        row.getString("whom"),
        row.getInt("level"),
        Instant.ofEpochMilli(row.getLong("due_at")),
        Instant.ofEpochMilli(row.getLong("called_at")),
        Optional.of(row.getString("answered_by")).filter(by -> !by.isEmpty()));
  }
}
