package jp.mimamori.bot.chat.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Card.Block;
import jp.mimamori.bot.chat.Card.Tone;
import jp.mimamori.bot.chat.ChatPlatform.PostKey;
import jp.mimamori.bot.chat.ChatPlatform.Receipt;
import jp.mimamori.bot.chat.Incoming;
import jp.mimamori.bot.chat.Place;
import jp.mimamori.bot.chat.Reply;
import jp.mimamori.bot.chat.slack.local.Fault;
import jp.mimamori.bot.chat.slack.local.LocalSlack;
import jp.mimamori.bot.chat.slack.local.Workspace;
import jp.mimamori.knowledge.Language;
import org.junit.jupiter.api.Test;

/** Much at once: nothing lost, nothing doubled, nothing out of order. */
class SlackLoadTest {
  private static final int MESSAGES = 2_000;
  private static final int ALERTS = 500;

  private volatile Instant now = Instant.parse("2026-11-24T01:00:00Z");
  private final InstantSource clock = () -> now;

  /** A post that waits for its turn, as an outbox keeps it. */
  private record Due(Card card, PostKey key, Instant at) {}

  @Test
  void twoThousandMessagesAndFiveHundredAlerts() throws Exception {
    Queue<String> heard = new ConcurrentLinkedQueue<>();
    try (LocalSlack slack = new LocalSlack(0, clock);
        SlackPlatform platform = new SlackPlatform(Quick.settings(slack), clock)) {
      slack.workspace().add(new Workspace.Channel("C1", "support"));
      slack.workspace().add(new Workspace.Channel("C2", "alerts"));
      slack.workspace().add(new Workspace.User("U1", "Anna"));
      platform.start(
          (incoming, reply) -> {
            heard.add(((Incoming.Question) incoming).text());
            reply.accept(new Reply.Nothing());
          });
      Quick.until(Duration.ofSeconds(10), () -> slack.socketsOpen() == 1);
      // How long an answer takes is printed, not asserted: a busy machine is no fault.
      slack.people().patience(Duration.ofSeconds(60));

      List<Long> nanos = Collections.synchronizedList(new ArrayList<>());
      long begin = System.nanoTime();
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        Future<Integer> alerts = threads.submit(() -> postAll(slack, platform));
        List<Future<?>> people = new ArrayList<>();
        for (int person = 0; person < 64; person++) {
          int first = person;
          people.add(
              threads.submit(
                  () -> {
                    for (int i = first; i < MESSAGES; i += 64) {
                      long asked = System.nanoTime();
                      var told =
                          slack
                              .people()
                              .says("U1", "C1", "<@UBOT> question " + i, Optional.empty());
                      nanos.add(System.nanoTime() - asked);
                      assertTrue(told.acknowledged());
                      assertEquals(1, told.attempts());
                    }
                  }));
        }
        for (Future<?> person : people) {
          person.get();
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        Collections.sort(nanos);
        System.out.printf(
            "%d messages in %.1f s: %.0f/s; acknowledged after %.1f ms (median), %.1f ms (99 %%)%n",
            MESSAGES,
            seconds,
            MESSAGES / seconds,
            nanos.get(MESSAGES / 2) / 1e6,
            nanos.get(MESSAGES * 99 / 100) / 1e6);
        System.out.printf("%d alerts, put off %d times%n", ALERTS, alerts.get());
      }

      assertEquals(MESSAGES, heard.size());
      assertEquals(MESSAGES, new HashSet<>(heard).size());
      List<String> posted =
          slack.workspace().messages("C2").stream()
              .map(message -> message.at("/blocks/0/text/text").asText())
              .toList();
      assertEquals(IntStream.range(0, ALERTS).mapToObj(i -> "alert " + i).toList(), posted);
    }
  }

  /**
   * As a courier does: whatever is put off comes again at its time, whatever is unclear is looked
   * for.
   */
  private int postAll(LocalSlack slack, SlackPlatform platform) {
    Deque<Due> waiting = new ArrayDeque<>();
    IntStream.range(0, ALERTS)
        .forEach(
            i -> waiting.add(new Due(card("alert " + i), new PostKey("alert " + i, false), now)));
    int putOff = 0;
    int tries = 0;
    while (!waiting.isEmpty()) {
      Due due = waiting.removeFirst();
      if (due.at().isAfter(now)) {
        now = due.at();
      }
      if (++tries % 50 == 0) {
        slack.faults().next("chat.postMessage", new Fault.Drops(tries % 100 == 0));
      }
      switch (platform.post(Place.channel("C2"), due.card(), due.key())) {
        case Receipt.Delivered _ -> {}
        case Receipt.TryAgain(Duration after) -> {
          putOff++;
          waiting.add(new Due(due.card(), due.key(), now.plus(after)));
          order(waiting);
        }
        case Receipt.Unclear _ ->
            waiting.addFirst(new Due(due.card(), new PostKey(due.key().id(), true), now));
        case Receipt.Refused(String reason) -> throw new AssertionError(reason);
      }
    }
    return putOff;
  }

  private static void order(Deque<Due> waiting) {
    List<Due> sorted = new ArrayList<>(waiting);
    sorted.sort(Comparator.comparing(Due::at));
    waiting.clear();
    waiting.addAll(sorted);
  }

  private static Card card(String title) {
    return new Card(title, Tone.PLAIN, Language.EN, List.of(new Block.Text("Words.")));
  }
}
