package jp.mimamori.bot.chat.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import jp.mimamori.bot.chat.ChatPlatform.Receipt;
import jp.mimamori.bot.chat.Finding;
import jp.mimamori.bot.chat.Reply;
import jp.mimamori.bot.chat.Suggestions;
import jp.mimamori.bot.chat.discord.local.Act;
import jp.mimamori.bot.chat.discord.local.Faults;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Discord's times mean for us, with a clock that tests move. */
class DiscordTimeTest extends AtLocalDiscord {
  private final ManualTime time = new ManualTime();

  @BeforeEach
  void withItsOwnTime() {
    platform.close();
    platform = platform(GatewayLease.ALONE);
  }

  @Test
  void withinFifteenMinutesTheAnswerTakesThePlaceOfThinking() throws Exception {
    Heard press = pressAndThink();
    time.passes(Duration.ofMinutes(14));
    press.reply().accept(new Reply.Words("まだ間に合います"));
    assertEquals("まだ間に合います", whispered());
    assertTrue(requested("PATCH /webhooks/"), discord.requests().toString());
  }

  @Test
  void afterThemItIsAFreshMessageToThePersonAlone() throws Exception {
    Heard press = pressAndThink();
    time.passes(Duration.ofMinutes(15));
    press.reply().accept(new Reply.Words("遅くなりました"));
    assertEquals("遅くなりました", whispered());
    assertTrue(!requested("PATCH /webhooks/"), "Discord would not take it");
    String conversation = discord.guild().conversation(anna);
    assertEquals(1, discord.board().in(conversation).size(), "a direct message");
    assertEquals(1, discord.board().shownIn(channel).size(), "nothing new for all to see");
  }

  @Test
  void afterThemNothingIsSaidOfNothing() throws Exception {
    Heard press = pressAndThink();
    time.passes(Duration.ofMinutes(15));
    press.reply().accept(new Reply.Nothing());
    assertNull(discord.board().whispered(anna, Duration.ofMillis(50)));
  }

  @Test
  void aBucketThatIsSpentIsWaitedForBeforeSending() {
    discord.faults().nextPosts(1, new Faults.Kind.Last(1.2));
    delivered(post("one", false));
    delivered(post("two", false));
    assertEquals(List.of(Duration.ofMillis(1_200)), time.waits);
    assertEquals(List.of("card one\n取る", "card two\n取る"), Reading.in(discord, channel));
  }

  @Test
  void aLongWaitIsLeftToTheOutbox() {
    discord.faults().nextPosts(1, new Faults.Kind.Last(30));
    delivered(post("one", false));
    long before = posts();
    var wait = assertInstanceOf(Receipt.TryAgain.class, post("two", false));
    assertEquals(Duration.ofSeconds(30), wait.after());
    assertEquals(before, posts(), "Discord is not asked");
    time.passes(wait.after());
    delivered(post("two", false));
    assertEquals(List.of(), time.waits);
  }

  @Test
  void aLeaseThatCanNotBeRenewedIsKeptUntilShortlyBeforeItsEnd() {
    var lease = new UncertainLease();
    platform.close();
    platform = platform(lease);
    listens();
    lease.silent = true;
    beats(lease);
    assertEquals(1, discord.gateway().clients(), "one failure is none");
    time.passes(Duration.ofSeconds(19));
    beats(lease);
    assertEquals(1, discord.gateway().clients(), "it is still ours");
    time.passes(Duration.ofSeconds(1));
    Eventually.so(() -> discord.gateway().clients() == 0, "another node may have it any moment");
    assertEquals(Finding.State.ILL, platform.health().state());

    lease.silent = false;
    Eventually.so(() -> discord.gateway().clients() == 1, "it is ours again");
  }

  @Test
  void whileOneNodeIsUncertainTheOtherDoesNotHear() {
    var first = new UncertainLease();
    platform.close();
    platform = platform(first);
    listens();
    var second = new UncertainLease();
    second.anothers = true;
    try (DiscordPlatform other = platform(second)) {
      other.start((_, reply) -> reply.accept(new Reply.Nothing()));
      first.silent = true;
      beats(first);
      beats(second);
      assertEquals(1, discord.gateway().clients());
      assertEquals(Finding.State.NOTE, other.health().state(), other.health().what());

      time.passes(Duration.ofSeconds(20));
      Eventually.so(() -> discord.gateway().clients() == 0);
      second.anothers = false; // its time is over in the store, too
      Eventually.so(() -> discord.gateway().clients() == 1, "nobody took over");
      Eventually.so(() -> other.health().state() == Finding.State.WELL);
    }
  }

  private DiscordPlatform platform(GatewayLease lease) {
    return LocalPeople.platform(discord, Set.of(channel), lease, Suggestions.NONE, time.timing());
  }

  private Heard pressAndThink() throws InterruptedException {
    listens();
    String message = delivered(post("k", false));
    Act act = discord.people().presses(anna, channel, message, TAKE);
    Heard press = next();
    Eventually.so(() -> act.isAnswered(), "Discord was not told in time");
    return press;
  }

  private boolean requested(String begin) {
    return discord.requests().stream().anyMatch(one -> one.startsWith(begin));
  }

  /** Two more beats are over. */
  private static void beats(UncertainLease lease) {
    int before = lease.asked.get();
    Eventually.so(() -> lease.asked.get() >= before + 3);
  }

  /** Lasts for 20 s; the store may not answer. */
  private static final class UncertainLease implements GatewayLease {
    final AtomicInteger asked = new AtomicInteger();
    volatile boolean silent;
    volatile boolean anothers;

    @Override
    public boolean hold() {
      asked.incrementAndGet();
      if (silent) {
        throw new IllegalStateException("the store does not answer");
      }
      return !anothers;
    }

    @Override
    public Duration lasts() {
      return Duration.ofSeconds(20);
    }

    @Override
    public void release() {}
  }
}
