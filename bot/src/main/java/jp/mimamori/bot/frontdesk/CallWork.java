package jp.mimamori.bot.frontdesk;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import jp.mimamori.bot.alert.AlertDesk;
import jp.mimamori.bot.chat.Form;
import jp.mimamori.bot.chat.Incoming;
import jp.mimamori.bot.chat.Reply;
import jp.mimamori.bot.escalation.Call;
import jp.mimamori.bot.escalation.Escalations;
import jp.mimamori.bot.escalation.Escalations.Rested;
import jp.mimamori.bot.inquiry.InquiryDesk;
import jp.mimamori.bot.inquiry.InquiryDesk.Took;
import jp.mimamori.bot.store.Notice;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.tenant.Member;
import jp.mimamori.bot.tenant.Role;
import jp.mimamori.bot.tenant.Tenants;
import jp.mimamori.knowledge.Language;
import jp.mimamori.schedules.BusinessCalendar;

/** What people do about a call: take it, put it off, have it go on. */
public final class CallWork {
  static final String UNTIL = "until";
  static final String AT = "at";

  private static final String HALF_AN_HOUR = "half-an-hour";
  private static final String AN_HOUR = "an-hour";
  private static final String OPENING = "opening";
  private static final String FREE = "free";
  private static final int MOST_CHARACTERS = 20;
  private static final Supplier<Reply> NOTHING = Reply.Nothing::new;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd H:mm", Locale.ROOT);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

  private final Supplier<Tenants> tenants;
  private final Supplier<BusinessCalendar> calendar;
  private final Escalations escalations;
  private final AlertDesk alerts;
  private final InquiryDesk inquiries;

  public CallWork(
      Supplier<Tenants> tenants,
      Supplier<BusinessCalendar> calendar,
      Escalations escalations,
      AlertDesk alerts,
      InquiryDesk inquiries) {
    this.tenants = tenants;
    this.calendar = calendar;
    this.escalations = escalations;
    this.alerts = alerts;
    this.inquiries = inquiries;
  }

  /** Takes what the call is about, as its own card would. */
  Supplier<Reply> answer(Transaction tx, Member member, Intent.Answer intent) {
    return forAnalyst(tx, member, intent.call(), call -> taken(tx, member, call));
  }

  Supplier<Reply> snooze(Transaction tx, Member member, Intent.Snooze intent, Incoming act) {
    return forAnalyst(
        tx,
        member,
        intent.call(),
        call ->
            act instanceof Incoming.Submission sent
                ? snoozed(tx, member, call, sent.answers())
                : () -> new Reply.Fill(form(call, tx.now(), member.language())));
  }

  Supplier<Reply> resume(Transaction tx, Member member, Intent.Resume intent) {
    return forAnalyst(
        tx,
        member,
        intent.call(),
        call -> {
          boolean givenBack =
              call.about().kind() == Notice.Kind.HANDOVER
                  && inquiries.giveBack(tx, member, call.about().subject());
          return givenBack
              ? NOTHING
              : rested(escalations.resume(tx, call.about(), member.id()), member);
        });
  }

  private Supplier<Reply> taken(Transaction tx, Member member, Call call) {
    String subject = call.about().subject();
    if (call.about().kind() == Notice.Kind.ALERT) {
      return AlertWork.told(alerts.acknowledge(tx, member, subject), member);
    }
    if (call.about().kind() == Notice.Kind.HANDOVER) {
      return switch (inquiries.take(tx, member, subject)) {
        case Took.Done _ -> NOTHING;
        case Took.Already(String by) ->
            told(Phrase.ALREADY_TAKEN, member, tenants.get().nameOf(by));
        case Took.NotAllowed _ -> told(Phrase.ANALYSTS_ONLY, member);
        case Took.UnknownInquiry _ -> told(Phrase.BUTTON_UNKNOWN, member);
      };
    }
    escalations.settle(tx, call.about(), member.id());
    tx.record(call.tenant(), member.id(), "took", subject, "");
    return NOTHING;
  }

