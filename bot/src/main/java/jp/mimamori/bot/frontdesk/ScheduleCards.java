package jp.mimamori.bot.frontdesk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.mimamori.bot.bell.Bell;
import jp.mimamori.bot.bell.Bells.Wish;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Card.Block;
import jp.mimamori.bot.chat.Card.Button;
import jp.mimamori.bot.chat.Card.Fact;
import jp.mimamori.bot.chat.Card.Tone;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.tenant.Tenants;
import jp.mimamori.knowledge.Language;

/** What runs by itself: what it is for, when it ran and runs next, and who silenced it. */
final class ScheduleCards {
  /** First what has a day and an hour, then what runs all the time. */
  static final Comparator<Bell> ORDER =
      Comparator.comparing(Bell::dated).reversed().thenComparing(Bell::name);

  /** A bell that is not among these is called by its name. */
  private static final Map<String, Phrase> NAMES =
      Map.ofEntries(
          Map.entry("monthly-reports", Phrase.BELL_MONTHLY_REPORTS),
          Map.entry("endpoints", Phrase.BELL_ENDPOINTS),
          Map.entry("reminders", Phrase.BELL_REMINDERS),
          Map.entry("poll", Phrase.BELL_POLL),
          Map.entry("responses", Phrase.BELL_RESPONSES),
          Map.entry("retrievals", Phrase.BELL_RETRIEVALS),
          Map.entry("edr-books", Phrase.BELL_EDR_BOOKS),
          Map.entry("reports", Phrase.BELL_REPORTS),
          Map.entry("monthly-due", Phrase.BELL_MONTHLY_DUE),
          Map.entry("courier", Phrase.BELL_COURIER),
          Map.entry("left-acts", Phrase.BELL_LEFT_ACTS),
          Map.entry("escalations", Phrase.BELL_ESCALATIONS),
          Map.entry("announcements", Phrase.BELL_ANNOUNCEMENTS),
          Map.entry("due-bells", Phrase.BELL_DUE_BELLS),
          Map.entry("watchdog", Phrase.BELL_WATCHDOG),
          Map.entry("platforms", Phrase.BELL_PLATFORMS),
          Map.entry("files", Phrase.BELL_FILES),
          Map.entry("calendar", Phrase.BELL_CALENDAR),
          Map.entry("simulator", Phrase.BELL_SIMULATOR));

  private final Buttons buttons;

  ScheduleCards(Buttons buttons) {
    this.buttons = buttons;
  }

  /**
   * @param tenant whose buttons the card has, so that they count where it is shown
   */
  Card list(Transaction tx, List<Bell> bells, String tenant, Tenants tenants, Language language) {
    List<Fact> facts =
        bells.stream()
            .sorted(ORDER)
            .map(bell -> new Fact(name(bell, language), state(bell, tenants, language)))
            .toList();
    List<Button> offered = new ArrayList<>();
    offered.add(button(tx, tenant, Wish.RUN, language));
    offered.add(button(tx, tenant, Wish.PAUSE, language));
    if (bells.stream().anyMatch(bell -> bell.paused().isPresent())) {
      offered.add(button(tx, tenant, Wish.RESUME, language));
    }
    return new Card(
        Phrase.SCHEDULES_TITLE.in(language),
        Tone.PLAIN,
        language,
        List.of(new Block.Facts(facts), new Block.Buttons(offered)));
  }

  static String name(Bell bell, Language language) {
    return Optional.ofNullable(NAMES.get(bell.name()))
        .map(phrase -> phrase.in(language))
        .orElse(bell.name());
  }

  static Phrase verb(Wish wish) {
    return switch (wish) {
      case PAUSE -> Phrase.SCHEDULE_PAUSE;
      case RESUME -> Phrase.SCHEDULE_RESUME;
      case RUN -> Phrase.SCHEDULE_RUN;
    };
  }

  static Phrase effect(Wish wish) {
    return switch (wish) {
      case PAUSE -> Phrase.SCHEDULE_PAUSE_EFFECT;
      case RESUME -> Phrase.SCHEDULE_RESUME_EFFECT;
      case RUN -> Phrase.SCHEDULE_RUN_EFFECT;
    };
  }

  private Button button(Transaction tx, String tenant, Wish wish, Language language) {
    return new Button(
        buttons.make(tx, new Intent.Steer(tenant, wish)), verb(wish).in(language) + "…");
  }

  private static String state(Bell bell, Tenants tenants, Language language) {
    List<String> parts = new ArrayList<>();
    bell.paused()
        .ifPresent(
            said ->
                parts.add(
                    Phrase.SCHEDULE_PAUSED.in(
                        language, tenants.nameOf(said.by()), Moments.brief(said.at()))));
    bell.wanted()
        .ifPresent(
            said -> parts.add(Phrase.SCHEDULE_ORDERED.in(language, tenants.nameOf(said.by()))));
    if (bell.paused().isEmpty()) {
      parts.add(
          bell.dated()
              ? Phrase.SCHEDULE_NEXT.in(language, Moments.full(bell.dueAt(), language))
              : Phrase.SCHEDULE_ALWAYS.in(language));
    }
    bell.begunAt()
        .ifPresent(
            begun ->
                parts.add(
                    Phrase.SCHEDULE_LAST.in(
                        language, Moments.full(begun, language), outcome(bell, language))));
    if (bell.lateBy().isPositive()) {
      parts.add(Phrase.SCHEDULE_LATE.in(language));
    }
    return String.join(language == Language.JA ? "　" : "; ", parts);
  }

  private static String outcome(Bell bell, Language language) {
    return switch (bell.outcome()) {
      case NONE -> Phrase.RUNNING.in(language);
      case DONE -> Phrase.COMPLETED.in(language);
      case FAILED -> Phrase.SCHEDULE_FAILED.in(language);
    };
  }
}
