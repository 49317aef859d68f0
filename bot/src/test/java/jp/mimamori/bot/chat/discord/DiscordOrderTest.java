package jp.mimamori.bot.chat.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jp.mimamori.bot.chat.Reply;
import jp.mimamori.bot.chat.discord.local.Faults;
import org.junit.jupiter.api.Test;

/** Acts are kept in the order in which people did them, and shown as asked only once kept. */
class DiscordOrderTest extends AtLocalDiscord {
  private final List<String> kept = new CopyOnWriteArrayList<>();
  private final CountDownLatch arrived = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);

  /** The first act is held until it is let go. */
  private void holdsTheFirst() {
    platform.start(
        (incoming, reply) -> {
          if (arrived.getCount() > 0) {
            arrived.countDown();
            await(released);
          }
          kept.add(incoming.person().id() + " " + incoming.getClass().getSimpleName());
          reply.accept(new Reply.Nothing());
        });
    new LocalPeople(discord).listened();
  }

  @Test
  void aPressDoesNotOvertakeTheMessageBeforeIt() {
    String elsewhere = discord.guild().channel("elsewhere");
    String third = discord.guild().channel("third");
    String bert = discord.guild().person("bert");
    holdsTheFirst();
    String message = delivered(post("k", false));

    discord.people().asks(anna, channel, "まだ押していません");
    await(arrived);
    discord.people().presses(anna, channel, message, TAKE);
    discord.people().presses(bert, channel, message, TAKE);
    discord.people().asks(bert, elsewhere, "彼は同じ順に");
    String carl = discord.guild().person("carl");
    discord.people().asks(carl, elsewhere, "彼女のあとに");
    String dora = discord.guild().person("dora");
    discord.people().asks(dora, third, "誰にも待たされません");

    Eventually.so(() -> !kept.isEmpty(), "who shares neither person nor channel waits for nobody");
    assertEquals(List.of(dora + " Question"), kept);
    released.countDown();
    Eventually.so(() -> kept.size() == 6);
    assertEquals(
        List.of(
            anna + " Question",
            anna + " Press",
            bert + " Press",
            bert + " Question",
            carl + " Question"),
        kept.subList(1, 6));
  }

  @Test
  void aQuestionByCommandIsShownOnceItIsKept() {
    holdsTheFirst();
    discord.people().orders(anna, channel, "ask", Map.of("question", "いつまでに？"));
    await(arrived);
    assertEquals(List.of(""), Reading.in(discord, channel), "it thinks, and shows nothing yet");
    released.countDown();
    Eventually.so(() -> Reading.in(discord, channel).getFirst().contains("いつまでに？"));
  }

  @Test
  void aQuestionThatCanNotBeKeptIsNotShownAsAsked() {
    refusesAll();
    discord.people().orders(anna, channel, "ask", Map.of("question", "いつまでに？"));
    Eventually.so(
        () ->
            Reading.in(discord, channel).size() == 1
                && Reading.in(discord, channel).getFirst().contains("受け付けられませんでした"));
  }

  @Test
  void aPrivateQuestionThatCanNotBeKeptIsNotShownAsAskedEither() {
    refusesAll();
    discord.people().orders(anna, channel, "ask", Map.of("question", "内緒です", "private", true));
    String conversation = discord.guild().conversation(anna);
    Eventually.so(
        () ->
            discord.board().in(conversation).stream()
                .map(Reading::text)
                .anyMatch(text -> text.contains("受け付けられませんでした")));
    assertTrue(
        discord.board().in(conversation).stream()
            .map(Reading::text)
            .noneMatch(t -> t.contains("内緒")));
    assertEquals(List.of(), Reading.in(discord, channel));
  }

  @Test
  void whoTakesNoDirectMessagesIsToldThatAPrivateQuestionCanNotBeAsked() {
    holdsTheFirst();
    released.countDown();
    discord
        .faults()
        .nextPosts(1, new Faults.Kind.Denied(403, 50007, "Cannot send messages to this user"));
    discord.people().orders(anna, channel, "ask", Map.of("question", "内緒です", "private", true));
    ObjectNode told = discord.board().tells(anna);
    assertTrue(Reading.text(told).contains("ダイレクトメッセージをお送りできません"), Reading.text(told));
    assertEquals(List.of(), kept);
  }

  private void refusesAll() {
    platform.start(
        (_, _) -> {
          throw new IllegalStateException("the store is full");
        });
    new LocalPeople(discord).listened();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(20, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