  private Supplier<Reply> snoozed(
      Transaction tx, Member member, Call call, Map<String, String> answers) {
    Optional<Instant> until = until(tx.now(), answers).filter(at -> at.isAfter(tx.now()));
    if (until.isEmpty()) {
      String mistake = Phrase.NO_SUCH_MOMENT.in(member.language());
      return () -> new Reply.Mend(Map.of(AT, mistake));
    }
    return rested(escalations.snooze(tx, call.about(), member.id(), until.get()), member);
  }

  private static Supplier<Reply> rested(Rested rested, Member member) {
    return switch (rested) {
      case DONE -> NOTHING;
      case NOT_WAITING -> told(Phrase.NOBODY_IS_CALLED, member);
    };
  }

  private Optional<Instant> until(Instant now, Map<String, String> answers) {
    String typed = answers.getOrDefault(AT, "").strip();
    if (!typed.isEmpty()) {
      return moment(typed, now); // whoever types a time means it, whatever stands in the list
    }
    return switch (answers.getOrDefault(UNTIL, FREE)) {
      case HALF_AN_HOUR -> Optional.of(now.plus(Duration.ofMinutes(30)));
      case AN_HOUR -> Optional.of(now.plus(Duration.ofHours(1)));
      case OPENING -> Optional.of(opening(now));
      default -> Optional.empty();
    };
  }

  /** The next time the desk opens; not now, if it is open. */
  private Instant opening(Instant now) {
    BusinessCalendar hours = calendar.get();
    return hours.nextOpening(hours.isOpen(now) ? hours.nextChange(now) : now);
  }

  /** A moment as people type it; a time alone is the next one. */
  private Optional<Instant> moment(String text, Instant now) {
    ZoneId zone = calendar.get().zone();
    try {
      return Optional.of(LocalDateTime.parse(text, MOMENT).atZone(zone).toInstant());
    } catch (DateTimeException notWhole) {
      return time(text)
          .map(time -> LocalDate.ofInstant(now, zone).atTime(time).atZone(zone))
          .map(today -> today.toInstant().isAfter(now) ? today : today.plusDays(1))
          .map(at -> at.toInstant());
    }
  }

  private static Optional<LocalTime> time(String text) {
    try {
      return Optional.of(LocalTime.parse(text, TIME));
    } catch (DateTimeException neither) {
      return Optional.empty();
    }
  }

  private Form form(Call call, Instant now, Language language) {
    var choices =
        List.of(
            new Form.Option(HALF_AN_HOUR, Phrase.SNOOZE_HALF_AN_HOUR.in(language)),
            new Form.Option(AN_HOUR, Phrase.SNOOZE_AN_HOUR.in(language)),
            new Form.Option(
                OPENING, Phrase.SNOOZE_OPENING.in(language, Moments.full(opening(now), language))),
            new Form.Option(FREE, Phrase.SNOOZE_FREE.in(language)));
    return new Form(
        Phrase.SNOOZE.in(language),
        Phrase.SNOOZE_TEXT.in(language, call.about().subject()),
        language,
        List.of(
            new Form.Field.Choice(UNTIL, Phrase.SNOOZE_UNTIL.in(language), choices),
            new Form.Field.Text(
                AT,
                Phrase.SNOOZE_AT.in(language),
                Phrase.SNOOZE_AT_HINT.in(language),
                "",
                false,
                false,
                MOST_CHARACTERS)),
        Phrase.SNOOZE.in(language),
        Phrase.CANCEL.in(language));
  }

  private Supplier<Reply> forAnalyst(
      Transaction tx, Member member, String id, Function<Call, Supplier<Reply>> step) {
    Optional<Call> call = escalations.call(tx, id);
    if (call.isEmpty()) {
      return told(Phrase.BUTTON_UNKNOWN, member);
    }
    if (!member.is(Role.ANALYST)) {
      tx.record(call.get().tenant(), member.id(), "was refused to answer a call", id, "");
      return told(Phrase.ANALYSTS_ONLY, member);
    }
    return step.apply(call.get());
  }

  private static Supplier<Reply> told(Phrase phrase, Member member, Object... arguments) {
    String words = phrase.in(member.language(), arguments);
    return () -> new Reply.Words(words);
  }
}
