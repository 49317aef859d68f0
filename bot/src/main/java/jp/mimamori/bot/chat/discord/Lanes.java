package jp.mimamori.bot.chat.discord;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Work that must not overtake other work: what shares a lane is done in the order in which it was
 * given, the rest at the same time. Whoever gives it does not wait.
 */
final class Lanes {
  private final Executor threads;
  private final Map<String, CompletableFuture<?>> last = new HashMap<>();

  Lanes(Executor threads) {
    this.threads = threads;
  }

  /** Does the work after all that was given before on any of these lanes. */
  synchronized void run(List<String> lanes, Runnable work) {
    CompletableFuture<?>[] before =
        lanes.stream().map(last::get).filter(Objects::nonNull).toArray(CompletableFuture[]::new);
    CompletableFuture<?> done =
        CompletableFuture.allOf(before).handleAsync((_, _) -> done(work), threads);
    lanes.forEach(lane -> last.put(lane, done));
    var _ = done.whenComplete((_, _) -> leave(lanes, done));
  }

  private static boolean done(Runnable work) {
    work.run();
    return true;
  }

  private synchronized void leave(List<String> lanes, CompletableFuture<?> done) {
    lanes.forEach(lane -> last.remove(lane, done));
  }
}
