package jp.mimamori.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jp.mimamori.bot.chat.discord.DiscordPlatform;
import jp.mimamori.bot.chat.discord.Eventually;
import jp.mimamori.bot.chat.discord.GatewayLease;
import jp.mimamori.bot.chat.discord.LocalPeople;
import jp.mimamori.bot.chat.discord.Reading;
import jp.mimamori.bot.chat.discord.local.LocalDiscord;
import jp.mimamori.bot.settings.Settings;
import jp.mimamori.bot.store.Database;
import jp.mimamori.knowledge.Knowledge;
import jp.mimamori.knowledge.documents.Documents;
import org.junit.jupiter.api.Test;

/** Two nodes on one PostgreSQL server, one Discord: who hears dies, and the other goes on. */
class DiscordHandOverTest {
  private static final String EVENT = "WB-9001-20261124-00001";

  private volatile Instant now = Stage.tokyo("2026-11-24T10:00");

  /** A node, which can die without a word. */
  private final class Node implements AutoCloseable {
    final Database database;
    final DiscordPlatform platform;
    final Bot bot;
    private volatile boolean dead;

    Node(String url, FakeEdr edr, LocalDiscord discord, Settings settings, Knowledge knowledge) {
      database = Database.postgresql(url);
      var lease = new StoredLease(database, () -> now);
      platform =
          LocalPeople.platform(
              discord,
              DiscordDesk.channels(settings.tenants()).all(),
              new GatewayLease() {
                @Override
                public boolean hold() {
                  return !dead && lease.hold();
                }

                @Override
                public Duration lasts() {
                  return lease.lasts();
                }

                @Override
                public void release() {
                  if (!dead) {
                    lease.release();
                  }
                }
              });
      bot =
          new Bot(
              database,
              edr,
              List.of(platform),
              () -> settings,
              () -> knowledge,
              () -> now,
              Runnable::run);
      bot.open();
    }

    /** Nothing is let go of: the lease runs until it ends. */
    void dies() {
      dead = true;
      bot.close();
      database.close();
    }

    @Override
    public void close() {
      if (!dead) {
        bot.close();
        database.close();
      }
    }
  }

  @Test
  void anotherNodeTakesOverAndNothingIsDoneTwice() throws IOException {
    Map<String, String> ids = new ConcurrentHashMap<>();
    var edr = new FakeEdr();
    try (var server = EmbeddedPostgres.builder().start();
        var discord = LocalPeople.discord();
        var knowledge =
            Knowledge.open(
                Documents.read(Stage.DOCUMENTS),
                Stage.SETTINGS.facts(),
                new CalendarHours(Stage.SETTINGS.calendar()))) {
      Settings settings =
          AlsoOn.platform(
              "discord",
              Stage.SETTINGS,
              discord.guild()::person,
              name -> ids.computeIfAbsent(name, discord.guild()::channel));
      String url = server.getJdbcUrl("postgres", "postgres");
      var people = new LocalPeople(discord);
      String alerts = discord.guild().channel("sakura-alerts");
      String sato = discord.guild().person("sato");
      try (var first = new Node(url, edr, discord, settings, knowledge);
          var second = new Node(url, edr, discord, settings, knowledge)) {
        people.listened();
        assertEquals(1, discord.gateway().clients(), "one of them hears");

        edr.sees(EVENT, "Ransomware Behaviour", now);
        ring(first, second);
        assertEquals(1, discord.board().shownIn(alerts).size());
        people.presses(sato, alerts, "隔離");
        ring(second, first);
        Node hearing = first.platform.health().what().equals("connected") ? first : second;
        Node other = hearing == first ? second : first;
        hearing.dies();
        Eventually.so(() -> discord.gateway().clients() == 0);

        now = now.plus(Duration.ofSeconds(30));
        Eventually.so(() -> discord.gateway().clients() == 1, "nobody took over");
        edr.finishes();
        ring(other);
        ring(other);
        people.presses(sato, alerts, "解除");
        ring(other);
        edr.finishes();
        ring(other);
      }
      assertEquals(List.of("isolate guid-042", "release guid-042"), edr.done());
      Set<String> texts = new HashSet<>(Reading.in(discord, alerts));
      assertEquals(2, texts.size(), "one card and its history: " + texts);
      assertEquals(2, discord.board().shownIn(alerts).size());
    }
  }

  private void ring(Node... nodes) {
    for (Node node : nodes) {
      now = now.plus(Duration.ofSeconds(3));
      node.bot.tick(now);
      node.bot.tick(now);
    }
  }
}
