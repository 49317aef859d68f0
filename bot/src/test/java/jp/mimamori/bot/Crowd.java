package jp.mimamori.bot;

import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jp.mimamori.bot.chat.web.WebClient;

/**
 * People at the page, all at once, while the service dies under them. They note what they did and
 * what they were told of it.
 */
final class Crowd {
  static final Set<String> ANALYSTS = Set.of("sato", "takahashi");

  private static final List<String> ALERTS = List.of("sakura-alerts", "minato-alerts");

  /** Yes and no to what waits for a second person or for the customer. */
  private static final Set<String> DECISIONS = Set.of("承認", "却下", "同意", "拒否");

  /** Printing takes long, so it is asked for now and then only. */
  private static final String REPORT = "報告書";

  private static final List<String> QUESTIONS =
      List.of(
          "解約したいときはいつまでに言えばいい？",
          "データセンターはどこにありますか？",
          "What does it cost for 30 PCs a year?",
          "ランサムウェアに感染したかもしれません",
          "担当者と話したい",
          "隔離された端末はどうなりますか？");
  private static final int SHORTEST_PAUSE_MILLIS = 10;
  private static final int LONGEST_PAUSE_MILLIS = 80;
  private static final int BETWEEN_TROUBLES_MILLIS = 60;
  private static final int LONGEST_ROUND_SECONDS = 20;

  private final Queue<Act> acts = new ConcurrentLinkedQueue<>();
  private final List<Person> people;

  enum Kind {
    QUESTION("/ask"),
    PRESS("/press");

    private final String path;

    Kind(String path) {
      this.path = path;
    }
  }

  /** What the service said to an act. */
  enum Told {
    ACCEPTED,
    REFUSED,
    /** It was killed: nobody knows whether the act arrived. */
    NOTHING
  }

  /** Something that somebody sent; sent again, it has the same fields. */
  record Act(Kind kind, String visitor, Map<String, String> fields, Told told) {
    String field(String name) {
      return String.valueOf(fields.get(name));
    }
  }

  Crowd(Random chance) {
    people =
        Stream.of("sato", "takahashi", "tanaka", "ito")
            .map(visitor -> new Person(visitor, new Random(chance.nextLong())))
            .toList();
  }

  List<Act> acts(Kind kind) {
    return acts.stream().filter(act -> act.kind() == kind).toList();
  }

  /**
   * Everybody acts, and the EDR stirs; so long after so many acts were accepted, the service is
   * killed.
   */
  void actUntilItIsKilled(Child service, Unrest unrest, int accepted, int millis) {
    int port = service.port();
    var enough = new CountDownLatch(accepted);
    List<Future<?>> lives;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      try {
        lives =
            Stream.concat(
                    people.stream()
                        .<Runnable>map(person -> () -> person.act(service, port, enough)),
                    Stream.of(() -> stir(service, unrest)))
                .<Future<?>>map(threads::submit)
                .toList();
        var _ = enough.await(LONGEST_ROUND_SECONDS, TimeUnit.SECONDS);
        if (!service.lives(millis)) {
          throw new AssertionError("the service died by itself");
        }
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      } finally {
        service.kill();
      }
    }
    for (Future<?> life : lives) {
      try {
        life.get();
      } catch (InterruptedException | ExecutionException e) {
        throw new AssertionError(e);
      }
    }
  }

  private static void stir(Child service, Unrest unrest) {
    while (service.lives(BETWEEN_TROUBLES_MILLIS)) {
      unrest.stir();
    }
  }

  /** Somebody who does this and that. */
  private final class Person {
    private final String visitor;
    private final Random chance;

    /** Questions of which nobody knows whether they arrived: the page keeps them. */
    private final Deque<Map<String, String>> kept = new ArrayDeque<>();

    Person(String visitor, Random chance) {
      this.visitor = visitor;
      this.chance = chance;
    }

    void act(Child service, int port, CountDownLatch enough) {
      try (var page = WebClient.signedIn(port, visitor)) {
        while (service.lives(chance.nextInt(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS))) {
          switch (visitor) {
            // Their alerts are shared with them: they see the buttons, and may press none.
            case "tanaka" ->
                actAsCustomer(page, List.of("sakura-support", "sakura-alerts"), enough);
            case "ito" -> actAsCustomer(page, List.of("minato-support"), enough);
            default -> press(page, chance.nextInt(5) == 0 ? "desk" : any(ALERTS), enough);
          }
        }
      } catch (UncheckedIOException itWasKilled) {
        // What was under way is noted where it was sent.
      }
    }

    private void actAsCustomer(WebClient page, List<String> channels, CountDownLatch enough) {
      Map<String, String> question = kept.poll();
      if (question != null) {
        send(page, Kind.QUESTION, question, enough);
      } else if (chance.nextBoolean()) {
        send(
            page,
            Kind.QUESTION,
            Map.of("channel", channels.getFirst(), "text", any(QUESTIONS), "act", WebClient.act()),
            enough);
      } else {
        press(page, chance.nextInt(5) == 0 ? channels.getLast() : channels.getFirst(), enough);
      }
    }

    private void press(WebClient page, String channel, CountDownLatch enough) {
      List<WebClient.Shown> buttons =
          page.buttons(channel).stream()
              .filter(shown -> !shown.label().equals(REPORT) || chance.nextInt(20) == 0)
              .toList();
      if (buttons.isEmpty()) {
        return;
      }
      List<WebClient.Shown> decisions =
          buttons.stream().filter(shown -> DECISIONS.contains(shown.label())).toList();
      WebClient.Shown shown =
          any(decisions.isEmpty() || chance.nextBoolean() ? buttons : decisions);
      send(
          page,
          Kind.PRESS,
          Map.of(
              "channel", channel,
              "message", shown.message(),
              "button", shown.button(),
              "confirmed", "true",
              "act", WebClient.act()),
          enough);
    }

    private void send(
        WebClient page, Kind kind, Map<String, String> fields, CountDownLatch enough) {
      try {
        int status = page.post(kind.path, fields).statusCode();
        boolean accepted = status / 100 == 2;
        acts.add(new Act(kind, visitor, fields, accepted ? Told.ACCEPTED : Told.REFUSED));
        if (accepted) {
          enough.countDown();
        }
      } catch (UncheckedIOException itWasKilled) {
        acts.add(new Act(kind, visitor, fields, Told.NOTHING));
        if (kind == Kind.QUESTION) {
          kept.add(fields);
        }
        throw itWasKilled;
      }
    }

    private <T> T any(List<T> choice) {
      return choice.get(chance.nextInt(choice.size()));
    }
  }
}
