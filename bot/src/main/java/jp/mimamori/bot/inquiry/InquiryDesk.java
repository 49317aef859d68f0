package jp.mimamori.bot.inquiry;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import jp.mimamori.bot.escalation.Escalations;
import jp.mimamori.bot.inquiry.Inquiry.Reply;
import jp.mimamori.bot.inquiry.Inquiry.Spot;
import jp.mimamori.bot.inquiry.Inquiry.State;
import jp.mimamori.bot.store.Notice;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.tenant.Member;
import jp.mimamori.bot.tenant.Role;
import jp.mimamori.knowledge.Answer;
import jp.mimamori.knowledge.Knowledge;
import jp.mimamori.knowledge.Language;
import jp.mimamori.knowledge.Question;
import jp.mimamori.schedules.BusinessCalendar;

/** Answers customers, or calls a person. */
public final class InquiryDesk {
  /** Which ladder calls somebody to an inquiry that waits: it climbs in business time. */
  public static final String LADDER = "handover";

  /** Which ladder calls somebody when an incident may be in progress: it climbs day and night. */
  public static final String INCIDENT_LADDER = "incident";

  private final Supplier<Knowledge> knowledge;
  private final Inquiries inquiries;
  private final Escalations escalations;
  private final Supplier<BusinessCalendar> calendar;

  public InquiryDesk(
      Supplier<Knowledge> knowledge,
      Inquiries inquiries,
      Escalations escalations,
      Supplier<BusinessCalendar> calendar) {
    this.knowledge = knowledge;
    this.inquiries = inquiries;
    this.escalations = escalations;
    this.calendar = calendar;
  }

  /** Finds the answer. Changes nothing, so it needs no transaction. */
  public Answer consider(String text, Instant now) {
    return knowledge.get().answer(new Question(text, now));
  }

  /** Puts a question and its answer on record, and shows the answer. */
  public void ask(
      Transaction tx, Member member, String tenant, Spot spot, String text, Answer answer) {
    var inquiry =
        new Inquiry(
            inquiries.number(tx),
            tenant,
            spot,
            member.id(),
            tx.now(),
            Language.of(text),
            text,
            Reply.of(answer),
            new State.Answered(),
            Optional.empty());
    inquiries.add(tx, inquiry);
    tx.record(tenant, member.id(), "asked", inquiry.id(), inquiry.reply().kind().name());
    tx.show(answer(inquiry.id()));
    if (answer instanceof Answer.HandOver) {
      handOver(tx, inquiry, member);
    }
  }

  /**
   * Whether a person has the thread already, so that the bot does not talk into their conversation.
   */
  public boolean isWithAPerson(Transaction tx, Spot spot) {
    return inquiries
        .newestIn(tx, spot)
        .map(Inquiry::state)
        .filter(State.Taken.class::isInstance)
        .isPresent();
  }

  /**
   * An analyst writes into a customer's thread: that takes the inquiry over. Returns false if the
   * thread is no customer's.
   */
  public boolean joined(Transaction tx, Member analyst, Spot spot) {
    Optional<Inquiry> inquiry =
        inquiries.newestIn(tx, spot).filter(asked -> !asked.askedBy().equals(analyst.id()));
    inquiry
        .filter(asked -> !(asked.state() instanceof State.Taken))
        .ifPresent(asked -> take(tx, asked, analyst));
    return inquiry.isPresent();
  }

  /** What a wish for a person comes to. */
  public sealed interface Called {
    record Waiting(Instant humanAt) implements Called {}

    record Already(State state) implements Called {}

    record UnknownInquiry() implements Called {}
  }

  /** Somebody wants a person. */
  public Called callPerson(Transaction tx, Member member, String id) {
    Optional<Inquiry> inquiry = inquiries.find(tx, id);
    if (inquiry.isEmpty()) {
      return new Called.UnknownInquiry();
    }
    return switch (inquiry.get().state()) {
      case State.Answered _ -> new Called.Waiting(handOver(tx, inquiry.get(), member));
      case State.Waiting waiting -> new Called.Already(waiting);
      case State.Taken taken -> new Called.Already(taken);
    };
  }

  /** What a wish to take an inquiry comes to. */
  public enum Took {
    DONE,
    BY_SOMEBODY_ALREADY,
    NOT_ALLOWED,
    UNKNOWN_INQUIRY
  }

  /** An analyst says: mine. */
  public Took take(Transaction tx, Member member, String id) {
    Optional<Inquiry> inquiry = inquiries.find(tx, id);
    if (inquiry.isEmpty()) {
      return Took.UNKNOWN_INQUIRY;
    }
    if (!member.is(Role.ANALYST)) {
      tx.record(inquiry.get().tenant(), member.id(), "was refused to take", id, "");
      return Took.NOT_ALLOWED;
    }
    if (inquiry.get().state() instanceof State.Taken) {
      return Took.BY_SOMEBODY_ALREADY;
    }
    take(tx, inquiry.get(), member);
    return Took.DONE;
  }

  /** Whether it helped. Returns false for an unknown inquiry. */
  public boolean rate(Transaction tx, Member member, String id, boolean helpful) {
    Optional<Inquiry> inquiry = inquiries.find(tx, id);
    inquiry.ifPresent(
        asked -> {
          inquiries.rate(tx, id, helpful);
          tx.record(asked.tenant(), member.id(), helpful ? "found helpful" : "found wrong", id, "");
          tx.show(answer(id));
        });
    return inquiry.isPresent();
  }

  /** What was meant, after all. */
  public Optional<String> chosen(Transaction tx, String id, int position) {
    return inquiries
        .find(tx, id)
        .map(inquiry -> inquiry.reply().choices())
        .filter(choices -> position >= 0 && position < choices.size())
        .map(choices -> choices.get(position).question());
  }

  /** Where an inquiry was asked. */
  public Optional<Spot> spot(Transaction tx, String id) {
    return inquiries.find(tx, id).map(Inquiry::spot);
  }

  private Instant handOver(Transaction tx, Inquiry inquiry, Member member) {
    boolean urgent = inquiry.reply().urgent();
    Instant humanAt = urgent ? tx.now() : calendar.get().nextOpening(tx.now());
    inquiries.move(tx, inquiry.id(), new State.Waiting(tx.now(), humanAt));
    tx.record(
        inquiry.tenant(), member.id(), "called a person", inquiry.id(), urgent ? "urgent" : "");
    tx.show(answer(inquiry.id()));
    tx.show(desk(inquiry.id()));
    escalations.watch(tx, desk(inquiry.id()), inquiry.tenant(), urgent ? INCIDENT_LADDER : LADDER);
    return humanAt;
  }

  private void take(Transaction tx, Inquiry inquiry, Member analyst) {
    inquiries.move(tx, inquiry.id(), new State.Taken(analyst.id(), tx.now()));
    tx.record(inquiry.tenant(), analyst.id(), "took", inquiry.id(), "");
    tx.show(answer(inquiry.id()));
    tx.show(desk(inquiry.id()));
    escalations.settle(tx, desk(inquiry.id()), analyst.id());
  }

  private static Notice answer(String inquiry) {
    return new Notice(Notice.Kind.ANSWER, inquiry);
  }

  private static Notice desk(String inquiry) {
    return new Notice(Notice.Kind.HANDOVER, inquiry);
  }
}
