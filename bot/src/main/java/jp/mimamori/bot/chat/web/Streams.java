package jp.mimamori.bot.chat.web;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import jp.mimamori.bot.chat.web.Stream.Signal;

/** All open pages of this process. */
final class Streams {
  /** Browsers open six connections to a host at most; two stay free for questions and presses. */
  private static final int PER_SESSION = 4;

  private final CopyOnWriteArrayList<Stream> open = new CopyOnWriteArrayList<>();
  private volatile boolean ended;

  Stream open(String session) {
    var stream = new Stream(session);
    open.add(stream);
    List<Stream> ofSession =
        open.stream().filter(other -> other.session().equals(session)).toList();
    ofSession.stream()
        .limit(Math.max(0, ofSession.size() - PER_SESSION))
        .forEach(oldest -> oldest.tell(new Signal.Parked()));
    if (ended) {
      stream.tell(new Signal.Ended());
    }
    return stream;
  }

  void close(Stream stream) {
    open.remove(stream);
  }

  void changed(Message message) {
    var changed = new Signal.Changed(message.channel(), message.root());
    open.forEach(stream -> stream.tell(changed));
  }

  void tell(String session, Signal.Told told) {
    open.stream().filter(stream -> stream.session().equals(session)).forEach(s -> s.tell(told));
  }

  void end(String session) {
    open.stream()
        .filter(stream -> stream.session().equals(session))
        .forEach(stream -> stream.tell(new Signal.Ended()));
  }

  void endAll() {
    ended = true;
    open.forEach(stream -> stream.tell(new Signal.Ended()));
  }
}
