package jp.mimamori.bot.frontdesk;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jp.mimamori.bot.chat.Form;
import jp.mimamori.bot.chat.Incoming;
import jp.mimamori.bot.chat.Reply;
import jp.mimamori.bot.inquiry.Category;
import jp.mimamori.bot.inquiry.InquiryDesk;
import jp.mimamori.bot.inquiry.InquiryDesk.Worked;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.tenant.Member;
import jp.mimamori.bot.tenant.Role;
import jp.mimamori.knowledge.Language;

/** What people at the desk do about an inquiry, beside taking it. */
final class InquiryWork {
  private static final String CATEGORY = "category";

  private InquiryWork() {}

  static Supplier<Reply> categorize(
      Transaction tx, InquiryDesk desk, Member member, String inquiry, Incoming act) {
    if (act instanceof Incoming.Submission sent) {
      var category = Category.valueOf(sent.answers().getOrDefault(CATEGORY, Category.OTHER.name()));
      return told(desk.categorize(tx, member, inquiry, category), member);
    }
    return member.is(Role.ANALYST)
        ? () -> new Reply.Fill(form(inquiry, member.language()))
        : told(Worked.NOT_ALLOWED, member);
  }

  static Supplier<Reply> told(Worked worked, Member member) {
    Language language = member.language();
    return switch (worked) {
      case DONE -> Reply.Nothing::new;
      case ALREADY -> () -> new Reply.Words(Phrase.ALREADY_SO.in(language));
      case NOT_ALLOWED -> () -> new Reply.Words(Phrase.ANALYSTS_ONLY.in(language));
      case UNKNOWN_INQUIRY -> () -> new Reply.Words(Phrase.BUTTON_UNKNOWN.in(language));
    };
  }

  static Phrase name(Category category) {
    return switch (category) {
      case INSTALL -> Phrase.CATEGORY_INSTALL;
      case CONSOLE -> Phrase.CATEGORY_CONSOLE;
      case DETECTION -> Phrase.CATEGORY_DETECTION;
      case TERMS -> Phrase.CATEGORY_TERMS;
      case OTHER -> Phrase.CATEGORY_OTHER;
    };
  }

  private static Form form(String inquiry, Language language) {
    List<Form.Option> options =
        Stream.of(Category.values())
            .map(category -> new Form.Option(category.name(), name(category).in(language)))
            .toList();
    return new Form(
        Phrase.CATEGORY.in(language),
        inquiry,
        language,
        List.of(new Form.Field.Choice(CATEGORY, Phrase.CATEGORY.in(language), options)),
        Phrase.SAVE.in(language),
        Phrase.CANCEL.in(language));
  }
}
