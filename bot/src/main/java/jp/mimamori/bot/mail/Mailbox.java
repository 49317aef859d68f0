package jp.mimamori.bot.mail;

import java.util.List;

/** Where letters are answered. Reading changes nothing in it. */
public interface Mailbox {
  /**
   * The next mails behind a place, oldest first. Throws {@link MailException} if it can't be read.
   *
   * @param most so many at the most
   */
  Batch after(Place place, int most) throws MailException;

  /**
   * How far it was read.
   *
   * @param validity the server's word for this numbering: with another one, all begins anew
   * @param uid the last that was read; 0 for none
   */
  record Place(long validity, long uid) {
    public static final Place START = new Place(0, 0);
  }

  /**
   * @param place behind the last of them
   * @param more whether others follow
   */
  record Batch(List<Read> mails, Place place, boolean more) {
    public Batch {
      mails = List.copyOf(mails);
    }
  }

  /** One that was read, or that can't be: a broken mail stops no other. */
  sealed interface Read {
    record Well(Mail mail) implements Read {}

    record Broken(long uid, String reason) implements Read {}
  }
}
