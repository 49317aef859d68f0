package jp.mimamori.bot.chat.web;

import java.nio.file.Path;
import java.time.Instant;
import jp.mimamori.bot.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the page remembers, in a real file. */
class DatabaseMessagesTest extends MessageStoreContract {
  @TempDir private Path folder;
  private Database database;

  @BeforeEach
  void openDatabase() {
    database = Database.sqlite(folder.resolve("mimamori.db"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  protected MessageStore open() {
    return new DatabaseMessages(database, () -> Instant.EPOCH);
  }
}
