package jp.mimamori.bot.frontdesk;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.mimamori.bot.chat.Incoming;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.store.View;

/**
 * What people did and nobody has attended to yet. A platform is told that an act arrived when it
 * stands here; the step that attends to it takes it out, so that it has its effect once, whatever
 * dies in between.
 */
final class Inbox {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addMixIn(Incoming.class, Named.class)
          .build();

  private Inbox() {}

  /** Returns false if the act was heard before: then nothing is kept. */
  static boolean keep(Transaction tx, Incoming act, Duration lease) {
    if (!tx.once(key(act))) {
      return false;
    }
    tx.run(
        """
        insert into inbox (event, seq, heard_at, taken_until, attempts, act)
        values (?, ?, ?, ?, 0, ?)
        """,
        key(act),
        tx.next("inbox"),
        tx.now().toEpochMilli(),
        tx.now().plus(lease).toEpochMilli(),
        json(act));
    return true;
  }

  /** Takes an act out, to attend to it in this step. Returns false if somebody did already. */
  static boolean takeOut(Transaction tx, Incoming act) {
    return tx.run("delete from inbox where event = ?", key(act)) > 0;
  }

  /** What was left behind: its first attendant died or failed. Ours until the lease ends. */
  static List<Left> claim(Transaction tx, int most, Duration lease) {
    List<Left> left =
        tx.claim(
            "select * from inbox where taken_until <= ? order by seq limit ?",
            row ->
                new Left(
                    act(row.getString("act")),
                    Instant.ofEpochMilli(row.getLong("heard_at")),
                    row.getInt("attempts") + 1),
            tx.now().toEpochMilli(),
            most);
    left.forEach(
        one ->
            tx.run(
                "update inbox set taken_until = ?, attempts = ? where event = ?",
                tx.now().plus(lease).toEpochMilli(),
                one.attempts(),
                key(one.act())));
    return left;
  }

  /** Whatever is in somebody's hands is due: for a node that knows itself alone. */
  static void release(Transaction tx) {
    tx.run("update inbox set taken_until = 0");
  }

  /** Since when the oldest act waits. */
  static Optional<Instant> waitsSince(View view) {
    return view.first("select coalesce(min(heard_at), 0) from inbox", row -> row.getLong(1))
        .filter(since -> since > 0)
        .map(Instant::ofEpochMilli);
  }

  private static String key(Incoming act) {
    return act.person().platform() + " " + act.event();
  }

  private static String json(Incoming act) {
    try {
      return MAPPER.writerFor(Incoming.class).writeValueAsString(act);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an act can't be written", e);
    }
  }

  private static Incoming act(String json) {
    try {
      return MAPPER.readValue(json, Incoming.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a kept act can't be read", e);
    }
  }

  /**
   * An act that was left behind.
   *
   * @param attempts how often it was taken up again, this time included
   */
  record Left(Incoming act, Instant heardAt, int attempts) {}

  /** Each kind of act by its name. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Incoming.Question.class, name = "question"),
    @JsonSubTypes.Type(value = Incoming.Press.class, name = "press"),
    @JsonSubTypes.Type(value = Incoming.Submission.class, name = "submission"),
    @JsonSubTypes.Type(value = Incoming.Command.class, name = "command")
  })
  private interface Named {}
}
