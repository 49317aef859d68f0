package jp.mimamori.bot.inquiry;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import jp.mimamori.bot.escalation.Escalations;
import jp.mimamori.bot.escalation.Matter;
import jp.mimamori.bot.inquiry.Inquiry.Reply;
import jp.mimamori.bot.inquiry.Inquiry.Spot;
import jp.mimamori.bot.inquiry.Inquiry.State;
import jp.mimamori.bot.store.Notice;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.store.View;
import jp.mimamori.bot.tenant.Member;
import jp.mimamori.bot.tenant.Role;
import jp.mimamori.knowledge.Answer;
import jp.mimamori.knowledge.Knowledge;
import jp.mimamori.knowledge.Question;
import jp.mimamori.knowledge.conversation.Conversation;
import jp.mimamori.knowledge.conversation.Heard;
import jp.mimamori.knowledge.conversation.Turn;
import jp.mimamori.schedules.BusinessCalendar;

/** Answers customers, or calls a person. */
public final class InquiryDesk {
  /** Which ladder calls somebody to an inquiry that waits: it climbs in business time. */
  public static final String LADDER = "handover";

  /** Which ladder calls somebody when an incident may be in progress: it climbs day and night. */
  public static final String INCIDENT_LADDER = "incident";

  /** Which ladder calls somebody to a customer who wrote again to the person who has it. */
  public static final String CUSTOMER_WAITS_LADDER = "inquiry";

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

  /** What a message in that thread may refer to. Outside of threads nothing is referred to. */
  public Optional<Turn> before(View view, Spot spot) {
    return spot.thread().isEmpty() ? Optional.empty() : inquiries.before(view, spot);
  }

  /** Finds the answer. Changes nothing, so it needs no transaction. */
  public Heard consider(Question question, Optional<Turn> before) {
    return new Conversation(knowledge.get()).hear(question, before);
  }

  /**
   * Puts a question and its answer on record, and shows the answer.
   *
   * @param typed the question as the customer wrote it
   */
  public void ask(
      Transaction tx, Member member, String tenant, Spot spot, String typed, Heard heard) {
    Answer answer = heard.answer();
    var inquiry =
        new Inquiry(
            inquiries.number(tx),
            tenant,
            spot,
            member.id(),
            tx.now(),
            heard.meant().answerIn(),
            typed,
            heard.meant().text(),
            Reply.of(answer),
            new State.Answered(),
            Optional.empty(),
            Category.of(answer.citations()));
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
    inquiry.ifPresent(
        asked -> {
          if (!(asked.state() instanceof State.Taken)) {
            take(tx, asked, analyst);
          }
          replied(tx, asked, analyst);
        });
    return inquiry.isPresent();
  }

  /** A customer writes to the person who has the inquiry of that thread: it is our turn. */
  public void wrote(Transaction tx, Member customer, Spot spot) {
    inquiries
        .newestIn(tx, spot)
        .filter(asked -> asked.state() instanceof State.Taken)
        .ifPresent(
            asked -> {
              tx.record(asked.tenant(), customer.id(), "wrote to the person", asked.id(), "");
              if (asked.state() instanceof State.Taken(String by, Instant _, State.Turn turn)
                  && turn == State.Turn.CUSTOMERS) {
                inquiries.move(tx, asked.id(), new State.Taken(by, tx.now(), State.Turn.OURS));
                tx.show(desk(asked.id()));
                escalations.watch(
                    tx, desk(asked.id()), new Matter(CUSTOMER_WAITS_LADDER, asked.tenant()));
              }
            });
  }

  /** What a wish to work on an inquiry at the desk comes to. */
  public enum Worked {
    DONE,
    ALREADY,
    NOT_ALLOWED,
    UNKNOWN_INQUIRY
  }

  /** It is done; the thread is the bot's again. */
  public Worked close(Transaction tx, Member member, String id) {
    return work(
        tx,
        member,
        id,
        inquiry -> {
          if (inquiry.state() instanceof State.Closed) {
            return Worked.ALREADY;
          }
          inquiries.move(tx, id, new State.Closed(member.id(), tx.now()));
          tx.record(inquiry.tenant(), member.id(), "closed", id, "");
          tx.show(answer(id));
          escalations.settle(tx, desk(id), member.id());
          return Worked.DONE;
        });
  }

