package jp.mimamori.bot.frontdesk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.mimamori.bot.chat.ChatPlatform;
import jp.mimamori.bot.chat.ChatPlatform.PostKey;
import jp.mimamori.bot.chat.ChatPlatform.Receipt;
import jp.mimamori.bot.escalation.Escalations;
import jp.mimamori.bot.inquiry.Words;
import jp.mimamori.bot.store.Database;
import jp.mimamori.bot.store.Documents;
import jp.mimamori.bot.store.Notice;
import jp.mimamori.bot.store.Outbox;
import jp.mimamori.bot.store.Transaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one way out: makes what people see agree with what we know. */
public final class Courier {
  /** So long a notice is ours alone. Longer than any platform takes to answer or time out. */
  static final Duration LEASE = Duration.ofSeconds(60);

  /** A platform that refused a message is asked again now and then: somebody may have mended it. */
  static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final Duration SOON = Duration.ofSeconds(5);
  private static final int AT_ONCE = 50;
  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

  private final Database database;
  private final Cards cards;
  private final Map<String, ChatPlatform> platforms;

  public Courier(Database database, Cards cards, Map<String, ChatPlatform> platforms) {
    this.database = database;
    this.cards = cards;
    this.platforms = Map.copyOf(platforms);
  }

  /** Delivers what is due. Any node, any time, any number. */
  public void deliverDue(Instant now) {
    database.decide(now, tx -> Outbox.take(tx, AT_ONCE, LEASE)).forEach(due -> deliver(due, now));
  }

  /**
   * For a node that knows itself alone, when it starts: what was on its way when it died is due.
   */
  public void resume(Instant now) {
    database.write(now, Outbox::release);
  }

  private void deliver(Outbox.Due due, Instant now) {
    List<Sending> sendings =
        database.decide(
            now,
            tx ->
                cards.draw(tx, due.notice()).stream()
                    .map(placed -> prepared(tx, due.notice(), placed))
                    .toList());
    List<Sent> sent =
        sendings.stream().map(sending -> new Sent(sending, send(due.notice(), sending))).toList();
    database.write(now, tx -> settle(tx, due, sent));
  }

  /** Writes down that a message is about to be posted: after a crash we look before we post. */
  private static Sending prepared(Transaction tx, Notice notice, Placed placed) {
    Optional<String> message = Posted.message(tx, notice, placed);
    if (message.isEmpty()) {
      Posted.remember(tx, notice, placed, "");
    }
    return new Sending(placed, message.filter(id -> !id.isEmpty()), message.isPresent());
  }

  private Receipt send(Notice notice, Sending sending) {
    Placed placed = sending.placed();
    ChatPlatform platform = platforms.get(placed.platform());
    if (platform == null) {
      return new Receipt.Refused("platform " + placed.platform() + " is not switched on");
    }
    var key =
        new PostKey(
            notice.kind() + ":" + notice.subject() + ":" + placed.place().channel(),
            sending.perhapsPosted());
    return switch (placed) {
      case Placed.Shown shown -> show(platform, shown, sending, key);
      case Placed.Shared shared ->
          sending
              .message()
              .<Receipt>map(Receipt.Delivered::new)
              .orElseGet(() -> platform.share(shared.place(), shared.document(), key));
    };
  }

  private static Receipt show(
      ChatPlatform platform, Placed.Shown shown, Sending sending, PostKey key) {
    if (sending.message().isPresent()) {
      return platform.update(shown.place(), sending.message().get(), shown.card());
    }
    Receipt receipt = platform.post(shown.place(), shown.card(), key);
    return receipt instanceof Receipt.Delivered(String message) && sending.perhapsPosted()
        ? platform.update(shown.place(), message, shown.card()) // it may show what was so then
        : receipt;
  }

  private void settle(Transaction tx, Outbox.Due due, List<Sent> sent) {
    Optional<Duration> again = Optional.empty();
    for (Sent one : sent) {
      cards.told(tx, due.notice(), one.sending().placed(), one.receipt());
      Optional<Duration> wait =
          switch (one.receipt()) {
            case Receipt.Delivered(String message) -> {
              Posted.remember(tx, due.notice(), one.sending().placed(), message);
              follow(tx, due.notice(), one.sending());
              yield Optional.empty();
            }
            case Receipt.TryAgain(Duration after) -> Optional.of(after);
            case Receipt.Unclear(String reason) -> {
              LOG.warn("unclear whether {} was shown: {}", due.notice(), reason);
              yield Optional.of(SOON);
            }
            case Receipt.Refused(String reason) -> {
              LOG.error("{} can't be shown: {}", due.notice(), reason);
              if (due.attempts() == 0) {
                tx.record("", "mimamori", "could not show", due.notice().subject(), reason);
              }
              yield Optional.of(PATIENCE);
            }
          };
      if (wait.isPresent() && (again.isEmpty() || wait.get().compareTo(again.get()) < 0)) {
        again = wait;
      }
    }
    if (again.isPresent()) {
      Outbox.retry(tx, due, tx.now().plus(again.get()));
      return;
    }
    Outbox.shown(tx, due);
  }

  /**
   * Whatever the card of an alert shows, its thread tells; and documents, calls and words wait for
   * a card.
   */
  private static void follow(Transaction tx, Notice shown, Sending sending) {
    if (shown.kind() == Notice.Kind.ALERT) {
      tx.show(new Notice(Notice.Kind.ALERT_HISTORY, shown.subject()));
    }
    if (sending.message().isEmpty()) {
      Documents.about(tx, shown).forEach(kept -> tx.show(kept.paper().notice()));
      Escalations.showCalls(tx, shown);
      if (shown.kind() == Notice.Kind.HANDOVER) {
        Words.showAll(tx, shown.subject());
      }
    }
  }

  /**
   * One message to send.
   *
   * @param message where it is shown already
   * @param perhapsPosted a post was begun before
   */
  private record Sending(Placed placed, Optional<String> message, boolean perhapsPosted) {}

  private record Sent(Sending sending, Receipt receipt) {}
}
