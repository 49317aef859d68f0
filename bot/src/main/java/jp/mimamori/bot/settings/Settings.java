package jp.mimamori.bot.settings;

import java.net.URI;
import java.time.Duration;
import jp.mimamori.bot.escalation.Ladders;
import jp.mimamori.bot.tenant.Tenants;
import jp.mimamori.knowledge.ServiceFacts;
import jp.mimamori.schedules.BusinessCalendar;

/** Everything that operators decide, as of one moment. */
public record Settings(
    Installation installation,
    ServiceFacts facts,
    BusinessCalendar calendar,
    Ladders ladders,
    Tenants tenants) {

  /**
   * What this installation is; takes effect at the next start.
   *
   * @param databaseUrl of a PostgreSQL server; empty for the SQLite file in the data folder
   */
  public record Installation(Web web, String databaseUrl, Edr edr) {}

  /** Where the page is served. */
  public record Web(String host, int port) {}

  /** Which EDR is watched, and how often it is asked for what is new. */
  public sealed interface Edr {
    Duration poll();

    /** The stand-in inside this process. */
    record Simulated(Duration poll, Duration raisesEvery) implements Edr {}

    /** Trend Vision One. Does not show its key. */
    record VisionOne(Duration poll, URI baseUrl, String apiKey) implements Edr {
      @Override
      public String toString() {
        return "VisionOne[baseUrl=" + baseUrl + "]";
      }
    }
  }
}
