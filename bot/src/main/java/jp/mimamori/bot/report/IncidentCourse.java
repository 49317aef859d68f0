package jp.mimamori.bot.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jp.mimamori.bot.alert.Alert;
import jp.mimamori.bot.response.ActionRequest;
import jp.mimamori.bot.response.ActionRequest.Course;
import jp.mimamori.bot.response.ActionRequest.State;
import jp.mimamori.bot.response.ActionRequest.Step;

/** What happened when: as a figure, and line by line. */
final class IncidentCourse {
  private final Incident incident;
  private final Alert alert;
  private final CaseWords words;
  private final Telling telling;

  IncidentCourse(Telling telling) {
    this.telling = telling;
    this.incident = telling.incident();
    this.alert = telling.alert();
    this.words = telling.words();
  }

  /** A row for each thing that took its time. */
  List<Timeline.Row> rows() {
    List<Timeline.Row> rows = new ArrayList<>();
    rows.add(
        new Timeline.Row(
            telling.say(IncidentWords.RAISED),
            alert.firstSeenAt(),
            alert.firstSeenAt(),
            alert.lastSeenAt(),
            Timeline.Colour.SEEN));
    alert
        .acknowledgement()
        .ifPresent(
            seen ->
                rows.add(
                    Timeline.Row.moment(acknowledged(seen), seen.at(), Timeline.Colour.PERSON)));
    incident.courses().forEach(course -> rows.add(row(course)));
    alert
        .closing()
        .ifPresent(
            closing ->
                rows.add(
                    Timeline.Row.moment(closed(closing), closing.at(), Timeline.Colour.PERSON)));
    return rows;
  }

  /** Each moment with what happened then, oldest first. */
  List<List<String>> lines() {
    record Line(Instant at, String text) {}
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(alert.firstSeenAt(), telling.say(IncidentWords.RAISED)));
    if (alert.events() > 1) {
      lines.add(new Line(alert.lastSeenAt(), telling.say(IncidentWords.LAST_SEEN, alert.events())));
    }
    alert.acknowledgement().ifPresent(seen -> lines.add(new Line(seen.at(), acknowledged(seen))));
    for (Course course : incident.courses()) {
      ActionRequest request = course.request();
      String last = "";
      for (Step step : told(course)) {
        String word = words.state(request, step.state());
        if (!word.equals(last)) {
          lines.add(
              new Line(
                  step.at(),
                  telling.say(
                      IncidentWords.STEP,
                      words.measure(request.measure()),
                      telling.target(request.measure()),
                      word)));
        }
        last = word;
      }
    }
    alert.closing().ifPresent(closing -> lines.add(new Line(closing.at(), closed(closing))));
    return lines.stream()
        .sorted(Comparator.comparing(Line::at))
        .map(line -> List.of(words.moment(line.at()), line.text()))
        .toList();
  }

  /** That it ran is only news while it still does. */
  private static List<Step> told(Course course) {
    return course.steps().stream()
        .filter(step -> course.request().state().open() || !(step.state() instanceof State.Running))
        .toList();
  }

  private Timeline.Row row(Course course) {
    ActionRequest request = course.request();
    Instant end = Telling.end(course);
    Instant began =
        course.steps().stream()
            .filter(step -> !(step.state() instanceof State.AwaitingApproval))
            .map(Step::at)
            .findFirst()
            .orElse(end);
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
    return new Timeline.Row(
        words.measure(request.measure()) + " " + telling.target(request.measure()),
        request.requestedAt(),
        began,
        request.state().open() ? incident.asOf() : end,
        colour);
  }

  private String acknowledged(Alert.Acknowledgement seen) {
    return telling.say(IncidentWords.ACKNOWLEDGED, words.person(seen.by()));
  }

  private String closed(Alert.Closing closing) {
    return telling.say(
        IncidentWords.CLOSED, words.finding(closing.finding()), words.person(closing.by()));
  }
}
