package jp.mimamori.bot.frontdesk;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import jp.mimamori.bot.inquiry.Inquiries;
import jp.mimamori.bot.inquiry.Inquiry;
import jp.mimamori.bot.inquiry.Inquiry.State;
import jp.mimamori.bot.inquiry.ResponseTimes;
import jp.mimamori.bot.inquiry.Word;
import jp.mimamori.bot.inquiry.Words;
import jp.mimamori.bot.mail.DeskMail;
import jp.mimamori.bot.mail.Letter;
import jp.mimamori.bot.mail.Quotes;
import jp.mimamori.bot.store.View;
import jp.mimamori.bot.tenant.Member;
import jp.mimamori.bot.tenant.Tenant;
import jp.mimamori.bot.tenant.Tenants;
import jp.mimamori.knowledge.Language;
import jp.mimamori.schedules.BusinessCalendar;

/** How a letter about an inquiry reads at this moment. */
public final class LetterPaper {
  private static final String RULE = "――――――――――";

  private final Supplier<Tenants> tenants;
  private final Supplier<BusinessCalendar> calendar;
  private final Supplier<ResponseTimes> times;
  private final Supplier<DeskMail> mail;
  private final Inquiries inquiries;
  private final Words words;
  private final String from;

  /**
   * @param from the address that letters come from
   */
  public LetterPaper(
      Supplier<Tenants> tenants,
      Supplier<BusinessCalendar> calendar,
      Supplier<ResponseTimes> times,
      Supplier<DeskMail> mail,
      Inquiries inquiries,
      Words words,
      String from) {
    this.tenants = tenants;
    this.calendar = calendar;
    this.times = times;
    this.mail = mail;
    this.inquiries = inquiries;
    this.words = words;
    this.from = from;
  }

  /** Empty if there is nobody to write to. */
  Optional<Letter> draw(View view, Letters.Due due, List<String> before, Instant now) {
    Tenants known = tenants.get();
    Optional<Tenant> tenant = known.find(due.tenant());
    Optional<Inquiry> inquiry =
        inquiries.find(view, due.inquiry()).filter(asked -> asked.tenant().equals(due.tenant()));
    List<String> to = readers(due, known);
    if (tenant.isEmpty() || inquiry.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    Language language =
        known.member(due.reader()).map(Member::language).orElse(tenant.get().language());
    var scene = new Scene(view, due, inquiry.get(), tenant.get(), known, language);
    return Optional.of(
        new Letter(
            due.messageId(),
            to,
            mail.get().plusAddress() ? plus(due.inquiry()) : "",
            subject(scene),
            text(scene, now),
            before));
  }

  private record Scene(
      View view,
      Letters.Due due,
      Inquiry inquiry,
      Tenant tenant,
      Tenants tenants,
      Language language) {
    String asker() {
      return tenants.nameOf(inquiry.askedBy());
    }
  }

  /** The desk; or the one member, as long as the tenant is theirs. */
  private List<String> readers(Letters.Due due, Tenants known) {
    if (due.reader().isEmpty()) {
      return mail.get().desk();
    }
    return known.responsibleContacts(due.tenant()).stream()
        .filter(contact -> contact.id().equals(due.reader()) && !contact.mail().isEmpty())
        .map(Member::mail)
        .toList();
  }

  private String plus(String inquiry) {
    int at = from.indexOf('@');
    return from.substring(0, at) + "+" + inquiry + from.substring(at);
  }

  private static String subject(Scene scene) {
    Phrase phrase =
        switch (scene.due().kind()) {
          case HAND_OVER ->
              scene.inquiry().reply().urgent()
                  ? Phrase.LETTER_HAND_OVER_URGENT
                  : Phrase.LETTER_HAND_OVER;
          case WORD -> Phrase.LETTER_WORD;
          case CONTACT -> Phrase.LETTER_CONTACT;
          case CONTACT_OVER -> Phrase.LETTER_CONTACT_OVER;
        };
    return phrase.in(scene.language(), scene.inquiry().id(), scene.tenant().name());
  }

  private String text(Scene scene, Instant now) {
    Language language = scene.language();
    List<String> parts = new ArrayList<>();
    parts.add(Quotes.ABOVE);
    parts.add(opening(scene));
    parts.add(facts(scene, now));
    if (scene.due().kind() == Letters.Kind.WORD) {
      words
          .find(scene.view(), scene.due().word())
          .map(word -> part(said(word), word.text()))
          .ifPresent(parts::add);
    }
    parts.add(part(Phrase.LETTER_QUESTION.in(language), scene.inquiry().question()));
    if (scene.due().reader().isEmpty()) {
      parts.add(part(Phrase.BOT_SAID.in(language), scene.inquiry().reply().text()));
      String before =
          words.of(scene.view(), scene.inquiry().id()).stream()
              .filter(word -> word.id().compareTo(scene.due().word()) < 0)
              .map(word -> said(word) + "\n" + word.text())
              .collect(joining("\n\n"));
      if (!before.isEmpty()) {
        parts.add(part(Phrase.HISTORY.in(language), before));
      }
    }
    parts.add(RULE + "\n" + closing(scene));
    return String.join("\n\n", parts) + "\n";
  }

  private static String opening(Scene scene) {
    Language language = scene.language();
    String id = scene.inquiry().id();
    return switch (scene.due().kind()) {
      case HAND_OVER -> Phrase.CALL_INQUIRY.in(language, id);
      case WORD -> Phrase.LETTER_WROTE.in(language, id);
      case CONTACT ->
          Phrase.CONTACT_TEXT.in(
              language, scene.asker(), Moments.full(scene.inquiry().askedAt(), language));
      case CONTACT_OVER ->
          Phrase.CONTACT_OVER_TEXT.in(language, scene.asker(), Moments.full(end(scene), language));
    };
  }

  private static Instant end(Scene scene) {
    return scene.inquiry().state() instanceof State.Closed(var _, Instant at)
        ? at
        : scene.due().writtenAt();
  }

  private String facts(Scene scene, Instant now) {
    Language language = scene.language();
    Inquiry inquiry = scene.inquiry();
    List<String> lines = new ArrayList<>();
    lines.add(fact(Phrase.CUSTOMER, scene.tenant().name(), language));
    lines.add(fact(Phrase.ASKED_BY, scene.asker(), language));
    lines.add(fact(Phrase.ASKED_AT, Moments.dated(inquiry.askedAt(), language), language));
    if (scene.due().reader().isEmpty()) {
      lines.add(fact(Phrase.CATEGORY, InquiryWork.name(inquiry.category()).in(language), language));
      times
          .get()
          .due(inquiry, calendar.get())
          .map(
              at -> {
                String words = Moments.dated(at, language);
                return at.isAfter(now) ? words : Phrase.OVERDUE.in(language, words);
              })
          .map(words -> fact(Phrase.DUE, words, language))
          .ifPresent(lines::add);
    }
    return String.join("\n", lines);
  }

  private static String closing(Scene scene) {
    return switch (scene.due().kind()) {
      case HAND_OVER, WORD -> Phrase.LETTER_ANSWER.in(scene.language());
      case CONTACT, CONTACT_OVER ->
          Phrase.LETTER_CONTACT_WHY.in(scene.language(), Sources.name("第8条第1項", scene.language()));
    };
  }

  private static String said(Word word) {
    return "%s %s".formatted(Moments.brief(word.at()), word.name());
  }

  private static String fact(Phrase name, String value, Language language) {
    return name.in(language) + ": " + value;
  }

  private static String part(String title, String text) {
    return "■ " + title + "\n" + text;
  }
}
