package jp.mimamori.bot.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.mimamori.bot.edr.EndpointFacts.Prerequisite;
import jp.mimamori.bot.edr.Severity;
import jp.mimamori.bot.markup.Html;
import jp.mimamori.bot.report.Figures.Before;
import jp.mimamori.bot.report.Figures.Fleet;
import jp.mimamori.bot.report.Typesetter.Bar;
import jp.mimamori.bot.report.Typesetter.Column;
import jp.mimamori.bot.report.Typesetter.Figure;
import jp.mimamori.knowledge.Language;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** A month on a few pages, for a manager: what it comes to first, then why. */
final class MonthlyPaper {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final List<Severity> SEVERITIES =
      List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW);
  private static final int MOST_NAMED = 30;
  private static final int FEW = 5;

  private final Figures figures;
  private final String name;
  private final Optional<String> security;
  private final Language language;
  private final Typesetter set;

  private MonthlyPaper(Figures figures, String name, Optional<String> security, Language language) {
    this.figures = figures;
    this.name = name;
    this.security = security;
    this.language = language;
    this.set = new Typesetter(language);
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
        set.say(ReportWords.TITLE, month),
        set.say(ReportWords.FOOT, name, month),
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
    return Html.join(
        List.of(
            set.title(
                set.say(ReportWords.TITLE, month),
                set.say(ReportWords.LEAD, name, day(of.atDay(1)), day(of.atEndOfMonth()))),
            set.figures(
                List.of(
                    figure(
                        ReportWords.KEY_EVENTS,
                        cases(figures.alerts()),
                        one -> cases(one.alerts())),
                    figure(
                        ReportWords.KEY_URGENT,
                        cases(figures.urgent()),
                        one -> cases(one.urgent())),
                    figure(
                        ReportWords.KEY_ACKNOWLEDGED,
                        time(figures.acknowledging().median()),
                        one -> time(one.acknowledging().median())))),
            set.figures(
                List.of(
                    figure(
                        ReportWords.KEY_CONTAINED,
                        time(figures.containing().median()),
                        one -> time(one.containing().median())),
                    figure(
                        ReportWords.KEY_INQUIRIES,
                        cases(figures.asked()),
                        one -> cases(one.asked())),
                    new Figure(
                        set.say(ReportWords.KEY_OPEN), cases(figures.openPoints()), "\u00a0"))),
            set.section(
                ReportWords.SUMMARY,
                set.list(new MonthlyGist(figures, language).told()),
                set.small(ReportWords.COUNTED, Wordings.day(figures.asOf(), language)))));
  }

  /** With the month before's, if there was one. */
  private Figure figure(ReportWords what, String value, Function<Before, String> before) {
    return new Figure(
        set.say(what),
        value,
        figures
            .before()
            .map(one -> set.say(ReportWords.BEFORE, before.apply(one)))
            .orElse("\u00a0"));
  }

  private Html events() {
    Html muted =
        figures.muted() == 0 ? Html.NONE : set.small(ReportWords.MUTED_NOTE, figures.muted());
    if (figures.alerts() == 0) {
      return set.section(ReportWords.EVENTS, set.text(ReportWords.QUIET), muted);
    }
    Map<Severity, String> names = new EnumMap<>(Severity.class);
    SEVERITIES.forEach(severity -> names.put(severity, Wordings.severity(severity, language)));
    return set.pictured(
        ReportWords.EVENTS,
        set.part(
            ReportWords.BY_DAY,
            Html.join(
                List.of(
                    Charts.days(figures.byDay(), figures.closedDays(), Charts.key(names)),
                    figures.closedDays().isEmpty()
                        ? Html.NONE
                        : set.small(ReportWords.DAYS_NOTE)))),
        set.part(
            ReportWords.BY_SEVERITY,
            set.table(
                Stream.of(
                        ReportWords.CRITICAL, ReportWords.HIGH, ReportWords.MEDIUM, ReportWords.LOW)
                    .map(severity -> Column.brief(severity, 25))
                    .toList(),
                List.of(SEVERITIES.stream().map(one -> cases(figures.alerts(one))).toList()))),
        set.part(ReportWords.BY_KIND, set.bars(kinds())),
        set.small(ReportWords.EVENTS_NOTE, figures.events()),
        muted);
  }

  private List<Bar> kinds() {
    Stream<Bar> named = figures.byKind().stream().map(one -> new Bar(one.name(), one.count()));
    return figures.moreKinds() == 0
        ? named.toList()
        : Stream.concat(
                named, Stream.of(new Bar(set.say(ReportWords.MORE_KINDS), figures.moreKinds())))
            .toList();
  }

  private Html speed() {
    if (figures.acknowledging().count() + figures.containing().count() == 0) {
      return set.section(
          ReportWords.SPEED,
          set.text(
              figures.alerts() == 0 ? ReportWords.SPEED_NONE : ReportWords.SUM_NOT_ACKNOWLEDGED));
    }
    return set.section(
        ReportWords.SPEED,
        set.table(
            List.of(
                Column.text(ReportWords.MEASURE, 43),
                Column.number(ReportWords.COUNT, 13),
                Column.number(ReportWords.MEDIAN, 20),
                Column.number(ReportWords.NINETIETH, 24)),
            List.of(
                spread(ReportWords.ACKNOWLEDGING, figures.acknowledging()),
                spread(ReportWords.CONTAINING, figures.containing()))),
        set.small(ReportWords.SPEED_NOTE));
  }

  private List<String> spread(ReportWords what, Spread spread) {
    return List.of(
        set.say(what), cases(spread.count()), time(spread.median()), time(spread.ninetieth()));
  }

  private Html deeds() {
    return set.section(
        ReportWords.DEEDS,
        figures.deeds().isEmpty()
            ? set.text(ReportWords.DEEDS_NONE)
            : set.table(
                List.of(
                    Column.text(ReportWords.DEED, 40),
                    Column.number(ReportWords.DONE, 15),
                    Column.number(ReportWords.FAILED, 15),
                    Column.number(ReportWords.REFUSED, 15),
                    Column.number(ReportWords.UNDER_WAY, 15)),
                rows(
                    figures.deeds(),
                    deed ->
                        List.of(
                            Wordings.verb(deed.verb(), language),
                            cases(deed.succeeded()),
                            cases(deed.failed()),
                            cases(deed.refused()),
                            cases(deed.underWay())))));
  }

  private Html incidents() {
    if (figures.incidents().isEmpty()) {
      return Html.NONE;
    }
    return set.section(
        ReportWords.INCIDENTS,
        set.table(
            List.of(
                Column.brief(ReportWords.AT, 12),
                Column.brief(ReportWords.SEVERITY, 8),
                Column.text(ReportWords.WHAT, 30),
                Column.text(ReportWords.ENDPOINT, 19),
                Column.text(ReportWords.ACKNOWLEDGED, 10),
                Column.text(ReportWords.CONTAINED, 10),
                Column.brief(ReportWords.FINDING, 11)),
            rows(
                figures.incidents(),
                one ->
                    List.of(
                        Wordings.brief(one.at()),
                        Wordings.severity(one.severity(), language),
                        one.model(),
                        one.endpoint(),
                        time(one.acknowledged()),
                        time(one.contained()),
                        Wordings.finding(one.finding(), language)))),
        more(figures.moreIncidents()));
  }

  private Html inquiries() {
    if (figures.inquiries().isEmpty()) {
      return set.section(ReportWords.INQUIRIES, set.text(ReportWords.INQUIRIES_NONE));
    }
    return set.section(
        ReportWords.INQUIRIES,
        set.table(
            List.of(
                Column.text(ReportWords.CATEGORY, 24),
                Column.number(ReportWords.COUNT, 12),
                Column.number(ReportWords.BY_PERSON, 18),
                Column.number(ReportWords.RESPONSE, 23),
                Column.number(ReportWords.NINETIETH, 23)),
            rows(
                figures.inquiries(),
                asked ->
                    List.of(
                        Wordings.category(asked.category(), language),
                        cases(asked.count()),
                        cases(asked.byPerson()),
                        time(asked.response().median()),
                        time(asked.response().ninetieth())))),
        set.small(ReportWords.INQUIRIES_NOTE));
  }

  private Html blocked() {
    return figures.blocked().isEmpty()
        ? set.section(ReportWords.BLOCKED, set.text(ReportWords.BLOCKED_NONE))
        : set.section(
            ReportWords.BLOCKED,
            set.table(
                List.of(
                    Column.brief(ReportWords.WHEN, 15),
                    Column.brief(ReportWords.BLOCKED_KIND, 17),
                    Column.text(ReportWords.OBJECT, 68)),
                rows(
                    figures.blocked(),
                    one ->
                        List.of(
                            Wordings.brief(one.at()),
                            Wordings.object(one.kind(), language),
                            one.object().orElseGet(() -> set.say(ReportWords.BLOCKED_HIDDEN))))),
            more(figures.moreBlocked()));
  }

  private Html open() {
    return figures.open().isEmpty()
        ? set.section(ReportWords.OPEN, set.text(ReportWords.OPEN_NONE))
        : set.section(
            ReportWords.OPEN,
            set.table(
                List.of(
                    Column.brief(ReportWords.SINCE, 15),
                    Column.text(ReportWords.WHAT, 25),
                    Column.text(ReportWords.OBJECT, 60)),
                rows(
                    figures.open(),
                    one ->
                        List.of(
                            Wordings.brief(one.since()),
                            Wordings.open(one.kind(), language),
                            (Wordings.verb(one.about(), language) + " " + one.id()).strip()))),
            more(figures.moreOpen()),
            set.small(ReportWords.OPEN_NOTE));
  }

  private Html fleet() {
    if (figures.fleet().isEmpty()) {
      return set.section(ReportWords.FLEET, set.text(ReportWords.FLEET_UNKNOWN));
    }
    Fleet fleet = figures.fleet().get();
    Html lead =
        set.text(
            ReportWords.FLEET_LEAD,
            fleet.endpoints(),
            fleet.meeting(),
            Wordings.day(fleet.at(), language));
    if (fleet.lacking().isEmpty()) {
      return set.section(ReportWords.FLEET, lead, set.text(ReportWords.FLEET_ALL));
    }
    return set.section(
        ReportWords.FLEET,
        lead,
        set.small(ReportWords.FLEET_NOTE),
        fleet.named().size() > FEW ? lacking(fleet) : Html.NONE,
        set.table(
            List.of(
                Column.text(ReportWords.FLEET_NAME, 40),
                Column.text(ReportWords.FLEET_LACKING, 60)),
            rows(
                fleet.named().stream().limit(MOST_NAMED).toList(),
                one ->
                    List.of(
                        one.name(),
                        one.missing().stream()
                            .map(this::prerequisite)
                            .collect(Collectors.joining(comma()))))),
        more(fleet.named().size() - MOST_NAMED));
  }

  /** How many lack what: where there are so many names that nobody counts them. */
  private Html lacking(Fleet fleet) {
    return set.table(
        List.of(
            Column.text(ReportWords.FLEET_LACKING, 80), Column.number(ReportWords.FLEET_COUNT, 20)),
        rows(
            fleet.lacking(),
            one ->
                List.of(
                    prerequisite(Prerequisite.valueOf(one.name())),
                    set.say(ReportWords.ENDPOINTS, one.count()))));
  }

  private Html security() {
    return set.section(
        ReportWords.SECURITY,
        security.map(MonthlyPaper::marked).orElseGet(() -> set.text(ReportWords.SECURITY_NONE)));
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

  private Html more(int more) {
    return more <= 0 ? Html.NONE : set.small(ReportWords.MORE, more);
  }

  private String prerequisite(Prerequisite one) {
    return ReportWords.valueOf(one.name()).in(language);
  }

  private String comma() {
    return language == Language.JA ? "、" : ", ";
  }

  private static <T> List<List<String>> rows(List<T> some, Function<T, List<String>> row) {
    return some.stream().map(row).toList();
  }

  private String cases(int count) {
    return set.say(ReportWords.CASES, count);
  }

  private String time(Optional<Duration> time) {
    return Wordings.time(time, language);
  }

  private String day(LocalDate date) {
    Instant begin = date.atStartOfDay(TOKYO).toInstant();
    return Wordings.day(begin, language);
  }
}
