package jp.mimamori.bot.frontdesk;

import java.time.Instant;
import jp.mimamori.bot.edr.NoteworthyEvent.Finding;
import jp.mimamori.bot.edr.ResponseAction;
import jp.mimamori.bot.edr.Severity;
import jp.mimamori.bot.report.CaseWords;
import jp.mimamori.bot.response.ActionRequest;
import jp.mimamori.bot.response.ActionRequest.Agreement;
import jp.mimamori.bot.response.ActionRequest.State;
import jp.mimamori.bot.response.Measure;
import jp.mimamori.bot.response.Result;
import jp.mimamori.bot.tenant.Tenants;
import jp.mimamori.knowledge.Language;

/** How the things of a case are called, on cards and in reports. */
public record CaseWording(Language language, Tenants tenants) implements CaseWords {
  @Override
  public String dated(Instant at) {
    return Moments.dated(at, language);
  }

  @Override
  public String moment(Instant at) {
    return Moments.full(at, language);
  }

  @Override
  public String brief(Instant at) {
    return Moments.brief(at);
  }

  @Override
  public String severity(Severity severity) {
    return AlertCards.severity(severity).in(language);
  }

  @Override
  public String finding(Finding finding) {
    return Forms.finding(finding).in(language);
  }

  @Override
  public String person(String member) {
    return tenants.nameOf(member);
  }

  @Override
  public String kind(String seen) {
    return AlertCards.name(seen, language);
  }

  @Override
  public String measure(Measure measure) {
    return MeasureWords.verb(measure, language);
  }

  @Override
  public String target(Measure measure) {
    return MeasureWords.target(measure);
  }

  @Override
  public String result(Result result) {
    return MeasureWords.result(result, language);
  }

  @Override
  public String hidden() {
    return Phrase.HIDDEN.in(language);
  }

  @Override
  public String state(ActionRequest request, State state) {
    return switch (state) {
      case State.AwaitingApproval _ -> awaiting(request);
      case State.Refused(String by) -> Phrase.REFUSED_BY.in(language, tenants.nameOf(by));
      case State.Lapsed _ -> Phrase.LAPSED.in(language);
      case State.Requested _, State.Sending _, State.Queued _ -> Phrase.REQUESTED.in(language);
      case State.Running _ -> Phrase.RUNNING.in(language);
      case State.Succeeded _ ->
          switch (request.measure()) {
            case Measure.Act(ResponseAction.Isolate _) -> Phrase.ISOLATED.in(language);
            case Measure.Act(ResponseAction.Release _) -> Phrase.RELEASED.in(language);
            case Measure.Act _, Measure.AnalyzeUrl _, Measure.AnalyzeFile _, Measure.Search _ ->
                Phrase.COMPLETED.in(language);
          };
      case State.Failed(String reason) -> Phrase.FAILED.in(language, reason);
    };
  }

  String awaiting(ActionRequest request) {
    return switch (request.agreement().orElse(Agreement.SECOND_PERSON)) {
      case SECOND_PERSON -> Phrase.AWAITING_SECOND.in(language);
      case CUSTOMER -> Phrase.AWAITING_CUSTOMER.in(language);
    };
  }
}
