package jp.mimamori.bot.chat.slack.local;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A Slack of our own: Web API, Socket Mode, signed HTTP events, files, views, and people who act.
 * Keeps everything in memory, listens on loopback only, and serves a page on which a person sees
 * what Slack would show.
 */
public final class LocalSlack implements AutoCloseable {
  /** The one bot token that it takes. */
  public static final String BOT_TOKEN = "xoxb-local-0000-bot-token";

  /** The one app token that it takes. */
  public static final String APP_TOKEN = "xapp-local-0000-app-token";

  /** What it signs HTTP requests with. */
  public static final String SIGNING_SECRET = "local-signing-secret-0000";

  private final Workspace workspace;
  private final Faults faults = new Faults();
  private final Sockets sockets = new Sockets();
  private final Methods methods;
  private final Deliveries deliveries;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * Listens when this returns.
   *
   * @param port 0 for any that is free
   * @param clock the times that messages carry and requests are signed with
   */
  public LocalSlack(int port, InstantSource clock) {
    workspace = new Workspace(clock);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException taken) {
      sockets.close();
      throw new UncheckedIOException("The local Slack can't listen on port " + port, taken);
    }
    methods = new Methods(workspace, sockets, address().toString());
    deliveries = new Deliveries(workspace, sockets, clock, address().toString());
    server.setExecutor(threads);
    new Door(workspace, methods, faults, deliveries).open(server);
    server.start();
  }

  /** Where its page is. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /** Where its Web API is. */
  public URI apiUrl() {
    return address().resolve("api/");
  }

  public Workspace workspace() {
    return workspace;
  }

  public Faults faults() {
    return faults;
  }

  /** What people do. */
  public Deliveries people() {
    return deliveries;
  }

  /** Which methods of the Web API were called so far. */
  public Set<String> called() {
    return methods.called();
  }

  /** What the assistant suggested last, as it was sent. */
  public String prompts() {
    return methods.prompts();
  }

  /** Which scopes the calls so far have needed. */
  public Set<String> scopesUsed() {
    return methods.scopes();
  }

  /** So many sockets were opened so far. */
  public int socketsOpened() {
    return sockets.opened();
  }

  /** So many sockets are open. */
  public int socketsOpen() {
    return sockets.openNow();
  }

  /** {@code warning}, {@code refresh_requested}, {@code link_disabled}. */
  public void disconnects(String reason) {
    sockets.disconnect(reason);
  }

  public void dropsSockets() {
    sockets.drop();
  }

  /** The sockets that are open say nothing any more, and are not closed either. */
  public void goesSilent() {
    sockets.silence();
  }

  @Override
  public void close() {
    server.stop(0);
    sockets.close();
    threads.shutdownNow();
  }
}
