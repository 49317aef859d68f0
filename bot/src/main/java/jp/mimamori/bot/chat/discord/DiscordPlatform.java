package jp.mimamori.bot.chat.discord;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.ChatPlatform;
import jp.mimamori.bot.chat.Document;
import jp.mimamori.bot.chat.Finding;
import jp.mimamori.bot.chat.Place;
import jp.mimamori.knowledge.Language;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Discord. It is heard over JDA's gateway, by the node that has the lease; every node posts over
 * HTTP, whether the gateway lives or not.
 */
public final class DiscordPlatform implements ChatPlatform {
  public static final String NAME = "discord";

  /** A reply within this is the first response; a second is left for the way to Discord. */
  static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Duration GOODBYE = Duration.ofSeconds(10);
  private static final Duration SOON = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(DiscordPlatform.class);

  private final DiscordSettings settings;
  private final Supplier<DiscordChannels> channels;
  private final GatewayLease lease;
  private final BiFunction<String, Language, List<String>> suggestions;
  private final Duration patience;
  private final Duration beat;
  private final Rest rest;
  private final Posts posts;
  private final Members members;
  private final Underway posting = new Underway();
  private final Underway hearing = new Underway();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private @Nullable Gateway gateway;

  /**
   * Starts nothing yet.
   *
   * @param channels asked anew each time
   * @param suggestions questions that begin like what is being typed, in that language
   */
  public DiscordPlatform(
      DiscordSettings settings,
      Supplier<DiscordChannels> channels,
      GatewayLease lease,
      BiFunction<String, Language, List<String>> suggestions) {
    this(settings, channels, lease, suggestions, PATIENCE, Gateway.BEAT);
  }

  DiscordPlatform(
      DiscordSettings settings,
      Supplier<DiscordChannels> channels,
      GatewayLease lease,
      BiFunction<String, Language, List<String>> suggestions,
      Duration patience,
      Duration beat) {
    this.settings = settings;
    this.channels = channels;
    this.lease = lease;
    this.suggestions = suggestions;
    this.patience = patience;
    this.beat = beat;
    this.rest = new Rest(settings, new RateLimits(System::nanoTime), Pause.REAL);
    this.posts = new Posts(rest);
    this.members = new Members(rest, channels);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public synchronized void start(Listener listener) {
    if (gateway != null) {
      throw new IllegalStateException("Started already");
    }
    var ear =
        new Ear(
            listener,
            channels,
            settings.readsMessages(),
            members,
            new Mouth(rest, posts),
            patience,
            suggestions,
            threads,
            hearing);
    gateway = new Gateway(settings, lease, beat, ear);
    gateway.start();
  }

  /** How the connection stands, for an operator. */
  public synchronized Finding health() {
    return gateway == null ? Finding.note("discord gateway", "not started") : gateway.health();
  }

  @Override
  public Receipt post(Place place, Card card, PostKey key) {
    return open(
        () -> {
          Mark mark = Mark.of(key.id());
          List<MessageTopLevelComponent> drawn = List.of(DiscordCards.draw(card, mark));
          return posts.post(
              place,
              card.title(),
              card.tone() == Card.Tone.URGENT,
              key,
              (path, body) -> rest.post(path, body.setAll(Messages.created(drawn, mark))));
        });
  }

  @Override
  public Receipt update(Place place, String message, Card card) {
    return open(
        () ->
            posts.update(
                place, message, card.tone() == Card.Tone.URGENT, List.of(DiscordCards.draw(card))));
  }

  @Override
  public Receipt share(Place place, Document document, PostKey key) {
    return open(() -> new Files(posts, rest).share(place, document, key));
  }

  @Override
  public Standing lookUp(String account) {
    return members.lookUp(account);
  }

  private Receipt open(Supplier<Receipt> work) {
    if (!posting.tryBegin()) {
      return new Receipt.TryAgain(SOON);
    }
    try {
      return work.get();
    } finally {
      posting.end();
    }
  }

  @Override
  public void close() {
    Gateway hung;
    synchronized (this) {
      hung = gateway;
    }
    boolean told = hearing.close(SOON);
    if (hung != null) {
      hung.close();
    }
    boolean sent = posting.close(GOODBYE);
    if (!told || !sent) {
      LOG.warn("Discord is left with something unsaid; it is kept, and said later");
    }
    threads.shutdown();
    rest.close();
  }
}
