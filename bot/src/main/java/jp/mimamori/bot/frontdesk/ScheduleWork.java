package jp.mimamori.bot.frontdesk;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import jp.mimamori.bot.bell.Bell;
import jp.mimamori.bot.bell.Bells;
import jp.mimamori.bot.bell.Bells.Wish;
import jp.mimamori.bot.bell.Bells.Wished;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Form;
import jp.mimamori.bot.chat.Form.Field;
import jp.mimamori.bot.chat.Form.Option;
import jp.mimamori.bot.chat.Incoming;
import jp.mimamori.bot.chat.Reply;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.tenant.Member;
import jp.mimamori.bot.tenant.Role;
import jp.mimamori.bot.tenant.Tenants;
import jp.mimamori.knowledge.Language;

/**
 * What runs by itself, seen and steered from chat. It concerns all customers, so it is for analysts
 * who serve all of them.
 */
public final class ScheduleWork {
  static final String BELL = "bell";

  private final Supplier<Tenants> tenants;
  private final Bells bells;
  private final ScheduleCards cards;

  public ScheduleWork(Supplier<Tenants> tenants, Bells bells, Buttons buttons) {
    this.tenants = tenants;
    this.bells = bells;
    this.cards = new ScheduleCards(buttons);
  }

  boolean mayLook(Member member) {
    return member.is(Role.ANALYST)
        && tenants.get().all().stream().allMatch(tenant -> member.serves(tenant.id()));
  }

  /** All schedules, with last and next time. */
  Supplier<Reply> list(Transaction tx, Member member, Intent.Schedules intent) {
    return mayLook(member)
        ? shown(card(tx, member, intent.tenant()))
        : refused(tx, member, intent.tenant());
  }

  Card card(Transaction tx, Member member, String tenant) {
    return cards.list(tx, bells.all(tx), tenant, tenants.get(), member.language());
  }

  /** A press asks which one; its answer is done, and what stands then is shown. */
  Supplier<Reply> wish(Transaction tx, Member member, Intent.Steer intent, Incoming act) {
    if (!mayLook(member)) {
      return refused(tx, member, intent.tenant());
    }
    return act instanceof Incoming.Submission sent
        ? wished(tx, member, intent, sent.answers())
        : asked(bells.all(tx), intent.wish(), member.language());
  }

  private Supplier<Reply> wished(
      Transaction tx, Member member, Intent.Steer intent, Map<String, String> answers) {
    Language language = member.language();
    Wished wished = bells.wish(tx, intent.wish(), answers.getOrDefault(BELL, ""), member.id());
    return switch (wished) {
      case DONE -> shown(card(tx, member, intent.tenant()));
      case ALREADY -> told(Phrase.NOTHING_TO_DO.in(language));
      case NO_SUCH_BELL -> told(Phrase.BUTTON_UNKNOWN.in(language));
      case NEVER_PAUSED -> told(Phrase.SCHEDULE_NEVER_PAUSED.in(language));
    };
  }

  private static Supplier<Reply> asked(List<Bell> all, Wish wish, Language language) {
    List<Option> options =
        all.stream()
            .filter(bell -> makesSense(wish, bell))
            .sorted(ScheduleCards.ORDER)
            .map(bell -> new Option(bell.name(), ScheduleCards.name(bell, language)))
            .toList();
    if (options.isEmpty()) {
      return told(Phrase.NOTHING_TO_DO.in(language));
    }
    Form form =
        new Form(
            ScheduleCards.verb(wish).in(language),
            ScheduleCards.effect(wish).in(language),
            language,
            List.of(new Field.Choice(BELL, Phrase.SCHEDULE.in(language), options)),
            ScheduleCards.verb(wish).in(language),
            Phrase.CANCEL.in(language));
    return () -> new Reply.Fill(form);
  }

  private static boolean makesSense(Wish wish, Bell bell) {
    return switch (wish) {
      case PAUSE -> bell.paused().isEmpty() && Bells.mayBePaused(bell.name());
      case RESUME -> bell.paused().isPresent();
      case RUN -> bell.wanted().isEmpty();
    };
  }

  private static Supplier<Reply> refused(Transaction tx, Member member, String tenant) {
    tx.record(tenant, member.id(), "was refused to steer", "schedules", "");
    return told(Phrase.SCHEDULES_NOT_YOURS.in(member.language()));
  }

  private static Supplier<Reply> shown(Card card) {
    return () -> new Reply.Shown(card);
  }

  private static Supplier<Reply> told(String text) {
    return () -> new Reply.Words(text);
  }
}
