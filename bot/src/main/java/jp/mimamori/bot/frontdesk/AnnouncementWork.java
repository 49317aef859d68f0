package jp.mimamori.bot.frontdesk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jp.mimamori.bot.announcement.Announcement;
import jp.mimamori.bot.announcement.Announcement.Draft;
import jp.mimamori.bot.announcement.Announcement.Kind;
import jp.mimamori.bot.announcement.Announcement.State;
import jp.mimamori.bot.announcement.Announcement.Words;
import jp.mimamori.bot.announcement.AnnouncementDesk;
import jp.mimamori.bot.announcement.AnnouncementDesk.Decided;
import jp.mimamori.bot.announcement.Announcements;
import jp.mimamori.bot.chat.Form;
import jp.mimamori.bot.chat.Form.Field;
import jp.mimamori.bot.chat.Form.Option;
import jp.mimamori.bot.chat.Incoming;
import jp.mimamori.bot.chat.Reply;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.tenant.Member;
import jp.mimamori.bot.tenant.Role;
import jp.mimamori.bot.tenant.Tenant;
import jp.mimamori.bot.tenant.Tenants;
import jp.mimamori.knowledge.Language;

/** Writing announcements in chat, and deciding about them. */
public final class AnnouncementWork {
  static final String KIND = "kind";
  static final String TO = "to";
  static final String TEXT = "text";
  static final String WHEN = "when";

  private static final String ALL = "*";
  private static final int MOST_TEXT = 3_000;
  private static final int MOST_WHEN = 120;
  private static final int MOST_OPTIONS = 25;

  private final Supplier<Tenants> tenants;
  private final Announcements announcements;
  private final AnnouncementDesk desk;
  private final AnnouncementCards cards;

  public AnnouncementWork(
      Supplier<Tenants> tenants,
      Announcements announcements,
      AnnouncementDesk desk,
      Buttons buttons) {
    this.tenants = tenants;
    this.announcements = announcements;
    this.desk = desk;
    this.cards = new AnnouncementCards(announcements, buttons);
  }

  /** A new one: a press opens its form, the form is read and shown as customers would see it. */
  Supplier<Reply> write(Transaction tx, Member member, Incoming act) {
    return member.is(Role.ANALYST)
        ? write(tx, member, act, Optional.empty())
        : told(Phrase.ANALYSTS_ONLY.in(member.language()));
  }

  Supplier<Reply> step(Transaction tx, Member member, Intent.Announced intent, Incoming act) {
    Language language = member.language();
    Optional<Announcement> found = announcements.find(tx, intent.announcement());
    if (found.isEmpty()) {
      return told(Phrase.BUTTON_UNKNOWN.in(language));
    }
    if (!AnnouncementDesk.mayTell(member, found.get().draft())) {
      return told(Phrase.NOT_YOURS.in(language));
    }
    String id = intent.announcement();
    return switch (intent.step()) {
      case SUBMIT ->
          decided(desk.submit(tx, member, id), Phrase.NOTICE_SUBMITTED.in(language), language);
      case DISCARD ->
          decided(desk.cancel(tx, member, id), Phrase.NOTICE_DISCARDED.in(language), language);
      case REWRITE, CORRECT -> write(tx, member, act, found);
      case APPROVE -> decided(desk.approve(tx, member, id), "", language);
      case REFUSE -> decided(desk.refuse(tx, member, id), "", language);
      case CANCEL -> decided(desk.cancel(tx, member, id), "", language);
    };
  }

  private static Supplier<Reply> decided(Decided decided, String done, Language language) {
    return switch (decided) {
      case DONE -> done.isEmpty() ? Reply.Nothing::new : told(done);
      case NOT_SO_ANY_MORE -> told(Phrase.NOTHING_TO_DO.in(language));
      case OWN -> told(Phrase.NOTICE_OWN.in(language));
      case NOT_ALLOWED -> told(Phrase.NOT_YOURS.in(language));
      case NO_SUCH_ANNOUNCEMENT -> told(Phrase.BUTTON_UNKNOWN.in(language));
    };
  }

  /**
   * @param before what is written anew or corrected
   */
  private Supplier<Reply> write(
      Transaction tx, Member member, Incoming act, Optional<Announcement> before) {
    return switch (act) {
      case Incoming.Submission sent -> read(tx, member, sent.answers(), before);
      case Incoming.Press _, Incoming.Question _, Incoming.Command _ -> {
        Form form = form(member, before);
        yield () -> new Reply.Fill(form);
      }
    };
  }

