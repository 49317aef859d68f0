package jp.mimamori.bot.chat.slack.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/** Socket Mode's other end: hands out tickets, greets, sends envelopes, hears acknowledgements. */
final class Sockets {
  private final Server server;
  private final Set<String> tickets = ConcurrentHashMap.newKeySet();
  private final Set<WebSocket> open = ConcurrentHashMap.newKeySet();
  private final Map<String, CompletableFuture<JsonNode>> sent = new ConcurrentHashMap<>();
  private final Map<String, String> triggers = new ConcurrentHashMap<>();
  private final CountDownLatch started = new CountDownLatch(1);
  private final Set<WebSocket> silent = ConcurrentHashMap.newKeySet();
  private final Object change = new Object();
  private volatile int opened;

  Sockets() {
    server = new Server();
    server.setReuseAddr(true);
    server.setDaemon(true);
    server.setConnectionLostTimeout(0);
    server.start();
    try {
      started.await();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopping", stopping);
    }
  }

  String ticket() {
    String ticket = UUID.randomUUID().toString();
    tickets.add(ticket);
    return "ws://127.0.0.1:" + server.getPort() + "/link?ticket=" + ticket;
  }

  /** So many sockets were opened so far. */
  int opened() {
    return opened;
  }

  int openNow() {
    return open.size();
  }

  /** A trigger_id for somebody's act; good for one view. */
  String trigger(String user) {
    String trigger = UUID.randomUUID().toString();
    triggers.put(trigger, user);
    return trigger;
  }

  String userOfTrigger(String trigger) {
    return Optional.ofNullable(triggers.remove(trigger)).orElse("");
  }

  /** Sends an envelope on any socket; empty if there is none. */
  Optional<CompletableFuture<JsonNode>> send(ObjectNode envelope) {
    Optional<WebSocket> any = open.stream().filter(WebSocket::isOpen).findAny();
    if (any.isEmpty()) {
      return Optional.empty();
    }
    var acknowledged = new CompletableFuture<JsonNode>();
    sent.put(envelope.get("envelope_id").asText(), acknowledged);
    any.get().send(envelope.toString());
    return Optional.of(acknowledged);
  }

  /** Says that the sockets will be closed, and closes them a moment later. */
  void disconnect(String reason) {
    Set<WebSocket> leaving = Set.copyOf(open);
    open.clear();
    leaving.forEach(
        socket ->
            socket.send(Json.object().put("type", "disconnect").put("reason", reason).toString()));
  }

  /** The connections break. */
  void drop() {
    Set.copyOf(open).forEach(socket -> socket.closeConnection(CloseFrame.ABNORMAL_CLOSE, ""));
  }

  /** Nothing is said any more on the sockets that are open, not even a pong. */
  void silence() {
    silent.addAll(open);
    open.clear();
  }

  /** Waits until a socket is open; returns whether one is. */
  boolean await(Duration patience) {
    long until = System.nanoTime() + patience.toNanos();
    synchronized (change) {
      while (open.isEmpty()) {
        long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
        if (left <= 0) {
          return false;
        }
        try {
          change.wait(left);
        } catch (InterruptedException stopping) {
          Thread.currentThread().interrupt();
          return false;
        }
      }
    }
    return true;
  }

  void close() {
    try {
      server.stop(0);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Server extends WebSocketServer {
    Server() {
      super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    }

    @Override
    public void onStart() {
      started.countDown();
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake handshake) {
      String path = handshake.getResourceDescriptor();
      if (!tickets.remove(path.substring(path.indexOf('=') + 1))) {
        socket.close(CloseFrame.REFUSE);
        return;
      }
      ObjectNode hello = Json.object().put("type", "hello").put("num_connections", open.size() + 1);
      hello.putObject("connection_info").put("app_id", Workspace.APP);
      hello.putObject("debug_info").put("approximate_connection_time", 18_060);
      socket.send(hello.toString());
      open.add(socket);
      synchronized (change) {
        opened++;
        change.notifyAll();
      }
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
      JsonNode acknowledgement = Json.read(text);
      CompletableFuture<JsonNode> waiting =
          sent.remove(acknowledgement.path("envelope_id").asText());
      if (waiting != null) {
        waiting.complete(acknowledgement.path("payload"));
      }
    }

    @Override
    public void onWebsocketPing(WebSocket socket, Framedata ping) {
      if (!silent.contains(socket)) {
        super.onWebsocketPing(socket, ping);
      }
    }

    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean remote) {
      open.remove(socket);
      silent.remove(socket);
    }

    @Override
    public void onError(WebSocket socket, Exception failure) {
      if (socket != null) {
        open.remove(socket);
      }
    }
  }
}
