package jp.mimamori.bot.chat.slack;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket to Slack: sends one frame after the other, and knows when it last heard anything.
 */
final class Socket {
  /** For a socket that is only tried. */
  static final Ears DEAF =
      new Ears() {
        @Override
        public void heard(Socket socket, String message) {}

        @Override
        public void lost() {}
      };

  private final Ears ears;
  private final long patienceMillis;
  private final ReentrantLock sending = new ReentrantLock(true);
  private volatile @Nullable WebSocket web;

  /** Of the JVM's own clock, which nobody sets: only differences count. */
  private volatile long heardNanos = System.nanoTime();

  private volatile boolean open = true;
  private volatile boolean leaving;

  private Socket(Ears ears, Duration patience) {
    this.ears = ears;
    this.patienceMillis = patience.toMillis();
  }

  /** Throws {@link CompletionException} if it can't be opened. */
  static Socket open(HttpClient http, URI url, Duration patience, Ears ears) {
    var socket = new Socket(ears, patience);
    socket.web =
        http.newWebSocketBuilder()
            .connectTimeout(patience)
            .buildAsync(url, socket.new Frames())
            .join();
    return socket;
  }

  boolean isOpen() {
    return open;
  }

  boolean isAlive(Duration silence) {
    return open && System.nanoTime() - heardNanos < silence.toNanos();
  }

  /** Slack will close it soon. */
  void leaving() {
    leaving = true;
  }

  boolean isLeaving() {
    return leaving;
  }

  /** Returns whether it went out. */
  boolean send(String text) {
    return sent(socket -> socket.sendText(text, true).join());
  }

  void ping() {
    if (!sent(socket -> socket.sendPing(ByteBuffer.allocate(0)).join())) {
      open = false;
    }
  }

  /** Says goodbye. What is still to be sent goes by another socket. */
  void leave() {
    var _ =
        sent(
            socket ->
                socket
                    .sendClose(WebSocket.NORMAL_CLOSURE, "")
                    .orTimeout(patienceMillis, TimeUnit.MILLISECONDS)
                    .join());
    open = false;
  }

  void abort() {
    open = false;
    WebSocket socket = web;
    if (socket != null) {
      socket.abort();
    }
  }

  private boolean sent(Frame frame) {
    WebSocket socket = web;
    if (socket == null || !open || socket.isOutputClosed()) {
      return false;
    }
    sending.lock();
    try {
      frame.to(socket);
      return true;
    } catch (CompletionException lost) {
      return false;
    } finally {
      sending.unlock();
    }
  }

  /** Something to be sent. */
  @FunctionalInterface
  private interface Frame {
    void to(WebSocket socket);
  }

  /** What comes in. */
  private final class Frames implements WebSocket.Listener {
    private final StringBuilder message = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      heardNanos = System.nanoTime();
      message.append(part);
      if (last) {
        String whole = message.toString();
        message.setLength(0);
        ears.heard(Socket.this, whole);
      }
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket socket, ByteBuffer data) {
      heardNanos = System.nanoTime();
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer data) {
      heardNanos = System.nanoTime();
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      open = false;
      ears.lost();
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      open = false;
      ears.lost();
    }
  }

  /** What a socket tells. */
  interface Ears {
    void heard(Socket socket, String message);

    void lost();
  }
}
