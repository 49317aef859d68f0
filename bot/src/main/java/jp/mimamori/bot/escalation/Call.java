package jp.mimamori.bot.escalation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.mimamori.bot.escalation.CallTo.Where;
import jp.mimamori.bot.escalation.CallTo.Whom;
import jp.mimamori.bot.store.Notice;

/**
 * Somebody was called, because nobody came.
 *
 * @param about what they are called to
 * @param name whom, as the ladder names them
 * @param person the member who was meant at that moment, if it was one by name
 * @param group the user group that was meant, if it was one
 * @param level the step of the ladder, from 0
 * @param dueAt when the call was due
 * @param calledAt when it was made: later, if no node was running
 * @param answeredBy the member who came
 */
public record Call(
    String id,
    Notice about,
    String tenant,
    String name,
    Optional<String> person,
    Optional<Whom.Group> group,
    Set<Where> where,
    int level,
    Instant dueAt,
    Instant calledAt,
    Optional<String> answeredBy) {
  /** So much later than due that it must be said. */
  private static final Duration LATE = Duration.ofMinutes(5);

  private static final String AT = "/";

  public Call {
    where = Set.copyOf(where);
  }

  public boolean late() {
    return calledAt.isAfter(dueAt.plus(LATE));
  }

  /** How a group stands in a row. */
  static String text(Whom whom) {
    return whom instanceof Whom.Group(String platform, String id) ? platform + AT + id : "";
  }

  static Call read(ResultSet row) throws SQLException {
    return new Call(
        row.getString("id"),
        new Notice(Notice.Kind.valueOf(row.getString("kind")), row.getString("subject")),
        row.getString("tenant"),
        row.getString("whom"),
        filled(row.getString("person")),
        filled(row.getString("user_group")).map(Call::group),
        Arrays.stream(row.getString("places").split(","))
            .map(Where::valueOf)
            .collect(Collectors.toSet()),
        row.getInt("level"),
        Instant.ofEpochMilli(row.getLong("due_at")),
        Instant.ofEpochMilli(row.getLong("called_at")),
        filled(row.getString("answered_by")));
  }

  private static Whom.Group group(String text) {
    int at = text.indexOf(AT);
    return new Whom.Group(text.substring(0, at), text.substring(at + 1));
  }

  private static Optional<String> filled(String text) {
    return Optional.of(text).filter(one -> !one.isEmpty());
  }
}
