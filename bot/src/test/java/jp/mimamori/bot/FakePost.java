package jp.mimamori.bot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.mimamori.bot.mail.Letter;
import jp.mimamori.bot.mail.Mail;
import jp.mimamori.bot.mail.MailException;
import jp.mimamori.bot.mail.Mailbox;
import jp.mimamori.bot.mail.Mailer;
import jp.mimamori.bot.mail.Post;

/** A mail server in memory: what is handed in, and what lies in the mailbox. */
final class FakePost implements Mailer, Mailbox {
  static final String OURS = "edr@example.jp";

  final List<Letter> letters = new ArrayList<>();
  private final List<Mail> mailbox = new ArrayList<>();
  private long validity = 1;
  private Optional<Outcome> trouble = Optional.empty();
  private boolean loses;
  private boolean unreadable;
  private Runnable meanwhile = () -> {};

  Post post() {
    return new Post(Optional.of(this), Optional.of(this));
  }

  /** Whatever is handed in from now on comes to this. */
  void comesTo(Outcome outcome) {
    trouble = Optional.of(outcome);
  }

  void isWell() {
    trouble = Optional.empty();
    unreadable = false;
  }

  /** The next letter is taken, and the connection is lost before that is said. */
  void losesTheNextReceipt() {
    loses = true;
  }

  /** Something that happens when the next letter has been taken, before that is known. */
  void meanwhile(Runnable event) {
    meanwhile = event;
  }

  void canNotBeRead() {
    unreadable = true;
  }

  /** The server has numbered everything anew. */
  void isNumberedAnew() {
    validity++;
  }

  void comes(Mail mail) {
    mailbox.add(mail);
  }

  @Override
  public String from() {
    return OURS;
  }

  @Override
  public Outcome send(Letter letter, Instant now) {
    if (trouble.isPresent()) {
      return trouble.get();
    }
    letters.add(letter);
    Runnable event = meanwhile;
    meanwhile = () -> {};
    event.run();
    if (loses) {
      loses = false;
      return new Outcome.Unclear("the connection was lost");
    }
    return new Outcome.Accepted();
  }

  @Override
  public Batch after(Place place, int most) throws MailException {
    if (unreadable) {
      throw new MailException("it is down");
    }
    int from = place.validity() == validity ? (int) place.uid() : 0;
    int to = Math.min(mailbox.size(), from + most);
    return new Batch(
        mailbox.subList(from, to).stream().<Read>map(Read.Well::new).toList(),
        new Place(validity, to),
        to < mailbox.size());
  }
}
