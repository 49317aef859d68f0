package jp.mimamori.bot.chat.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.util.JavalinBindException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.ChatPlatform;
import jp.mimamori.bot.chat.Document;
import jp.mimamori.bot.chat.Finding;
import jp.mimamori.bot.chat.Person;
import jp.mimamori.bot.chat.Place;
import jp.mimamori.bot.chat.web.Message.Content;
import org.jspecify.annotations.Nullable;

/**
 * The chat as a page of our own. Who may sign in as whom is up to this machine: there are no
 * passwords, so it listens on loopback unless told otherwise. Open pages are told of what this
 * process posts; what another process posts into the same store they see when they load again.
 */
public final class WebPlatform implements ChatPlatform {
  static final String NAME = "web";

  /** In bytes; every file is in memory while it is fetched, and reports are a few hundred kB. */
  static final int MAX_FILE = 25 << 20;

  private final WebSettings settings;
  private final MessageStore store;
  private final List<DemoAction> actions;
  private final InstantSource clock;
  private final Supplier<List<Finding>> healths;
  private final Streams streams = new Streams();
  private final Assets assets = new Assets();
  private final Visits visits;

  private @Nullable Javalin server;

  /**
   * Starts nothing yet.
   *
   * @param visitors who may be chosen and what each may see, asked anew at every request
   * @param clock the times that messages carry
   */
  public WebPlatform(
      WebSettings settings,
      MessageStore store,
      Supplier<List<Visitor>> visitors,
      List<DemoAction> actions,
      InstantSource clock) {
    this(settings, store, visitors, actions, clock, List::of);
  }

  /**
   * The same.
   *
   * @param healths how the service stands, told to whoever asks for {@code /health}
   */
  public WebPlatform(
      WebSettings settings,
      MessageStore store,
      Supplier<List<Visitor>> visitors,
      List<DemoAction> actions,
      InstantSource clock,
      Supplier<List<Finding>> healths) {
    this.settings = settings;
    this.store = store;
    this.actions = List.copyOf(actions);
    this.clock = clock;
    this.healths = healths;
    this.visits = new Visits(store, visitors, clock, assets);
  }

  @Override
  public String name() {
    return NAME;
  }

  /**
   * Serves the page.
   *
   * @throws WebException if the port is taken
   */
  @Override
  public synchronized void start(Listener listener) {
    if (server != null) {
      throw new IllegalStateException("Started already");
    }
    var routes = new Routes(store, visits, streams, listener, actions, clock, healths);
    Javalin web =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.startup.showOldJavalinVersionWarning = false;
              config.concurrency.useVirtualThreads = true;
              config.http.compressionStrategy = CompressionStrategy.NONE;
              routes.lay(config.routes, new Gate(settings), assets);
            });
    try {
      web.start(settings.host(), settings.port());
    } catch (JavalinBindException taken) {
      throw new WebException(
          "The web chat cannot listen on %s port %d: another program uses it, or it is not allowed."
              .formatted(settings.host(), settings.port()),
          taken);
    }
    server = web;
  }

  /** The port that is listened on; the one of the settings unless that was 0. */
  public synchronized int port() {
    return server == null ? settings.port() : server.port();
  }

  public URI address() {
    return URI.create("http://localhost:" + port() + "/");
  }

  @Override
  public Receipt post(Place place, Card card, PostKey key) {
    return append(
        place, new Content.Shown(card), message -> store.append("posted:" + key.id(), message));
  }

  @Override
  public Receipt update(Place place, String message, Card card) {
    return store
        .replace(place.channel(), message, card)
        .<Receipt>map(
            replaced -> {
              streams.changed(replaced);
              return new Receipt.Delivered(replaced.id());
            })
        .orElseGet(
            () -> new Receipt.Refused("No such message of ours in channel " + place.channel()));
  }

  @Override
  public Receipt share(Place place, Document document, PostKey key) {
    if (document.content().remaining() > MAX_FILE) {
      return new Receipt.Refused("The page shows files of at most %d MB".formatted(MAX_FILE >> 20));
    }
    var content =
        new Content.Shared(
            document.title(),
            document.name(),
            document.mediaType(),
            document.content().remaining());
    return append(
        place, content, message -> store.share("posted:" + key.id(), message, document.content()));
  }

  private Receipt append(Place place, Content content, UnaryOperator<Message> keeping) {
    if (!seen(place.channel())) {
      return new Receipt.Refused("No visitor of the web chat sees channel " + place.channel());
    }
    Optional<String> root = place.thread();
    if (root.isPresent()) {
      root = store.message(place.channel(), root.get()).map(Message::root);
      if (root.isEmpty()) {
        return new Receipt.Refused("No such thread in channel " + place.channel());
      }
    }
    Message kept =
        keeping.apply(new Message(newId(), place.channel(), root, clock.instant(), content));
    streams.changed(kept);
    return new Receipt.Delivered(kept.id());
  }

  /** Whoever may be chosen at the page is present, and belongs to no group. */
  @Override
  public Standing lookUp(String account) {
    return visits.visitors().stream()
        .filter(visitor -> visitor.id().equals(account))
        .findFirst()
        .<Standing>map(
            visitor -> new Standing.Present(new Person(NAME, visitor.id(), visitor.name())))
        .orElseGet(Standing.Gone::new);
  }

  @Override
  public synchronized void close() {
    streams.endAll();
    if (server != null) {
      server.stop();
    }
  }

  static String newId() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  private boolean seen(String channel) {
    return visits.visitors().stream().anyMatch(visitor -> visitor.channel(channel).isPresent());
  }
}
