package jp.mimamori.bot.frontdesk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Card.Confirm;
import jp.mimamori.bot.chat.ChatPlatform;
import jp.mimamori.bot.chat.ChatPlatform.Standing;
import jp.mimamori.bot.chat.Incoming;
import jp.mimamori.bot.chat.Person;
import jp.mimamori.bot.chat.Reply;
import jp.mimamori.bot.inquiry.Correspondence;
import jp.mimamori.bot.inquiry.Inquiry;
import jp.mimamori.bot.inquiry.Inquiry.Spot;
import jp.mimamori.bot.inquiry.InquiryDesk;
import jp.mimamori.bot.inquiry.Word;
import jp.mimamori.bot.store.Database;
import jp.mimamori.bot.store.Notice;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.store.View;
import jp.mimamori.bot.tenant.Account;
import jp.mimamori.bot.tenant.Member;
import jp.mimamori.bot.tenant.Role;
import jp.mimamori.bot.tenant.Tenant;
import jp.mimamori.bot.tenant.Tenants;
import jp.mimamori.knowledge.Answer;
import jp.mimamori.knowledge.Language;
import jp.mimamori.knowledge.Question;
import jp.mimamori.knowledge.conversation.Heard;
import jp.mimamori.knowledge.conversation.Turn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way in: keeps what people do, finds out who acts, whether the matter is theirs and what
 * they mean, and hands it to the right desk. What a platform delivers twice is done once.
 */
public final class Reception implements ChatPlatform.Listener {
  /** Longer questions are cut: nobody reads them, and the store need not keep them. */
  static final int MOST_CHARACTERS = 4_000;

  /** So long an act is in its first attendant's hands. Longer than any step takes. */
  static final Duration LEASE = Duration.ofSeconds(60);

  /**
   * A press that nobody attended to for so long, because nobody was running, is not carried out
   * late: what it was pressed for may be over.
   */
  static final Duration STALE = Duration.ofMinutes(10);

  private static final int MOST_ATTEMPTS = 5;
  private static final int AT_ONCE = 50;
  private static final Reply NOTHING = new Reply.Nothing();
  private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

  private final Database database;
  private final Supplier<Tenants> tenants;
  private final Map<String, ChatPlatform> platforms;
  private final Buttons buttons;
  private final Presses presses;
  private final Orders orders;
  private final InquiryDesk inquiries;
  private final InstantSource clock;
  private final Executor threads;
  private final Runnable afterwards;

  /**
   * @param threads on which acts are attended to, each on its own
   * @param afterwards called after each step, so that what is due now need not wait for a bell
   */
  public Reception(
      Database database,
      Supplier<Tenants> tenants,
      Map<String, ChatPlatform> platforms,
      Buttons buttons,
      Presses presses,
      Orders orders,
      InquiryDesk inquiries,
      InstantSource clock,
      Executor threads,
      Runnable afterwards) {
    this.database = database;
    this.tenants = tenants;
    this.platforms = Map.copyOf(platforms);
    this.buttons = buttons;
    this.presses = presses;
    this.orders = orders;
    this.inquiries = inquiries;
    this.clock = clock;
    this.threads = threads;
    this.afterwards = afterwards;
  }

  @Override
  public void hear(Incoming incoming, Consumer<Reply> reply) {
    boolean isNew = database.decide(clock.instant(), tx -> Inbox.keep(tx, incoming, LEASE));
    if (isNew) {
      threads.execute(() -> attend(incoming, reply));
    } else {
      reply.accept(NOTHING);
    }
  }

  /** Attends to what was left behind. Any node, any time, any number. */
  public void attendLeft(Instant now) {
    for (Inbox.Left left : database.decide(now, tx -> Inbox.claim(tx, AT_ONCE, LEASE))) {
      String reason = hopeless(left, now);
      if (reason.isEmpty()) {
        attend(left.act(), _ -> {});
      } else {
        LOG.error("{} is not attended to: {}", left.act().event(), reason);
        database.write(now, tx -> giveUp(tx, left.act(), reason));
      }
    }
  }

