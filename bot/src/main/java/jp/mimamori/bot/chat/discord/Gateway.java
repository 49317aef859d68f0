package jp.mimamori.bot.chat.discord;

import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import jp.mimamori.bot.chat.Finding;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.Message.MentionType;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.CloseCode;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import net.dv8tion.jda.api.utils.messages.MessageRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one session that hears Discord, for as long as the lease is ours. JDA resumes and identifies
 * again by itself; here we begin, begin again after what it takes for final, and give it away.
 */
final class Gateway implements AutoCloseable {
  /** After what an operator has to mend. Well below Discord's 1,000 identifications a day. */
  private static final Duration LONG = Duration.ofMinutes(10);

  private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
  private static final Duration GOODBYE = Duration.ofSeconds(10);
  private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);

  private final DiscordSettings settings;
  private final GatewayLease lease;
  private final Timing timing;
  private final ListenerAdapter ear;

  /** Two: the end of a lease is seen in time while the store hangs. */
  private final ScheduledExecutorService bell =
      Executors.newScheduledThreadPool(2, Thread.ofVirtual().name("discord-", 0).factory());

  private final ExecutorService connecting =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("discord-connect").factory());

  private @Nullable JDA session;
  private boolean busy;
  private boolean closed;
  private boolean contentRefused;
  private long notBefore;
  private long oursUntil;
  private Duration wait = FIRST_WAIT;
  private Finding health = Finding.note("discord gateway", "not connected yet");

  Gateway(DiscordSettings settings, GatewayLease lease, Timing timing, ListenerAdapter ear) {
    this.settings = settings;
    this.lease = lease;
    this.timing = timing;
    this.ear = ear;
    this.notBefore = timing.nanos().getAsLong();
    this.oursUntil = notBefore;
  }

  void start() {
    // JDA's default lets every message call everybody.
    MessageRequest.setDefaultMentions(EnumSet.noneOf(MentionType.class));
    MessageRequest.setDefaultMentionRepliedUser(false);
    // Without that intent Discord still gives us the content of all that we are meant to read.
    Message.suppressContentIntentWarning();
    long beat = timing.beat().toMillis();
    var _ = bell.scheduleWithFixedDelay(this::beat, 0, beat, TimeUnit.MILLISECONDS);
    var _ = bell.scheduleWithFixedDelay(this::expire, beat, beat, TimeUnit.MILLISECONDS);
  }

  /** How it stands, for an operator. */
  synchronized Finding health() {
    return health;
  }

  private void beat() {
    long asked = timing.nanos().getAsLong();
    try {
      attend(lease.hold(), asked);
    } catch (RuntimeException e) {
      LOG.warn("the lease of the Discord gateway can't be renewed: {}", e.getMessage());
    }
  }

  private synchronized void attend(boolean ours, long asked) {
    if (ours) {
      oursUntil = asked + lease.lasts().minus(timing.beat()).toNanos();
    }
    if (closed || busy) {
      return;
    }
    if (ours && session == null && timing.nanos().getAsLong() - notBefore >= 0) {
      busy = true;
      connecting.execute(this::connect);
    } else if (!ours && session != null) {
      LOG.info("another node hears Discord now");
      leave(Finding.note("discord gateway", "another node has it"));
    } else if (!ours) {
      health = Finding.note("discord gateway", "another node has it");
    }
  }

  /** A lease that could not be renewed is kept until a beat before its end, and no longer. */
  private synchronized void expire() {
    if (session != null && !closed && timing.nanos().getAsLong() - oursUntil >= 0) {
      String why = "the store does not renew the lease: another node may hear Discord now";
      LOG.error("Discord is left: {}", why);
      leave(Finding.ill("discord gateway", why));
    }
  }

  private void leave(Finding why) {
    health = why;
    JDA old = session;
    session = null;
    if (old != null) {
      connecting.execute(() -> end(old));
    }
  }

  private void connect() {
    try {
      JDA made = builder().build();
      began(made);
    } catch (InvalidTokenException e) {
      failed("Discord does not accept the bot token: set DISCORD_TOKEN anew", LONG);
    } catch (RuntimeException e) {
      failed("Discord can't be reached: " + e.getMessage(), longer());
    }
  }

  private synchronized void began(JDA made) {
    busy = false;
    if (closed) {
      end(made);
      return;
    }
    session = made;
  }

  private synchronized Duration longer() {
    Duration now = wait;
    wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
    return now;
  }

  private synchronized void failed(String sentence, Duration pause) {
    busy = false;
    session = null;
    if (closed) {
      return;
    }
    notBefore = timing.nanos().getAsLong() + pause.toNanos();
    health = Finding.ill("discord gateway", sentence);
    LOG.error("{} (tried again in {} s; Slack and the page go on)", sentence, pause.toSeconds());
  }

  private synchronized void ready() {
    wait = FIRST_WAIT;
    health =
        contentRefused
            ? Finding.ill("discord gateway", CONTENT)
            : Finding.well("discord gateway", "connected");
  }

  private static final String CONTENT =
      "connected, but Discord refuses the message content intent: switch it on in the developer"
          + " portal (Bot, Privileged Gateway Intents), or set discord.reads-messages: false";

  /** The session is over and JDA will not begin another. */
  private synchronized void over(JDA dead, @Nullable CloseCode code) {
    if (closed || !dead.equals(session)) {
      return;
    }
    if (code == CloseCode.DISALLOWED_INTENTS && settings.readsMessages() && !contentRefused) {
      contentRefused = true;
      failed(CONTENT.replace("connected, but ", ""), Duration.ZERO);
      return;
    }
    if (code == CloseCode.AUTHENTICATION_FAILED) {
      failed("Discord does not accept the bot token (4004): set DISCORD_TOKEN anew", LONG);
      return;
    }
    String why = code == null ? "for an unknown reason" : code.getCode() + " " + code.getMeaning();
    failed("Discord has closed the connection for good: " + why, LONG);
  }

  private JDABuilder builder() {
    EnumSet<GatewayIntent> intents =
        EnumSet.of(GatewayIntent.GUILD_MESSAGES, GatewayIntent.DIRECT_MESSAGES);
    if (settings.readsMessages() && !contentRefused) {
      intents.add(GatewayIntent.MESSAGE_CONTENT);
    }
    return JDABuilder.createLight(settings.token(), intents)
        .setRestConfig(new RestConfig().setBaseUrl(settings.apiUrl().toString()))
        .setSessionController(
            new ConcurrentSessionController() {
              @Override
              public String getGateway() {
                return settings.gatewayUrl().toString();
              }
            })
        .setCompression(Compression.NONE)
        .setEnableShutdownHook(false)
        .addEventListeners(ear, new Watch());
  }

  /** Lets what was queued go out, then ends. */
  private static void end(JDA old) {
    old.shutdown();
    try {
      if (!old.awaitShutdown(GOODBYE)) {
        old.shutdownNow();
      }
    } catch (InterruptedException e) {
      old.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    JDA old;
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      old = session;
      session = null;
    }
    bell.shutdownNow();
    if (old != null) {
      end(old);
    }
    connecting.shutdown();
    try {
      lease.release();
    } catch (RuntimeException e) {
      LOG.warn("the lease of the Discord gateway can't be released: {}", e.getMessage());
    }
  }

  /** Watches the session itself. */
  private final class Watch extends ListenerAdapter {
    @Override
    public void onReady(ReadyEvent event) {
      ready();
      event
          .getJDA()
          .updateCommands()
          .addCommands(SlashCommands.all())
          .queue(
              _ -> {},
              refused -> LOG.error("commands can't be registered: {}", refused.getMessage()));
    }

    @Override
    public void onShutdown(ShutdownEvent event) {
      over(event.getJDA(), event.getCloseCode());
    }
  }
}
