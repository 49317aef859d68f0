package jp.mimamori.bot.inquiry;

import java.time.Instant;

/**
 * What a person wrote about an inquiry that is with people.
 *
 * @param id in the order of writing, also as text
 * @param author the member's id; of somebody who has no entry, how they stand in the trail
 * @param name of the author, for people to read
 * @param where it can be read already
 */
public record Word(
    String id,
    String inquiry,
    Instant at,
    String author,
    String name,
    Side side,
    Where where,
    String text) {

  /** Who writes to whom. */
  public enum Side {
    CUSTOMER,
    DESK
  }

  /** Where it was written, which is where nobody need be shown it. */
  public sealed interface Where {
    /** In the customer's own thread. */
    record CustomersThread() implements Where {}

    /** Under the card of that desk's channel. */
    record DesksThread(String platform, String channel) implements Where {}

    /** In a form: nobody else has seen it. */
    record Form() implements Where {}

    record Mail() implements Where {}
  }
}
