package jp.mimamori.bot.frontdesk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import jp.mimamori.bot.alert.Alert;
import jp.mimamori.bot.alert.Alerts;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Card.Block;
import jp.mimamori.bot.chat.Card.Button;
import jp.mimamori.bot.chat.Card.Fact;
import jp.mimamori.bot.chat.Card.Tone;
import jp.mimamori.bot.chat.ChatPlatform;
import jp.mimamori.bot.chat.Finding;
import jp.mimamori.bot.chat.Incoming;
import jp.mimamori.bot.chat.Reply;
import jp.mimamori.bot.inquiry.Inquiries;
import jp.mimamori.bot.inquiry.Inquiry;
import jp.mimamori.bot.store.Documents.Kept;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.store.View;
import jp.mimamori.bot.tenant.Channel;
import jp.mimamori.bot.tenant.Member;
import jp.mimamori.bot.tenant.Role;
import jp.mimamori.bot.tenant.Tenant;
import jp.mimamori.bot.tenant.Tenants;
import jp.mimamori.knowledge.Language;
import jp.mimamori.schedules.BusinessCalendar;

/** What people get to see, or have begun, by a command: theirs alone, and in their language. */
public final class Orders {
  private static final int MOST_INQUIRIES = 5;
  private static final int MOST_ALERTS = 10;

  /** Among so many is looked for what is named. */
  private static final int MOST_NAMED = 200;

  /** What is said in the desk's channel to be shown the menu, where there are no commands. */
  private static final Set<String> MENU = Set.of("メニュー", "お知らせ", "状況", "menu", "notice", "status");

  private static final Set<String> SCHEDULES = Set.of("スケジュール", "予定", "schedules", "schedule");

  private final Supplier<Tenants> tenants;
  private final Supplier<BusinessCalendar> calendar;
  private final Alerts alerts;
  private final Inquiries inquiries;
  private final Presses presses;
  private final Shelf shelf;
  private final ScheduleWork schedules;
  private final Buttons buttons;
  private final Collection<ChatPlatform> platforms;

  public Orders(
      Supplier<Tenants> tenants,
      Supplier<BusinessCalendar> calendar,
      Alerts alerts,
      Inquiries inquiries,
      Presses presses,
      Shelf shelf,
      ScheduleWork schedules,
      Buttons buttons,
      Collection<ChatPlatform> platforms) {
    this.tenants = tenants;
    this.calendar = calendar;
    this.alerts = alerts;
    this.inquiries = inquiries;
    this.presses = presses;
    this.shelf = shelf;
    this.schedules = schedules;
    this.buttons = buttons;
    this.platforms = List.copyOf(platforms);
  }

  Supplier<Reply> carryOut(Transaction tx, Member member, Incoming.Command command) {
    return switch (command.order()) {
      case STATUS -> shown(status(tx, member, command));
      case ALERTS -> shown(alerts(tx, member, command.about()));
      case HANDOVER -> handOver(tx, member, command);
      case REPORT -> {
        Reply newest = shelf.newest(tx, member, kept -> wanted(kept, command.about()));
        yield () -> newest;
      }
      case HELP -> shown(help(member.language()));
    };
  }

  private static Supplier<Reply> shown(Card card) {
    return () -> new Reply.Shown(card);
  }

  /** What an analyst asks the desk's channel for by a word: the same as by the command. */
  Optional<Card> menu(Transaction tx, Member member, Incoming act, String text) {
    if (!member.is(Role.ANALYST) || !isDesk(member, act)) {
      return Optional.empty();
    }
    String word = text.strip().toLowerCase(Locale.ROOT);
    if (SCHEDULES.contains(word) && schedules.mayLook(member)) {
      return spokenOfThere(member, act).map(tenant -> schedules.card(tx, member, tenant));
    }
    return MENU.contains(word) ? Optional.of(status(tx, member, act)) : Optional.empty();
  }

  private boolean isDesk(Member member, Incoming act) {
    return tenants.get().all().stream()
        .filter(tenant -> member.serves(tenant.id()))
        .flatMap(tenant -> tenant.channels(Channel.Purpose.DESK).stream())
        .anyMatch(
            channel ->
                channel.platform().equals(act.person().platform())
                    && channel.id().equals(act.place().channel()));
  }

  /** One of the member's tenants that is spoken of there, so that buttons count there. */
  private Optional<String> spokenOfThere(Member member, Incoming act) {
    return tenants.get().all().stream()
        .map(Tenant::id)
        .filter(member::serves)
        .filter(
            id ->
                act.place().alone().isPresent()
                    || tenants.get().isSpokenOf(id, act.person().platform(), act.place().channel()))
        .findFirst();
  }

  /** What an analyst may begin from here. */
  private Block offered(Transaction tx, Member member, String tenant) {
    Language language = member.language();
    List<Button> offered = new ArrayList<>();
    offered.add(
        new Button(
            buttons.make(tx, new Intent.Announce(tenant)), Phrase.NOTICE_WRITE.in(language)));
    if (schedules.mayLook(member)) {
      offered.add(
          new Button(
              buttons.make(tx, new Intent.Schedules(tenant)), Phrase.SCHEDULES_TITLE.in(language)));
    }
    return new Block.Buttons(offered);
  }

