package jp.mimamori.bot.chat.discord;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.ChatPlatform;
import jp.mimamori.bot.chat.Document;
import jp.mimamori.bot.chat.Finding;
import jp.mimamori.bot.chat.Place;
import jp.mimamori.bot.chat.Suggestions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Discord. It is heard over JDA's gateway, by the node that has the lease; every node posts over
 * HTTP, whether the gateway lives or not.
 */
public final class DiscordPlatform implements ChatPlatform {
  public static final String NAME = "discord";

  private static final Duration GOODBYE = Duration.ofSeconds(10);
  private static final Duration SOON = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(DiscordPlatform.class);

  private final DiscordSettings settings;
  private final Supplier<DiscordChannels> channels;
  private final GatewayLease lease;
  private final Suggestions suggestions;
  private final Timing timing;
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
   * @param suggestions what is offered while somebody types a command
   */
  public DiscordPlatform(
      DiscordSettings settings,
      Supplier<DiscordChannels> channels,
      GatewayLease lease,
      Suggestions suggestions,
      InstantSource clock) {
    this(settings, channels, lease, suggestions, Timing.real(clock));
  }

  DiscordPlatform(
      DiscordSettings settings,
      Supplier<DiscordChannels> channels,
      GatewayLease lease,
      Suggestions suggestions,
      Timing timing) {
    this.settings = settings;
    this.channels = channels;
    this.lease = lease;
    this.suggestions = suggestions;
    this.timing = timing;
    this.rest =
        new Rest(settings, new RateLimits(timing.nanos(), timing.mostASecond()), timing.pause());
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
            timing,
            suggestions,
            threads,
            hearing);
    gateway = new Gateway(settings, lease, timing, ear);
    gateway.start();
  }

  @Override
  public synchronized Finding health() {
    return gateway == null ? Finding.note("discord gateway", "not started") : gateway.health();
  }

  @Override
  public Receipt post(Place place, Card card, PostKey key) {
    return open(
        () -> {
          Mark mark = Mark.of(key.id());
          Drawn drawn = DiscordCards.draw(card, mark);
          return posts.post(
              place,
              card.title(),
              isUrgent(card),
              key,
              (path, body) ->
                  rest.send(
                      Rest.Kind.of("POST", isUrgent(card)),
                      path,
                      body.setAll(Messages.created(drawn, mark, card)),
                      drawn.whole()));
        });
  }

  @Override
  public Receipt update(Place place, String message, Card card) {
    return open(() -> posts.update(place, message, isUrgent(card), DiscordCards.draw(card)));
  }

  private static boolean isUrgent(Card card) {
    return card.tone() == Card.Tone.URGENT;
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
