package jp.mimamori.bot.chat.slack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.socket_mode.request.SocketModeRequest;
import com.slack.api.bolt.socket_mode.request.SocketModeRequestParser;
import com.slack.api.methods.response.apps.connections.AppsConnectionsOpenResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Socket Mode (https://docs.slack.dev/apis/events-api/using-socket-mode): one socket at a time,
 * kept alive by us, each envelope on a thread of its own. An acknowledgement goes out on the socket
 * that brought the envelope, or, if that is gone, on the one after it; what is not acknowledged
 * Slack delivers again.
 *
 * <p>Slack's library reads the envelopes; its own client is not used: RATIONALE.md, "Slack's
 * socket".
 */
final class SocketMode implements Receiver {
  private static final Duration GRACE = Duration.ofSeconds(10);

  /** Slack waits 3 s for an acknowledgement; so long one waits for the next socket. */
  private static final Duration SUCCESSION = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(SocketMode.class);

  private final SlackApi api;
  private final Dispatch dispatch;
  private final SlackTiming timing;
  private final SocketModeRequestParser parser;
  private final HttpClient http = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore attention = new Semaphore(0);
  private final Object arrival = new Object();

  /** One party for each envelope in hand, and one for the receiver itself. */
  private final Phaser inHand = new Phaser(1);

  private volatile @Nullable Socket current;
  private volatile boolean closed;

  SocketMode(SlackApi api, Dispatch dispatch, AppConfig config, SlackTiming timing) {
    this.api = api;
    this.dispatch = dispatch;
    this.timing = timing;
    this.parser = new SocketModeRequestParser(config);
  }

  @Override
  public void start() {
    threads.execute(this::keep);
  }

  /** Whether a socket is open and was heard from a moment ago. */
  boolean isAlive() {
    Socket socket = current;
    return socket != null && socket.isAlive(timing.silence());
  }

  /** Keeps a living socket until the end. */
  private void keep() {
    int failures = 0;
    while (!closed) {
      Socket socket = current;
      if (socket == null || !socket.isAlive(timing.silence())) {
        if (socket != null) {
          LOG.warn("Slack's socket is {}; opening another", socket.isOpen() ? "silent" : "gone");
          socket.abort();
          current = null;
        }
        Duration wait = connect();
        failures = wait.isZero() ? 0 : failures + 1;
        rest(wait.isZero() ? Duration.ZERO : backoff(wait, failures));
      } else if (socket.isLeaving()) {
        // Until the new one is there, the old one still carries acknowledgements.
        Duration wait = connect();
        if (wait.isZero()) {
          socket.leave();
        } else {
          rest(backoff(wait, 1));
        }
      } else {
        socket.ping();
        rest(timing.ping());
      }
    }
  }

  /** Opens a socket and makes it the current one; else says how long Slack wants us to wait. */
  private Duration connect() {
    Called<AppsConnectionsOpenResponse> called =
        api.call(
            "apps.connections.open",
            () -> api.appMethods().appsConnectionsOpen(request -> request));
    switch (called) {
      case Called.Done<AppsConnectionsOpenResponse>(var opened) -> {
        try {
          Socket next =
              Socket.open(http, URI.create(opened.getUrl()), timing.answer(), new Listening());
          synchronized (arrival) {
            current = next;
            arrival.notifyAll();
          }
          LOG.info("Slack's socket is open");
          return Duration.ZERO;
        } catch (CompletionException unreached) {
          LOG.warn("Slack's socket can't be opened");
          return timing.firstBackoff();
        }
      }
      case Called.Limited<?>(Duration after) -> {
        LOG.warn("Slack limits how often a socket is opened; next in {}", after);
        return after;
      }
      case Called.Refused<?>(String error) -> {
        LOG.error("Slack refuses to open a socket: {}", error);
        return timing.firstBackoff();
      }
      case Called.NotSent<?>(String reason) -> {
        LOG.warn("Slack can't be reached: {}", reason);
        return timing.firstBackoff();
      }
      case Called.Unclear<?>(String reason) -> {
        LOG.warn("Slack did not open a socket: {}", reason);
        return timing.firstBackoff();
      }
    }
  }

  /** Doubles with each failure, but is never shorter than what Slack asked for. */
  private Duration backoff(Duration asked, int failures) {
    Duration doubled = timing.firstBackoff().multipliedBy(1L << Math.min(failures - 1, 10));
    Duration bounded =
        doubled.compareTo(timing.longestBackoff()) > 0 ? timing.longestBackoff() : doubled;
    return asked.compareTo(bounded) > 0 ? asked : bounded;
  }

  /** Until the time is over or something happened to the socket. */
  private void rest(Duration time) {
    try {
      if (attention.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) {
        attention.drainPermits();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      closed = true;
    }
  }

  private void handle(Socket socket, String message) {
    JsonObject frame = JsonParser.parseString(message).getAsJsonObject();
    String type = frame.has("type") ? frame.get("type").getAsString() : "";
    if (type.equals("hello")) {
      return;
    }
    if (type.equals("disconnect")) {
      LOG.info(
          "Slack takes its socket away: {}",
          frame.has("reason") ? frame.get("reason").getAsString() : "no reason");
      socket.leaving();
      attention.release();
      return;
    }
    if (!frame.has("envelope_id")) {
      return;
    }
    String envelope = frame.get("envelope_id").getAsString();
    Optional<Response> response =
        parsed(message).map(dispatch::answer).orElseGet(() -> Optional.of(Response.ok()));
    response.ifPresent(answer -> acknowledge(socket, acknowledgement(envelope, answer)));
  }

  /** Empty for what we can't read: it would be no better the next time. */
  private Optional<Request<?>> parsed(String message) {
    try {
      return Optional.ofNullable(parser.parse(message)).map(SocketModeRequest::getBoltRequest);
    } catch (RuntimeException odd) {
      LOG.warn("an envelope of Slack's can't be read: {}", odd.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private static String acknowledgement(String envelope, Response answer) {
    var json = new JsonObject();
    json.addProperty("envelope_id", envelope);
    String body = answer.getBody();
    if (body != null && body.startsWith("{")) {
      json.add("payload", JsonParser.parseString(body));
    } else if (body != null && !body.isEmpty()) {
      var text = new JsonObject();
      text.addProperty("text", body);
      json.add("payload", text);
    }
    return json.toString();
  }

  /** On the socket that brought the envelope, else on the next one, if that comes soon. */
  private void acknowledge(Socket socket, String acknowledgement) {
    if (!socket.send(acknowledgement) && !successor(socket).send(acknowledgement)) {
      LOG.warn("an acknowledgement found no socket; Slack will deliver again");
    }
  }

  private Socket successor(Socket gone) {
    long until = System.nanoTime() + SUCCESSION.toNanos();
    synchronized (arrival) {
      Socket next = current;
      long left = SUCCESSION.toMillis();
      while (!closed && (next == null || next == gone) && left > 0) {
        try {
          arrival.wait(left);
        } catch (InterruptedException stopping) {
          Thread.currentThread().interrupt();
          return gone;
        }
        next = current;
        left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
      }
      return next == null ? gone : next;
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    attention.release();
    try {
      var _ =
          inHand.awaitAdvanceInterruptibly(
              inHand.arrive(), GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException slow) {
      LOG.warn("something from Slack is still in hand; it will be delivered again");
    }
    Socket socket = current;
    if (socket != null) {
      socket.leave();
    }
    threads.shutdown();
    http.shutdownNow();
  }

  /** What a socket tells us. */
  private final class Listening implements Socket.Ears {
    @Override
    public void heard(Socket socket, String message) {
      if (closed) {
        return; // not acknowledged: Slack delivers it to whoever listens next
      }
      inHand.register();
      threads.execute(
          () -> {
            try {
              handle(socket, message);
            } catch (RuntimeException odd) {
              LOG.error("an envelope of Slack's can't be read: {}", odd.getClass().getSimpleName());
            } finally {
              inHand.arriveAndDeregister();
            }
          });
    }

    @Override
    public void lost() {
      attention.release();
    }
  }
}
