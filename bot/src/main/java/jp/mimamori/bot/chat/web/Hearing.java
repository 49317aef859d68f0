package jp.mimamori.bot.chat.web;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import jp.mimamori.bot.chat.ChatPlatform.Listener;
import jp.mimamori.bot.chat.ChatPlatform.Reply;
import jp.mimamori.bot.chat.Incoming;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the listener what people do, each act on a thread of its own. What the store keeps for us
 * is told until the listener has taken it: after a crash, again at the next start.
 */
final class Hearing implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Hearing.class);
  private static final long GRACE_SECONDS = 10;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final MessageStore store;
  private final Listener listener;

  Hearing(MessageStore store, Listener listener) {
    this.store = store;
    this.listener = listener;
  }

  /** Tells what was done before the last end of the process and heard by nobody. */
  void catchUp() {
    store.unheard().forEach(act -> tell(act, _ -> {}));
  }

  /** Tells of an act that the store keeps. */
  void tell(Incoming act, Reply reply) {
    threads.execute(
        () -> {
          if (told(act, reply)) {
            store.heard(act);
          }
        });
  }

  private boolean told(Incoming incoming, Reply reply) {
    try {
      listener.hear(incoming, reply);
      return true;
    } catch (RuntimeException failure) {
      log.error("Act {} was not heard", incoming.event(), failure);
      return false;
    }
  }

  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException _) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
