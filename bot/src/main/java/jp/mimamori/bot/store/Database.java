package jp.mimamori.bot.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;

/**
 * Where everything is remembered: one SQLite file, or a PostgreSQL server that many nodes share.
 * Steps do not nest, and nobody talks to the outside within one.
 */
public final class Database implements AutoCloseable {
  private static final ScopedValue<Boolean> WITHIN = ScopedValue.newInstance();

  private final Dialect dialect;
  private final HikariDataSource writers;
  private final HikariDataSource readers;
  private final Jdbi writing;
  private final Jdbi reading;
  private final Optional<FileGuard> guard;

  private Database(
      Dialect dialect,
      HikariDataSource writers,
      HikariDataSource readers,
      Optional<FileGuard> guard) {
    this.dialect = dialect;
    this.writers = writers;
    this.readers = readers;
    this.guard = guard;
    this.writing = Jdbi.create(writers);
    this.reading = Jdbi.create(readers);
  }

  /**
   * Opens one SQLite file and brings it to the present schema. Throws {@link StoreException} with a
   * sentence if another process has it open, or if it can't be written.
   */
  public static Database sqlite(Path file) {
    FileGuard guard = FileGuard.take(file);
    try {
      HikariDataSource writers = SqlitePools.writers(file);
      migrate(writers, Dialect.SQLITE, file.toString());
      return new Database(Dialect.SQLITE, writers, SqlitePools.readers(file), Optional.of(guard));
    } catch (RuntimeException e) {
      guard.close();
      throw e;
    }
  }

  /**
   * Looks into a SQLite file, be it in use or not, without changing anything. Throws {@link
   * StoreException} if there is none.
   */
  public static Database look(Path file) {
    if (!Files.exists(file)) {
      throw new StoreException("There is no database at " + file + " yet: nothing is on record.");
    }
    HikariDataSource readers = SqlitePools.readers(file);
    return new Database(Dialect.SQLITE, readers, readers, Optional.empty());
  }

  /**
   * Opens a SQLite file beside a service that runs on it, for one short step. SQLite's own locks
   * keep single steps apart; what the service's guard keeps off is a second service. Throws {@link
   * StoreException} if there is no such file.
   */
  public static Database beside(Path file) {
    if (!Files.exists(file)) {
      throw new StoreException(
          "There is no database at " + file + " yet: start the service once with ./mimamori run.");
    }
    return new Database(
        Dialect.SQLITE, SqlitePools.writers(file), SqlitePools.readers(file), Optional.empty());
  }

  /** Connects to a PostgreSQL server and brings it to the present schema. */
  public static Database postgresql(String url) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(8);
    config.setPoolName("postgresql");
    HikariDataSource pool = Pools.open(config, "The PostgreSQL server");
    migrate(pool, Dialect.POSTGRESQL, "the PostgreSQL server");
    return new Database(Dialect.POSTGRESQL, pool, pool, Optional.empty());
  }

  /** Whether no other node can be working on this. */
  public boolean isOurs() {
    return guard.isPresent();
  }

  /** Reads, at one moment, without being able to change anything. */
  public <T> T read(Function<View, T> work) {
    return apart(() -> reading.inTransaction(handle -> work.apply(new View(handle))));
  }

  /** Takes one step. */
  public void write(Instant now, Consumer<Transaction> step) {
    var _ =
        decide(
            now,
            tx -> {
              step.accept(tx);
              return true;
            });
  }

  /** Takes one step and returns what came of it. */
  public <T> T decide(Instant now, Function<Transaction, T> step) {
    return apart(
        () -> writing.inTransaction(handle -> step.apply(new Transaction(handle, now, dialect))));
  }

  private static <T> T apart(ScopedValue.CallableOp<T, RuntimeException> work) {
    if (WITHIN.isBound()) {
      throw new IllegalStateException("steps do not nest: pass the transaction on");
    }
    return ScopedValue.where(WITHIN, true).call(work);
  }

  private static void migrate(DataSource database, Dialect dialect, String name) {
    try {
      Flyway.configure()
          .dataSource(database)
          .locations("classpath:db/common", "classpath:" + dialect.migrations())
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new StoreException(
          "The database in " + name + " can't be brought to this version: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    readers.close();
    writers.close();
    guard.ifPresent(FileGuard::close);
  }
}
