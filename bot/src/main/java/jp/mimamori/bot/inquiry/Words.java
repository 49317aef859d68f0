package jp.mimamori.bot.inquiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.mimamori.bot.inquiry.Word.Side;
import jp.mimamori.bot.inquiry.Word.Where;
import jp.mimamori.bot.store.Notice;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.store.View;

/** What people wrote to each other about inquiries, on record. */
public final class Words {
  /** Keeps it, and says that whoever has not seen it is to be shown it. */
  Word add(
      Transaction tx,
      String inquiry,
      String author,
      String name,
      Side side,
      Where where,
      String text) {
    var word =
        new Word(
            "M-%08d".formatted(tx.next("word")),
            inquiry,
            tx.now(),
            author,
            name,
            side,
            where,
            text);
    var desk = where instanceof Where.DesksThread thread ? thread : new Where.DesksThread("", "");
    tx.run(
        """
        insert into inquiry_word (id, inquiry, at, author, name, side, place, platform, channel,
          text)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        word.id(),
        inquiry,
        tx.now().toEpochMilli(),
        author,
        name,
        side.name(),
        kind(where),
        desk.platform(),
        desk.channel(),
        text);
    tx.show(notice(word.id()));
    return word;
  }

  public Optional<Word> find(View view, String id) {
    return view.first("select * from inquiry_word where id = ?", Words::read, id);
  }

  /** Oldest first. */
  public List<Word> of(View view, String inquiry) {
    return view.list(
        "select * from inquiry_word where inquiry = ? order by id", Words::read, inquiry);
  }

  /** Says that all of an inquiry is to be shown: the card that it hangs under has come. */
  public static void showAll(Transaction tx, String inquiry) {
    tx.list(
            "select id from inquiry_word where inquiry = ? order by id",
            row -> row.getString("id"),
            inquiry)
        .forEach(id -> tx.show(notice(id)));
  }

  private static Notice notice(String word) {
    return new Notice(Notice.Kind.WORD, word);
  }

  private static String kind(Where where) {
    return switch (where) {
      case Where.CustomersThread _ -> "CUSTOMER";
      case Where.DesksThread _ -> "DESK";
      case Where.Form _ -> "FORM";
      case Where.Mail _ -> "MAIL";
    };
  }

  private static Word read(ResultSet row) throws SQLException {
    return new Word(
        row.getString("id"),
        row.getString("inquiry"),
        Instant.ofEpochMilli(row.getLong("at")),
        row.getString("author"),
        row.getString("name"),
        Side.valueOf(row.getString("side")),
        switch (row.getString("place")) {
          case "CUSTOMER" -> new Where.CustomersThread();
          case "DESK" -> new Where.DesksThread(row.getString("platform"), row.getString("channel"));
          case "FORM" -> new Where.Form();
          case "MAIL" -> new Where.Mail();
          default -> throw new IllegalArgumentException(row.getString("place"));
        },
        row.getString("text"));
  }
}
