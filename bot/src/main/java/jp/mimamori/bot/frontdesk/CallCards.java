package jp.mimamori.bot.frontdesk;

import java.util.ArrayList;
import java.util.List;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Card.Block;
import jp.mimamori.bot.chat.Card.Tone;
import jp.mimamori.bot.escalation.Call;
import jp.mimamori.bot.store.Notice;
import jp.mimamori.bot.tenant.Tenant;
import jp.mimamori.bot.tenant.Tenants;
import jp.mimamori.knowledge.Language;

/** Somebody is called, because nobody came. */
final class CallCards {
  Card draw(Call call, Tenant tenant, Tenants tenants) {
    Language language = tenant.language();
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Text(tenant.name() + ": " + about(call.about(), language)));
    String step =
        Phrase.CALL_STEP.in(language, call.level() + 1, Moments.full(call.calledAt(), language));
    blocks.add(
        new Block.Note(
            call.late()
                ? step + " " + Phrase.CALL_LATE.in(language, Moments.full(call.dueAt(), language))
                : step));
    call.answeredBy()
        .ifPresent(
            by ->
                blocks.add(new Block.Text(Phrase.CALL_ANSWERED.in(language, tenants.nameOf(by)))));
    return new Card(
        Phrase.CALL_TITLE.in(language, call.whom()),
        call.answeredBy().isPresent() ? Tone.SETTLED : Tone.URGENT,
        language,
        blocks);
  }

  private static String about(Notice notice, Language language) {
    return switch (notice.kind()) {
      case ALERT -> Phrase.CALL_ALERT.in(language, notice.subject());
      case APPROVAL -> Phrase.CALL_APPROVAL.in(language, notice.subject());
      case ALERT_HISTORY,
          ANSWER,
          HANDOVER,
          CALL,
          DOCUMENT,
          REPORT,
          ANNOUNCEMENT,
          ANNOUNCEMENT_OVER,
          ANNOUNCEMENT_DESK,
          REMINDER,
          ALARM,
          ALARM_OVER ->
          Phrase.CALL_INQUIRY.in(language, notice.subject());
    };
  }
}
