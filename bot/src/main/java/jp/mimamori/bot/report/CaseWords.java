package jp.mimamori.bot.report;

import java.time.Instant;
import jp.mimamori.bot.edr.NoteworthyEvent.Finding;
import jp.mimamori.bot.edr.Severity;
import jp.mimamori.bot.response.ActionRequest;
import jp.mimamori.bot.response.Measure;
import jp.mimamori.bot.response.Result;
import jp.mimamori.knowledge.Language;

/** How the things of a case are called where people see them: on cards and in reports alike. */
public interface CaseWords {
  Language language();

  /** With the year, as documents need it. */
  String dated(Instant at);

  String moment(Instant at);

  /** Where there is no room for the day of the week. */
  String brief(Instant at);

  String severity(Severity severity);

  String finding(Finding finding);

  /** A member's name. */
  String person(String member);

  /** What was seen, by the EDR's word for its kind. */
  String kind(String seen);

  String measure(Measure measure);

  String target(Measure measure);

  String state(ActionRequest request, ActionRequest.State state);

  String result(Result result);

  /** What stands for something that is not shown. */
  String hidden();
}
