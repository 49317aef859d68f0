package jp.mimamori.bot.escalation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import jp.mimamori.bot.store.Notice;

/**
 * Something that waits for a person.
 *
 * @param level the step of the ladder that is next
 * @param since from when that step's patience counts
 * @param dueAt when the step was or will be due
 */
record Watch(Notice notice, String tenant, String ladder, int level, Instant since, Instant dueAt) {
  static Watch read(ResultSet row) throws SQLException {
    return new Watch(
        new Notice(Notice.Kind.valueOf(row.getString("kind")), row.getString("subject")),
        row.getString("tenant"),
        row.getString("ladder"),
        row.getInt("level"),
        Instant.ofEpochMilli(row.getLong("since")),
        Instant.ofEpochMilli(row.getLong("due_at")));
  }
}