  /**
   * For a node that knows itself alone, when it starts: what was in hand when it died is due now.
   */
  public void resume(Instant now) {
    database.write(now, Inbox::release);
  }

  /** Since when the oldest act waits to be attended to. */
  public static Optional<Instant> waitsSince(View view) {
    return Inbox.waitsSince(view);
  }

  private static String hopeless(Inbox.Left left, Instant now) {
    if (left.attempts() > MOST_ATTEMPTS) {
      return "failed too often";
    }
    boolean late = left.heardAt().plus(STALE).isBefore(now);
    return switch (left.act()) {
      case Incoming.Question _ -> "";
      case Incoming.Press _, Incoming.Submission _, Incoming.Command _ ->
          late ? "came too late" : "";
    };
  }

  private static void giveUp(Transaction tx, Incoming act, String reason) {
    if (Inbox.takeOut(tx, act)) {
      tx.record("", "mimamori", "did not attend to", who(act.person()), reason);
    }
  }

  private void attend(Incoming incoming, Consumer<Reply> reply) {
    Reply answer;
    try {
      answer = attended(incoming, clock.instant());
    } catch (RuntimeException e) {
      LOG.error("{} of {} failed", incoming.getClass().getSimpleName(), incoming.event(), e);
      answer = new Reply.Words(Phrase.WENT_WRONG.in(Language.JA));
    }
    reply.accept(answer);
    afterwards.run();
  }

  private Reply attended(Incoming incoming, Instant now) {
    return switch (incoming) {
      case Incoming.Question question ->
          known(question, question.person())
              .map(member -> asked(member, question, now))
              .orElseGet(() -> stranger(question, now));
      case Incoming.Press press -> acted(new Act(press, press.button(), press.confirmed()), now);
      // What wants a yes opens no form: a form's sending is none.
      case Incoming.Submission sent -> acted(new Act(sent, sent.button(), false), now);
      case Incoming.Command command ->
          known(command, command.person())
              .map(member -> ordered(member, command, now))
              .orElseGet(() -> stranger(command, now));
    };
  }

  private Optional<Member> known(Incoming incoming, Person person) {
    return tenants
        .get()
        .member(
            new Account(
                person.platform(),
                person.id(),
                person.displayName(),
                person.groups(),
                person.guest()),
            incoming.place().channel());
  }

  private Reply stranger(Incoming incoming, Instant now) {
    database.write(
        now,
        tx -> {
          if (Inbox.takeOut(tx, incoming)) {
            tx.record(
                "",
                who(incoming.person()),
                "was refused as unknown",
                incoming.place().channel(),
                "");
          }
        });
    return new Reply.Words(Phrase.UNKNOWN_ACCOUNT.in(Language.JA));
  }

  private Reply asked(Member member, Incoming.Question question, Instant now) {
    Optional<Card> menu =
        database.decide(now, tx -> orders.menu(tx, member, question, question.text()));
    if (menu.isPresent()) {
      database.write(now, tx -> Inbox.takeOut(tx, question));
      return new Reply.Shown(menu.get());
    }
    Optional<String> underCard = database.read(view -> inquiryAtTheDesk(view, question));
    if (underCard.isPresent() && member.is(Role.ANALYST)) {
      return database
          .decide(now, tx -> answeredAtTheDesk(tx, member, underCard.get(), question))
          .get();
    }
    Optional<Tenant> tenant = tenantOf(member, question);
    if (tenant.isEmpty()) {
      database.write(now, tx -> Inbox.takeOut(tx, question));
      return new Reply.Words(Phrase.ASK_IN_A_TENANTS_CHANNEL.in(member.language()));
    }
    if (!member.serves(tenant.get().id())) {
      database.write(now, tx -> refuse(tx, member, tenant.get().id(), question, "ask"));
      return new Reply.Words(Phrase.NOT_YOURS.in(member.language()));
    }
    var asked = new Question(cleaned(question.text()), now);
    Optional<Turn> before = database.read(view -> inquiries.before(view, spot(question)));
    Heard heard = inquiries.consider(asked, before);
    return database.decide(
        now, tx -> take(tx, member, tenant.get().id(), question, asked.text(), heard));
  }

