package jp.mimamori.bot.store;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Files that people are to have: reports, and what the EDR brought. Each is kept for good, shown
 * once wherever it belongs, and can be asked for again.
 */
public final class Documents {
  /** In bytes. It stands in a row, in every backup, and in memory when it is shown. */
  public static final int MOST_BYTES = 20 << 20;

  private static final String COLUMNS =
      "id, tenant, audience, about_kind, about_subject, title, name, media_type, size, sha256,"
          + " kept_at";

  private Documents() {}

  /** Who may see it, among those whose business the tenant is. */
  public enum Audience {
    ANALYSTS,
    /** The customer's people, and analysts. */
    CUSTOMER
  }

  /**
   * What a file is, and for whom.
   *
   * @param id chosen by whoever keeps it, so that a step that is taken again keeps it once;
   *     letters, digits, points and hyphens
   * @param about the thing under whose message it hangs; empty if it stands for itself
   * @param title for people to read
   * @param name of the file, with its ending; no path
   * @param mediaType such as {@code application/pdf}
   */
  public record Paper(
      String id,
      String tenant,
      Audience audience,
      Optional<Notice> about,
      String title,
      String name,
      String mediaType) {
    public Paper {
      if (!id.matches("[A-Za-z0-9.-]{1,128}")) {
        throw new IllegalArgumentException("not the id of a document: " + id);
      }
    }

    /** The notice that has it shown. */
    public Notice notice() {
      return new Notice(Notice.Kind.DOCUMENT, id);
    }
  }

  /**
   * A file on record, without what is in it.
   *
   * @param size in bytes
   * @param sha256 of what is in it, in hexadecimal
   */
  public record Kept(Paper paper, Instant at, long size, String sha256) {}

  /**
   * Somebody who wants a document for themselves, on a platform.
   *
   * @param account the platform's id of the person
   */
  public record Recipient(String platform, String account) {}

  /**
   * Keeps a file and has it shown. Returns false if one with that id is kept already: then nothing
   * changes.
   *
   * @param by who made it: a member's id, or {@code mimamori}
   * @throws IllegalArgumentException if it is larger than {@link #MOST_BYTES}
   */
  public static boolean keep(Transaction tx, String by, Paper paper, byte[] content) {
    if (content.length > MOST_BYTES) {
      throw new IllegalArgumentException(
          "%s has %d bytes, %d are taken".formatted(paper.id(), content.length, MOST_BYTES));
    }
    String sha256 = sha256(content);
    int kept =
        tx.run(
            "insert into document (%s, content) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing"
                .formatted(COLUMNS),
            paper.id(),
            paper.tenant(),
            paper.audience().name(),
            paper.about().map(about -> about.kind().name()).orElse(""),
            paper.about().map(Notice::subject).orElse(""),
            paper.title(),
            paper.name(),
            paper.mediaType(),
            content.length,
            sha256,
            tx.now().toEpochMilli(),
            content);
    if (kept == 0) {
      return false;
    }
    tx.record(
        paper.tenant(), by, "kept a document", paper.id(), content.length + " bytes " + sha256);
    tx.show(paper.notice());
    return true;
  }

  /** Has it shown to somebody alone; once for each person, however often they ask. */
  public static void send(Transaction tx, Kept kept, Recipient to) {
    tx.run(
        """
        insert into document_recipient (document, platform, account) values (?, ?, ?)
        on conflict do nothing
        """,
        kept.paper().id(),
        to.platform(),
        to.account());
    tx.show(kept.paper().notice());
  }

  public static List<Recipient> recipients(View view, String document) {
    return view.list(
        """
        select platform, account from document_recipient where document = ?
        order by platform, account
        """,
        row -> new Recipient(row.getString("platform"), row.getString("account")),
        document);
  }

  public static Optional<Kept> find(View view, String document) {
    return view.first(
        "select %s from document where id = ?".formatted(COLUMNS), Documents::read, document);
  }

  /** What is in it. */
  public static Optional<ByteBuffer> content(View view, String document) {
    return view.first(
        "select content from document where id = ?",
        row -> ByteBuffer.wrap(row.getBytes("content")).asReadOnlyBuffer(),
        document);
  }

  /** Everything that hangs under the message of a thing, oldest first. */
  public static List<Kept> about(View view, Notice thing) {
    return view.list(
        """
        select %s from document where about_kind = ? and about_subject = ? order by kept_at, id
        """
            .formatted(COLUMNS),
        Documents::read,
        thing.kind().name(),
        thing.subject());
  }

  /** The newest of these tenants that somebody of one of these audiences may see, newest first. */
  public static List<Kept> newest(
      View view, Collection<String> tenants, Collection<Audience> audiences, int most) {
    if (tenants.isEmpty() || audiences.isEmpty()) {
      return List.of();
    }
    return view.list(
        """
        select %s from document where tenant in (%s) and audience in (%s)
        order by kept_at desc, id limit ?
        """
            .formatted(COLUMNS, marks(tenants), marks(audiences)),
        Documents::read,
        Stream.of(tenants.stream(), audiences.stream().map(Audience::name), List.of(most).stream())
            .flatMap(one -> one)
            .toArray());
  }

  private static String marks(Collection<?> values) {
    return values.stream().map(_ -> "?").collect(Collectors.joining(", "));
  }

  private static Kept read(ResultSet row) throws SQLException {
    String about = row.getString("about_kind");
    return new Kept(
        new Paper(
            row.getString("id"),
            row.getString("tenant"),
            Audience.valueOf(row.getString("audience")),
            about.isEmpty()
                ? Optional.empty()
                : Optional.of(
                    new Notice(Notice.Kind.valueOf(about), row.getString("about_subject"))),
            row.getString("title"),
            row.getString("name"),
            row.getString("media_type")),
        Instant.ofEpochMilli(row.getLong("kept_at")),
        row.getLong("size"),
        row.getString("sha256"));
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
