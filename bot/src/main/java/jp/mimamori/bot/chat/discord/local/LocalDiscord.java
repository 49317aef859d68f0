package jp.mimamori.bot.chat.discord.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Discord on this machine: its HTTP interface and its gateway, as far as a bot meets them, with the
 * rules that it enforces and with switches for its faults. Real clients connect to it. Keeps
 * everything in memory, listens on loopback only, and serves a page on which a person sees what
 * Discord would show.
 */
public final class LocalDiscord implements AutoCloseable {
  /** The one token that it takes. */
  public static final String TOKEN = "MTAw.local.secret-token-of-the-bot";

  static final String API = "/api/v10";

  private final LocalGateway gateway;
  private final Guild guild;
  private final Board board;
  private final People people;
  private final Faults faults = new Faults();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final Javalin server;
  private volatile ArrayNode commands = Json.array();

  /**
   * Listens when this returns.
   *
   * @param port 0 for any that is free
   * @param clock of this moment, since clients compute times from ids
   */
  public LocalDiscord(int port, InstantSource clock) {
    var ids = new Ids(clock);
    gateway = new LocalGateway(this, ids);
    guild = new Guild(ids, gateway::dispatch);
    board = new Board(ids, guild, clock);
    people = new People(ids, guild, board, gateway);
    server =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  config.startup.showOldJavalinVersionWarning = false;
                  config.concurrency.useVirtualThreads = true;
                  config.http.maxRequestSize = 30_000_000L;
                  var routes = config.routes;
                  routes.before("/api/*", this::admitted);
                  new LocalRoutes(this).lay(routes);
                  new LocalInteractions(this).lay(routes);
                  new Page(this).lay(routes);
                  routes.ws("/gateway", gateway::serve);
                })
            .start("127.0.0.1", port);
  }

  /** Where its page is. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.port() + "/");
  }

  /** Where its HTTP interface is. */
  public URI apiUrl() {
    return address().resolve(API + "/");
  }

  public URI gatewayUrl() {
    return URI.create("ws://127.0.0.1:" + server.port() + "/gateway");
  }

  public Guild guild() {
    return guild;
  }

  public Board board() {
    return board;
  }

  /** What people do. */
  public People people() {
    return people;
  }

  public LocalGateway gateway() {
    return gateway;
  }

  public Faults faults() {
    return faults;
  }

  /** The requests so far: method and path. */
  public List<String> requests() {
    return requests;
  }

  void commands(ArrayNode registered) {
    commands = registered;
  }

  /** The commands that are registered. */
  public ArrayNode commands() {
    return commands;
  }

  private void admitted(Context context) {
    requests.add(context.method() + " " + context.path().substring(API.length()));
    boolean interaction =
        context.path().contains("/interactions/") || context.path().contains("/webhooks/");
    if (!interaction && !("Bot " + TOKEN).equals(context.header("Authorization"))) {
      throw new LocalError(401, 0, "401: Unauthorized");
    }
    faults.strike(context);
  }

  @Override
  public void close() {
    gateway.hangUp();
    server.stop();
  }
}
