package jp.mimamori.bot.chat.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import jp.mimamori.bot.chat.ChatPlatform.PostKey;
import jp.mimamori.bot.chat.ChatPlatform.Receipt;
import jp.mimamori.bot.chat.Document;
import jp.mimamori.bot.chat.Place;
import jp.mimamori.bot.chat.Reply;
import jp.mimamori.bot.chat.discord.local.Faults;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was begun is finished, what was not begun waits for the next start, nothing comes twice. */
class DiscordCloseTest extends AtLocalDiscord {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void end() {
    threads.close();
  }

  @Test
  void aPostUnderWayIsFinishedAndNoneIsBegun() throws Exception {
    var held = new Faults.Kind.Held();
    discord.faults().nextPosts(1, held);
    CompletableFuture<Receipt> first = begun(() -> post("first", false));
    assertTrue(held.arrived().await(20, TimeUnit.SECONDS));
    CompletableFuture<Receipt> closing = closing();
    Eventually.so(
        () -> post("second", false) instanceof Receipt.TryAgain, "none is begun any more");
    assertTrue(!closing.isDone(), "what was begun is waited for");
    held.released().countDown();
    closing.get(20, TimeUnit.SECONDS);
    String message = delivered(first.get());

    restarts();
    assertEquals(message, delivered(post("first", true)));
    delivered(post("second", true));
    assertEquals(2, discord.board().in(channel).size());
  }

  @Test
  void aFileThatBreaksOffBetweenItsPartsIsCompletedAndNoPartComesTwice() {
    var dump =
        new Document(
            "dump.bin", "application/zip", "収集", ByteBuffer.wrap(new byte[Files.MOST_BYTES + 5]));
    Place place = Place.channel(channel);
    delivered(post("before", false));
    discord.faults().nextPosts(1, new Faults.Kind.Last(0)); // the first part arrives
    discord.faults().nextPosts(1, new Faults.Kind.Broken(503));
    assertInstanceOf(
        Receipt.Unclear.class, platform.share(place, dump, new PostKey("dump", false)));
    platform.close();
    discord.board().forgetsNonces();

    restarts();
    delivered(platform.share(place, dump, new PostKey("dump", true)));
    assertEquals(3, discord.board().in(channel).size(), "one card and two parts");
    assertEquals(2, discord.board().files().size());
  }

  @Test
  void aReplyUnderWayIsGivenBeforeTheSessionEnds() throws Exception {
    listens();
    String message = delivered(post("k", false));
    discord.people().presses(anna, channel, message, TAKE);
    Heard press = next();
    CompletableFuture<Receipt> closing = closing();
    press.reply().accept(new Reply.Words("閉める前に"));
    assertEquals("閉める前に", whispered());
    closing.get(20, TimeUnit.SECONDS);
    assertEquals(0, discord.gateway().clients());
  }

  private CompletableFuture<Receipt> begun(Supplier<Receipt> work) {
    return CompletableFuture.supplyAsync(work, threads);
  }

  private CompletableFuture<Receipt> closing() {
    return begun(
        () -> {
          platform.close();
          return new Receipt.Delivered("");
        });
  }

  private void restarts() {
    platform = LocalPeople.platform(discord, Set.of(channel), GatewayLease.ALONE);
  }
}
