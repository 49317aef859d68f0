package jp.mimamori.bot.bell;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One schedule, as all nodes know it.
 *
 * @param about what it rings for, in English
 * @param rhythm in words
 * @param dated whether it is due at a moment of its own, so that it rings once across all nodes;
 *     the others ring on each node, again and again
 * @param dueAt when it should ring next, or should have
 * @param begunAt when it rang last; of a bell that rings often, to the half minute
 * @param failingSince since when it fails, each time
 * @param lateBy how long after its time it rang last; zero if it was in time
 */
public record Bell(
    String name,
    String about,
    String rhythm,
    boolean dated,
    Instant dueAt,
    Optional<Instant> begunAt,
    Optional<Instant> finishedAt,
    Outcome outcome,
    String error,
    Optional<Instant> failingSince,
    Duration lateBy,
    Optional<Said> paused,
    Optional<Said> wanted) {

  /** How the last ring ended. */
  public enum Outcome {
    /** It has not rung yet. */
    NONE,
    DONE,
    FAILED
  }

  /** What somebody wants of it, and since when. */
  public record Said(String by, Instant at) {}

  Bell notWanted() {
    return new Bell(
        name,
        about,
        rhythm,
        dated,
        dueAt,
        begunAt,
        finishedAt,
        outcome,
        error,
        failingSince,
        lateBy,
        paused,
        Optional.empty());
  }

  static Bell read(ResultSet row) throws SQLException {
    return new Bell(
        row.getString("name"),
        row.getString("about"),
        row.getString("rhythm"),
        row.getInt("dated") == 1,
        Instant.ofEpochMilli(row.getLong("due_at")),
        moment(row.getLong("begun_at")),
        moment(row.getLong("finished_at")),
        Outcome.valueOf(row.getString("outcome")),
        row.getString("error"),
        moment(row.getLong("failing_since")),
        Duration.ofMillis(row.getLong("late_by")),
        said(row.getString("paused_by"), row.getLong("paused_at")),
        said(row.getString("wanted_by"), row.getLong("wanted_at")));
  }

  private static Optional<Instant> moment(long millis) {
    return millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  private static Optional<Said> said(String by, long at) {
    return moment(at).map(moment -> new Said(by, moment));
  }
}