  private Supplier<Reply> read(
      Transaction tx, Member member, Map<String, String> answers, Optional<Announcement> before) {
    Language language = member.language();
    Map<String, String> mistakes = new LinkedHashMap<>();
    List<Words> words = words(answers.getOrDefault(TEXT, ""));
    if (words.isEmpty() || words.stream().anyMatch(one -> one.body().isEmpty())) {
      mistakes.put(TEXT, Phrase.NOTICE_NO_TITLE.in(language));
    }
    Optional<Schedule> schedule = Schedule.of(answers.getOrDefault(WHEN, ""));
    if (schedule.isEmpty()) {
      mistakes.put(WHEN, Phrase.NOTICE_NO_TIME.in(language));
    }
    if (schedule.flatMap(Schedule::send).filter(tx.now()::isAfter).isPresent()) {
      mistakes.put(WHEN, Phrase.NOTICE_HAS_PASSED.in(language));
    }
    List<String> to = recipients(member, answers.getOrDefault(TO, ALL));
    if (to.isEmpty()) {
      mistakes.put(TO, Phrase.MISSING.in(language));
    }
    if (!mistakes.isEmpty()) {
      return () -> new Reply.Mend(mistakes);
    }
    var draft =
        new Draft(
            Kind.valueOf(answers.getOrDefault(KIND, Kind.FREE.name())),
            words.getFirst(),
            words.size() > 1 ? Optional.of(words.get(1)) : Optional.empty(),
            to,
            schedule.get().begins(),
            schedule.get().ends(),
            schedule.get().send().orElse(tx.now()),
            before.flatMap(AnnouncementWork::corrected));
    String id = desk.draft(tx, draft, member);
    before.filter(one -> one.state() != State.SENT).ifPresent(one -> replaced(tx, member, one));
    var card = cards.preview(tx, announcements.find(tx, id).orElseThrow(), tenants.get(), language);
    return () -> new Reply.Shown(card);
  }

  /** What customers have seen is corrected; what they have not is replaced. */
  private static Optional<String> corrected(Announcement before) {
    return before.state() == State.SENT ? Optional.of(before.id()) : before.draft().corrects();
  }

  private void replaced(Transaction tx, Member member, Announcement before) {
    var _ = desk.cancel(tx, member, before.id());
  }

  private List<String> recipients(Member member, String to) {
    return tenants.get().all().stream()
        .map(Tenant::id)
        .filter(member::serves)
        .filter(id -> to.equals(ALL) || to.equals(id))
        .toList();
  }

  /** Japanese, and English after a line of hyphens: the first line is the title. */
  private static List<Words> words(String text) {
    return Stream.of(text.strip().split("(?m)^-{3,}\\s*$"))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .limit(2)
        .map(
            part -> {
              int end = part.indexOf('\n');
              return end < 0
                  ? new Words(part, "")
                  : new Words(part.substring(0, end).strip(), part.substring(end).strip());
            })
        .toList();
  }

  private Form form(Member member, Optional<Announcement> before) {
    Language language = member.language();
    List<Option> kinds =
        first(
            Stream.of(Kind.values())
                .map(kind -> new Option(kind.name(), label(kind).in(language)))
                .toList(),
            before.map(one -> one.draft().kind().name()));
    List<Option> to = new ArrayList<>();
    to.add(new Option(ALL, Phrase.NOTICE_ALL.in(language)));
    tenants.get().all().stream()
        .filter(tenant -> member.serves(tenant.id()))
        .limit(MOST_OPTIONS - 1L)
        .forEach(tenant -> to.add(new Option(tenant.id(), tenant.name())));
    return new Form(
        Phrase.NOTICE_FORM.in(language),
        Phrase.NOTICE_FORM_TEXT.in(language),
        language,
        List.of(
            new Field.Choice(KIND, Phrase.NOTICE_KIND.in(language), kinds),
            new Field.Choice(
                TO,
                Phrase.NOTICE_TO.in(language),
                first(
                    to,
                    before
                        .map(one -> one.draft().tenants())
                        .filter(some -> some.size() == 1)
                        .map(List::getFirst))),
            new Field.Text(
                TEXT,
                Phrase.NOTICE_TEXT.in(language),
                Phrase.NOTICE_TEXT_HINT.in(language),
                before.map(one -> written(one.draft())).orElse(""),
                true,
                true,
                MOST_TEXT),
            new Field.Text(
                WHEN,
                Phrase.NOTICE_WHEN.in(language),
                Phrase.NOTICE_WHEN_HINT.in(language),
                before.map(one -> Schedule.words(one.draft())).orElse(""),
                false,
                false,
                MOST_WHEN)),
        Phrase.PREVIEW.in(language),
        Phrase.CANCEL.in(language));
  }

  private static String written(Draft draft) {
    return text(draft.japanese())
        + draft.english().map(english -> "\n---\n" + text(english)).orElse("");
  }

  private static String text(Words words) {
    return words.title() + "\n" + words.body();
  }

  /** The chosen one first: a form's first option is what it begins with. */
  private static List<Option> first(List<Option> options, Optional<String> chosen) {
    return Stream.concat(
            options.stream().filter(option -> chosen.filter(option.value()::equals).isPresent()),
            options.stream().filter(option -> chosen.filter(option.value()::equals).isEmpty()))
        .toList();
  }

  private static Phrase label(Kind kind) {
    return switch (kind) {
      case MAINTENANCE -> Phrase.KIND_MAINTENANCE;
      case FAULT -> Phrase.KIND_FAULT;
      case TERMS -> Phrase.KIND_TERMS;
      case END_OF_SERVICE -> Phrase.KIND_END;
      case FREE -> Phrase.KIND_FREE;
    };
  }

  private static Supplier<Reply> told(String text) {
    return () -> new Reply.Words(text);
  }
}
