package jp.mimamori.bot.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.mimamori.bot.alert.Alert;
import jp.mimamori.bot.edr.Endpoint;
import jp.mimamori.bot.edr.ResponseAction;
import jp.mimamori.bot.edr.SuspiciousObject;
import jp.mimamori.bot.response.ActionRequest.Course;
import jp.mimamori.bot.response.ActionRequest.State.Succeeded;
import jp.mimamori.bot.response.Measure;
import jp.mimamori.knowledge.Language;

/** How a case is told to the customer: in whose words, and without what policy hides. */
record Telling(Incident incident, CaseWords words) {
  String say(IncidentWords what, Object... arguments) {
    return what.in(words.language(), arguments);
  }

  Alert alert() {
    return incident.alert();
  }

  /** How long after the first event that was. */
  String after(Instant moment) {
    Duration passed = Duration.between(alert().firstSeenAt(), moment);
    if (passed.isNegative()) {
      passed = Duration.ZERO; // the EDR's clock is not ours
    }
    if (passed.toDays() > 0) {
      return say(IncidentWords.DAYS, passed.toDays(), passed.toHoursPart());
    }
    return passed.toHours() > 0
        ? say(IncidentWords.HOURS, passed.toHours(), passed.toMinutesPart())
        : say(IncidentWords.MINUTES, passed.toMinutes(), passed.toSecondsPart());
  }

  String visible(String kind, String value) {
    return incident.masking().hides(kind) ? words.hidden() : value;
  }

  /** What hides a file's path or a hash hides it in an action's target, too. */
  String target(Measure measure) {
    return switch (measure) {
      case Measure.Act(ResponseAction.CollectFile file) ->
          file.target().name() + " " + visible("fullpath", file.path());
      case Measure.Act(ResponseAction.TerminateProcess process) ->
          process.target().name() + " " + program(process.program());
      case Measure.Act _, Measure.AnalyzeUrl _, Measure.AnalyzeFile _, Measure.Search _ ->
          measure.target() instanceof SuspiciousObject object
              ? visible(object)
              : words.target(measure);
    };
  }

  private String program(ResponseAction.Program program) {
    Optional<String> name = program.fileName().map(file -> visible("filename", file));
    return name.or(() -> program.fileSha1().map(hash -> visible("file_sha1", hash))).orElse("");
  }

  private String visible(SuspiciousObject object) {
    return incident.masking().hides(object) ? words.hidden() : object.value();
  }

  List<Course> done() {
    return incident.courses().stream()
        .filter(course -> course.request().state() instanceof Succeeded)
        .toList();
  }

  static Instant end(Course course) {
    return course.steps().getLast().at();
  }

  String names(List<Endpoint> endpoints) {
    String comma = words.language() == Language.JA ? "、" : ", ";
    return endpoints.stream().map(Endpoint::name).collect(Collectors.joining(comma));
  }
}
