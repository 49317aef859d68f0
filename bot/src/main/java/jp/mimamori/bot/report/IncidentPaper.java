package jp.mimamori.bot.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.mimamori.bot.alert.Alert;
import jp.mimamori.bot.alert.Alert.Seen;
import jp.mimamori.bot.edr.Endpoint;
import jp.mimamori.bot.edr.NoteworthyEvent.Finding;
import jp.mimamori.bot.edr.ResponseAction;
import jp.mimamori.bot.edr.SuspiciousObject;
import jp.mimamori.bot.markup.Html;
import jp.mimamori.bot.response.ActionRequest;
import jp.mimamori.bot.response.ActionRequest.Course;
import jp.mimamori.bot.response.ActionRequest.State;
import jp.mimamori.bot.response.ActionRequest.Step;
import jp.mimamori.bot.response.Measure;
import jp.mimamori.bot.response.Result;
import jp.mimamori.knowledge.Language;

/** The report of a case, laid out: what a customer's responsible contact needs to know of it. */
public final class IncidentPaper {
  private static final int MOST_OBJECTS = 40;

  private final Incident incident;
  private final Alert alert;
  private final CaseWords words;
  private final Language language;

  public IncidentPaper(Incident incident, CaseWords words) {
    this.incident = incident;
    this.alert = incident.alert();
    this.words = words;
    this.language = words.language();
  }

  /** An edition, to be printed. */
  public Paper paper(int version, Instant made) {
    return paper(
        say(IncidentWords.LEAD, incident.tenant().name(), version, words.dated(incident.asOf())),
        made);
  }

  /** A copy that is no edition, to be printed. */
  public Paper copy(Instant made) {
    return paper(
        say(IncidentWords.LEAD_COPY, incident.tenant().name(), words.dated(incident.asOf())), made);
  }

  private Paper paper(String lead, Instant made) {
    Html body =
        Html.of(
            "<h1>{}</h1><p class=\"lead\">{}</p>{}",
            say(IncidentWords.TITLE),
            lead,
            Html.join(
                List.of(
                    summary(),
                    course(),
                    endpoints(),
                    objects(),
                    techniques(),
                    actions(),
                    results(IncidentWords.VERDICTS, incident.with(Result.Analyzed.class)),
                    results(IncidentWords.SWEEPS, incident.with(Result.Swept.class)),
                    requests(),
                    section(
                        IncidentWords.PROOF,
                        Html.of(
                            "<p class=\"small\">{}</p>",
                            say(IncidentWords.PROOF_TEXT, words.hidden()))))));
    return new Paper(
        say(IncidentWords.TITLE) + " " + alert.id(),
        say(IncidentWords.FOOT, alert.id(), incident.tenant().name()),
        language == Language.JA ? "ja" : "en",
        body,
        made);
  }

  /** What the report comes to, in a few sentences: also what chat tells of it. */
  public List<String> gist() {
    List<String> told = new ArrayList<>();
    told.add(
        alert.endpoints().isEmpty()
            ? say(
                IncidentWords.DETECTED_NOWHERE,
                words.moment(alert.firstSeenAt()),
                alert.model(),
                words.severity(alert.severity()))
            : say(
                IncidentWords.DETECTED,
                words.moment(alert.firstSeenAt()),
                names(alert.endpoints()),
                alert.model(),
                words.severity(alert.severity())));
    alert
        .acknowledgement()
        .ifPresent(
            seen ->
                told.add(say(IncidentWords.SEEN_BY, words.moment(seen.at()), duration(seen.at()))));
    for (Course course : incident.courses()) {
      if (course.request().state() instanceof State.Succeeded
          && course.request().measure() instanceof Measure.Act(ResponseAction action)) {
        switch (action) {
          case ResponseAction.Isolate(Endpoint endpoint) ->
              told.add(
                  say(
                      IncidentWords.ISOLATED_AT,
                      words.moment(end(course)),
                      endpoint.name(),
                      duration(end(course))));
          case ResponseAction.Release(Endpoint endpoint) ->
              told.add(say(IncidentWords.RELEASED_AT, words.moment(end(course)), endpoint.name()));
          case ResponseAction.BlockObject _,
              ResponseAction.UnblockObject _,
              ResponseAction.StartScan _,
              ResponseAction.CancelScan _,
              ResponseAction.TerminateProcess _,
              ResponseAction.CollectFile _,
              ResponseAction.CollectPackage _ -> {}
        }
      }
    }
    told.add(
        alert
            .closing()
            .map(closing -> say(IncidentWords.FOUND, words.finding(closing.finding())))
            .orElseGet(() -> say(IncidentWords.NOT_FOUND_YET)));
    return told;
  }

