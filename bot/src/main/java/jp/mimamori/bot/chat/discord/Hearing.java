package jp.mimamori.bot.chat.discord;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import jp.mimamori.bot.chat.ChatPlatform.Listener;
import jp.mimamori.bot.chat.Incoming;
import jp.mimamori.bot.chat.Reply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands acts to the listener, and counts those that have no reply yet. */
final class Hearing {
  private static final Logger LOG = LoggerFactory.getLogger(Hearing.class);

  private final Listener listener;
  private final Underway underway;

  Hearing(Listener listener, Underway underway) {
    this.listener = listener;
    this.underway = underway;
  }

  /** Returns false if the act can't be kept: then nothing will come of it, and no reply. */
  boolean keeps(Incoming act, Consumer<Reply> reply) {
    underway.begin();
    var open = new AtomicBoolean(true);
    try {
      listener.hear(
          act,
          answer -> {
            try {
              reply.accept(answer);
            } finally {
              end(open);
            }
          });
      return true;
    } catch (RuntimeException e) {
      // The message may quote what a person wrote; its kind may not.
      LOG.error(
          "{} {} can't be kept: {}",
          act.getClass().getSimpleName(),
          act.event(),
          e.getClass().getSimpleName());
      end(open);
      return false;
    }
  }

  private void end(AtomicBoolean open) {
    if (open.getAndSet(false)) {
      underway.end();
    }
  }
}
