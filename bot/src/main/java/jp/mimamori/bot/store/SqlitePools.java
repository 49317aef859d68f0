package jp.mimamori.bot.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;

/**
 * How SQLite is connected to: one writer, in a fair queue of ours rather than SQLite's sleep and
 * retry, and a few readers beside it. See RATIONALE.md, "One writer".
 */
final class SqlitePools {
  private static final int READERS = 3;
  private static final int BUSY_MILLIS = 10_000;

  private SqlitePools() {}

  static HikariDataSource writers(Path file) {
    SQLiteConfig sqlite = common();
    sqlite.setTransactionMode(TransactionMode.IMMEDIATE);
    return pool("writer", file, sqlite, 1, false);
  }

  static HikariDataSource readers(Path file) {
    SQLiteConfig sqlite = common();
    sqlite.setTransactionMode(TransactionMode.DEFERRED);
    sqlite.setReadOnly(true);
    return pool("readers", file, sqlite, READERS, true);
  }

  private static SQLiteConfig common() {
    SQLiteConfig sqlite = new SQLiteConfig();
    sqlite.setJournalMode(JournalMode.WAL);
    sqlite.setSynchronous(SynchronousMode.FULL);
    sqlite.enforceForeignKeys(true);
    sqlite.setBusyTimeout(BUSY_MILLIS);
    return sqlite;
  }

  private static HikariDataSource pool(
      String name, Path file, SQLiteConfig sqlite, int size, boolean readOnly) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:sqlite:" + file.toAbsolutePath());
    config.setDataSourceProperties(sqlite.toProperties());
    config.setMaximumPoolSize(size);
    config.setPoolName(name);
    config.setReadOnly(readOnly);
    return Pools.open(config, "The database " + file);
  }
}
