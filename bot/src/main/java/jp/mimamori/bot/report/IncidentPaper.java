package jp.mimamori.bot.report;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.mimamori.bot.alert.Alert;
import jp.mimamori.bot.alert.Alert.Seen;
import jp.mimamori.bot.edr.ResponseAction;
import jp.mimamori.bot.markup.Html;
import jp.mimamori.bot.report.Typesetter.Column;
import jp.mimamori.bot.report.Typesetter.Fact;
import jp.mimamori.bot.report.Typesetter.Figure;
import jp.mimamori.bot.response.ActionRequest;
import jp.mimamori.bot.response.ActionRequest.Course;
import jp.mimamori.bot.response.Measure;
import jp.mimamori.bot.response.Result;

/** The report of a case, laid out: what a customer's responsible contact needs to know of it. */
public final class IncidentPaper {
  private static final int MOST_OBJECTS = 40;

  private final Incident incident;
  private final Alert alert;
  private final CaseWords words;
  private final Telling telling;
  private final Typesetter set;

  public IncidentPaper(Incident incident, CaseWords words) {
    this.incident = incident;
    this.alert = incident.alert();
    this.words = words;
    this.telling = new Telling(incident, words);
    this.set = new Typesetter(words.language());
  }

  /** An edition, to be printed. */
  public Paper paper(int version, Instant made) {
    return paper(
        set.say(
            IncidentWords.LEAD, incident.tenant().name(), version, words.dated(incident.asOf())),
        made);
  }

  /** A copy that is no edition, to be printed. */
  public Paper copy(Instant made) {
    return paper(
        set.say(IncidentWords.LEAD_COPY, incident.tenant().name(), words.dated(incident.asOf())),
        made);
  }

  private Paper paper(String lead, Instant made) {
    String title = set.say(IncidentWords.TITLE);
    var gist = new IncidentGist(incident, words);
    return new Paper(
        title + " " + alert.id(),
        set.say(IncidentWords.FOOT, alert.id(), incident.tenant().name()),
        words.language().name().toLowerCase(Locale.ROOT),
        Html.join(
            List.of(
                set.title(title, lead),
                summary(gist),
                set.section(IncidentWords.REQUESTS, set.numbered(gist.asked())),
                course(),
                endpoints(),
                objects(),
                techniques(),
                actions(),
                results(IncidentWords.VERDICTS, incident.with(Result.Analyzed.class)),
                results(IncidentWords.SWEEPS, incident.with(Result.Swept.class)),
                set.section(
                    IncidentWords.PROOF, set.small(IncidentWords.PROOF_TEXT, words.hidden())))),
        made);
  }

  private Html summary(IncidentGist gist) {
    return set.section(
        IncidentWords.SUMMARY,
        set.paragraph(gist.paragraph()),
        set.figures(figures()),
        set.facts(
            List.of(
                fact(IncidentWords.CUSTOMER, incident.tenant().name()),
                fact(IncidentWords.WHAT, alert.model()),
                fact(IncidentWords.NUMBER, alert.id()),
                fact(
                    IncidentWords.SEVERITY,
                    set.say(IncidentWords.SCORE, words.severity(alert.severity()), alert.score())),
                fact(IncidentWords.SEEN, words.dated(alert.firstSeenAt())),
                fact(
                    IncidentWords.EVENTS,
                    set.say(
                        IncidentWords.EVENTS_UNTIL,
                        alert.events(),
                        words.moment(alert.lastSeenAt()))),
                fact(
                    IncidentWords.FINDING,
                    alert
                        .closing()
                        .map(closing -> words.finding(closing.finding()))
                        .orElseGet(() -> set.say(IncidentWords.OPEN))))));
  }

  private List<Figure> figures() {
    List<Course> done = telling.done();
    Optional<Course> isolation =
        done.stream()
            .filter(
                course ->
                    course.request().measure() instanceof Measure.Act(ResponseAction.Isolate _))
            .findFirst();
    long open =
        incident.courses().stream().filter(course -> course.request().state().open()).count();
    return List.of(
        figure(IncidentWords.SEVERITY, words.severity(alert.severity())),
        figure(
            IncidentWords.TO_SEEN,
            alert.acknowledgement().map(seen -> telling.after(seen.at())).orElse("—")),
        figure(
            IncidentWords.TO_ISOLATED,
            isolation.map(course -> telling.after(Telling.end(course))).orElse("—")),
        open == 0
            ? figure(IncidentWords.DONE, set.say(IncidentWords.COUNT, done.size()))
            : figure(IncidentWords.STILL_OPEN, set.say(IncidentWords.COUNT, open)));
  }

