package jp.mimamori.bot;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import jp.mimamori.bot.chat.discord.GatewayLease;
import jp.mimamori.bot.store.Database;
import jp.mimamori.bot.store.Lease;

/** The Discord gateway's lease in the store, for this process. */
final class StoredLease implements GatewayLease {
  /** Four beats of the gateway: so long after a node's death another one takes over. */
  private static final Duration TIME = Duration.ofSeconds(20);

  private static final String NAME = "discord gateway";

  private final String holder = UUID.randomUUID().toString();
  private final Database database;
  private final InstantSource clock;

  StoredLease(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    if (database.isOurs()) {
      database.write(clock.instant(), tx -> Lease.clear(tx, NAME));
    }
  }

  @Override
  public boolean hold() {
    return database.decide(clock.instant(), tx -> Lease.take(tx, NAME, holder, TIME));
  }

  @Override
  public Duration lasts() {
    return TIME;
  }

  @Override
  public void release() {
    database.write(clock.instant(), tx -> Lease.release(tx, NAME, holder));
  }
}
