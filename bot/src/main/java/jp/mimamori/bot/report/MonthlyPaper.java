package jp.mimamori.bot.report;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jp.mimamori.bot.edr.Severity;
import jp.mimamori.bot.markup.Html;
import jp.mimamori.bot.report.Figures.Count;
import jp.mimamori.bot.report.Figures.Fleet;
import jp.mimamori.knowledge.Language;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** A month on a few pages, for a manager: what it comes to first, then why. */
final class MonthlyPaper {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final List<Severity> SEVERITIES =
      List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW);

  private final Figures figures;
  private final String name;
  private final Optional<String> security;
  private final Language language;

  private MonthlyPaper(Figures figures, String name, Optional<String> security, Language language) {
    this.figures = figures;
    this.name = name;
    this.security = security;
    this.language = language;
  }

  /**
   * @param name of the tenant, as people read it
   * @param security the operator's news of the month, in Markdown
   */
  static Paper of(Figures figures, String name, Optional<String> security, Language language) {
    return new MonthlyPaper(figures, name, security, language).paper();
  }

  private Paper paper() {
    String month = Wordings.month(figures.month(), language);
    return new Paper(
        say(ReportWords.FOOT, name, month),
        say(ReportWords.FOOT, name, month),
        language.name().toLowerCase(Locale.ROOT),
        Html.join(
            List.of(
                head(month),
                events(),
                speed(),
                deeds(),
                incidents(),
                inquiries(),
                blocked(),
                open(),
                fleet(),
                security())),
        figures.asOf());
  }

  private Html head(String month) {
    YearMonth of = figures.month();
    return Html.of(
        """
        <h1>{}</h1>
        <p class="lead">{}</p>
        <table class="figures"><tr>{}</tr></table>
        <table class="figures"><tr>{}</tr></table>
        <p style="margin-top: 3mm">{} <span class="small">{}</span></p>
        """,
        say(ReportWords.TITLE, month),
        say(ReportWords.LEAD, name, day(of), lastDay(of)),
        Html.join(
            List.of(
                figure(ReportWords.KEY_EVENTS, cases(figures.alerts())),
                figure(ReportWords.KEY_URGENT, cases(urgent())),
                figure(
                    ReportWords.KEY_ACKNOWLEDGED,
                    Wordings.time(figures.acknowledging().median(), language)))),
        Html.join(
            List.of(
                figure(
                    ReportWords.KEY_CONTAINED,
                    Wordings.time(figures.containing().median(), language)),
                figure(ReportWords.KEY_INQUIRIES, cases(figures.asked())),
                figure(ReportWords.KEY_OPEN, cases(figures.open().size())))),
        summary(),
        say(ReportWords.COUNTED, Wordings.day(figures.asOf(), language)));
  }

  private String summary() {
    String events =
        figures.alerts() == 0
            ? say(ReportWords.QUIET)
            : say(ReportWords.SUMMARY, figures.alerts(), urgent());
    String open =
        figures.open().isEmpty()
            ? say(ReportWords.SUMMARY_CLOSED)
            : say(ReportWords.SUMMARY_OPEN, figures.open().size());
    return events + (language == Language.JA ? "" : " ") + open;
  }

  private Html events() {
    if (figures.alerts() == 0) {
      return section(ReportWords.EVENTS, Html.join(List.of(text(ReportWords.QUIET), muted())));
    }
    Map<Severity, String> names = new EnumMap<>(Severity.class);
    SEVERITIES.forEach(severity -> names.put(severity, Wordings.severity(severity, language)));
    return section(
        ReportWords.EVENTS,
        Html.of(
            """
            <div class="keep"><h3>{}</h3>{}</div>
            <div class="keep"><h3>{}</h3>{}</div>
            <div class="keep"><h3>{}</h3>{}</div>
            <p class="small">{}</p>{}
            """,
            say(ReportWords.BY_DAY),
            Charts.days(figures.byDay(), Charts.key(names)),
            say(ReportWords.BY_SEVERITY),
            table(
                List.of(
                    ReportWords.CRITICAL, ReportWords.HIGH, ReportWords.MEDIUM, ReportWords.LOW),
                List.of(SEVERITIES.stream().map(one -> cases(figures.alerts(one))).toList())),
            say(ReportWords.BY_KIND),
            Charts.bars(figures.byKind()),
            say(ReportWords.EVENTS_NOTE, figures.events()),
            muted()));
  }

  private Html muted() {
    return figures.muted() == 0
        ? Html.NONE
        : Html.of("<p class=\"small\">{}</p>", say(ReportWords.MUTED_NOTE, figures.muted()));
  }

  private Html speed() {
    if (figures.acknowledging().count() + figures.containing().count() == 0) {
      return section(ReportWords.SPEED, text(ReportWords.SPEED_NONE));
    }
    return section(
        ReportWords.SPEED,
        Html.of(
            "{}<p class=\"small\">{}</p>",
            table(
                List.of(
                    ReportWords.MEASURE,
                    ReportWords.COUNT,
                    ReportWords.MEDIAN,
                    ReportWords.NINETIETH),
                List.of(
                    spread(ReportWords.ACKNOWLEDGING, figures.acknowledging()),
                    spread(ReportWords.CONTAINING, figures.containing()))),
            say(ReportWords.SPEED_NOTE)));
  }

  private List<String> spread(ReportWords what, Spread spread) {
    return List.of(
        say(what),
        cases(spread.count()),
        Wordings.time(spread.median(), language),
        Wordings.time(spread.ninetieth(), language));
  }

  private Html deeds() {
    return figures.deeds().isEmpty()
        ? section(ReportWords.DEEDS, text(ReportWords.DEEDS_NONE))
        : section(
            ReportWords.DEEDS,
            table(
                List.of(
                    ReportWords.DEED,
                    ReportWords.DONE,
                    ReportWords.FAILED,
                    ReportWords.REFUSED,
                    ReportWords.UNDER_WAY),
                rows(
                    figures.deeds(),
                    deed ->
                        List.of(
                            Wordings.verb(deed.verb(), language),
                            String.valueOf(deed.succeeded()),
                            String.valueOf(deed.failed()),
                            String.valueOf(deed.refused()),
                            String.valueOf(deed.underWay())))));
  }

  private Html incidents() {
    if (figures.incidents().isEmpty()) {
      return Html.NONE;
    }
    Html more =
        figures.moreIncidents() == 0
            ? Html.NONE
            : Html.of("<p class=\"small\">{}</p>", say(ReportWords.MORE, figures.moreIncidents()));
    return section(
        ReportWords.INCIDENTS,
        Html.of(
            "{}{}",
            table(
                List.of(
                    ReportWords.AT,
                    ReportWords.SEVERITY,
                    ReportWords.WHAT,
                    ReportWords.ENDPOINT,
                    ReportWords.ACKNOWLEDGED,
                    ReportWords.CONTAINED,
                    ReportWords.FINDING),
                rows(
                    figures.incidents(),
                    one ->
                        List.of(
                            Wordings.brief(one.at()),
                            Wordings.severity(one.severity(), language),
                            one.model(),
                            one.endpoint(),
                            Wordings.time(one.acknowledged(), language),
                            Wordings.time(one.contained(), language),
                            Wordings.finding(one.finding(), language)))),
            more));
  }

  private Html inquiries() {
    if (figures.inquiries().isEmpty()) {
      return section(ReportWords.INQUIRIES, text(ReportWords.INQUIRIES_NONE));
    }
    return section(
        ReportWords.INQUIRIES,
        Html.of(
            "{}<p class=\"small\">{}</p>",
            table(
                List.of(
                    ReportWords.CATEGORY,
                    ReportWords.COUNT,
                    ReportWords.BY_PERSON,
                    ReportWords.RESPONSE,
                    ReportWords.NINETIETH),
                rows(
                    figures.inquiries(),
                    asked ->
                        List.of(
                            Wordings.category(asked.category(), language),
                            cases(asked.count()),
                            cases(asked.byPerson()),
                            Wordings.time(asked.response().median(), language),
                            Wordings.time(asked.response().ninetieth(), language)))),
            say(ReportWords.INQUIRIES_NOTE)));
  }

  private Html blocked() {
    return figures.blocked().isEmpty()
        ? section(ReportWords.BLOCKED, text(ReportWords.BLOCKED_NONE))
        : section(
            ReportWords.BLOCKED,
            table(
                List.of(ReportWords.WHEN, ReportWords.OBJECT),
                rows(figures.blocked(), one -> List.of(Wordings.brief(one.at()), one.object()))));
  }

  private Html open() {
    return figures.open().isEmpty()
        ? section(ReportWords.OPEN, text(ReportWords.OPEN_NONE))
        : section(
            ReportWords.OPEN,
            table(
                List.of(ReportWords.SINCE, ReportWords.WHAT, ReportWords.OBJECT),
                rows(
                    figures.open(),
                    one ->
                        List.of(
                            Wordings.brief(one.since()),
                            Wordings.open(one.kind(), language),
                            (Wordings.verb(one.about(), language) + " " + one.id()).strip()))));
  }

  private Html fleet() {
    if (figures.fleet().isEmpty()) {
      return section(ReportWords.FLEET, text(ReportWords.FLEET_UNKNOWN));
    }
    Fleet fleet = figures.fleet().get();
    Html lead =
        Html.of("<p>{}</p>", say(ReportWords.FLEET_LEAD, fleet.endpoints(), fleet.meeting()));
    return section(
        ReportWords.FLEET,
        fleet.lacking().isEmpty()
            ? Html.join(List.of(lead, text(ReportWords.FLEET_ALL)))
            : Html.join(
                List.of(
                    lead,
                    table(
                        List.of(ReportWords.FLEET_LACKING, ReportWords.COUNT),
                        rows(fleet.lacking(), this::lacking)),
                    Html.of("<p class=\"small\">{}</p>", say(ReportWords.FLEET_NOTE)))));
  }

  private List<String> lacking(Count count) {
    return List.of(
        ReportWords.valueOf(count.name()).in(language), say(ReportWords.ENDPOINTS, count.count()));
  }

  private Html security() {
    return section(
        ReportWords.SECURITY,
        security.map(MonthlyPaper::marked).orElseGet(() -> text(ReportWords.SECURITY_NONE)));
  }

  /** The operator's Markdown; markup in it stays text. */
  private static Html marked(String markdown) {
    String html =
        HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .build()
            .render(Parser.builder().build().parse(markdown));
    return Html.of(html.replace("{}", "&#123;&#125;").replaceAll("<(/?)h[12]>", "<$1h3>"));
  }

  private Html section(ReportWords title, Html body) {
    return Html.of("<h2>{}</h2>{}", say(title), body);
  }

  private Html text(ReportWords words) {
    return Html.of("<p>{}</p>", say(words));
  }

  private Html figure(ReportWords name, String value) {
    return Html.of("<td>{}<div class=\"figure\">{}</div></td>", say(name), value);
  }

  private Html table(List<ReportWords> head, List<List<String>> rows) {
    return Html.of(
        "<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>",
        Html.join(head.stream().map(one -> Html.of("<th>{}</th>", say(one))).toList()),
        Html.join(rows.stream().map(MonthlyPaper::row).toList()));
  }

  private static Html row(List<String> cells) {
    List<Html> parts = new ArrayList<>();
    for (String cell : cells) {
      parts.add(
          Html.of(cell.length() <= 12 ? "<td class=\"nowrap\">{}</td>" : "<td>{}</td>", cell));
    }
    return Html.of("<tr>{}</tr>", Html.join(parts));
  }

  private static <T> List<List<String>> rows(List<T> some, Function<T, List<String>> row) {
    return some.stream().map(row).toList();
  }

  private int urgent() {
    return figures.alerts(Severity.CRITICAL) + figures.alerts(Severity.HIGH);
  }

  private String cases(int count) {
    return say(ReportWords.CASES, count);
  }

  private String day(YearMonth of) {
    return Wordings.day(of.atDay(1).atStartOfDay(TOKYO).toInstant(), language);
  }

  private String lastDay(YearMonth of) {
    Instant last = of.atEndOfMonth().atStartOfDay(TOKYO).toInstant();
    return Wordings.day(last, language);
  }

  private String say(ReportWords words, Object... arguments) {
    return words.in(language, arguments);
  }
}
