package jp.mimamori.bot.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import jp.mimamori.bot.store.AuditTrail.Verification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One real file. */
class SqliteDatabaseTest extends DatabaseContract {
  @TempDir private Path folder;
  private Path file;
  private Database database;

  @BeforeEach
  void open() {
    file = folder.resolve("data").resolve("mimamori.db");
    database = Database.sqlite(file);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  Database database() {
    return database;
  }

  @Override
  void tamper(String sql) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("drop trigger audit_keeps_its_rows");
      statement.execute("drop trigger audit_loses_no_row");
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void asecondProcessIsRefusedWithASentence() {
    StoreException refused = assertThrows(StoreException.class, () -> Database.sqlite(file));
    assertTrue(refused.getMessage().contains("Another Mimamori is running"), refused.getMessage());
  }

  @Test
  void itCanBeLookedIntoWhileItIsInUse() {
    database.write(Instant.EPOCH, tx -> tx.record("acme", "sato", "acted", "WB-1", ""));
    try (Database look = Database.look(file)) {
      assertInstanceOf(Verification.Intact.class, look.read(AuditTrail::verify));
      assertThrows(
          RuntimeException.class,
          () -> look.write(Instant.EPOCH, tx -> tx.record("acme", "x", "x", "x", "x")));
    }
  }

  @Test
  void whatWasWrittenIsThereAfterOpeningAgain() {
    database.write(Instant.EPOCH, tx -> tx.record("acme", "sato", "acted", "WB-1", ""));
    database.close();
    database = Database.sqlite(file);
    assertEquals(1, database.read(view -> AuditTrail.newest(view, 10)).size());
  }

  @Test
  void aFileThatIsNoDatabaseIsNamedAndLeftAsItIs() throws IOException {
    Path other = folder.resolve("other").resolve("mimamori.db");
    Files.createDirectories(other.getParent());
    Files.writeString(other, "no database, but somebody's notes ".repeat(100));
    StoreException refused = assertThrows(StoreException.class, () -> Database.sqlite(other));
    assertTrue(refused.getMessage().contains("mimamori.db can't be opened"), refused.getMessage());
    assertTrue(Files.readString(other).startsWith("no database"));
  }

  @Test
  void afolderThatCannotBeMadeIsNamed() throws IOException {
    Path notAFolder = Files.writeString(folder.resolve("file"), "x");
    StoreException refused =
        assertThrows(
            StoreException.class, () -> Database.sqlite(notAFolder.resolve("mimamori.db")));
    assertTrue(refused.getMessage().contains("can't be written"), refused.getMessage());
    assertTrue(refused.getMessage().contains("--data"), refused.getMessage());
  }
}
