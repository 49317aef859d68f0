package jp.mimamori.bot.inquiry;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import jp.mimamori.bot.escalation.Escalations;
import jp.mimamori.bot.inquiry.Inquiry.Reply;
import jp.mimamori.bot.inquiry.Inquiry.Spot;
import jp.mimamori.bot.inquiry.Inquiry.State;
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
  private final Steps steps;
  private final Correspondence correspondence;

  public InquiryDesk(
      Supplier<Knowledge> knowledge,
      Inquiries inquiries,
      Words words,
      Escalations escalations,
      Supplier<BusinessCalendar> calendar,
      Herald herald) {
    this.knowledge = knowledge;
    this.inquiries = inquiries;
    this.steps = new Steps(inquiries, escalations, calendar, herald);
    this.correspondence = new Correspondence(inquiries, words, steps, herald);
  }

  /** What people write to each other about inquiries. */
  public Correspondence correspondence() {
    return correspondence;
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
            Category.of(answer.citations()),
            Optional.empty());
    inquiries.add(tx, inquiry);
    tx.record(tenant, member.id(), "asked", inquiry.id(), inquiry.reply().kind().name());
    tx.show(Steps.answer(inquiry.id()));
    if (answer instanceof Answer.HandOver) {
      steps.handOver(tx, inquiry, member);
    }
  }

  /** What a wish to work on an inquiry at the desk comes to. */
  public enum Worked {
    DONE,
    ALREADY,
    NOT_ALLOWED,
    UNKNOWN_INQUIRY
  }

  /** It is done; the thread is the bot's again. The customer's people may say so, too. */
  public Worked close(Transaction tx, Member member, String id) {
    Optional<Inquiry> inquiry = inquiries.find(tx, id);
    if (inquiry.isEmpty()) {
      return Worked.UNKNOWN_INQUIRY;
    }
    if (!member.is(Role.ANALYST) && !member.serves(inquiry.get().tenant())) {
      return refused(tx, member, inquiry.get());
    }
    return switch (inquiry.get().state()) {
      case State.Closed _, State.Answered _ -> Worked.ALREADY;
      case State.Waiting _, State.Taken _ -> {
        steps.close(tx, inquiry.get(), member);
        yield Worked.DONE;
      }
    };
  }

  /** Whoever has it waits for the customer: nobody is called meanwhile. */
  public Worked waitForCustomer(Transaction tx, Member member, String id) {
    return work(
        tx,
        member,
        id,
        inquiry -> {
          if (!(inquiry.state() instanceof State.Taken(var _, var _, State.Turn turn))
              || turn == State.Turn.CUSTOMERS) {
            return Worked.ALREADY;
          }
          steps.replied(tx, inquiry, member, "waits for the customer");
          return Worked.DONE;
        });
  }

  /** No person is needed after all: the thread is the bot's again. */
  public Worked backToTheBot(Transaction tx, Member member, String id) {
    return work(
        tx,
        member,
        id,
        inquiry ->
            switch (inquiry.state()) {
              case State.Answered _, State.Closed _ -> Worked.ALREADY;
              case State.Waiting _, State.Taken _ -> {
                steps.backToTheBot(tx, inquiry, member);
                yield Worked.DONE;
              }
            });
  }

  /** It was not done after all: whoever says so has it. */
  public Worked reopen(Transaction tx, Member member, String id) {
    return work(
        tx,
        member,
        id,
        inquiry -> {
          if (!(inquiry.state() instanceof State.Closed)) {
            return Worked.ALREADY;
          }
          steps.take(tx, inquiry, member);
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
      return refused(tx, member, inquiry.get());
    }
    Worked worked = step.apply(inquiry.get());
    tx.show(Steps.desk(id));
    return worked;
  }

  private static Worked refused(Transaction tx, Member member, Inquiry inquiry) {
    tx.record(inquiry.tenant(), member.id(), "was refused to work on", inquiry.id(), "");
    return Worked.NOT_ALLOWED;
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
      case State.Answered _ -> new Called.Waiting(steps.handOver(tx, inquiry.get(), member));
      case State.Waiting waiting -> new Called.Already(waiting);
      case State.Taken taken -> new Called.Already(taken);
      case State.Closed _ -> new Called.Waiting(steps.handOver(tx, inquiry.get(), member));
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
    steps.take(tx, inquiry.get(), member);
    return new Took.Done();
  }

  /** An analyst has it from now on, whoever had it. */
  public Worked takeOver(Transaction tx, Member member, String id) {
    return work(
        tx,
        member,
        id,
        inquiry -> {
          if (!(inquiry.state() instanceof State.Taken(String by, var _, State.Turn turn))
              || by.equals(member.id())) {
            return Worked.ALREADY;
          }
          steps.takeOver(tx, inquiry, member, turn);
          return Worked.DONE;
        });
  }

  /** Whoever has it does not have it any longer: it waits for a person again. */
  public boolean giveBack(Transaction tx, Member member, String id) {
    Optional<Inquiry> inquiry =
        inquiries.find(tx, id).filter(asked -> asked.state() instanceof State.Taken);
    inquiry.ifPresent(asked -> steps.handOver(tx, asked, member));
    return inquiry.isPresent();
  }

  /** Whether it helped. Returns false for an unknown inquiry. */
  public boolean rate(Transaction tx, Member member, String id, boolean helpful) {
    Optional<Inquiry> inquiry = inquiries.find(tx, id);
    inquiry.ifPresent(
        asked -> {
          inquiries.rate(tx, id, helpful);
          tx.record(asked.tenant(), member.id(), helpful ? "found helpful" : "found wrong", id, "");
          tx.show(Steps.answer(id));
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
}
