package jp.mimamori.bot.frontdesk;

import java.util.List;
import jp.mimamori.bot.bell.Alarm;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Card.Block;
import jp.mimamori.bot.chat.Card.Fact;
import jp.mimamori.bot.chat.Card.Tone;
import jp.mimamori.knowledge.Language;

/** The service's own troubles, told to those who keep it running. */
final class AlarmCards {
  Card draw(Alarm alarm, Language language) {
    String since = Moments.full(alarm.since(), language);
    return alarm
        .overAt()
        .map(
            over ->
                new Card(
                    Phrase.ALARM_TITLE_OVER.in(language, alarm.id()),
                    Tone.SETTLED,
                    language,
                    List.of(
                        new Block.Text(what(alarm, language)),
                        new Block.Note(
                            Phrase.ALARM_WAS.in(language, since, Moments.full(over, language))))))
        .orElseGet(
            () ->
                new Card(
                    Phrase.ALARM_TITLE.in(language, alarm.id()),
                    Tone.URGENT,
                    language,
                    List.of(
                        new Block.Text(what(alarm, language)),
                        new Block.Facts(
                            List.of(
                                new Fact(Phrase.ALARM_SINCE.in(language), since),
                                new Fact(Phrase.ALARM_DETAIL.in(language), alarm.detail()))),
                        new Block.Note(Phrase.ALARM_HINT.in(language)))));
  }

  /** A message of its own, since nobody is told of a message that changed. */
  Card over(Alarm alarm, Language language) {
    return new Card(
        Phrase.ALARM_OVER.in(language, alarm.id()),
        Tone.SETTLED,
        language,
        List.of(new Block.Text(what(alarm, language))));
  }

  private static String what(Alarm alarm, Language language) {
    Phrase phrase =
        switch (alarm.kind()) {
          case BELL_SILENT -> Phrase.ALARM_BELL_SILENT;
          case BELL_FAILING -> Phrase.ALARM_BELL_FAILING;
          case OUTBOX_STUCK -> Phrase.ALARM_OUTBOX;
          case INBOX_STUCK -> Phrase.ALARM_INBOX;
          case POLL_OLD -> Phrase.ALARM_POLL;
          case REPORT_FAILED -> Phrase.ALARM_REPORT;
          case PRINT_FAILED -> Phrase.ALARM_PRINT;
          case MAIL_STUCK -> Phrase.ALARM_MAIL;
          case MAILBOX_UNREAD -> Phrase.ALARM_MAILBOX;
          case PLATFORM_DEAF -> Phrase.ALARM_PLATFORM;
        };
    return phrase.in(language, alarm.subject());
  }
}
