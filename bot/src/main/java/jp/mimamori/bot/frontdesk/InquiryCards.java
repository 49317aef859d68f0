package jp.mimamori.bot.frontdesk;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Card.Block;
import jp.mimamori.bot.chat.Card.Button;
import jp.mimamori.bot.chat.Card.Fact;
import jp.mimamori.bot.chat.Card.Tone;
import jp.mimamori.bot.escalation.Standing;
import jp.mimamori.bot.inquiry.Inquiry;
import jp.mimamori.bot.inquiry.Inquiry.Reply;
import jp.mimamori.bot.inquiry.Inquiry.State;
import jp.mimamori.bot.inquiry.ResponseTimes;
import jp.mimamori.bot.inquiry.Word;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.tenant.Tenant;
import jp.mimamori.bot.tenant.Tenants;
import jp.mimamori.knowledge.Citation;
import jp.mimamori.knowledge.Language;
import jp.mimamori.schedules.BusinessCalendar;

/** An inquiry as the customer sees it in its thread, and as the desk sees it when it waits. */
final class InquiryCards {
  private static final int MOST_CHARACTERS = 600;

  /** Room for the longest paragraph of the terms; an article of many is opened where it stands. */
  private static final int MOST_QUOTED = 1_200;

  private final Supplier<BusinessCalendar> calendar;
  private final Supplier<ResponseTimes> times;
  private final Buttons buttons;

  InquiryCards(
      Supplier<BusinessCalendar> calendar, Supplier<ResponseTimes> times, Buttons buttons) {
    this.calendar = calendar;
    this.times = times;
    this.buttons = buttons;
  }

