package jp.mimamori.bot.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;

/** Opens connections, or says in a sentence why not. */
final class Pools {
  private Pools() {}

  static HikariDataSource open(HikariConfig config, String name) {
    try {
      return new HikariDataSource(config);
    } catch (PoolInitializationException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new StoreException(name + " can't be opened: " + cause.getMessage(), e);
    }
  }
}