  private Html summary() {
    return section(
        IncidentWords.SUMMARY,
        Html.of(
            "{}{}<table class=\"facts\">{}</table>",
            Html.of("<p>{}</p>", String.join("", gist())),
            figures(),
            Html.join(
                List.of(
                    fact(IncidentWords.CUSTOMER, incident.tenant().name()),
                    fact(IncidentWords.WHAT, alert.model()),
                    fact(IncidentWords.NUMBER, alert.id()),
                    fact(
                        IncidentWords.SEVERITY,
                        say(IncidentWords.SCORE, words.severity(alert.severity()), alert.score())),
                    fact(IncidentWords.SEEN, words.dated(alert.firstSeenAt())),
                    fact(
                        IncidentWords.EVENTS,
                        say(
                            IncidentWords.EVENTS_UNTIL,
                            alert.events(),
                            words.moment(alert.lastSeenAt()))),
                    fact(IncidentWords.FINDING, finding())))));
  }

  private String finding() {
    return alert
        .closing()
        .map(closing -> words.finding(closing.finding()))
        .orElseGet(() -> say(IncidentWords.OPEN));
  }

  private Html figures() {
    Optional<Course> isolation =
        incident.courses().stream()
            .filter(course -> course.request().state() instanceof State.Succeeded)
            .filter(
                course ->
                    course.request().measure() instanceof Measure.Act(ResponseAction.Isolate _))
            .findFirst();
    long done =
        incident.courses().stream()
            .filter(course -> course.request().state() instanceof State.Succeeded)
            .count();
    long open =
        incident.courses().stream().filter(course -> course.request().state().open()).count();
    return Html.of(
        "<table class=\"figures\"><tr>{}</tr></table>",
        Html.join(
            List.of(
                figure(IncidentWords.SEVERITY, words.severity(alert.severity())),
                figure(
                    IncidentWords.TO_SEEN,
                    alert.acknowledgement().map(seen -> duration(seen.at())).orElse("—")),
                figure(
                    IncidentWords.TO_ISOLATED,
                    isolation.map(course -> duration(end(course))).orElse("—")),
                open == 0
                    ? figure(IncidentWords.DONE, Long.toString(done))
                    : figure(IncidentWords.STILL_OPEN, Long.toString(open)))));
  }

  private Html course() {
    List<Timeline.Row> rows = new ArrayList<>();
    rows.add(
        new Timeline.Row(
            say(IncidentWords.RAISED),
            alert.firstSeenAt(),
            alert.firstSeenAt(),
            alert.lastSeenAt(),
            Timeline.Colour.SEEN));
    alert
        .acknowledgement()
        .ifPresent(
            seen ->
                rows.add(
                    Timeline.Row.moment(
                        say(IncidentWords.ACKNOWLEDGED, words.person(seen.by())),
                        seen.at(),
                        Timeline.Colour.PERSON)));
    incident.courses().forEach(course -> rows.add(row(course)));
    alert
        .closing()
        .ifPresent(
            closing ->
                rows.add(
                    Timeline.Row.moment(
                        say(
                            IncidentWords.CLOSED,
                            words.finding(closing.finding()),
                            words.person(closing.by())),
                        closing.at(),
                        Timeline.Colour.PERSON)));
    return section(
        IncidentWords.COURSE,
        Html.of(
            "<div class=\"keep\">{}<p class=\"small\">{}</p></div>{}",
            new Timeline(rows, words::brief).svg(),
            say(IncidentWords.COURSE_NOTE),
            table(List.of(IncidentWords.AT, IncidentWords.EVENT), happenings())));
  }

  private Timeline.Row row(Course course) {
    ActionRequest request = course.request();
    Instant began =
        course.steps().stream()
            .filter(step -> !(step.state() instanceof State.AwaitingApproval))
            .map(Step::at)
            .findFirst()
            .orElseGet(() -> end(course));
    Timeline.Colour colour =
        switch (request.state()) {
          case State.Succeeded _ -> Timeline.Colour.DONE;
          case State.Failed _, State.Refused _, State.Lapsed _ -> Timeline.Colour.NOT_DONE;
          case State.AwaitingApproval _,
              State.Requested _,
              State.Sending _,
              State.Queued _,
              State.Running _ ->
              Timeline.Colour.UNDER_WAY;
        };
    Instant to = request.state().open() ? incident.asOf() : end(course);
    return new Timeline.Row(
        words.measure(request.measure()) + " " + visibleTarget(request.measure()),
        request.requestedAt(),
        began,
        to,
        colour);
  }

