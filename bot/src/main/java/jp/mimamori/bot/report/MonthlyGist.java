package jp.mimamori.bot.report;

import java.util.ArrayList;
import java.util.List;
import jp.mimamori.bot.edr.Severity;
import jp.mimamori.bot.report.Figures.Fleet;
import jp.mimamori.knowledge.Language;

/** A month in a few sentences, for whoever reads no further. */
record MonthlyGist(Figures figures, Language language) {
  List<String> told() {
    List<String> told = new ArrayList<>();
    told.add(events());
    speed(told);
    if (figures.asked() > 0) {
      told.add(say(ReportWords.SUM_INQUIRIES, figures.asked(), figures.byPerson()));
    }
    int blocked = figures.blocked().size() + figures.moreBlocked();
    if (blocked > 0) {
      told.add(say(ReportWords.SUM_BLOCKED, blocked));
    }
    told.add(
        figures.openPoints() == 0
            ? say(ReportWords.SUM_CLOSED)
            : say(ReportWords.SUM_OPEN, figures.openPoints()));
    figures
        .fleet()
        .filter(fleet -> fleet.meeting() < fleet.endpoints())
        .ifPresent(fleet -> told.add(lacking(fleet)));
    return told;
  }

  private String events() {
    if (figures.alerts() == 0) {
      return say(ReportWords.QUIET);
    }
    String events =
        say(
            ReportWords.SUM_EVENTS,
            figures.alerts(),
            figures.alerts(Severity.CRITICAL),
            figures.alerts(Severity.HIGH),
            figures.alerts(Severity.MEDIUM),
            figures.alerts(Severity.LOW));
    return figures.outOfHours() == 0
        ? events
        : events
            + (language == Language.JA ? "" : " ")
            + say(ReportWords.SUM_OUT_OF_HOURS, figures.outOfHours());
  }

  private void speed(List<String> told) {
    Spread acknowledging = figures.acknowledging();
    Spread containing = figures.containing();
    if (acknowledging.count() > 0) {
      told.add(
          say(
              ReportWords.SUM_ACKNOWLEDGED,
              Wordings.time(acknowledging.median(), language),
              Wordings.time(acknowledging.ninetieth(), language),
              acknowledging.count()));
    } else if (figures.alerts() > 0) {
      told.add(say(ReportWords.SUM_NOT_ACKNOWLEDGED));
    }
    if (containing.count() > 0) {
      told.add(
          say(
              ReportWords.SUM_CONTAINED,
              containing.count(),
              Wordings.time(containing.median(), language)));
    }
  }

  private String lacking(Fleet fleet) {
    return say(ReportWords.SUM_FLEET, fleet.endpoints(), fleet.endpoints() - fleet.meeting());
  }

  private String say(ReportWords words, Object... arguments) {
    return words.in(language, arguments);
  }
}
