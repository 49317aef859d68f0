package jp.mimamori.bot.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * What is on record, to be read. Whoever holds only this cannot change anything. Valid within the
 * call that handed it out.
 */
public sealed class View permits Transaction {
  private final Handle handle;

  View(Handle handle) {
    this.handle = handle;
  }

  /** All rows, in the order that the statement gives. */
  public <T> List<T> list(String sql, Row<T> row, Object... arguments) {
    try (var query = handle.createQuery(sql)) {
      return bound(query, arguments).map((results, _) -> row.read(results)).list();
    }
  }

  /** The first row, if there is one. */
  public <T> Optional<T> first(String sql, Row<T> row, Object... arguments) {
    try (var query = handle.createQuery(sql)) {
      return bound(query, arguments)
          .setMaxRows(1)
          .map((results, _) -> row.read(results))
          .findFirst();
    }
  }

  /** The number that a {@code select count(*)} finds. */
  public long count(String sql, Object... arguments) {
    return first(sql, row -> row.getLong(1), arguments).orElse(0L);
  }

  Handle handle() {
    return handle;
  }

  static <S extends SqlStatement<S>> S bound(S statement, Object... arguments) {
    for (int i = 0; i < arguments.length; i++) {
      statement.bind(i, arguments[i]);
    }
    return statement;
  }

  /** Reads one row. The store holds no nulls. */
  @FunctionalInterface
  public interface Row<T> {
    T read(ResultSet results) throws SQLException;
  }
}
