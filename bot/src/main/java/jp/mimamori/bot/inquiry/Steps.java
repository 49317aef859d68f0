package jp.mimamori.bot.inquiry;

import java.time.Instant;
import java.util.function.Supplier;
import jp.mimamori.bot.escalation.Escalations;
import jp.mimamori.bot.escalation.Matter;
import jp.mimamori.bot.inquiry.Inquiry.State;
import jp.mimamori.bot.store.Notice;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.tenant.Member;
import jp.mimamori.schedules.BusinessCalendar;

/** The ways from one state of an inquiry to another, each with all that follows from it. */
final class Steps {
  private final Inquiries inquiries;
  private final Escalations escalations;
  private final Supplier<BusinessCalendar> calendar;
  private final Herald herald;

  Steps(
      Inquiries inquiries,
      Escalations escalations,
      Supplier<BusinessCalendar> calendar,
      Herald herald) {
    this.inquiries = inquiries;
    this.escalations = escalations;
    this.calendar = calendar;
    this.herald = herald;
  }

  /** A person is wanted; returns when people are there. */
  Instant handOver(Transaction tx, Inquiry inquiry, Member by) {
    boolean urgent = inquiry.reply().urgent();
    Instant humanAt = urgent ? tx.now() : calendar.get().nextOpening(tx.now());
    move(tx, inquiry, new State.Waiting(tx.now(), humanAt), by, "called a person");
    escalations.watch(
        tx,
        desk(inquiry.id()),
        new Matter(urgent ? InquiryDesk.INCIDENT_LADDER : InquiryDesk.LADDER, inquiry.tenant()));
    herald.handedOver(tx, inquiry, by);
    return humanAt;
  }

  /** An analyst has it; it is ours to write. */
  void take(Transaction tx, Inquiry inquiry, Member analyst) {
    String did =
        switch (inquiry.state()) {
          case State.Answered _, State.Waiting _, State.Taken _ -> "took";
          case State.Closed _ -> "reopened";
        };
    move(tx, inquiry, new State.Taken(analyst.id(), tx.now(), State.Turn.OURS), analyst, did);
    escalations.settle(tx, desk(inquiry.id()), analyst.id());
  }

  /** Somebody else has it; whose turn it is stays. */
  void takeOver(Transaction tx, Inquiry inquiry, Member analyst, State.Turn turn) {
    move(tx, inquiry, new State.Taken(analyst.id(), tx.now(), turn), analyst, "took over");
    escalations.settle(tx, desk(inquiry.id()), analyst.id());
  }

  /** The desk wrote, or waits for the customer: the customer is to write next. */
  void replied(Transaction tx, Inquiry inquiry, Member analyst, String did) {
    move(tx, inquiry, new State.Taken(analyst.id(), tx.now(), State.Turn.CUSTOMERS), analyst, did);
    escalations.settle(tx, desk(inquiry.id()), analyst.id());
  }

  /** The customer wrote to whoever has it: it is ours to write, and that is watched. */
  void isOurTurn(Transaction tx, Inquiry inquiry, String holder) {
    inquiries.move(tx, inquiry.id(), new State.Taken(holder, tx.now(), State.Turn.OURS));
    showBoth(tx, inquiry);
    escalations.watch(
        tx, desk(inquiry.id()), new Matter(InquiryDesk.CUSTOMER_WAITS_LADDER, inquiry.tenant()));
  }

  /** It is done, by the desk or by the customer's own word. */
  void close(Transaction tx, Inquiry inquiry, Member by) {
    move(tx, inquiry, new State.Closed(by.id(), tx.now()), by, "closed");
    escalations.settle(tx, desk(inquiry.id()), by.id());
    herald.closed(tx, inquiry, by);
  }

  /** Nobody has it any more and nobody is called: the bot answers in that thread. */
  void backToTheBot(Transaction tx, Inquiry inquiry, Member by) {
    move(tx, inquiry, new State.Answered(), by, "gave back to the bot");
    escalations.settle(tx, desk(inquiry.id()), by.id());
  }

  private void move(Transaction tx, Inquiry inquiry, State state, Member by, String did) {
    inquiries.move(tx, inquiry.id(), state);
    boolean urgent = state instanceof State.Waiting && inquiry.reply().urgent();
    tx.record(inquiry.tenant(), by.id(), did, inquiry.id(), urgent ? "urgent" : "");
    showBoth(tx, inquiry);
  }

  private static void showBoth(Transaction tx, Inquiry inquiry) {
    tx.show(answer(inquiry.id()));
    tx.show(desk(inquiry.id()));
  }

  /** What the customer sees of it. */
  static Notice answer(String inquiry) {
    return new Notice(Notice.Kind.ANSWER, inquiry);
  }

  /** What the desk sees of it. */
  static Notice desk(String inquiry) {
    return new Notice(Notice.Kind.HANDOVER, inquiry);
  }
}
