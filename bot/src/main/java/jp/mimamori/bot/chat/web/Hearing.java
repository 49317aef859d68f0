package jp.mimamori.bot.chat.web;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import jp.mimamori.bot.chat.ChatPlatform.Listener;
import jp.mimamori.bot.chat.ChatPlatform.Reply;
import jp.mimamori.bot.chat.Incoming;
import jp.mimamori.bot.chat.Person;
import jp.mimamori.bot.chat.Place;
import jp.mimamori.bot.chat.web.Message.Content;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the listener what people do, each act on a thread of its own. What somebody typed is told
 * until the listener has taken it: after a crash, again at the next start.
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

  /** Tells what was typed before the last end of the process and heard by nobody. */
  void catchUp() {
    for (Message message : store.unheard()) {
      question(message, _ -> {});
    }
  }

  void question(Message message, Reply reply) {
    if (message.content() instanceof Content.Said(String person, String name, String text)) {
      var asked =
          new Incoming.Question(
              message.id(),
              new Person(WebPlatform.NAME, person, name),
              Place.thread(message.channel(), message.root()),
              text);
      threads.execute(
          () -> {
            if (told(asked, reply)) {
              store.heard(message.id());
            }
          });
    }
  }

  void press(Incoming.Press press, Reply reply) {
    threads.execute(() -> told(press, reply));
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
