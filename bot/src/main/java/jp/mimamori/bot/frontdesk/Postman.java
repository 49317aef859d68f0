package jp.mimamori.bot.frontdesk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jp.mimamori.bot.mail.Letter;
import jp.mimamori.bot.mail.Mailer;
import jp.mimamori.bot.mail.Mailer.Outcome;
import jp.mimamori.bot.store.Database;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.store.View;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends letters. Apart from the courier: a mail server that hangs keeps no card waiting. */
public final class Postman {
  /** So long a letter is ours alone. Longer than connecting, writing and waiting may take. */
  static final Duration LEASE = Duration.ofMinutes(2);

  /** After so long nobody is served by it any more. */
  static final Duration WORTH_SENDING = Duration.ofDays(7);

  private static final Duration SOON = Duration.ofMinutes(1);
  private static final Duration LATEST = Duration.ofHours(1);
  private static final int MOST_DOUBLINGS = 6;
  private static final int AT_ONCE = 10;
  private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

  private final Database database;
  private final Letters letters = new Letters();
  private final LetterPaper paper;
  private final Mailer mailer;

  public Postman(Database database, LetterPaper paper, Mailer mailer) {
    this.database = database;
    this.paper = paper;
    this.mailer = mailer;
  }

  /** Sends what is due. Any node, any time, any number. */
  public void sendDue(Instant now) {
    for (Letters.Due due : database.decide(now, tx -> letters.take(tx, AT_ONCE, LEASE))) {
      Optional<Letter> letter =
          database.read(view -> paper.draw(view, due, letters.before(view, due), now));
      if (letter.isEmpty()) {
        database.write(now, tx -> givenUp(tx, due, "nobody is to be written to any more"));
        continue;
      }
      Outcome outcome = mailer.send(letter.get(), now);
      database.write(now, tx -> settle(tx, due, outcome));
    }
  }

  /**
   * For a node that knows itself alone, when it starts: what was on its way when it died is due.
   */
  public void resume(Instant now) {
    database.write(now, letters::release);
  }

  /** Since when the oldest letter waits to be sent. */
  public static Optional<Instant> waitsSince(View view) {
    return Letters.waitsSince(view);
  }

  private void settle(Transaction tx, Letters.Due due, Outcome outcome) {
    switch (outcome) {
      case Outcome.Accepted _ -> {
        letters.sent(tx, due);
        tx.record(due.tenant(), "mimamori", "wrote a letter", due.inquiry(), due.id());
      }
      case Outcome.TryAgain(String reason) -> again(tx, due, "was not sent", reason);
      case Outcome.Unclear(String reason) -> again(tx, due, "was perhaps sent", reason);
      case Outcome.Refused(String reason) -> again(tx, due, "was refused", reason);
    }
  }

  private void again(Transaction tx, Letters.Due due, String what, String reason) {
    LOG.warn("letter {} {}: {}", due.id(), what, reason);
    if (due.attempts() == 0) {
      tx.record(due.tenant(), "mimamori", "could not write a letter", due.inquiry(), reason);
    }
    if (due.writtenAt().plus(WORTH_SENDING).isBefore(tx.now())) {
      givenUp(tx, due, reason);
      return;
    }
    Duration wait = SOON.multipliedBy(1L << Math.min(due.attempts(), MOST_DOUBLINGS));
    letters.retry(tx, due, tx.now().plus(wait.compareTo(LATEST) < 0 ? wait : LATEST));
  }

  private void givenUp(Transaction tx, Letters.Due due, String reason) {
    letters.givenUp(tx, due);
    tx.record(due.tenant(), "mimamori", "gave up a letter", due.inquiry(), reason);
  }
}
