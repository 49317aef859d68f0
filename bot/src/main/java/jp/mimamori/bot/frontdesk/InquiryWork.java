package jp.mimamori.bot.frontdesk;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jp.mimamori.bot.chat.Form;
import jp.mimamori.bot.chat.Incoming;
import jp.mimamori.bot.chat.Reply;
import jp.mimamori.bot.inquiry.Category;
import jp.mimamori.bot.inquiry.Correspondence.Written;
import jp.mimamori.bot.inquiry.InquiryDesk;
import jp.mimamori.bot.inquiry.InquiryDesk.Worked;
import jp.mimamori.bot.inquiry.Word;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.tenant.Member;
import jp.mimamori.bot.tenant.Role;
import jp.mimamori.knowledge.Language;

/** What people at the desk do about an inquiry, beside taking it. */
final class InquiryWork {
  private static final String CATEGORY = "category";
  private static final String TEXT = "text";

  /** What Slack takes of a long field; Discord takes more. */
  private static final int MOST_CHARACTERS = 3_000;

  /** What the desk can do about an inquiry by a button, beside taking and closing it. */
  enum Step {
    WAIT_FOR_CUSTOMER,
    BACK_TO_BOT,
    TAKE_OVER,
    REOPEN
  }

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

  static Supplier<Reply> handle(
      Transaction tx, InquiryDesk desk, Member member, Intent.Handle handle) {
    String inquiry = handle.inquiry();
    return told(
        switch (handle.step()) {
          case WAIT_FOR_CUSTOMER -> desk.waitForCustomer(tx, member, inquiry);
          case BACK_TO_BOT -> desk.backToTheBot(tx, member, inquiry);
          case TAKE_OVER -> desk.takeOver(tx, member, inquiry);
          case REOPEN -> desk.reopen(tx, member, inquiry);
        },
        member);
  }

  /** To the customer or to the desk, whoever is on the other side of the writer. */
  static Supplier<Reply> write(
      Transaction tx, InquiryDesk desk, Member member, String inquiry, Incoming act) {
    Language language = member.language();
    if (!(act instanceof Incoming.Submission sent)) {
      Phrase about = member.is(Role.ANALYST) ? Phrase.WRITE_TO_CUSTOMER : Phrase.WRITE_TO_DESK;
      return () ->
          new Reply.Fill(
              new Form(
                  Phrase.WRITE.in(language),
                  about.in(language, inquiry),
                  language,
                  List.of(
                      new Form.Field.Text(
                          TEXT,
                          Phrase.WRITE_TEXT.in(language),
                          "",
                          "",
                          true,
                          true,
                          MOST_CHARACTERS)),
                  Phrase.SAVE.in(language),
                  Phrase.CANCEL.in(language)));
    }
    String text = Reception.cleaned(sent.answers().getOrDefault(TEXT, ""));
    if (text.isEmpty()) {
      return () -> new Reply.Mend(Map.of(TEXT, Phrase.MISSING.in(language)));
    }
    return written(
        desk.correspondence().write(tx, member, inquiry, new Word.Where.Form(), text),
        member,
        inquiry);
  }

  static Supplier<Reply> written(Written written, Member member, String inquiry) {
    Phrase phrase =
        switch (written) {
          case TO_THE_CUSTOMER -> Phrase.SENT_TO_CUSTOMER;
          case TO_THE_DESK -> Phrase.SENT_TO_DESK;
          case NOBODY_HAS_IT -> Phrase.NOBODY_HAS_INQUIRY;
          case NOT_ALLOWED -> Phrase.NOT_YOURS;
          case UNKNOWN_INQUIRY -> Phrase.BUTTON_UNKNOWN;
        };
    String words = phrase.in(member.language(), inquiry);
    return () -> new Reply.Words(words);
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
