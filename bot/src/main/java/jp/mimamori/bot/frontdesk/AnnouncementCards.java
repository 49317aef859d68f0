package jp.mimamori.bot.frontdesk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.mimamori.bot.announcement.Announcement;
import jp.mimamori.bot.announcement.Announcement.Delivery;
import jp.mimamori.bot.announcement.Announcement.Draft;
import jp.mimamori.bot.announcement.Announcement.Kind;
import jp.mimamori.bot.announcement.Announcement.State;
import jp.mimamori.bot.announcement.Announcements;
import jp.mimamori.bot.announcement.LeadTime;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Card.Block;
import jp.mimamori.bot.chat.Card.Button;
import jp.mimamori.bot.chat.Card.Confirm;
import jp.mimamori.bot.chat.Card.Fact;
import jp.mimamori.bot.chat.Card.Tone;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.tenant.Tenant;
import jp.mimamori.bot.tenant.Tenants;
import jp.mimamori.knowledge.Language;

/** An announcement as customers see it, and as the desk does. */
public final class AnnouncementCards {
  private final Announcements announcements;
  private final Buttons buttons;

  AnnouncementCards(Announcements announcements, Buttons buttons) {
    this.announcements = announcements;
    this.buttons = buttons;
  }

  /** What a customer sees; the very same is previewed. */
  public static Card customer(
      String id, Draft draft, State state, Optional<String> correction, Language language) {
    List<Block> blocks = new ArrayList<>();
    if (state == State.WITHDRAWN) {
      blocks.add(new Block.Text(Phrase.NOTICE_WAS_WITHDRAWN.in(language)));
    }
    correction.ifPresent(
        by -> blocks.add(new Block.Text(Phrase.NOTICE_WAS_CORRECTED.in(language, by))));
    draft
        .corrects()
        .ifPresent(of -> blocks.add(new Block.Text(Phrase.NOTICE_CORRECTS.in(language, of))));
    blocks.add(new Block.Text(draft.in(language).body()));
    draft
        .begins()
        .ifPresent(
            begins ->
                blocks.add(
                    new Block.Facts(
                        List.of(
                            new Fact(
                                when(draft.kind()).in(language),
                                period(begins, draft.ends(), language))))));
    blocks.add(
        new Block.Note(
            draft
                .kind()
                .clause()
                .map(
                    clause -> Phrase.NOTICE_SOURCE.in(language, id, Sources.name(clause, language)))
                .orElseGet(() -> Phrase.NOTICE_NUMBER.in(language, id))));
    return new Card(title(draft, state, language), tone(draft, state), language, blocks);
  }

  /** A message of its own: what was told is taken back. */
  static Card takenBack(Announcement announcement, Language language) {
    return new Card(
        Phrase.NOTICE_WITHDRAWN.in(language, announcement.draft().in(language).title()),
        Tone.PLAIN,
        language,
        List.of(
            new Block.Text(
                Phrase.NOTICE_TAKEN_BACK.in(
                    language, announcement.id(), announcement.draft().in(language).title()))));
  }

  /** Before it is sent: how it will look in each language, and what is to be minded. */
  Card preview(Transaction tx, Announcement announcement, Tenants tenants, Language language) {
    List<Block> blocks = new ArrayList<>(looks(announcement, language));
    blocks.add(new Block.Facts(facts(announcement, List.of(), tenants, language)));
    blocks.addAll(warnings(announcement.draft(), tx.now(), language));
    blocks.add(
        new Block.Buttons(
            List.of(
                button(tx, announcement, Step.SUBMIT, Phrase.NOTICE_SUBMIT, language),
                button(tx, announcement, Step.REWRITE, Phrase.NOTICE_REWRITE, language),
                button(tx, announcement, Step.DISCARD, Phrase.NOTICE_DISCARD, language))));
    return new Card(Phrase.NOTICE_PREVIEW.in(language), Tone.PLAIN, language, blocks);
  }

