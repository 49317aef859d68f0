package jp.mimamori.bot.chat.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Card.Tone;
import jp.mimamori.bot.chat.ChatPlatform.PostKey;
import jp.mimamori.bot.chat.ChatPlatform.Receipt;
import jp.mimamori.bot.chat.Incoming;
import jp.mimamori.bot.chat.Place;
import jp.mimamori.bot.chat.Reply;
import jp.mimamori.bot.chat.discord.local.Faults;
import jp.mimamori.bot.chat.discord.local.Guild;
import jp.mimamori.knowledge.Language;
import org.junit.jupiter.api.Test;

/** Many at once, with a Discord that stumbles: nothing is lost, doubled, or out of order. */
class DiscordLoadTest {
  private static final int QUESTIONS = Integer.getInteger("mimamori.load.questions", 2_000);
  private static final int ALERTS = Integer.getInteger("mimamori.load.alerts", 500);
  private static final int CHANNELS = 10;

  /** So many questions are on their way at once. */
  private static final int IN_FLIGHT = 64;

  @Test
  void everyQuestionIsHeardAndAnsweredOnceAndEveryAlertShownInItsOrder() throws Exception {
    try (var discord = LocalPeople.discord()) {
      List<String> channels =
          IntStream.range(0, CHANNELS).mapToObj(i -> discord.guild().channel("c" + i)).toList();
      String anna = discord.guild().person("anna");
      Map<String, Integer> heard = new ConcurrentHashMap<>();
      Map<String, Long> asked = new ConcurrentHashMap<>();
      long[] nanos = new long[QUESTIONS];
      var free = new Semaphore(IN_FLIGHT);
      var platform = LocalPeople.platform(discord, Set.copyOf(channels), GatewayLease.ALONE);
      try (platform;
          var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        platform.start(
            (incoming, reply) -> {
              var question = (Incoming.Question) incoming;
              heard.merge(question.text(), 1, Integer::sum);
              reply.accept(new Reply.Nothing());
              threads.execute(
                  () -> {
                    posted(platform, question.place(), question.text(), Tone.PLAIN);
                    int number = Integer.parseInt(question.text());
                    nanos[number] =
                        System.nanoTime() - Objects.requireNonNull(asked.get(question.text()));
                    free.release();
                  });
            });
        new LocalPeople(discord).listened();
        discord.faults().nextPosts(20, new Faults.Kind.Broken(502));
        discord.faults().nextPosts(20, new Faults.Kind.Slowed(0.05, false));
        discord.faults().nextPosts(20, new Faults.Kind.ReplyLost());

        long begun = System.nanoTime();
        List<Future<?>> posting = new ArrayList<>();
        for (int c = 0; c < CHANNELS; c++) {
          String channel = channels.get(c);
          posting.add(
              threads.submit(
                  () -> {
                    for (int i = 0; i < ALERTS / CHANNELS; i++) {
                      posted(platform, Place.channel(channel), "alert " + i, Tone.URGENT);
                    }
                  }));
        }
        for (int i = 0; i < QUESTIONS; i++) {
          free.acquire();
          asked.put("" + i, System.nanoTime());
          discord.people().asks(anna, channels.get(i % CHANNELS), "" + i);
        }
        free.acquire(IN_FLIGHT);
        for (Future<?> one : posting) {
          one.get();
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        Arrays.sort(nanos);
        System.out.printf(
            "%d questions and %d alerts in %.1f s: %.0f posts/s; question to answer p50 %d ms, p95"
                + " %d ms%n",
            QUESTIONS,
            ALERTS,
            seconds,
            (QUESTIONS + ALERTS) / seconds,
            nanos[QUESTIONS / 2] / 1_000_000,
            nanos[QUESTIONS * 95 / 100] / 1_000_000);
      }

      assertEquals(QUESTIONS, heard.size());
      assertEquals(Set.of(1), new HashSet<>(heard.values()), "each heard once");
      List<String> answers = new ArrayList<>();
      for (String channel : channels) {
        List<String> alerts =
            discord.board().in(channel).stream()
                .filter(message -> message.path("author").path("id").asText().equals(Guild.BOT))
                .map(Reading::text)
                .toList();
        assertEquals(
            IntStream.range(0, ALERTS / CHANNELS).mapToObj(i -> "alert " + i).toList(), alerts);
        discord.board().shownIn(channel).stream()
            .map(Reading::text)
            .filter(text -> !text.startsWith("alert"))
            .forEach(answers::add);
      }
      assertEquals(QUESTIONS, answers.size());
      assertEquals(QUESTIONS, new HashSet<>(answers).size(), "each answered once");
    }
  }

  /** As the courier does: until it is delivered, looking first once it was unclear. */
  private static void posted(DiscordPlatform platform, Place place, String text, Tone tone) {
    String key = place + " " + text;
    boolean perhaps = false;
    for (int tried = 0; tried < 50; tried++) {
      Receipt receipt =
          platform.post(
              place, new Card(text, tone, Language.EN, List.of()), new PostKey(key, perhaps));
      switch (receipt) {
        case Receipt.Delivered _ -> {
          return;
        }
        case Receipt.TryAgain _ -> perhaps |= tried > 0;
        case Receipt.Unclear _ -> perhaps = true;
        case Receipt.Refused(String reason) -> throw new AssertionError(reason);
      }
    }
    throw new AssertionError(text + " never arrived");
  }
}
