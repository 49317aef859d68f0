package jp.mimamori.bot.chat.slack;

import com.slack.api.bolt.App;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.ChatPlatform;
import jp.mimamori.bot.chat.Document;
import jp.mimamori.bot.chat.Finding;
import jp.mimamori.bot.chat.Place;
import org.jspecify.annotations.Nullable;

/** Slack, by Socket Mode or by HTTP, for one workspace. */
public final class SlackPlatform implements ChatPlatform {
  static final String NAME = "slack";

  /** Slack takes its socket away every few hours: a new one is there sooner than this. */
  private static final Duration RECONNECTING = Duration.ofMinutes(1);

  private final SlackSettings settings;
  private final InstantSource clock;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("slack timer").factory());
  private final SlackApi api;
  private final SlackPeople people;
  private final SlackPosts posts;
  private final Whisper whisper;
  private final Thinking thinking;
  private @Nullable Receiver receiver;
  private Optional<Instant> deafSince = Optional.empty();
  private boolean closed;

  /** Calls nobody up yet. */
  public SlackPlatform(SlackSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.api = new SlackApi(settings, clock);
    this.people = new SlackPeople(api, clock, threads, settings.timing().acquaintance());
    var conversations = new Conversations(api);
    this.posts = new SlackPosts(api, conversations, clock);
    this.whisper = new Whisper(api, conversations);
    this.thinking = new Thinking(api, this::after, settings.timing().thinking());
  }

  @Override
  public String name() {
    return NAME;
  }

  /**
   * Calls Slack up in the background, or listens for its requests.
   *
   * @throws IllegalArgumentException if the port is taken
   */
  @Override
  public synchronized void start(Listener listener) {
    if (receiver != null) {
      throw new IllegalStateException("Started already");
    }
    App app = new Hearing(api, people, posts, whisper, thinking, listener).app(settings);
    var dispatch = new Dispatch(app);
    Receiver chosen =
        settings.http().isPresent()
            ? new HttpReceiver(settings.http().get(), dispatch, app.config(), clock)
            : new SocketMode(api, dispatch, app.config(), settings.timing());
    chosen.start();
    receiver = chosen;
  }

  /** Where HTTP requests are listened for; 0 in Socket Mode. */
  synchronized int port() {
    return receiver instanceof HttpReceiver http ? http.port() : 0;
  }

  /** Whether Slack can reach us at this moment, as far as we can tell. */
  public synchronized boolean isConnected() {
    return switch (receiver) {
      case null -> false;
      case SocketMode socket -> socket.isAlive();
      case Receiver other -> true;
    };
  }

  /** How it stands, for an operator. */
  @Override
  public synchronized Finding health() {
    String disowned = api.disowned();
    if (!disowned.isEmpty()) {
      return Finding.ill(
          "slack token",
          "Slack refuses it (" + disowned + "): reinstall the app, renew the tokens");
    }
    if (isConnected()) {
      deafSince = Optional.empty();
      return Finding.well("slack socket", "connected");
    }
    Instant since = deafSince.orElseGet(clock::instant);
    deafSince = Optional.of(since);
    return clock.instant().isBefore(since.plus(RECONNECTING))
        ? Finding.note("slack socket", "is being opened")
        : Finding.ill("slack socket", "not connected since " + since + "; it is tried again");
  }

  @Override
  public Receipt post(Place place, Card card, PostKey key) {
    Receipt receipt = posts.post(place, card, key);
    if (receipt instanceof Receipt.Delivered) {
      thinking.answered(place);
    }
    return receipt;
  }

  @Override
  public Receipt update(Place place, String message, Card card) {
    return posts.update(place, message, card);
  }

  @Override
  public Receipt share(Place place, Document document, PostKey key) {
    return posts.share(place, document, key);
  }

  @Override
  public Standing lookUp(String account) {
    return people.fresh(account);
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (receiver != null) {
      receiver.close();
    }
    timer.shutdownNow();
    threads.shutdown();
    api.close();
  }

  private void after(Duration wait, Runnable work) {
    if (!timer.isShutdown()) {
      var _ = timer.schedule(() -> threads.execute(work), wait.toMillis(), TimeUnit.MILLISECONDS);
    }
  }
}