  private Html course() {
    var course = new IncidentCourse(telling);
    List<Timeline.Row> rows = course.rows();
    int more = rows.size() - Timeline.MOST_ROWS;
    return set.pictured(
        IncidentWords.COURSE,
        Html.join(
            List.of(
                new Timeline(rows).svg(),
                more > 0 ? set.small(IncidentWords.COURSE_MORE, more) : Html.NONE,
                set.small(IncidentWords.COURSE_NOTE))),
        set.table(
            List.of(Column.brief(IncidentWords.AT, 24), Column.text(IncidentWords.EVENT, 76)),
            course.lines()));
  }

  private Html endpoints() {
    return alert.endpoints().isEmpty()
        ? Html.NONE
        : set.section(
            IncidentWords.ENDPOINTS,
            set.table(
                List.of(
                    Column.text(IncidentWords.ENDPOINT, 40),
                    Column.text(IncidentWords.IP, 36),
                    Column.brief(IncidentWords.NETWORK, 24)),
                alert.endpoints().stream()
                    .map(
                        endpoint ->
                            List.of(
                                endpoint.name(),
                                String.join(", ", endpoint.ips()),
                                set.say(
                                    incident.isolated().contains(endpoint)
                                        ? IncidentWords.CUT_OFF
                                        : IncidentWords.CONNECTED)))
                    .toList()));
  }

  private Html objects() {
    List<Seen> objects =
        alert.objects().stream()
            .filter(seen -> !seen.kind().equals(Seen.TECHNIQUE) && !seen.kind().equals("host"))
            .toList();
    int more = objects.size() - MOST_OBJECTS;
    return objects.isEmpty()
        ? Html.NONE
        : set.section(
            IncidentWords.OBJECTS,
            set.table(
                List.of(
                    Column.brief(IncidentWords.KIND, 18),
                    Column.text(IncidentWords.VALUE, 66),
                    Column.brief(IncidentWords.BLOCKED, 16)),
                objects.stream()
                    .limit(MOST_OBJECTS)
                    .map(
                        seen ->
                            List.of(
                                words.kind(seen.kind()),
                                telling.visible(seen.kind(), seen.value()),
                                blocked(seen) ? set.say(IncidentWords.YES) : "—"))
                    .toList()),
            more > 0 ? set.small(IncidentWords.OBJECTS_MORE, more) : Html.NONE);
  }

  private boolean blocked(Seen seen) {
    return incident.blocked().stream()
        .anyMatch(object -> object.value().equalsIgnoreCase(seen.value()));
  }

  private Html techniques() {
    List<String> techniques = alert.objects(Seen.TECHNIQUE);
    return techniques.isEmpty()
        ? Html.NONE
        : set.section(IncidentWords.TECHNIQUES, set.paragraph(String.join("、", techniques)));
  }

  private Html actions() {
    return set.section(
        IncidentWords.ACTIONS,
        incident.courses().isEmpty()
            ? set.text(IncidentWords.NO_ACTIONS)
            : set.table(
                List.of(
                    Column.text(IncidentWords.ACTION, 18),
                    Column.text(IncidentWords.TARGET, 34),
                    Column.text(IncidentWords.ASKED, 16),
                    Column.text(IncidentWords.AGREED, 14),
                    Column.text(IncidentWords.OUTCOME, 18)),
                incident.courses().stream().map(this::action).toList()));
  }

  private List<String> action(Course course) {
    ActionRequest request = course.request();
    String agreed =
        request.agreement().isEmpty()
            ? set.say(IncidentWords.NOT_NEEDED)
            : request.approvedBy().map(words::person).orElse("—");
    return List.of(
        words.measure(request.measure()),
        telling.target(request.measure()),
        words.person(request.requestedBy()) + "\n" + words.brief(request.requestedAt()),
        agreed,
        words.state(request, request.state()) + "\n" + words.brief(Telling.end(course)));
  }

  private Html results(IncidentWords title, List<Course> courses) {
    return courses.isEmpty()
        ? Html.NONE
        : set.section(
            title,
            set.table(
                List.of(
                    Column.text(IncidentWords.TARGET, 52), Column.text(IncidentWords.OUTCOME, 48)),
                courses.stream()
                    .map(
                        course ->
                            List.of(
                                telling.target(course.request().measure()),
                                words.result(course.request().result().orElseThrow())))
                    .toList()));
  }

  private Fact fact(IncidentWords name, String value) {
    return new Fact(set.say(name), value);
  }

  private Figure figure(IncidentWords name, String value) {
    return new Figure(set.say(name), value, "");
  }
}
