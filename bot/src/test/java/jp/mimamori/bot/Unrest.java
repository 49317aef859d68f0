package jp.mimamori.bot;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import jp.mimamori.bot.edr.Endpoint;
import jp.mimamori.bot.edr.simulator.Simulator;

/** What happens at the simulated EDR meanwhile: events, and trouble of every kind. */
final class Unrest {
  static final List<String> CUSTOMERS = List.of("9001", "9002");

  /** How soon a 429 wants to be asked again; as a service that is to be killed soon can wait. */
  private static final int RETRY_AFTER_SECONDS = 1;

  private final Simulator edr;
  private final Random chance;
  private final Set<String> raised = new ConcurrentSkipListSet<>();
  private final AtomicInteger troubles = new AtomicInteger();

  Unrest(Simulator edr, Random chance) {
    this.edr = edr;
    this.chance = chance;
    edr.trouble("retryAfterSeconds", Integer.toString(RETRY_AFTER_SECONDS));
  }

  /** The ids of all events so far. */
  Set<String> raised() {
    return raised;
  }

  int troubles() {
    return troubles.get();
  }

  void raise() {
    raised.add(edr.raise(any(CUSTOMERS)));
  }

  /** Something happens. */
  void stir() {
    int what = chance.nextInt(20);
    if (what < 5) {
      raise();
      return;
    }
    troubles.incrementAndGet();
    switch (what) {
      case 5, 6, 7, 8, 9, 10 -> edr.faults().lostReplies(1);
      case 11, 12 -> edr.faults().tooManyRequests(1);
      case 13 -> edr.faults().serverErrors(1);
      case 14 -> edr.faults().failedTasks(1);
      case 15 -> edr.faults().staleEtags(1);
      case 16 -> edr.faults().duplicates(1);
      case 17 -> edr.faults().expiredPages(1);
      default -> edr.offline(any(edr.endpoints(any(CUSTOMERS))), chance.nextBoolean());
    }
  }

  /** All endpoints come back, and nothing more happens. */
  void end() {
    for (String customer : CUSTOMERS) {
      for (Endpoint endpoint : edr.endpoints(customer)) {
        edr.offline(endpoint, false);
      }
    }
    for (String fault :
        List.of(
            "lostReplies",
            "tooManyRequests",
            "serverErrors",
            "failedTasks",
            "staleEtags",
            "duplicates",
            "expiredPages")) {
      edr.trouble(fault, "0");
    }
  }

  private <T> T any(List<T> choice) {
    return choice.get(chance.nextInt(choice.size()));
  }
}
