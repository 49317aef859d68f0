package jp.mimamori.bot.inquiry;

import java.util.List;
import java.util.Optional;
import jp.mimamori.knowledge.documents.Entry;

/**
 * What people asked and were not well answered.
 *
 * @param id the number of the inquiry that asked it first, which names the gap for good
 * @param nearest the entry that all these questions come nearest to
 * @param questions the ways of asking, the most frequent first
 * @param notKnown how often it was not known, {@code wrong} how often an answer was called wrong,
 *     {@code askedBack} how often which one was meant
 */
public record Gap(
    String id,
    Optional<Entry> nearest,
    List<String> questions,
    long notKnown,
    long wrong,
    long askedBack) {
  public Gap {
    questions = List.copyOf(questions);
  }

  /** How often people asked. */
  public long asked() {
    return notKnown + wrong + askedBack;
  }
}
