package jp.mimamori.bot.chat.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Card.Tone;
import jp.mimamori.bot.chat.ChatPlatform.PostKey;
import jp.mimamori.bot.chat.ChatPlatform.Receipt;
import jp.mimamori.bot.chat.Finding;
import jp.mimamori.bot.chat.Incoming;
import jp.mimamori.bot.chat.Place;
import jp.mimamori.bot.chat.Reply;
import jp.mimamori.bot.chat.Suggestions;
import jp.mimamori.bot.chat.discord.local.Faults;
import jp.mimamori.bot.chat.discord.local.LocalDiscord;
import jp.mimamori.knowledge.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What becomes of the connection, and that people are heard after all of it. */
class DiscordGatewayTest {
  private final LinkedBlockingQueue<Incoming> heard = new LinkedBlockingQueue<>();
  private LocalDiscord discord;
  private DiscordPlatform platform;
  private String channel;
  private String anna;

  @BeforeEach
  void start() {
    discord = LocalPeople.discord();
    channel = discord.guild().channel("support");
    anna = discord.guild().person("anna");
    platform = platform(LocalPeople.settings(discord), GatewayLease.ALONE);
  }

  @AfterEach
  void stop() {
    platform.close();
    discord.close();
  }

  @Test
  void whatHappensToTheConnectionLosesNothing() throws InterruptedException {
    listens();
    hears("first");
    discord.gateway().asksToReconnect();
    hearsAfter("RESUME", 1, "after op 7");
    discord.gateway().drops();
    hearsAfter("RESUME", 2, "after a broken connection");
    discord.gateway().closes(4000);
    hearsAfter("RESUME", 3, "after an unknown error");
    discord.gateway().invalidates(true);
    hearsAfter("RESUME", 4, "after a session that may be resumed");
    assertEquals(1, count("IDENTIFY"));
  }

  @Test
  void aSessionThatIsGoneIsBegunAnew() throws InterruptedException {
    listens();
    discord.gateway().forgetsSessions();
    discord.gateway().drops();
    Eventually.so(() -> count("IDENTIFY") == 2, "no new session");
    Eventually.so(discord.gateway()::hasClient);
    hears("in the new session");
  }

  @Test
  void aDeafConnectionIsLeft() throws InterruptedException {
    discord.gateway().heartbeats(400);
    listens();
    discord.gateway().goesDeaf(true);
    Eventually.so(() -> count("RESUME") >= 1, "the zombie was not noticed");
    discord.gateway().goesDeaf(false);
    Eventually.so(discord.gateway()::hasClient);
    hears("after the zombie");
  }

  @Test
  void aFatalCloseIsSaidAndPostsGoOn() {
    closesForGood();
  }

  private void closesForGood() {
    discord.gateway().refuses(4004);
    platform.start((incoming, _) -> heard.add(incoming));
    Eventually.so(() -> platform.health().state() == Finding.State.ILL);

    assertTrue(platform.health().what().contains("DISCORD_TOKEN"), platform.health().what());
    Receipt posted =
        platform.post(
            Place.channel(channel),
            new Card("still here", Tone.URGENT, Language.EN, List.of()),
            new PostKey("k", false));
    assertInstanceOf(Receipt.Delivered.class, posted);
  }

  @Test
  void withoutTheContentIntentTheRestIsStillHeard() throws InterruptedException {
    platform.close();
    platform = platform(LocalPeople.settings(discord, true), GatewayLease.ALONE);
    listens();
    Eventually.so(() -> platform.health().what().startsWith("connected"));

    assertEquals(Finding.State.ILL, platform.health().state());
    assertTrue(platform.health().what().contains("message content"), platform.health().what());
    hears("by a mention");
  }

  @Test
  void withTheContentIntentNoMentionIsNeeded() throws InterruptedException {
    discord.gateway().allowsContent();
    platform.close();
    platform = platform(LocalPeople.settings(discord, true), GatewayLease.ALONE);
    listens();
    discord.people().says(anna, channel, "誰かいますか");
    assertEquals("誰かいますか", ((Incoming.Question) next()).text());
  }

  @Test
  void aDiscordThatIsNotThereIsCalledAgain() {
    discord.faults().next(2, "GET", "users/@me", new Faults.Kind.Denied(403, 0, "maintenance"));
    platform.start((incoming, _) -> heard.add(incoming));
    Eventually.so(() -> platform.health().state() == Finding.State.ILL);
    Eventually.so(discord.gateway()::hasClient, "it never came back");
  }

  @Test
  void whoeverHasTheLeaseHears() throws InterruptedException {
    var ours = new AtomicBoolean(false);
    platform.close();
    platform =
        platform(
            LocalPeople.settings(discord),
            new GatewayLease() {
              @Override
              public boolean hold() {
                return ours.get();
              }

              @Override
              public Duration lasts() {
                return Duration.ofHours(1);
              }

              @Override
              public void release() {
                ours.set(false);
              }
            });
    platform.start((incoming, _) -> heard.add(incoming));
    assertEquals(0, discord.gateway().clients());
    ours.set(true);
    new LocalPeople(discord).listened();
    hears("while it is ours");
    ours.set(false);
    Eventually.so(() -> discord.gateway().clients() == 0, "the lease is gone, the session is not");
  }

  @Test
  void theTokenIsNeverTold() {
    var root = logger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    var ours = List.of(logger("jp.mimamori"), logger("net.dv8tion"));
    var said = new ListAppender<ILoggingEvent>();
    said.start();
    root.addAppender(said);
    ours.forEach(logger -> logger.setLevel(Level.DEBUG));
    try {
      closesForGood();
      DiscordExamination.of(
              LocalPeople.settings(discord), new DiscordChannels(Set.of(channel), Set.of()))
          .forEach(finding -> assertFalse(finding.toString().contains(LocalDiscord.TOKEN)));
    } finally {
      ours.forEach(logger -> logger.setLevel(null));
      root.detachAppender(said);
    }
    assertFalse(said.list.isEmpty());
    for (ILoggingEvent event : List.copyOf(said.list)) {
      assertFalse(event.getFormattedMessage().contains(LocalDiscord.TOKEN), event.toString());
    }
    assertFalse(LocalPeople.settings(discord).toString().contains(LocalDiscord.TOKEN));
  }

  private static Logger logger(String name) {
    return (Logger) LoggerFactory.getLogger(name);
  }

  private DiscordPlatform platform(DiscordSettings settings, GatewayLease lease) {
    return new DiscordPlatform(
        settings,
        () -> new DiscordChannels(Set.of(channel), Set.of(channel)),
        lease,
        Suggestions.NONE,
        LocalPeople.timing());
  }

  private void listens() {
    platform.start(
        (incoming, reply) -> {
          heard.add(incoming);
          reply.accept(new Reply.Nothing());
        });
    new LocalPeople(discord).listened();
  }

  private void hearsAfter(String what, int times, String text) throws InterruptedException {
    Eventually.so(() -> count(what) >= times, "no " + what);
    hears(text);
  }

  private void hears(String text) throws InterruptedException {
    discord.people().asks(anna, channel, text);
    assertEquals(text, ((Incoming.Question) next()).text());
  }

  private Incoming next() throws InterruptedException {
    Incoming next = heard.poll(20, TimeUnit.SECONDS);
    assertTrue(next != null, () -> "nothing was heard; " + discord.gateway().story());
    return next;
  }

  private long count(String what) {
    return discord.gateway().story().stream().filter(one -> one.startsWith(what)).count();
  }
}