  /** What the customer sees. */
  Card answer(Transaction tx, Inquiry inquiry, Tenants tenants) {
    Language language = inquiry.language();
    Reply reply = inquiry.reply();
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Text(reply.text()));
    if (!reply.steps().isEmpty()) {
      blocks.add(new Block.Quote(String.join("\n", reply.steps()), Phrase.STEPS.in(language)));
    }
    reply.citations().stream()
        .flatMap(citation -> quote(citation, language).stream())
        .forEach(blocks::add);
    note(reply, language).ifPresent(blocks::add);
    if (!reply.citations().isEmpty()) {
      blocks.add(new Block.Note(sources(reply.citations(), language)));
    }
    blocks.addAll(
        switch (inquiry.state()) {
          case State.Answered _ -> offers(tx, inquiry);
          case State.Waiting(Instant since, Instant humanAt) ->
              List.of(
                  new Block.Text(
                      Phrase.RECEIVED.in(language, inquiry.id(), Moments.full(since, language))
                          + waiting(reply.urgent(), since, humanAt, language)),
                  withPeople(tx, inquiry));
          case State.Taken(String by, Instant _, State.Turn _) ->
              List.of(
                  new Block.Text(Phrase.TAKEN_BY.in(language, tenants.nameOf(by))),
                  withPeople(tx, inquiry));
          case State.Closed(String by, Instant at) ->
              List.of(
                  new Block.Text(
                      Phrase.INQUIRY_CLOSED_BY.in(
                          language, tenants.nameOf(by), Moments.full(at, language))),
                  new Block.Buttons(List.of(callPerson(tx, inquiry, Button.Style.PLAIN))));
        });
    return new Card(title(inquiry), tone(inquiry), language, blocks);
  }

  /** What the customer can do while people have it. */
  private Block withPeople(Transaction tx, Inquiry inquiry) {
    return new Block.Buttons(
        List.of(
            new Button(
                buttons.make(tx, new Intent.Write(inquiry.tenant(), inquiry.id())),
                Phrase.ADD.in(inquiry.language())),
            new Button(
                buttons.make(tx, new Intent.CloseInquiry(inquiry.tenant(), inquiry.id())),
                Phrase.SOLVED.in(inquiry.language()))));
  }

  /** What the desk sees of an inquiry that waits for a person. */
  Card desk(
      Transaction tx,
      Inquiry inquiry,
      Tenant tenant,
      Tenants tenants,
      Optional<Standing> standing) {
    Language language = tenant.language();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(Phrase.CUSTOMER.in(language), tenant.name()));
    facts.add(new Fact(Phrase.ASKED_BY.in(language), tenants.nameOf(inquiry.askedBy())));
    facts.add(new Fact(Phrase.ASKED_AT.in(language), Moments.full(inquiry.askedAt(), language)));
    if (inquiry.state() instanceof State.Waiting(Instant _, Instant humanAt)) {
      facts.add(new Fact(Phrase.RESPOND_FROM.in(language), Moments.full(humanAt, language)));
    }
    Optional<Instant> due = times.get().due(inquiry, calendar.get());
    boolean overdue = due.filter(at -> !at.isAfter(tx.now())).isPresent();
    due.map(at -> Moments.full(at, language))
        .map(at -> overdue ? Phrase.OVERDUE.in(language, at) : at)
        .ifPresent(words -> facts.add(new Fact(Phrase.DUE.in(language), words)));
    standing.flatMap(now -> CallCards.next(now, tenants, language)).ifPresent(facts::add);
    facts.add(
        new Fact(Phrase.CATEGORY.in(language), InquiryWork.name(inquiry.category()).in(language)));
    facts.add(new Fact(Phrase.STATUS.in(language), status(inquiry.state(), tenants, language)));
    facts.add(new Fact(Phrase.BOT_SAID.in(language), clipped(inquiry.reply().text())));
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Quote(clipped(inquiry.question()), tenants.nameOf(inquiry.askedBy())));
    blocks.add(new Block.Facts(facts));
    blocks.add(new Block.Buttons(deskButtons(tx, inquiry, language)));
    blocks.add(new Block.Note(Phrase.DESK_HINT.in(language)));
    Phrase title =
        overdue
            ? Phrase.DESK_TITLE_OVERDUE
            : inquiry.reply().urgent() ? Phrase.DESK_TITLE_URGENT : Phrase.DESK_TITLE;
    Tone waiting = overdue || inquiry.reply().urgent() ? Tone.URGENT : Tone.WORKING;
    return new Card(
        title.in(language, inquiry.id()),
        switch (inquiry.state()) {
          case State.Waiting _ -> waiting;
          case State.Taken _ -> overdue ? Tone.URGENT : Tone.SETTLED;
          case State.Answered _, State.Closed _ -> Tone.SETTLED;
        },
        language,
        blocks);
  }

  /** What somebody wrote, as the other side sees it. */
  Card word(Transaction tx, Inquiry inquiry, Word word, boolean answerable, Language language) {
    Phrase title =
        switch (word.side()) {
          case DESK -> Phrase.WORD_OF_DESK;
          case CUSTOMER -> Phrase.WORD_OF_CUSTOMER;
        };
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Text(word.text()));
    if (answerable) {
      blocks.add(
          new Block.Buttons(
              List.of(
                  new Button(
                      buttons.make(tx, new Intent.Write(inquiry.tenant(), inquiry.id())),
                      Phrase.REPLY.in(language)))));
    }
    return new Card(title.in(language, word.name(), inquiry.id()), Tone.PLAIN, language, blocks);
  }

  private static String status(State state, Tenants tenants, Language language) {
    return switch (state) {
      case State.Answered _ -> Phrase.INQUIRY_ANSWERED.in(language);
      case State.Waiting _ -> Phrase.INQUIRY_WAITS.in(language);
      case State.Taken(String by, Instant _, State.Turn turn) ->
          Phrase.TAKEN_BY.in(language, tenants.nameOf(by))
              + " "
              + switch (turn) {
                case OURS -> Phrase.OUR_TURN.in(language);
                case CUSTOMERS -> Phrase.CUSTOMERS_TURN.in(language);
              };
      case State.Closed(String by, Instant at) ->
          Phrase.INQUIRY_CLOSED_BY.in(language, tenants.nameOf(by), Moments.full(at, language));
    };
  }

  private List<Button> deskButtons(Transaction tx, Inquiry inquiry, Language language) {
    String tenant = inquiry.tenant();
    String id = inquiry.id();
    List<Button> offered = new ArrayList<>();
    switch (inquiry.state()) {
      case State.Answered _ -> offered.add(take(tx, inquiry, language));
      case State.Waiting _ -> {
        offered.add(take(tx, inquiry, language));
        offered.add(plain(tx, new Intent.Write(tenant, id), Phrase.REPLY, language));
        offered.add(step(tx, inquiry, InquiryWork.Step.BACK_TO_BOT, Phrase.BACK_TO_BOT, language));
      }
      case State.Taken(var _, var _, State.Turn turn) -> {
        offered.add(
            new Button(
                buttons.make(tx, new Intent.CloseInquiry(tenant, id)),
                Phrase.CLOSE_INQUIRY.in(language),
                Button.Style.PRIMARY,
                Optional.empty()));
        offered.add(plain(tx, new Intent.Write(tenant, id), Phrase.REPLY, language));
        if (turn == State.Turn.OURS) {
          offered.add(
              step(
                  tx,
                  inquiry,
                  InquiryWork.Step.WAIT_FOR_CUSTOMER,
                  Phrase.WAIT_FOR_CUSTOMER,
                  language));
        }
        offered.add(step(tx, inquiry, InquiryWork.Step.TAKE_OVER, Phrase.TAKE_OVER, language));
        offered.add(step(tx, inquiry, InquiryWork.Step.BACK_TO_BOT, Phrase.BACK_TO_BOT, language));
      }
      case State.Closed _ ->
          offered.add(step(tx, inquiry, InquiryWork.Step.REOPEN, Phrase.REOPEN, language));
    }
    offered.add(plain(tx, new Intent.Categorize(tenant, id), Phrase.CATEGORIZE, language));
    return offered;
  }

  private Button take(Transaction tx, Inquiry inquiry, Language language) {
    return new Button(
        buttons.make(tx, new Intent.Take(inquiry.tenant(), inquiry.id())),
        Phrase.TAKE.in(language),
        Button.Style.PRIMARY,
        Optional.empty());
  }

  private Button step(
      Transaction tx, Inquiry inquiry, InquiryWork.Step step, Phrase label, Language language) {
    return plain(tx, new Intent.Handle(inquiry.tenant(), inquiry.id(), step), label, language);
  }

  private Button plain(Transaction tx, Intent intent, Phrase label, Language language) {
    return new Button(buttons.make(tx, intent), label.in(language));
  }

  private List<Block> offers(Transaction tx, Inquiry inquiry) {
    Language language = inquiry.language();
    List<Block> blocks = new ArrayList<>();
    switch (inquiry.reply().kind()) {
      case CITED, COMPUTED -> blocks.addAll(ratings(tx, inquiry));
      case WHICH_ONE -> blocks.add(new Block.Buttons(choices(tx, inquiry)));
      case NOT_KNOWN -> {
        blocks.add(new Block.Text(whenHuman(inquiry.askedAt(), language)));
        blocks.add(new Block.Buttons(List.of(callPerson(tx, inquiry, Button.Style.PRIMARY))));
      }
      case HAND_OVER ->
          blocks.add(new Block.Buttons(List.of(callPerson(tx, inquiry, Button.Style.PRIMARY))));
      case SMALL_TALK -> {}
    }
    return blocks;
  }

  private List<Block> ratings(Transaction tx, Inquiry inquiry) {
    Language language = inquiry.language();
    if (inquiry.helpful().isPresent()) {
      return inquiry.helpful().get()
          ? List.of(new Block.Note(Phrase.THANKS.in(language)))
          : List.of(
              new Block.Text(
                  Phrase.SORRY_WRONG.in(language) + " " + whenHuman(inquiry.askedAt(), language)),
              new Block.Buttons(List.of(callPerson(tx, inquiry, Button.Style.PRIMARY))));
    }
    return List.of(
        new Block.Buttons(
            List.of(
                new Button(
                    buttons.make(tx, new Intent.Rate(inquiry.tenant(), inquiry.id(), true)),
                    Phrase.HELPFUL.in(language)),
                new Button(
                    buttons.make(tx, new Intent.Rate(inquiry.tenant(), inquiry.id(), false)),
                    Phrase.NOT_HELPFUL.in(language)),
                callPerson(tx, inquiry, Button.Style.PLAIN))));
  }

  private List<Button> choices(Transaction tx, Inquiry inquiry) {
    List<Button> choices = new ArrayList<>();
    for (int i = 0; i < inquiry.reply().choices().size(); i++) {
      choices.add(
          new Button(
              buttons.make(tx, new Intent.Choose(inquiry.tenant(), inquiry.id(), i)),
              inquiry.reply().choices().get(i).label()));
    }
    choices.add(callPerson(tx, inquiry, Button.Style.PLAIN));
    return choices;
  }

  private Button callPerson(Transaction tx, Inquiry inquiry, Button.Style style) {
    return new Button(
        buttons.make(tx, new Intent.CallPerson(inquiry.tenant(), inquiry.id())),
        Phrase.CALL_PERSON.in(inquiry.language()),
        style,
        Optional.empty());
  }

  private String whenHuman(Instant asked, Language language) {
    return calendar.get().isOpen(asked)
        ? Phrase.PERSON_AVAILABLE.in(language)
        : Phrase.PERSON_AT.in(language, Moments.full(calendar.get().nextOpening(asked), language));
  }

  static String waiting(boolean urgent, Instant since, Instant humanAt, Language language) {
    if (urgent) {
      return Phrase.WAITS_URGENT.in(language);
    }
    return humanAt.isAfter(since)
        ? Phrase.WAITS.in(language, Moments.full(humanAt, language))
        : Phrase.WAITS_NOW.in(language);
  }

  private static String title(Inquiry inquiry) {
    Phrase phrase =
        switch (inquiry.reply().kind()) {
          case CITED -> Phrase.ANSWER;
          case COMPUTED -> Phrase.COMPUTED;
          case WHICH_ONE -> Phrase.WHICH_ONE;
          case NOT_KNOWN -> Phrase.NOT_KNOWN;
          case HAND_OVER -> Phrase.HANDED_OVER;
          case SMALL_TALK -> Phrase.SMALL_TALK;
        };
    return phrase.in(inquiry.language(), inquiry.id());
  }

  private static Tone tone(Inquiry inquiry) {
    return switch (inquiry.state()) {
      case State.Answered _ -> Tone.PLAIN;
      case State.Waiting _ -> inquiry.reply().urgent() ? Tone.URGENT : Tone.WORKING;
      case State.Taken _, State.Closed _ -> Tone.SETTLED;
    };
  }

  private static Optional<Block> note(Reply reply, Language language) {
    if (reply.note().isEmpty()) {
      return Optional.empty();
    }
    return switch (reply.kind()) {
      case COMPUTED -> Optional.of(new Block.Note(Phrase.ASSUMPTION.in(language, reply.note())));
      case NOT_KNOWN -> Optional.of(new Block.Text(reply.note()));
      case CITED, WHICH_ONE, HAND_OVER, SMALL_TALK ->
          Optional.of(new Block.Note(Phrase.CAVEAT.in(language, reply.note())));
    };
  }

  private static Optional<Block> quote(Citation citation, Language language) {
    return citation
        .quote()
        .map(words -> clipped(words, MOST_QUOTED))
        .map(words -> new Block.Quote(words, Sources.name(citation.label(), language)));
  }

  private static String sources(List<Citation> citations, Language language) {
    return Phrase.SOURCES.in(
        language,
        citations.stream()
            .map(citation -> Sources.name(citation.label(), language))
            .distinct()
            .collect(joining(language == Language.JA ? "、" : "; ")));
  }

  private static String clipped(String text) {
    return clipped(text, MOST_CHARACTERS);
  }

  private static String clipped(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most) + "…";
  }
}