  /** At the desk: how far it is, who has it, who does not. */
  Card desk(Transaction tx, Announcement announcement, Tenants tenants, Language language) {
    List<Delivery> deliveries = announcements.deliveries(tx, announcement.id());
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Facts(facts(announcement, deliveries, tenants, language)));
    blocks.addAll(looks(announcement, language));
    List<Button> offered = new ArrayList<>();
    switch (announcement.state()) {
      case WAITING -> {
        blocks.addAll(warnings(announcement.draft(), tx.now(), language));
        offered.add(button(tx, announcement, Step.APPROVE, Phrase.APPROVE, language));
        offered.add(button(tx, announcement, Step.REFUSE, Phrase.REFUSE, language));
        offered.add(button(tx, announcement, Step.CORRECT, Phrase.NOTICE_REWRITE, language));
      }
      case PLANNED, SENT -> {
        offered.add(button(tx, announcement, Step.CANCEL, Phrase.NOTICE_CANCEL, language));
        offered.add(
            button(
                tx,
                announcement,
                Step.CORRECT,
                announcement.state() == State.SENT ? Phrase.NOTICE_CORRECT : Phrase.NOTICE_REWRITE,
                language));
      }
      case DRAFT, CANCELLED, MISSED, WITHDRAWN -> {}
    }
    if (!offered.isEmpty()) {
      blocks.add(new Block.Buttons(offered));
    }
    return new Card(
        Phrase.NOTICE_DESK.in(
            language, announcement.id(), announcement.draft().in(language).title()),
        deskTone(announcement.state()),
        language,
        blocks);
  }

  static Confirm confirm(String id, Language language) {
    return new Confirm(
        Phrase.NOTICE_SURE.in(language, id),
        Phrase.NOTICE_SURE_TEXT.in(language),
        Phrase.NOTICE_CANCEL.in(language),
        Phrase.CANCEL.in(language));
  }

  /** What is to be minded of the terms, a line each. */
  public static List<String> minded(Draft draft, Instant now, Language language) {
    return LeadTime.of(draft, now).stream()
        .map(
            lead ->
                Phrase.NOTICE_WARNING.in(
                    language, Sources.name(lead.clause(), language), warning(lead).in(language)))
        .toList();
  }

  private static List<Block> warnings(Draft draft, Instant now, Language language) {
    return minded(draft, now, language).stream().<Block>map(Block.Text::new).toList();
  }

  private static List<Block> looks(Announcement announcement, Language language) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(look(announcement, Language.JA, Phrase.NOTICE_AS_SEEN.in(language)));
    blocks.add(
        announcement.draft().english().isPresent()
            ? look(announcement, Language.EN, Phrase.NOTICE_AS_SEEN_EN.in(language))
            : new Block.Note(Phrase.NOTICE_NO_ENGLISH.in(language)));
    return blocks;
  }

  /** The customer's card in words, line by line. */
  private static Block look(Announcement announcement, Language language, String source) {
    Card card =
        customer(
            announcement.id(),
            announcement.draft(),
            announcement.state(),
            Optional.empty(),
            language);
    return new Block.Quote(String.join("\n", words(card)), source);
  }

  /** A card's words. */
  public static List<String> words(Card card) {
    List<String> lines = new ArrayList<>(List.of(card.title(), ""));
    for (Block block : card.blocks()) {
      switch (block) {
        case Block.Text(String text) -> lines.add(text);
        case Block.Facts(var facts) ->
            facts.forEach(fact -> lines.add(fact.name() + ": " + fact.value()));
        case Block.Quote(String text, String source) -> lines.add(text + " " + source);
        case Block.Mention(var _, String _, String name) -> lines.add(name);
        case Block.Note(String text) -> lines.add(text);
        case Block.History(String _, var history) -> lines.addAll(history);
        case Block.Buttons _ -> {}
      }
    }
    return lines;
  }

  private static List<Fact> facts(
      Announcement announcement, List<Delivery> deliveries, Tenants tenants, Language language) {
    Draft draft = announcement.draft();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(Phrase.STATUS.in(language), state(announcement, deliveries, language)));
    facts.add(
        new Fact(Phrase.NOTICE_WRITER.in(language), tenants.nameOf(announcement.writtenBy())));
    facts.add(
        new Fact(
            Phrase.NOTICE_TO.in(language),
            draft.tenants().stream()
                .map(id -> tenants.find(id).map(Tenant::name).orElse(id))
                .collect(Collectors.joining("、"))));
    facts.add(
        new Fact(
            Phrase.NOTICE_SEND_AT.in(language),
            announcement
                .sentAt()
                .or(
                    () ->
                        Optional.of(draft.notBefore())
                            .filter(at -> at.isAfter(announcement.writtenAt())))
                .map(at -> Moments.full(at, language))
                .orElseGet(() -> Phrase.NOTICE_AT_ONCE.in(language))));
    places(deliveries, Delivery.Standing.DELIVERED, tenants, language)
        .ifPresent(list -> facts.add(new Fact(Phrase.NOTICE_SHOWN.in(language), list)));
    places(deliveries, Delivery.Standing.FAILED, tenants, language)
        .ifPresent(list -> facts.add(new Fact(Phrase.NOTICE_NOT_SHOWN.in(language), list)));
    return facts;
  }

  private static Optional<String> places(
      List<Delivery> deliveries, Delivery.Standing standing, Tenants tenants, Language language) {
    List<String> lines =
        deliveries.stream()
            .filter(delivery -> delivery.standing() == standing)
            .map(
                delivery ->
                    "%s（%s）%s"
                        .formatted(
                            tenants
                                .find(delivery.tenant())
                                .map(Tenant::name)
                                .orElse(delivery.tenant()),
                            place(delivery, deliveries, language),
                            delivery.reason().isEmpty()
                                ? delivery
                                    .at()
                                    .map(at -> " " + Moments.full(at, language))
                                    .orElse("")
                                : " " + delivery.reason()))
            .toList();
    return lines.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", lines));
  }

  /** The channel's id tells people nothing, unless there are two of the customer's. */
  private static String place(Delivery one, List<Delivery> all, Language language) {
    String platform =
        switch (one.platform()) {
          case "slack" -> "Slack";
          case "discord" -> "Discord";
          case "web" -> Phrase.THE_PAGE.in(language);
          default -> one.platform();
        };
    long there =
        all.stream()
            .filter(other -> other.tenant().equals(one.tenant()))
            .filter(other -> other.platform().equals(one.platform()))
            .count();
    return there == 1 ? platform : platform + " " + one.channel();
  }

  private static String state(
      Announcement announcement, List<Delivery> deliveries, Language language) {
    String by = announcement.decidedBy().orElse("-");
    return switch (announcement.state()) {
      case DRAFT -> Phrase.NOTICE_DRAFT.in(language);
      case WAITING -> Phrase.NOTICE_WAITING.in(language);
      case PLANNED -> Phrase.NOTICE_PLANNED.in(language);
      case SENT ->
          Phrase.NOTICE_SENT.in(
              language,
              deliveries.stream()
                  .filter(one -> one.standing() == Delivery.Standing.DELIVERED)
                  .count(),
              deliveries.size());
      case CANCELLED -> Phrase.NOTICE_CANCELLED.in(language, by);
      case MISSED -> Phrase.NOTICE_MISSED.in(language);
      case WITHDRAWN -> Phrase.NOTICE_TAKEN.in(language, by);
    };
  }

  private Button button(
      Transaction tx, Announcement announcement, Step step, Phrase label, Language language) {
    String id =
        buttons.make(
            tx,
            new Intent.Announced(
                announcement.draft().tenants().getFirst(), announcement.id(), step));
    Button.Style style =
        switch (step) {
          case SUBMIT, APPROVE -> Button.Style.PRIMARY;
          case CANCEL -> Button.Style.DANGER;
          case REFUSE, CORRECT, REWRITE, DISCARD -> Button.Style.PLAIN;
        };
    return new Button(
        id,
        label.in(language),
        style,
        step == Step.CANCEL ? Optional.of(confirm(announcement.id(), language)) : Optional.empty());
  }

  private static String title(Draft draft, State state, Language language) {
    Phrase kind =
        switch (draft.kind()) {
          case MAINTENANCE -> Phrase.NOTICE_MAINTENANCE;
          case FAULT -> Phrase.NOTICE_FAULT;
          case TERMS -> Phrase.NOTICE_TERMS;
          case END_OF_SERVICE -> Phrase.NOTICE_END;
          case FREE -> Phrase.NOTICE_FREE;
        };
    String title = kind.in(language, draft.in(language).title());
    if (state == State.WITHDRAWN) {
      return Phrase.NOTICE_WITHDRAWN.in(language, title);
    }
    return draft.corrects().isPresent() ? Phrase.NOTICE_CORRECTION.in(language, title) : title;
  }

  private static Tone tone(Draft draft, State state) {
    if (state == State.WITHDRAWN) {
      return Tone.SETTLED;
    }
    return draft.kind() == Kind.FAULT ? Tone.URGENT : Tone.PLAIN;
  }

  private static Tone deskTone(State state) {
    return switch (state) {
      case WAITING, MISSED -> Tone.URGENT;
      case PLANNED -> Tone.WORKING;
      case DRAFT -> Tone.PLAIN;
      case SENT, CANCELLED, WITHDRAWN -> Tone.SETTLED;
    };
  }

  private static Phrase when(Kind kind) {
    return switch (kind) {
      case MAINTENANCE, FAULT, FREE -> Phrase.NOTICE_PERIOD;
      case TERMS -> Phrase.NOTICE_FROM;
      case END_OF_SERVICE -> Phrase.NOTICE_END_ON;
    };
  }

  private static String period(Instant begins, Optional<Instant> ends, Language language) {
    return Moments.full(begins, language)
        + ends.map(end -> " 〜 " + Moments.full(end, language)).orElse("");
  }

  private static Phrase warning(LeadTime lead) {
    return switch (lead) {
      case MAINTENANCE_AFTER_ITS_BEGIN -> Phrase.NOTICE_WARN_AFTER;
      case MAINTENANCE_WITHOUT_TIME -> Phrase.NOTICE_WARN_NO_TIME;
      case FAULT_IS_PUT_OFF -> Phrase.NOTICE_WARN_DELAY;
      case TERMS_ON_THE_WEBSITE -> Phrase.NOTICE_WARN_WEB;
      case END_ON_THE_WEBSITE -> Phrase.NOTICE_WARN_WEB_END;
      case END_WITHIN_A_MONTH -> Phrase.NOTICE_WARN_MONTH;
      case END_WITHOUT_DATE -> Phrase.NOTICE_WARN_NO_END;
    };
  }

  /** What can be done about an announcement. */
  enum Step {
    SUBMIT,
    REWRITE,
    DISCARD,
    APPROVE,
    REFUSE,
    CANCEL,
    CORRECT
  }
}