  /**
   * While people have the thread, what is written there is theirs to read. While one is still
   * waited for, the bot helps with what it knows.
   */
  private Reply take(
      Transaction tx,
      Member member,
      String tenant,
      Incoming.Question question,
      String typed,
      Heard heard) {
    if (!Inbox.takeOut(tx, question)) {
      return NOTHING;
    }
    Spot spot = spot(question);
    Correspondence correspondence = inquiries.correspondence();
    if (member.is(Role.ANALYST) && correspondence.joined(tx, member, spot, typed)) {
      return NOTHING;
    }
    Optional<Inquiry> reader = correspondence.wrote(tx, member, spot, typed);
    boolean known =
        heard.answer() instanceof Answer.Cited || heard.answer() instanceof Answer.Computed;
    if (reader.isPresent() && reader.get().state() instanceof Inquiry.State.Taken) {
      return NOTHING;
    }
    if (reader.isPresent() && !known) {
      return new Reply.Words(Phrase.SENT_TO_DESK.in(member.language(), reader.get().id()));
    }
    inquiries.ask(tx, member, tenant, spot, typed, heard);
    return NOTHING;
  }

  /** The inquiry under whose card at the desk somebody writes. */
  private static Optional<String> inquiryAtTheDesk(View view, Incoming.Question question) {
    return question
        .place()
        .thread()
        .flatMap(
            root ->
                Posted.subjectOf(
                    view,
                    Notice.Kind.HANDOVER,
                    new Posted(question.person().platform(), question.place().channel(), root)));
  }

  private Supplier<Reply> answeredAtTheDesk(
      Transaction tx, Member member, String inquiry, Incoming.Question question) {
    String text = cleaned(question.text());
    if (!Inbox.takeOut(tx, question) || text.isEmpty()) {
      return already(NOTHING);
    }
    var there =
        new Word.Where.DesksThread(question.person().platform(), question.place().channel());
    return InquiryWork.written(
        inquiries.correspondence().write(tx, member, inquiry, there, text), member, inquiry);
  }

  private Reply ordered(Member member, Incoming.Command command, Instant now) {
    return database
        .decide(
            now,
            tx ->
                Inbox.takeOut(tx, command)
                    ? orders.carryOut(tx, member, command)
                    : already(NOTHING))
        .get();
  }

  /** A press, or a form that a press opened. */
  private record Act(Incoming incoming, String button, boolean confirmed) {}

  private Reply acted(Act act, Instant now) {
    Incoming incoming = act.incoming();
    Person person = incoming.person();
    if (isDangerous(act.button())) {
      switch (lookUp(person)) {
        case Standing.Present(Person fresh) -> person = fresh;
        case Standing.Gone _ -> {
          return stranger(incoming, now);
        }
        case Standing.NotKnown(String reason) -> {
          LOG.warn("who {} is can't be looked up: {}", who(person), reason);
          String actor = who(person);
          database.write(now, tx -> unverified(tx, incoming, actor, reason));
          return new Reply.Words(Phrase.NOT_VERIFIED.in(Language.JA));
        }
      }
    }
    return known(incoming, person)
        .map(member -> database.decide(now, tx -> acted(tx, member, act)).get())
        .orElseGet(() -> stranger(incoming, now));
  }

