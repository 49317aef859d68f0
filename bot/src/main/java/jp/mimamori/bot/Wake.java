package jp.mimamori.bot;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does a piece of work soon, on a thread of its own: however often it is asked for while it waits,
 * once. A convenience, so that nobody waits for a bell; nothing depends on it. Sleeps until {@link
 * #awake}, so that a test that moves the time by hand is not helped.
 */
final class Wake implements Runnable, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Wake.class);
  private static final long GRACE_SECONDS = 10;

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("wake").factory());
  private final AtomicBoolean asked = new AtomicBoolean();
  private final Runnable work;
  private volatile boolean awake;

  Wake(Runnable work) {
    this.work = work;
  }

  void awake() {
    awake = true;
  }

  @Override
  public void run() {
    if (awake && !thread.isShutdown() && asked.compareAndSet(false, true)) {
      thread.execute(this::work);
    }
  }

  private void work() {
    asked.set(false);
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.error("work done soon failed; a bell will ring for it", e);
    }
  }

  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
