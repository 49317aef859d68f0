package jp.mimamori.bot.frontdesk;

import java.util.function.Supplier;
import jp.mimamori.bot.chat.Reply;
import jp.mimamori.bot.report.IncidentDesk;
import jp.mimamori.bot.report.IncidentDesk.Ordered;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.tenant.Member;
import jp.mimamori.knowledge.Language;

/** What follows from presses about incident reports. */
public final class ReportWork {
  private final IncidentDesk desk;

  public ReportWork(IncidentDesk desk) {
    this.desk = desk;
  }

  Supplier<Reply> order(Transaction tx, Member member, Intent.Report intent) {
    Language language = member.language();
    return switch (desk.order(tx, member, intent.alert())) {
      case Ordered.Drafting(int version) -> words(Phrase.REPORT_COMES.in(language, version));
      case Ordered.Unchanged(int version) -> words(Phrase.REPORT_UNCHANGED.in(language, version));
      case Ordered.NotAllowed _ -> words(Phrase.ANALYSTS_ONLY.in(language));
      case Ordered.UnknownAlert _ -> words(Phrase.BUTTON_UNKNOWN.in(language));
    };
  }

  Supplier<Reply> publish(Transaction tx, Member member, Intent.Publish intent) {
    Language language = member.language();
    return switch (desk.release(tx, member, intent.alert(), intent.version())) {
      case DONE -> Reply.Nothing::new;
      case NOT_NOW -> words(Phrase.NOTHING_TO_DO.in(language));
      case NOT_ALLOWED -> words(Phrase.ANALYSTS_ONLY.in(language));
    };
  }

  private static Supplier<Reply> words(String text) {
    return () -> new Reply.Words(text);
  }
}