  /** A person knows better what it is about. */
  public Worked categorize(Transaction tx, Member member, String id, Category category) {
    return work(
        tx,
        member,
        id,
        inquiry -> {
          if (inquiry.category() == category) {
            return Worked.ALREADY;
          }
          inquiries.categorize(tx, id, category);
          tx.record(
              inquiry.tenant(),
              member.id(),
              "categorized",
              id,
              inquiry.category() + " -> " + category);
          return Worked.DONE;
        });
  }

  private Worked work(Transaction tx, Member member, String id, Function<Inquiry, Worked> step) {
    Optional<Inquiry> inquiry = inquiries.find(tx, id);
    if (inquiry.isEmpty()) {
      return Worked.UNKNOWN_INQUIRY;
    }
    if (!member.is(Role.ANALYST)) {
      tx.record(inquiry.get().tenant(), member.id(), "was refused to work on", id, "");
      return Worked.NOT_ALLOWED;
    }
    Worked worked = step.apply(inquiry.get());
    tx.show(desk(id));
    return worked;
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
      case State.Closed _ -> new Called.Waiting(handOver(tx, inquiry.get(), member));
    };
  }

  /** What a wish to take an inquiry comes to. */
  public sealed interface Took {
    record Done() implements Took {}

    record Already(String by) implements Took {}

    record NotAllowed() implements Took {}

    record UnknownInquiry() implements Took {}
  }

  /** An analyst says: mine. */
  public Took take(Transaction tx, Member member, String id) {
    Optional<Inquiry> inquiry = inquiries.find(tx, id);
    if (inquiry.isEmpty()) {
      return new Took.UnknownInquiry();
    }
    if (!member.is(Role.ANALYST)) {
      tx.record(inquiry.get().tenant(), member.id(), "was refused to take", id, "");
      return new Took.NotAllowed();
    }
    if (inquiry.get().state() instanceof State.Taken(String by, Instant _, State.Turn _)) {
      return new Took.Already(by);
    }
    take(tx, inquiry.get(), member);
    return new Took.Done();
  }

  /** Whoever has it does not have it any longer: it waits for a person again. */
  public boolean giveBack(Transaction tx, Member member, String id) {
    Optional<Inquiry> inquiry =
        inquiries.find(tx, id).filter(asked -> asked.state() instanceof State.Taken);
    inquiry.ifPresent(asked -> handOver(tx, asked, member));
    return inquiry.isPresent();
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

  /** One of the candidates was meant: it is asked and answered in the same thread and language. */
  public boolean choose(Transaction tx, Member member, String id, int position) {
    Optional<Inquiry> inquiry =
        inquiries
            .find(tx, id)
            .filter(asked -> position >= 0 && position < asked.reply().choices().size());
    inquiry.ifPresent(
        asked -> {
          String text = asked.reply().choices().get(position).question();
          var question = new Question(text, Optional.of(asked.language()), tx.now());
          Heard heard = consider(question, Optional.empty());
          ask(tx, member, asked.tenant(), asked.spot(), text, heard);
        });
    return inquiry.isPresent();
  }

  private Instant handOver(Transaction tx, Inquiry inquiry, Member member) {
    boolean urgent = inquiry.reply().urgent();
    Instant humanAt = urgent ? tx.now() : calendar.get().nextOpening(tx.now());
    inquiries.move(tx, inquiry.id(), new State.Waiting(tx.now(), humanAt));
    tx.record(
        inquiry.tenant(), member.id(), "called a person", inquiry.id(), urgent ? "urgent" : "");
    tx.show(answer(inquiry.id()));
    tx.show(desk(inquiry.id()));
    escalations.watch(
        tx, desk(inquiry.id()), new Matter(urgent ? INCIDENT_LADDER : LADDER, inquiry.tenant()));
    return humanAt;
  }

  private void take(Transaction tx, Inquiry inquiry, Member analyst) {
    inquiries.move(tx, inquiry.id(), new State.Taken(analyst.id(), tx.now(), State.Turn.OURS));
    tx.record(inquiry.tenant(), analyst.id(), "took", inquiry.id(), "");
    tx.show(answer(inquiry.id()));
    tx.show(desk(inquiry.id()));
    escalations.settle(tx, desk(inquiry.id()), analyst.id());
  }

  private void replied(Transaction tx, Inquiry inquiry, Member analyst) {
    inquiries.move(tx, inquiry.id(), new State.Taken(analyst.id(), tx.now(), State.Turn.CUSTOMERS));
    tx.record(inquiry.tenant(), analyst.id(), "replied", inquiry.id(), "");
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
