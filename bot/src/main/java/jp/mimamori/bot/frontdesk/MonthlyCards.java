package jp.mimamori.bot.frontdesk;

import java.util.List;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Card.Block;
import jp.mimamori.bot.chat.Card.Fact;
import jp.mimamori.bot.chat.Card.Tone;
import jp.mimamori.bot.report.Figures;
import jp.mimamori.bot.report.ReportWords;
import jp.mimamori.bot.report.Wordings;
import jp.mimamori.knowledge.Language;

/** A month's key figures, above its file. */
final class MonthlyCards {
  private MonthlyCards() {}

  static Card draw(Figures figures, Language language) {
    return new Card(
        ReportWords.TITLE.in(language, Wordings.month(figures.month(), language)),
        Tone.PLAIN,
        language,
        List.of(
            new Block.Facts(
                List.of(
                    fact(ReportWords.KEY_EVENTS, cases(figures.alerts(), language), language),
                    fact(ReportWords.KEY_URGENT, cases(figures.urgent(), language), language),
                    fact(
                        ReportWords.KEY_ACKNOWLEDGED,
                        Wordings.time(figures.acknowledging().median(), language),
                        language),
                    fact(
                        ReportWords.KEY_CONTAINED,
                        Wordings.time(figures.containing().median(), language),
                        language),
                    fact(ReportWords.KEY_INQUIRIES, cases(figures.asked(), language), language),
                    fact(ReportWords.KEY_OPEN, cases(figures.openPoints(), language), language)))));
  }

  private static Fact fact(ReportWords name, String value, Language language) {
    return new Fact(name.in(language), value);
  }

  private static String cases(int count, Language language) {
    return ReportWords.CASES.in(language, count);
  }
}
