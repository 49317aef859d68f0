package jp.mimamori.bot.inquiry;

import java.util.Optional;
import jp.mimamori.bot.inquiry.Inquiry.Spot;
import jp.mimamori.bot.inquiry.Inquiry.State;
import jp.mimamori.bot.inquiry.Word.Side;
import jp.mimamori.bot.inquiry.Word.Where;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.tenant.Member;
import jp.mimamori.bot.tenant.Role;

/** What the desk and a customer write to each other about an inquiry, wherever they write it. */
public final class Correspondence {
  private final Inquiries inquiries;
  private final Words words;
  private final Steps steps;
  private final Herald herald;

  Correspondence(Inquiries inquiries, Words words, Steps steps, Herald herald) {
    this.inquiries = inquiries;
    this.words = words;
    this.steps = steps;
    this.herald = herald;
  }

  /** What became of words about an inquiry. */
  public enum Written {
    /** The customer is shown it. */
    TO_THE_CUSTOMER,
    /** The desk is shown it. */
    TO_THE_DESK,
    /** Nobody has that inquiry, so that nobody would read it. */
    NOBODY_HAS_IT,
    NOT_ALLOWED,
    UNKNOWN_INQUIRY
  }

  /**
   * Somebody writes about an inquiry that they name: an analyst to the customer, which takes or
   * reopens it where nobody has it; one of the customer's people to the desk.
   */
  public Written write(Transaction tx, Member member, String id, Where where, String text) {
    Optional<Inquiry> inquiry = inquiries.find(tx, id);
    if (inquiry.isEmpty()) {
      return Written.UNKNOWN_INQUIRY;
    }
    if (!member.serves(inquiry.get().tenant())) {
      tx.record(inquiry.get().tenant(), member.id(), "was refused to write about", id, "");
      return Written.NOT_ALLOWED;
    }
    if (member.is(Role.ANALYST)) {
      answer(tx, inquiry.get(), member, where, text);
      return Written.TO_THE_CUSTOMER;
    }
    return tell(tx, inquiry.get(), member, where, text)
        ? Written.TO_THE_DESK
        : Written.NOBODY_HAS_IT;
  }

  /**
   * An analyst writes into a customer's thread: that takes the inquiry over. Returns false if the
   * thread is no customer's.
   */
  public boolean joined(Transaction tx, Member analyst, Spot spot, String text) {
    Optional<Inquiry> inquiry =
        inquiries.talkedOfIn(tx, spot).filter(asked -> !asked.askedBy().equals(analyst.id()));
    inquiry.ifPresent(asked -> answer(tx, asked, analyst, new Where.CustomersThread(), text));
    return inquiry.isPresent();
  }

  /**
   * A customer writes into a thread whose inquiry is with people: the desk is shown it.
   *
   * @return the inquiry, as it was; empty if it is the bot's to answer
   */
  public Optional<Inquiry> wrote(Transaction tx, Member customer, Spot spot, String text) {
    return inquiries
        .talkedOfIn(tx, spot)
        .filter(asked -> tell(tx, asked, customer, new Where.CustomersThread(), text));
  }

  private void answer(Transaction tx, Inquiry inquiry, Member analyst, Where where, String text) {
    if (!(inquiry.state() instanceof State.Taken)) {
      steps.take(tx, inquiry, analyst);
    }
    words.add(tx, inquiry.id(), analyst.id(), analyst.name(), Side.DESK, where, text);
    steps.replied(tx, inquiry, analyst, "replied");
  }

  private boolean tell(Transaction tx, Inquiry inquiry, Member customer, Where where, String text) {
    return switch (inquiry.state()) {
      case State.Answered _, State.Closed _ -> false;
      case State.Waiting _ -> {
        told(tx, inquiry, customer, where, text);
        yield true;
      }
      case State.Taken(String by, var _, State.Turn turn) -> {
        told(tx, inquiry, customer, where, text);
        switch (turn) {
          case CUSTOMERS -> steps.isOurTurn(tx, inquiry, by);
          case OURS -> {}
        }
        yield true;
      }
    };
  }

  private void told(Transaction tx, Inquiry inquiry, Member customer, Where where, String text) {
    Word word =
        words.add(tx, inquiry.id(), customer.id(), customer.name(), Side.CUSTOMER, where, text);
    tx.record(inquiry.tenant(), customer.id(), "wrote to the desk", inquiry.id(), "");
    herald.wrote(tx, inquiry, word);
  }
}
