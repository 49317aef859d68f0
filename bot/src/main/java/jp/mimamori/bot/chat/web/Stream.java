package jp.mimamori.bot.chat.web;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import jp.mimamori.bot.chat.Reply;

/**
 * What one open page has yet to hear. It keeps what is out of date, never what to show: the page is
 * drawn from the store when its turn comes, so that ten changes cost one drawing.
 */
final class Stream {
  /** Something for the page. */
  sealed interface Signal {
    record Changed(String channel, String root) implements Signal {}

    /**
     * What one person is told.
     *
     * @param to the message beside which it belongs
     * @param act the browser's name for what it answers
     * @param button by which it came about; empty for a question
     */
    record Told(Message to, String act, String button, Reply reply) implements Signal {}

    /** Nothing for a while: proves that both ends are there. */
    record Quiet() implements Signal {}

    /** The page should leave its place to newer ones until somebody looks at it again. */
    record Parked() implements Signal {}

    record Ended() implements Signal {}
  }

  private final String session;
  private final LinkedBlockingQueue<Signal> signals = new LinkedBlockingQueue<>();

  Stream(String session) {
    this.session = session;
  }

  String session() {
    return session;
  }

  void tell(Signal signal) {
    if (!signals.contains(signal)) {
      signals.add(signal);
    }
  }

  Signal next(Duration patience) throws InterruptedException {
    Signal signal = signals.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    return signal == null ? new Signal.Quiet() : signal;
  }
}
