package jp.mimamori.bot.chat.discord;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Card.Tone;
import jp.mimamori.bot.chat.ChatPlatform.PostKey;
import jp.mimamori.bot.chat.ChatPlatform.Receipt;
import jp.mimamori.bot.chat.Document;
import jp.mimamori.bot.chat.Place;
import jp.mimamori.bot.chat.discord.local.Faults.Kind;
import jp.mimamori.knowledge.Language;
import org.junit.jupiter.api.Test;

/** What Discord does to posts, updates and files now and then, and what becomes of them. */
class DiscordPostsTest extends AtLocalDiscord {
  @Test
  void tooManyOfAKindWaitAndComeAgain() {
    discord.faults().nextPosts(1, new Kind.Slowed(30, false));
    var wait = assertInstanceOf(Receipt.TryAgain.class, post("k", false));
    assertEquals(30, wait.after().toSeconds());

    long before = posts();
    assertInstanceOf(Receipt.TryAgain.class, post("k", false));
    assertEquals(before, posts(), "Discord is not asked again before its time");
    String other = discord.guild().channel("other");
    delivered(platform.post(Place.channel(other), card("other"), new PostKey("o", false)));
  }

  @Test
  void tooManyOfAllKindsStopEverything() {
    discord.faults().nextPosts(1, new Kind.Slowed(30, true));
    assertInstanceOf(Receipt.TryAgain.class, post("k", false));
    String other = discord.guild().channel("other");
    assertInstanceOf(
        Receipt.TryAgain.class,
        platform.post(Place.channel(other), card("other"), new PostKey("o", false)));
  }

  @Test
  void aShortWaitIsWaitedFor() {
    discord.faults().nextPosts(1, new Kind.Slowed(0.2, false));
    assertInstanceOf(Receipt.TryAgain.class, post("k", false));
    delivered(post("k", false));
    assertEquals(1, discord.board().in(channel).size());
  }

  @Test
  void aBrokenDiscordLeavesItUnclear() {
    discord.faults().nextPosts(1, new Kind.Broken(502));
    assertInstanceOf(Receipt.Unclear.class, post("k", false));
    delivered(post("k", true));
    assertEquals(1, discord.board().in(channel).size());
  }

  @Test
  void aLostReplyIsFoundAgainByTheNonce() {
    discord.faults().nextPosts(1, new Kind.ReplyLost());
    assertInstanceOf(Receipt.Unclear.class, post("k", false));
    delivered(post("k", true));
    assertEquals(1, discord.board().in(channel).size());
  }

  @Test
  void aLostReplyIsFoundAgainWhenDiscordHasForgottenTheNonce() {
    for (int i = 0; i < 150; i++) {
      discord.people().says(anna, channel, "before " + i);
    }
    discord.faults().nextPosts(1, new Kind.ReplyLost());
    assertInstanceOf(Receipt.Unclear.class, post("k", false));
    discord.board().forgetsNonces();
    for (int i = 0; i < 150; i++) {
      discord.people().says(anna, channel, "after " + i);
    }

    String found = delivered(post("k", true));
    assertEquals(1, discord.board().shownIn(channel).size(), "it is there once");
    assertEquals(discord.board().shownIn(channel).getFirst().path("id").asText(), found);
  }

  @Test
  void whereItCanNotBeLookedForNothingIsPosted() {
    discord.faults().next(1, "GET", "channels/\\d+/messages", new Kind.Broken(503));
    assertInstanceOf(Receipt.TryAgain.class, post("k", true));
    assertEquals(0, discord.board().in(channel).size());
  }

  @Test
  void whatIsForbiddenIsRefusedWithASentence() {
    for (int code : List.of(50001, 50013, 10003)) {
      discord.faults().nextPosts(1, new Kind.Denied(403, code, "no"));
      String reason = assertInstanceOf(Receipt.Refused.class, post("k" + code, false)).reason();
      assertTrue(reason.contains(channel), reason);
    }
    String message = delivered(post("k", false));
    discord
        .faults()
        .next(1, "PATCH", "channels/.*", new Kind.Denied(404, 10008, "Unknown Message"));
    Receipt gone = platform.update(Place.channel(channel), message, card("new"));
    assertTrue(assertInstanceOf(Receipt.Refused.class, gone).reason().contains("deleted"));
  }