  private Card status(Transaction tx, Member member, Incoming act) {
    Language language = member.language();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(Phrase.DESK_OPEN.in(language), hours(tx, language)));
    List<Inquiry> own = inquiries.newestOf(tx, member.id(), MOST_INQUIRIES);
    facts.add(
        new Fact(
            Phrase.YOUR_INQUIRIES.in(language),
            lines(own.stream().map(inquiry -> described(inquiry, language)).toList(), language)));
    if (member.is(Role.ANALYST)) {
      facts.add(
          new Fact(
              Phrase.OPEN_ALERTS.in(language),
              lines(
                  open(tx, member, MOST_ALERTS).stream()
                      .map(alert -> described(alert, language))
                      .toList(),
                  language)));
    }
    if (member.is(Role.ANALYST)) {
      facts.add(
          new Fact(
              Phrase.CONNECTIONS.in(language),
              lines(
                  platforms.stream()
                      .sorted(Comparator.comparing(ChatPlatform::name))
                      .map(platform -> described(platform, language))
                      .toList(),
                  language)));
    }
    List<Block> blocks = new ArrayList<>(List.of(new Block.Facts(facts)));
    if (member.is(Role.ANALYST)) {
      spokenOfThere(member, act).map(tenant -> offered(tx, member, tenant)).ifPresent(blocks::add);
    }
    return new Card(Phrase.STATUS_TITLE.in(language), Tone.PLAIN, language, blocks);
  }

  private String hours(Transaction tx, Language language) {
    BusinessCalendar hours = calendar.get();
    return hours.isOpen(tx.now())
        ? Phrase.DESK_IS_OPEN.in(language)
        : Phrase.DESK_IS_CLOSED.in(language, Moments.full(hours.nextOpening(tx.now()), language));
  }

  private boolean wanted(Kept kept, String about) {
    return Offers.fits(about, kept, name(kept.paper().tenant()));
  }

  private Card alerts(View view, Member member, String about) {
    Language language = member.language();
    List<Alert> open =
        open(view, member, MOST_NAMED).stream()
            .filter(alert -> wanted(alert, about))
            .limit(MOST_ALERTS)
            .toList();
    List<Block> blocks =
        open.isEmpty()
            ? List.of(new Block.Text(Phrase.NO_ALERTS.in(language)))
            : List.of(
                new Block.Facts(
                    open.stream()
                        .map(alert -> new Fact(alert.id(), described(alert, language)))
                        .toList()));
    return new Card(Phrase.ALERTS_TITLE.in(language), Tone.PLAIN, language, blocks);
  }

  private Supplier<Reply> handOver(Transaction tx, Member member, Incoming.Command command) {
    Optional<Inquiry> newest =
        inquiries.newestOf(tx, member.id(), 1).stream()
            .filter(inquiry -> member.serves(inquiry.tenant()))
            .findFirst();
    if (newest.isEmpty()) {
      return () -> new Reply.Words(Phrase.NOTHING_TO_HAND_OVER.in(member.language()));
    }
    Inquiry inquiry = newest.get();
    Supplier<Reply> said =
        presses.act(tx, member, new Intent.CallPerson(inquiry.tenant(), inquiry.id()), command);
    return () ->
        said.get() instanceof Reply.Words words
            ? words
            : new Reply.Words(received(inquiry, tx.now(), member.language()));
  }

  /** At any hour: that it was received, as which number, and when somebody answers. */
  private String received(Inquiry inquiry, Instant now, Language language) {
    return Phrase.RECEIVED.in(language, inquiry.id(), Moments.full(now, language))
        + InquiryCards.waiting(
            inquiry.reply().urgent(), now, calendar.get().nextOpening(now), language);
  }

  private static Card help(Language language) {
    return new Card(
        Phrase.HELP_TITLE.in(language),
        Tone.PLAIN,
        language,
        List.of(new Block.Text(Phrase.HELP_TEXT.in(language))));
  }

  private List<Alert> open(View view, Member member, int most) {
    return Offers.open(view, tenants.get(), alerts, member, most);
  }

  /** Narrowed down to a number, a severity in either language, or a customer. */
  private boolean wanted(Alert alert, String about) {
    Phrase severity = AlertCards.severity(alert.severity());
    return Offers.fits(
        about,
        alert.id(),
        severity.in(Language.JA),
        severity.in(Language.EN),
        alert.tenant(),
        name(alert.tenant()));
  }

  private String name(String tenant) {
    return tenants.get().find(tenant).map(Tenant::name).orElse(tenant);
  }

  private String described(Alert alert, Language language) {
    return "%s %s · %s"
        .formatted(
            Moments.brief(alert.firstSeenAt()),
            Phrase.ALERT_TITLE.in(
                language, AlertCards.severity(alert.severity()).in(language), alert.model()),
            name(alert.tenant()));
  }

  private static String described(ChatPlatform platform, Language language) {
    String name =
        platform.name().substring(0, 1).toUpperCase(Locale.ROOT) + platform.name().substring(1);
    Finding found = platform.health();
    return switch (found.state()) {
      case WELL -> Phrase.CONNECTED.in(language, name);
      case NOTE -> Phrase.CONNECTING.in(language, name);
      case ILL -> Phrase.NOT_CONNECTED.in(language, name, found.what());
    };
  }

  private static String described(Inquiry inquiry, Language language) {
    Phrase state =
        switch (inquiry.state()) {
          case Inquiry.State.Answered _ -> Phrase.INQUIRY_ANSWERED;
          case Inquiry.State.Waiting _ -> Phrase.INQUIRY_WAITS;
          case Inquiry.State.Taken _ -> Phrase.INQUIRY_TAKEN;
          case Inquiry.State.Closed _ -> Phrase.INQUIRY_CLOSED;
        };
    return "%s（%s）%s".formatted(inquiry.id(), state.in(language), Moments.brief(inquiry.askedAt()));
  }

  private static String lines(List<String> lines, Language language) {
    return lines.isEmpty() ? Phrase.NONE.in(language) : String.join("\n", lines);
  }
}
