package jp.mimamori.bot.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Who did what to what, and when. It only grows: the database refuses to change or delete a row,
 * and each row carries a hash over itself and the hash before it, so that an edit made behind the
 * database's back shows.
 */
public final class AuditTrail {
  /** What the first row's hash stands on. */
  static final String GENESIS = "0".repeat(64);

  private AuditTrail() {}

  static void append(Transaction tx, Act act) {
    Head head = takeHead(tx);
    long seq = head.seq() + 1;
    Entry entry = Entry.sealed(seq, tx.now(), act, head.hash());
    tx.run(
        """
        insert into audit (seq, at, tenant, actor, action, subject, detail, hash)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        seq,
        entry.at().toEpochMilli(),
        act.tenant(),
        act.actor(),
        act.action(),
        act.subject(),
        act.detail(),
        entry.hash());
    tx.run("update audit_head set seq = ?, hash = ? where id = 1", seq, entry.hash());
  }

  /** The newest rows, newest first. */
  public static List<Entry> newest(View view, int most) {
    return view.list("select * from audit order by seq desc limit ?", AuditTrail::entry, most);
  }

  /** All rows about one thing, oldest first. */
  public static List<Entry> of(View view, String subject) {
    return view.list(
        "select * from audit where subject = ? order by seq", AuditTrail::entry, subject);
  }

  /**
   * Hands over what was done between two moments, oldest first. Reads it in pieces.
   *
   * @param tenant of this one only; all if empty
   */
  public static void each(
      View view, Instant from, Instant to, Optional<String> tenant, Consumer<Entry> reader) {
    long last = 0;
    while (true) {
      List<Entry> piece =
          view.list(
              """
              select * from audit where seq > ? and at >= ? and at < ? and (tenant = ? or ? = '')
              order by seq limit 1000
              """,
              AuditTrail::entry,
              last,
              from.toEpochMilli(),
              to.toEpochMilli(),
              tenant.orElse(""),
              tenant.orElse(""));
      if (piece.isEmpty()) {
        return;
      }
      piece.forEach(reader);
      last = piece.getLast().seq();
    }
  }

  /** Where the trail ends at this moment: to be left with somebody else. */
  public static Head head(View view) {
    return view.first("select seq, hash from audit_head", AuditTrail::head).orElseThrow();
  }

  /** Recomputes the whole chain. */
  public static Verification verify(View view) {
    return verify(view, Optional.empty());
  }

  /**
   * Recomputes the whole chain. Reads it in pieces, so its length does not matter.
   *
   * @param anchored a head that was left with somebody else: a trail that was cut off before it, or
   *     written anew, does not pass it
   */
  public static Verification verify(View view, Optional<String> anchored) {
    String expected = GENESIS;
    long verified = 0;
    boolean passed = anchored.isEmpty();
    while (true) {
      List<Entry> piece =
          view.list(
              "select * from audit where seq > ? order by seq limit 1000",
              AuditTrail::entry,
              verified);
      if (piece.isEmpty() && !passed) {
        return new Verification.Broken(
            verified + 1, "rows are missing at the end: the anchored head is not among them");
      }
      if (piece.isEmpty()) {
        return againstHead(view, verified, expected);
      }
      for (Entry entry : piece) {
        Optional<String> flaw = entry.flaw(verified + 1, expected);
        if (flaw.isPresent()) {
          return new Verification.Broken(verified + 1, flaw.get());
        }
        verified = entry.seq();
        expected = entry.hash();
        passed = passed || anchored.filter(expected::equalsIgnoreCase).isPresent();
      }
    }
  }

  private static Verification againstHead(View view, long verified, String hash) {
    Head head = view.first("select seq, hash from audit_head", AuditTrail::head).orElseThrow();
    if (head.seq() == verified && head.hash().equals(hash)) {
      return new Verification.Intact(verified, hash);
    }
    return new Verification.Broken(
        verified + 1, "rows are missing at the end: the head says " + head.seq());
  }

  /** Reads the head for writing: writers wait for each other here, so the chain never forks. */
  private static Head takeHead(Transaction tx) {
    tx.run("update audit_head set seq = seq where id = 1");
    return tx.first("select seq, hash from audit_head", AuditTrail::head).orElseThrow();
  }

  private static Head head(ResultSet row) throws SQLException {
    return new Head(row.getLong("seq"), row.getString("hash"));
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong("seq"),
        Instant.ofEpochMilli(row.getLong("at")),
        new Act(
            row.getString("tenant"),
            row.getString("actor"),
            row.getString("action"),
            row.getString("subject"),
            row.getString("detail")),
        row.getString("hash"));
  }

  /** What was done. */
  public record Act(String tenant, String actor, String action, String subject, String detail) {}

  /**
   * One row of the trail.
   *
   * @param at to the millisecond
   * @param hash SHA-256 over the hash before it and every field, in hexadecimal
   */
  public record Entry(long seq, Instant at, Act act, String hash) {
    static Entry sealed(long seq, Instant at, Act act, String previous) {
      Instant kept = Instant.ofEpochMilli(at.toEpochMilli());
      return new Entry(seq, kept, act, seal(seq, kept, act, previous));
    }

    Optional<String> flaw(long expectedSeq, String previous) {
      if (seq != expectedSeq) {
        return Optional.of("it is missing: the next row is " + seq);
      }
      return hash.equals(seal(seq, at, act, previous))
          ? Optional.empty()
          : Optional.of("it does not carry the hash of what it says");
    }

    /** Every field with its length before it, so that no two rows have the same bytes. */
    private static String seal(long seq, Instant at, Act act, String previous) {
      MessageDigest digest = sha256();
      Stream.of(
              previous,
              Long.toString(seq),
              Long.toString(at.toEpochMilli()),
              act.tenant(),
              act.actor(),
              act.action(),
              act.subject(),
              act.detail())
          .map(field -> field.getBytes(StandardCharsets.UTF_8))
          .forEach(
              bytes -> {
                digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                digest.update(bytes);
              });
      return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every JDK has SHA-256", e);
      }
    }
  }

  /** What became of recomputing the chain. */
  public sealed interface Verification {
    record Intact(long rows, String head) implements Verification {}

    /**
     * @param seq the first row that is not as it was written
     */
    record Broken(long seq, String reason) implements Verification {}
  }

  /**
   * Where the trail ends.
   *
   * @param hash of the last row, which stands on all rows before it
   */
  public record Head(long seq, String hash) {}
}
