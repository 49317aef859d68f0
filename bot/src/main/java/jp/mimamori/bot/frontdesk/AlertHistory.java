package jp.mimamori.bot.frontdesk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.mimamori.bot.alert.Alert;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Card.Block;
import jp.mimamori.bot.chat.Card.Tone;
import jp.mimamori.bot.edr.Endpoint;
import jp.mimamori.bot.edr.ResponseAction;
import jp.mimamori.bot.response.ActionRequest;
import jp.mimamori.bot.response.ActionRequest.Course;
import jp.mimamori.bot.response.ActionRequest.State;
import jp.mimamori.bot.response.ActionRequests;
import jp.mimamori.bot.response.Measure;
import jp.mimamori.bot.store.View;
import jp.mimamori.bot.tenant.Tenant;
import jp.mimamori.bot.tenant.Tenants;
import jp.mimamori.knowledge.Language;

/** What happened so far about an alert, a line each, to hang under its card. */
final class AlertHistory {
  private final Alert alert;
  private final Tenants tenants;
  private final Language language;
  private final List<Course> courses;
  private final CaseWording words;
  private final Instant now;

  AlertHistory(
      View view,
      ActionRequests requests,
      Alert alert,
      Tenant tenant,
      Tenants tenants,
      Instant now) {
    this.alert = alert;
    this.tenants = tenants;
    this.language = tenant.language();
    this.courses =
        requests.story(view, alert.tenant(), alert.id(), alert.endpoints(), alert.firstSeenAt());
    this.words = new CaseWording(language, tenants);
    this.now = now;
  }

  /** Empty as long as the alert's card says it all. */
  Optional<Card> card() {
    List<String> lines = lines();
    return lines.size() < 2
        ? Optional.empty()
        : Optional.of(
            new Card(
                Phrase.HISTORY_OF.in(language, alert.model()),
                Tone.PLAIN,
                language,
                List.of(new Block.History(Phrase.HISTORY.in(language), lines))));
  }

  private List<String> lines() {
    record Line(Instant at, String text) {}
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(alert.firstSeenAt(), Phrase.WAS_RAISED.in(language)));
    alert
        .acknowledgement()
        .ifPresent(
            seen ->
                lines.add(
                    new Line(
                        seen.at(),
                        Phrase.WAS_ACKNOWLEDGED.in(language, tenants.nameOf(seen.by())))));
    for (Course course : courses) {
      String last = "";
      for (ActionRequest.Step step : course.steps()) {
        String word = told(course.request(), step.state(), last);
        if (!word.equals(last)) {
          boolean first = step.equals(course.steps().getFirst());
          String by =
              first
                  ? Phrase.BY.in(language, word, tenants.nameOf(course.request().requestedBy()))
                  : word;
          lines.add(new Line(step.at(), name(course.request().measure()) + ": " + by));
        }
        last = word;
      }
    }
    alert
        .comments()
        .forEach(
            comment ->
                lines.add(
                    new Line(
                        comment.at(),
                        Phrase.COMMENTED.in(language, tenants.nameOf(comment.by())))));
    alert
        .closing()
        .ifPresent(
            closing ->
                lines.add(
                    new Line(
                        closing.at(),
                        Phrase.WAS_CLOSED.in(
                            language,
                            tenants.nameOf(closing.by()),
                            Forms.finding(closing.finding()).in(language)))));
    return lines.stream()
        .sorted(Comparator.comparing(Line::at))
        .map(line -> Moments.brief(line.at()) + "  " + line.text())
        .toList();
  }

  /** Who agreed stands between the waiting and the asking. */
  private String told(ActionRequest request, State state, String last) {
    boolean agreed = state instanceof State.Requested && !last.isEmpty();
    return agreed && request.approvedBy().isPresent() && last.equals(words.awaiting(request))
        ? Phrase.APPROVED_BY.in(language, tenants.nameOf(request.approvedBy().get()))
        : AlertCards.told(request, state, words, now, language);
  }

  private String name(Measure measure) {
    return switch (measure) {
      case Measure.Act(ResponseAction.Isolate(Endpoint target)) ->
          Phrase.ISOLATION_OF.in(language, target.name());
      case Measure.Act(ResponseAction.Release(Endpoint target)) ->
          Phrase.RELEASE_OF.in(language, target.name());
      case Measure.Act _, Measure.AnalyzeUrl _, Measure.AnalyzeFile _, Measure.Search _ ->
          Phrase.OF_ENDPOINT.in(
              language,
              MeasureWords.verb(measure, language),
              AlertCards.clipped(MeasureWords.target(measure)));
    };
  }
}
