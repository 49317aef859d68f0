package jp.mimamori.bot.report;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.mimamori.bot.alert.Alert;
import jp.mimamori.bot.alert.Alert.Seen;
import jp.mimamori.bot.edr.Endpoint;
import jp.mimamori.bot.edr.NoteworthyEvent.Finding;
import jp.mimamori.bot.edr.ResponseAction;
import jp.mimamori.bot.response.ActionRequest;
import jp.mimamori.bot.response.ActionRequest.Course;
import jp.mimamori.bot.response.ActionRequest.State;
import jp.mimamori.bot.response.Measure;
import jp.mimamori.knowledge.Language;

/** A case in a few sentences, each of which follows from a record; chat tells them, too. */
public final class IncidentGist {
  private final Incident incident;
  private final Alert alert;
  private final CaseWords words;
  private final Telling telling;

  public IncidentGist(Incident incident, CaseWords words) {
    this.incident = incident;
    this.alert = incident.alert();
    this.words = words;
    this.telling = new Telling(incident, words);
  }

  /** What happened, and what came of it. */
  public List<String> told() {
    List<String> told = new ArrayList<>();
    told.add(detected());
    alert
        .acknowledgement()
        .ifPresent(
            seen ->
                told.add(
                    say(IncidentWords.SEEN_BY, words.moment(seen.at()), telling.after(seen.at()))));
    telling.done().forEach(course -> done(course).ifPresent(told::add));
    told.add(
        alert
            .closing()
            .map(closing -> say(IncidentWords.FOUND, words.finding(closing.finding())))
            .orElseGet(() -> say(IncidentWords.NOT_FOUND_YET)));
    return told;
  }

  /** The sentences as one paragraph. */
  String paragraph() {
    return told().stream().collect(joining(words.language() == Language.JA ? "" : " "));
  }

  /** What the customer is asked to do. */
  List<String> asked() {
    List<String> asked = new ArrayList<>();
    List<ActionRequest> requests = incident.courses().stream().map(Course::request).toList();
    if (!incident.isolated().isEmpty()) {
      asked.add(say(IncidentWords.KEEP_ON, telling.names(incident.isolated())));
    }
    requests.stream()
        .filter(request -> request.state() instanceof State.Queued)
        .map(request -> request.measure().target().name())
        .distinct()
        .forEach(name -> asked.add(say(IncidentWords.SWITCH_ON, name)));
    if (!harmless() && !alert.objects(Seen.ACCOUNT).isEmpty() && !alert.endpoints().isEmpty()) {
      asked.add(say(IncidentWords.CHANGE_PASSWORDS, telling.names(alert.endpoints())));
    }
    if (!incident.elsewhere().isEmpty()) {
      asked.add(say(IncidentWords.LOOK_ELSEWHERE, String.join("、", incident.elsewhere())));
    }
    if (!incident.blocked().isEmpty()) {
      asked.add(say(IncidentWords.IF_NEEDED));
    }
    requests.stream()
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
    return asked;
  }

  private String detected() {
    String when = words.moment(alert.firstSeenAt());
    String severity = words.severity(alert.severity());
    return alert.endpoints().isEmpty()
        ? say(IncidentWords.DETECTED_NOWHERE, when, alert.model(), severity)
        : say(
            IncidentWords.DETECTED,
            when,
            telling.names(alert.endpoints()),
            alert.model(),
            severity);
  }

  private Optional<String> done(Course course) {
    return course.request().measure() instanceof Measure.Act(ResponseAction action)
        ? switch (action) {
          case ResponseAction.Isolate(Endpoint endpoint) ->
              Optional.of(
                  say(
                      IncidentWords.ISOLATED_AT,
                      words.moment(Telling.end(course)),
                      endpoint.name(),
                      telling.after(Telling.end(course))));
          case ResponseAction.Release(Endpoint endpoint) ->
              Optional.of(
                  say(
                      IncidentWords.RELEASED_AT,
                      words.moment(Telling.end(course)),
                      endpoint.name()));
          case ResponseAction.BlockObject _,
              ResponseAction.UnblockObject _,
              ResponseAction.StartScan _,
              ResponseAction.CancelScan _,
              ResponseAction.TerminateProcess _,
              ResponseAction.CollectFile _,
              ResponseAction.CollectPackage _ ->
              Optional.empty();
        }
        : Optional.empty();
  }

  private boolean harmless() {
    return alert
        .closing()
        .map(Alert.Closing::finding)
        .filter(
            finding -> finding == Finding.FALSE_POSITIVE || finding == Finding.BENIGN_TRUE_POSITIVE)
        .isPresent();
  }

  private String say(IncidentWords what, Object... arguments) {
    return telling.say(what, arguments);
  }
}