  private List<List<Html>> happenings() {
    record Line(Instant at, String text) {}
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(alert.firstSeenAt(), say(IncidentWords.RAISED)));
    if (alert.events() > 1) {
      lines.add(new Line(alert.lastSeenAt(), say(IncidentWords.LAST_SEEN, alert.events())));
    }
    alert
        .acknowledgement()
        .ifPresent(
            seen ->
                lines.add(
                    new Line(seen.at(), say(IncidentWords.ACKNOWLEDGED, words.person(seen.by())))));
    for (Course course : incident.courses()) {
      String last = "";
      for (Step step : course.steps()) {
        String word = words.state(course.request(), step.state());
        if (!word.equals(last)) {
          lines.add(
              new Line(
                  step.at(),
                  "%s（%s）: %s"
                      .formatted(
                          words.measure(course.request().measure()),
                          visibleTarget(course.request().measure()),
                          word)));
        }
        last = word;
      }
    }
    alert
        .closing()
        .ifPresent(
            closing ->
                lines.add(
                    new Line(
                        closing.at(),
                        say(
                            IncidentWords.CLOSED,
                            words.finding(closing.finding()),
                            words.person(closing.by())))));
    return lines.stream()
        .sorted(Comparator.comparing(Line::at))
        .map(line -> List.of(nowrap(words.moment(line.at())), plain(line.text())))
        .toList();
  }

  private Html endpoints() {
    return alert.endpoints().isEmpty()
        ? Html.NONE
        : section(
            IncidentWords.ENDPOINTS,
            table(
                List.of(IncidentWords.ENDPOINT, IncidentWords.IP, IncidentWords.NETWORK),
                alert.endpoints().stream()
                    .map(
                        endpoint ->
                            List.of(
                                nowrap(endpoint.name()),
                                plain(String.join(", ", endpoint.ips())),
                                nowrap(
                                    say(
                                        incident.isolated().contains(endpoint)
                                            ? IncidentWords.CUT_OFF
                                            : IncidentWords.CONNECTED))))
                    .toList()));
  }

  private Html objects() {
    List<Seen> objects =
        alert.objects().stream()
            .filter(seen -> !seen.kind().equals(Seen.TECHNIQUE) && !seen.kind().equals("host"))
            .limit(MOST_OBJECTS)
            .toList();
    return objects.isEmpty()
        ? Html.NONE
        : section(
            IncidentWords.OBJECTS,
            table(
                List.of(IncidentWords.KIND, IncidentWords.VALUE, IncidentWords.BLOCKED),
                objects.stream()
                    .map(
                        seen ->
                            List.of(
                                nowrap(words.kind(seen.kind())),
                                plain(visible(seen.kind(), seen.value())),
                                nowrap(
                                    incident.blocked().stream()
                                            .anyMatch(object -> object.value().equals(seen.value()))
                                        ? say(IncidentWords.YES)
                                        : "—")))
                    .toList()));
  }

  private Html techniques() {
    List<String> techniques = alert.objects(Seen.TECHNIQUE);
    return techniques.isEmpty()
        ? Html.NONE
        : section(IncidentWords.TECHNIQUES, Html.of("<p>{}</p>", String.join("、", techniques)));
  }

  private Html actions() {
    if (incident.courses().isEmpty()) {
      return section(IncidentWords.ACTIONS, Html.of("<p>{}</p>", say(IncidentWords.NO_ACTIONS)));
    }
    return section(
        IncidentWords.ACTIONS,
        table(
            List.of(
                IncidentWords.ACTION,
                IncidentWords.TARGET,
                IncidentWords.ASKED,
                IncidentWords.AGREED,
                IncidentWords.OUTCOME),
            incident.courses().stream()
                .map(
                    course -> {
                      ActionRequest request = course.request();
                      return List.of(
                          plain(words.measure(request.measure())),
                          plain(visibleTarget(request.measure())),
                          twoLines(
                              words.person(request.requestedBy()),
                              words.brief(request.requestedAt())),
                          plain(
                              request.agreement().isEmpty()
                                  ? say(IncidentWords.NOT_NEEDED)
                                  : request.approvedBy().map(words::person).orElse("—")),
                          twoLines(
                              words.state(request, request.state()), words.brief(end(course))));
                    })
                .toList()));
  }

  private Html results(IncidentWords title, List<Course> courses) {
    return courses.isEmpty()
        ? Html.NONE
        : section(
            title,
            table(
                List.of(IncidentWords.TARGET, IncidentWords.OUTCOME),
                courses.stream()
                    .map(
                        course ->
                            List.of(
                                plain(visibleTarget(course.request().measure())),
                                plain(words.result(course.request().result().orElseThrow()))))
                    .toList()));
  }

  /** Every sentence follows from a record. */
  private Html requests() {
    List<String> asked = new ArrayList<>();
    boolean harmless =
        alert
            .closing()
            .map(Alert.Closing::finding)
            .filter(
                finding ->
                    finding == Finding.FALSE_POSITIVE || finding == Finding.BENIGN_TRUE_POSITIVE)
            .isPresent();
    if (!incident.isolated().isEmpty()) {
      asked.add(say(IncidentWords.KEEP_ON, names(incident.isolated())));
    }
    incident.courses().stream()
        .map(Course::request)
        .filter(request -> request.state() instanceof State.Queued)
        .map(request -> request.measure().target().name())
        .distinct()
        .forEach(name -> asked.add(say(IncidentWords.SWITCH_ON, name)));
    if (!harmless && !alert.objects(Seen.ACCOUNT).isEmpty() && !alert.endpoints().isEmpty()) {
      asked.add(say(IncidentWords.CHANGE_PASSWORDS, names(alert.endpoints())));
    }
    if (!incident.elsewhere().isEmpty()) {
      asked.add(say(IncidentWords.LOOK_ELSEWHERE, String.join("、", incident.elsewhere())));
    }
    if (!incident.blocked().isEmpty()) {
      asked.add(say(IncidentWords.IF_NEEDED));
    }
    incident.courses().stream()
        .map(Course::request)
        .filter(request -> request.state() instanceof State.Failed)
        .forEach(
            request ->
                asked.add(
                    say(
                        IncidentWords.NOT_DONE,
                        words.measure(request.measure()),
                        words.state(request, request.state()))));
    if (asked.isEmpty()) {
      asked.add(say(IncidentWords.NOTHING));
    }
    asked.add(say(IncidentWords.ASK_US));
    return section(
        IncidentWords.REQUESTS,
        Html.of(
            "<ol>{}</ol>",
            Html.join(asked.stream().map(line -> Html.of("<li>{}</li>", line)).toList())));
  }

  private String visible(String kind, String value) {
    return incident.masking().hides(kind) ? words.hidden() : value;
  }

  /** What hides a file's path hides it in an action's target, too. */
  private String visibleTarget(Measure measure) {
    return switch (measure) {
      case Measure.Act(ResponseAction.CollectFile file) ->
          file.target().name() + " " + visible("fullpath", file.path());
      case Measure.Act _, Measure.AnalyzeUrl _, Measure.AnalyzeFile _, Measure.Search _ ->
          measure.target() instanceof SuspiciousObject object
              ? visible(kind(object), object.value())
              : words.target(measure);
    };
  }

  private static String kind(SuspiciousObject object) {
    return switch (object.kind()) {
      case FILE_SHA1 -> "file_sha1";
      case FILE_SHA256 -> "file_sha256";
      case IP, URL, DOMAIN -> "url";
      case SENDER -> Seen.ACCOUNT;
    };
  }

  private String duration(Instant until) {
    Duration passed = Duration.between(alert.firstSeenAt(), until);
    if (passed.toDays() > 0) {
      return say(IncidentWords.DAYS, passed.toDays(), passed.toHoursPart());
    }
    return passed.toHours() > 0
        ? say(IncidentWords.HOURS, passed.toHours(), passed.toMinutesPart())
        : say(IncidentWords.MINUTES, passed.toMinutes(), passed.toSecondsPart());
  }

  private static Instant end(Course course) {
    return course.steps().getLast().at();
  }

  private static String names(List<Endpoint> endpoints) {
    return endpoints.stream().map(Endpoint::name).collect(Collectors.joining("、"));
  }

  private String say(IncidentWords words, Object... arguments) {
    return words.in(language, arguments);
  }

  private Html section(IncidentWords title, Html content) {
    return Html.of("<h2>{}</h2>{}", say(title), content);
  }

  private Html fact(IncidentWords name, String value) {
    return Html.of("<tr><th>{}</th><td>{}</td></tr>", say(name), value);
  }

  private Html figure(IncidentWords name, String value) {
    return Html.of("<td>{}<div class=\"figure\">{}</div></td>", say(name), value);
  }

  private Html table(List<IncidentWords> heads, List<List<Html>> rows) {
    return Html.of(
        "<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>",
        Html.join(heads.stream().map(head -> Html.of("<th>{}</th>", say(head))).toList()),
        Html.join(rows.stream().map(row -> Html.of("<tr>{}</tr>", Html.join(row))).toList()));
  }

  private static Html plain(String text) {
    return Html.of("<td>{}</td>", text);
  }

  private static Html twoLines(String upper, String lower) {
    return Html.of("<td>{}<br/><span class=\"small\">{}</span></td>", upper, lower);
  }

  private static Html nowrap(String text) {
    return Html.of("<td class=\"nowrap\">{}</td>", text);
  }
}