  /** What there is to say is found out after the step: it may take a look at the outside. */
  private Supplier<Reply> acted(Transaction tx, Member member, Act act) {
    if (!Inbox.takeOut(tx, act.incoming())) {
      return already(NOTHING);
    }
    return switch (buttons.meaning(tx, act.button(), tx.now())) {
      case Buttons.Meaning.Unknown _ -> {
        recordRefusal(tx, member, "", act.incoming(), "press an unknown button");
        yield already(new Reply.Words(Phrase.BUTTON_UNKNOWN.in(member.language())));
      }
      case Buttons.Meaning.Expired(Intent intent) -> {
        recordRefusal(tx, member, intent.tenant(), act.incoming(), "press an expired button");
        yield already(new Reply.Words(Phrase.BUTTON_EXPIRED.in(member.language())));
      }
      case Buttons.Meaning.Valid(Intent intent) -> acted(tx, member, act, intent);
    };
  }

  /** The one place that keeps tenants apart: whatever was pressed must be the presser's matter. */
  private Supplier<Reply> acted(Transaction tx, Member member, Act act, Intent intent) {
    Incoming incoming = act.incoming();
    if (!member.serves(intent.tenant())) {
      recordRefusal(tx, member, intent.tenant(), incoming, "press a button of another tenant");
      return already(new Reply.Words(Phrase.NOT_YOURS.in(member.language())));
    }
    boolean there =
        incoming.place().alone().isPresent()
            || tenants
                .get()
                .isSpokenOf(
                    intent.tenant(), incoming.person().platform(), incoming.place().channel());
    if (!there) {
      recordRefusal(tx, member, intent.tenant(), incoming, "press a button in the wrong place");
      return already(new Reply.Words(Phrase.WRONG_PLACE.in(member.language())));
    }
    Optional<Confirm> confirm =
        act.confirmed() ? Optional.empty() : presses.confirm(tx, member, intent);
    return confirm
        .map(sure -> already(new Reply.Sure(sure)))
        .orElseGet(() -> presses.act(tx, member, intent, incoming));
  }

  private static Supplier<Reply> already(Reply reply) {
    return () -> reply;
  }

  private boolean isDangerous(String button) {
    return database.read(view -> buttons.meaning(view, button, clock.instant()))
            instanceof Buttons.Meaning.Valid(Intent intent)
        && intent.dangerous();
  }

  private Standing lookUp(Person person) {
    ChatPlatform platform = platforms.get(person.platform());
    return platform == null
        ? new Standing.NotKnown("platform " + person.platform() + " is not switched on")
        : platform.lookUp(person.id());
  }

  private static void unverified(Transaction tx, Incoming incoming, String actor, String reason) {
    if (Inbox.takeOut(tx, incoming)) {
      tx.record("", actor, "was refused as not verified", incoming.place().channel(), reason);
    }
  }

  private Optional<Tenant> tenantOf(Member member, Incoming.Question question) {
    Tenants now = tenants.get();
    Optional<Tenant> ofChannel =
        now.ofChannel(question.person().platform(), question.place().channel());
    if (ofChannel.isPresent()) {
      return ofChannel;
    }
    List<String> own = List.copyOf(member.tenants());
    return own.size() == 1 ? now.find(own.getFirst()) : Optional.empty();
  }

  private static void refuse(
      Transaction tx, Member member, String tenant, Incoming incoming, String what) {
    if (Inbox.takeOut(tx, incoming)) {
      recordRefusal(tx, member, tenant, incoming, what);
    }
  }

  private static void recordRefusal(
      Transaction tx, Member member, String tenant, Incoming incoming, String what) {
    tx.record(tenant, member.id(), "was refused to " + what, incoming.place().channel(), "");
  }

  private static String who(Person person) {
    return person.platform() + ":" + person.id();
  }

  private static Spot spot(Incoming.Question question) {
    return new Spot(
        question.person().platform(),
        question.place().channel(),
        question.place().thread().orElse(""));
  }

  /** Without control characters, which no database and no screen wants, and not endless. */
  static String cleaned(String text) {
    String plain =
        text.codePoints()
            .filter(c -> c == '\n' || !Character.isISOControl(c))
            .limit(MOST_CHARACTERS)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return plain.strip();
  }
}
