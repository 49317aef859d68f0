package jp.mimamori.bot.chat.web;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.web.Message.Content;
import jp.mimamori.bot.store.Database;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.store.View;

/** What the page remembers, beside all else that the bot remembers. */
public final class DatabaseMessages implements MessageStore {
  private final Database database;
  private final InstantSource clock;

  public DatabaseMessages(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public Message append(String key, Message message) {
    return database.decide(clock.instant(), tx -> append(tx, key, message));
  }

  @Override
  public Message share(String key, Message message, ByteBuffer file) {
    return database.decide(
        clock.instant(),
        tx -> {
          Message kept = append(tx, key, message);
          if (kept.id().equals(message.id())) {
            byte[] content = new byte[file.remaining()];
            file.duplicate().get(content);
            tx.run("insert into web_file (message, content) values (?, ?)", kept.id(), content);
          }
          return kept;
        });
  }

  @Override
  public Optional<ByteBuffer> file(String channel, String message) {
    return database.read(
        view ->
            view.first(
                """
                select content from web_file f join web_message m on m.id = f.message
                where m.channel = ? and m.id = ?
                """,
                row -> ByteBuffer.wrap(row.getBytes("content")),
                channel,
                message));
  }

  @Override
  public Optional<Message> replace(String channel, String message, Card card) {
    return database.decide(
        clock.instant(),
        tx -> {
          tx.run(
              """
              update web_message set card = ? where channel = ? and id = ? and card <> ''
              """,
              CardJson.write(card),
              channel,
              message);
          return find(tx, channel, message)
              .filter(found -> found.content() instanceof Content.Shown);
        });
  }

  @Override
  public Optional<Message> message(String channel, String message) {
    return database.read(view -> find(view, channel, message));
  }

  @Override
  public List<Message> thread(String channel, String root) {
    return database.read(
        view ->
            view.list(
                "select * from web_message where channel = ? and root = ? order by seq",
                DatabaseMessages::read,
                channel,
                root));
  }

  @Override
  public List<Message> messages(String channel, int threads) {
    return database.read(
        view ->
            view.list(
                """
                select * from web_message where channel = ? and root in (
                  select id from web_message where channel = ? and thread = ''
                  order by seq desc limit ?)
                order by seq
                """,
                DatabaseMessages::read,
                channel,
                channel,
                threads));
  }

  @Override
  public Optional<Message> latest(String channel) {
    return database.read(
        view ->
            view.first(
                "select * from web_message where channel = ? order by seq desc",
                DatabaseMessages::read,
                channel));
  }

  @Override
  public void put(Session session) {
    database.write(
        clock.instant(),
        tx ->
            tx.run(
                """
                insert into web_session (id, visitor, since) values (?, ?, ?)
                on conflict (id) do update
                set visitor = excluded.visitor, since = excluded.since
                """,
                session.id(),
                session.visitor(),
                session.since().toEpochMilli()));
  }

  @Override
  public Optional<Session> session(String id) {
    return database.read(
        view ->
            view.first(
                "select * from web_session where id = ?",
                row ->
                    new Session(
                        row.getString("id"),
                        row.getString("visitor"),
                        Instant.ofEpochMilli(row.getLong("since"))),
                id));
  }

  @Override
  public void end(String session) {
    database.write(clock.instant(), tx -> tx.run("delete from web_session where id = ?", session));
  }

  private static Message append(Transaction tx, String key, Message message) {
    Optional<Message> kept =
        tx.first("select * from web_message where key = ?", DatabaseMessages::read, key);
    if (kept.isPresent()) {
      return kept.get();
    }
    var author =
        switch (message.content()) {
          case Content.Said(String person, String name, String text) ->
              new Author(person, name, text, "", "", 0);
          case Content.Shown(Card card) -> new Author("", "", "", CardJson.write(card), "", 0);
          case Content.Shared(String title, String name, String mediaType, long size) ->
              new Author("", name, title, "", mediaType, size);
        };
    tx.run(
        """
        insert into web_message
          (id, seq, key, channel, thread, root, at, person, name, text, card, file_type, file_size)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        message.id(),
        tx.next("web-message"),
        key,
        message.channel(),
        message.thread().orElse(""),
        message.root(),
        message.at().toEpochMilli(),
        author.person(),
        author.name(),
        author.text(),
        author.card(),
        author.fileType(),
        author.fileSize());
    return message;
  }

  private static Optional<Message> find(View view, String channel, String id) {
    return view.first(
        "select * from web_message where channel = ? and id = ?",
        DatabaseMessages::read,
        channel,
        id);
  }

  private static Message read(ResultSet row) throws SQLException {
    return new Message(
        row.getString("id"),
        row.getString("channel"),
        thread(row),
        Instant.ofEpochMilli(row.getLong("at")),
        content(row));
  }

  private static Content content(ResultSet row) throws SQLException {
    String card = row.getString("card");
    if (!card.isEmpty()) {
      return new Content.Shown(CardJson.read(card));
    }
    String fileType = row.getString("file_type");
    if (!fileType.isEmpty()) {
      return new Content.Shared(
          row.getString("text"), row.getString("name"), fileType, row.getLong("file_size"));
    }
    return new Content.Said(row.getString("person"), row.getString("name"), row.getString("text"));
  }

  private static Optional<String> thread(ResultSet row) throws SQLException {
    return Optional.of(row.getString("thread")).filter(thread -> !thread.isEmpty());
  }

  /** Who speaks: a person with words, or the bot with a card or a file. */
  private record Author(
      String person, String name, String text, String card, String fileType, long fileSize) {}
}
