package jp.mimamori.bot.inquiry;

import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.tenant.Member;

/**
 * Hears, within the step itself, what more people are to be told of than those who see its card.
 */
public interface Herald {
  /** A person is wanted. */
  void handedOver(Transaction tx, Inquiry inquiry, Member by);

  /** A customer wrote to the desk. */
  void wrote(Transaction tx, Inquiry inquiry, Word word);

  /** It is done. */
  void closed(Transaction tx, Inquiry inquiry, Member by);
}
