package jp.mimamori.bot.chat.discord;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * One at a time in each place: first what is urgent, then in the order of the calls. Places do not
 * wait for each other.
 */
final class Turns {
  private final ConcurrentHashMap<String, Line> lines = new ConcurrentHashMap<>();
  private final AtomicLong calls = new AtomicLong();

  /** Does the work when it is its turn, on the caller's thread. */
  <T> T take(String place, boolean urgent, Supplier<T> work) {
    var ticket = new Ticket(urgent, calls.incrementAndGet(), new Semaphore(0));
    lines.compute(place, (_, line) -> (line == null ? new Line() : line).joinedBy(ticket));
    ticket.called().acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      lines.compute(place, (_, line) -> line != null && line.callsNext() ? line : null);
    }
  }

  private record Ticket(boolean urgent, long call, Semaphore called) {}

  /** Who waits in one place; there is a line as long as somebody is in it. */
  private static final class Line {
    private final PriorityQueue<Ticket> waiting =
        new PriorityQueue<>(
            Comparator.comparing(Ticket::urgent).reversed().thenComparingLong(Ticket::call));
    private boolean busy;

    Line joinedBy(Ticket ticket) {
      waiting.add(ticket);
      if (!busy) {
        busy = callsNext();
      }
      return this;
    }

    boolean callsNext() {
      Ticket next = waiting.poll();
      if (next != null) {
        next.called().release();
      }
      return next != null;
    }
  }
}
