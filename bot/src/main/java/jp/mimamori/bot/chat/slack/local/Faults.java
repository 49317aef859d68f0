package jp.mimamori.bot.chat.slack.local;

import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The faults that lie in wait, each for one call. */
public final class Faults {
  private final Map<String, Queue<Fault>> waiting = new ConcurrentHashMap<>();
  private final Map<String, Fault> lasting = new ConcurrentHashMap<>();

  /**
   * The next call of a method meets this; the one after it the next that was put.
   *
   * @param method such as {@code chat.postMessage}
   */
  public void next(String method, Fault fault) {
    waiting.computeIfAbsent(method, _ -> new ConcurrentLinkedQueue<>()).add(fault);
  }

  /** Every call of a method meets this until it is mended. */
  public void lasting(String method, Fault fault) {
    lasting.put(method, fault);
  }

  public void mend(String method) {
    lasting.remove(method);
    waiting.remove(method);
  }

  Optional<Fault> of(String method) {
    Queue<Fault> queue = waiting.get(method);
    Fault next = queue == null ? null : queue.poll();
    return Optional.ofNullable(next == null ? lasting.get(method) : next);
  }
}