  @Test
  void aThreadIsBegunWhenItIsNeededAndWokenWhenItSleeps() {
    String root = delivered(post("k", false));
    Place thread = Place.thread(channel, root);
    String first = delivered(platform.post(thread, card("one"), new PostKey("t1", false)));
    delivered(platform.post(thread, card("two"), new PostKey("t2", false)));
    assertEquals(2, discord.board().in(root).size());

    discord.guild().archives(root);
    delivered(platform.update(thread, first, card("one, changed")));
    discord.guild().archives(root);
    delivered(platform.post(thread, card("three"), new PostKey("t3", false)));
    assertTrue(Reading.in(discord, channel).get(1).contains("one, changed"));
    assertEquals(3, discord.board().in(root).size());
  }

  @Test
  void anotherNodeFindsTheThreadThatIsThere() {
    String root = delivered(post("k", false));
    Place thread = Place.thread(channel, root);
    delivered(platform.post(thread, card("one"), new PostKey("t1", false)));
    try (var other = LocalPeople.platform(discord, Set.of(channel), GatewayLease.ALONE)) {
      delivered(other.post(thread, card("two"), new PostKey("t2", false)));
      assertEquals(
          delivered(other.post(thread, card("one"), new PostKey("t1", true))),
          discord.board().in(root).getFirst().path("id").asText());
    }
    assertEquals(2, discord.board().in(root).size());
  }

  @Test
  void aFileIsSharedOnceAndALargeOneInParts() {
    byte[] small = "report".getBytes(UTF_8);
    var report = new Document("月次 report.pdf", "application/pdf", "月次レポート", ByteBuffer.wrap(small));
    String one = delivered(platform.share(Place.channel(channel), report, new PostKey("f", false)));
    discord.board().forgetsNonces();
    assertEquals(
        one, delivered(platform.share(Place.channel(channel), report, new PostKey("f", true))));
    assertEquals(1, discord.board().files().size());

    byte[] large = new byte[Files.MOST_BYTES + 5];
    var dump = new Document("dump.bin", "application/zip", "収集", ByteBuffer.wrap(large));
    delivered(platform.share(Place.channel(channel), dump, new PostKey("g", false)));
    assertEquals(Files.MOST_BYTES, discord.board().file("dump.bin.001").length);
    assertEquals(5, discord.board().file("dump.bin.002").length);
    assertTrue(Reading.in(discord, channel).getLast().contains("2 / 2"));
  }

  @Test
  void aCardThatIsTooLongHasAllOfItAttachedAndLosesItWhenItIsShort() {
    Card tooLong = Objects.requireNonNull(SampleCards.all().get("too-long"));
    String message =
        delivered(platform.post(Place.channel(channel), tooLong, new PostKey("long", false)));
    String whole = new String(discord.board().file("full-text.txt"), UTF_8);
    assertTrue(whole.contains("𠮷".repeat(3_000)));
    assertEquals(1, shown().path("attachments").size());

    delivered(platform.update(Place.channel(channel), message, card("short")));
    assertEquals(0, shown().path("attachments").size());
    delivered(platform.update(Place.channel(channel), message, tooLong));
    assertEquals(1, shown().path("attachments").size());
  }

  private JsonNode shown() {
    return discord.board().shownIn(channel).getFirst();
  }

  @Test
  void whatIsUrgentGoesFirstAndTheRestInOrder() throws Exception {
    var held = new Kind.Held();
    discord.faults().nextPosts(1, held);
    List<Thread> posting = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String title = "message " + i;
      Tone tone = i == 4 ? Tone.URGENT : Tone.PLAIN;
      Thread thread =
          Thread.ofVirtual()
              .start(
                  () ->
                      platform.post(
                          Place.channel(channel),
                          new Card(title, tone, Language.EN, List.of()),
                          new PostKey(title, false)));
      posting.add(thread);
      if (i == 0) {
        assertTrue(held.arrived().await(20, TimeUnit.SECONDS), "the first is under way");
      } else {
        Eventually.so(() -> thread.getState() == Thread.State.WAITING, title + " stands in line");
      }
    }
    held.released().countDown();
    for (Thread thread : posting) {
      thread.join();
    }
    assertEquals(
        List.of("message 0", "message 4", "message 1", "message 2", "message 3", "message 5"),
        Reading.in(discord, channel));
  }
}
