package jp.mimamori.bot.frontdesk;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import jp.mimamori.bot.alert.Alert;
import jp.mimamori.bot.alert.AlertDesk;
import jp.mimamori.bot.alert.Alerts;
import jp.mimamori.bot.chat.Card.Confirm;
import jp.mimamori.bot.chat.Incoming;
import jp.mimamori.bot.chat.Reply;
import jp.mimamori.bot.edr.Endpoint;
import jp.mimamori.bot.edr.ResponseAction;
import jp.mimamori.bot.inquiry.Inquiry;
import jp.mimamori.bot.inquiry.InquiryDesk;
import jp.mimamori.bot.inquiry.InquiryDesk.Called;
import jp.mimamori.bot.inquiry.InquiryDesk.Took;
import jp.mimamori.bot.response.ResponseDesk;
import jp.mimamori.bot.response.ResponseDesk.Outcome;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.tenant.Member;
import jp.mimamori.bot.tenant.Tenants;
import jp.mimamori.knowledge.Language;

/** What follows from a press that was allowed in, and what the presser is told. */
public final class Presses {
  private final Supplier<Tenants> tenants;
  private final Alerts alerts;
  private final AlertDesk alertDesk;
  private final ResponseDesk responses;
  private final InquiryDesk inquiries;

  public Presses(
      Supplier<Tenants> tenants,
      Alerts alerts,
      AlertDesk alertDesk,
      ResponseDesk responses,
      InquiryDesk inquiries) {
    this.tenants = tenants;
    this.alerts = alerts;
    this.alertDesk = alertDesk;
    this.responses = responses;
    this.inquiries = inquiries;
  }

  /** What is to be asked before the press counts; nothing for what can do no harm. */
  Optional<Confirm> confirm(Transaction tx, Member member, Intent intent) {
    return switch (intent) {
      case Intent.Respond(String tenant, String alert, String verb, String guid) ->
          alerts
              .find(tx, alert)
              .flatMap(
                  found ->
                      endpoint(found, guid)
                          .flatMap(
                              endpoint ->
                                  tenants
                                      .get()
                                      .find(tenant)
                                      .map(
                                          whose ->
                                              AlertCards.confirm(
                                                  ResponseAction.of(verb, endpoint, Map.of()),
                                                  found,
                                                  whose,
                                                  member.language()))));
      case Intent.Acknowledge _,
          Intent.CallPerson _,
          Intent.Take _,
          Intent.Rate _,
          Intent.Choose _ ->
          Optional.empty();
    };
  }

  /**
   * @param act the press, or the form that a press had opened
   */
  Reply act(Transaction tx, Member member, Intent intent, Incoming act) {
    return effect(tx, member, intent).<Reply>map(Reply.Words::new).orElseGet(Reply.Nothing::new);
  }

  private Optional<String> effect(Transaction tx, Member member, Intent intent) {
    Language language = member.language();
    return switch (intent) {
      case Intent.Acknowledge(String _, String alert) ->
          switch (alertDesk.acknowledge(tx, member, alert)) {
            case DONE -> Optional.empty();
            case BY_SOMEBODY_ALREADY -> told(Phrase.ALREADY_ACKNOWLEDGED.in(language));
            case NOT_ALLOWED -> told(Phrase.ANALYSTS_ONLY.in(language));
            case UNKNOWN_ALERT -> told(Phrase.BUTTON_UNKNOWN.in(language));
          };
      case Intent.Respond respond -> respond(tx, member, respond);
      case Intent.CallPerson(String _, String inquiry) -> callPerson(tx, member, inquiry);
      case Intent.Take(String _, String inquiry) ->
          switch (inquiries.take(tx, member, inquiry)) {
            case Took.Done _ -> Optional.empty();
            case Took.Already(String by) ->
                told(Phrase.ALREADY_TAKEN.in(language, tenants.get().nameOf(by)));
            case Took.NotAllowed _ -> told(Phrase.ANALYSTS_ONLY.in(language));
            case Took.UnknownInquiry _ -> told(Phrase.BUTTON_UNKNOWN.in(language));
          };
      case Intent.Rate(String _, String inquiry, boolean helpful) ->
          inquiries.rate(tx, member, inquiry, helpful)
              ? Optional.empty()
              : told(Phrase.BUTTON_UNKNOWN.in(language));
      case Intent.Choose(String _, String inquiry, int position) ->
          inquiries.choose(tx, member, inquiry, position)
              ? Optional.empty()
              : told(Phrase.BUTTON_UNKNOWN.in(language));
    };
  }

  private Optional<String> respond(Transaction tx, Member member, Intent.Respond intent) {
    Optional<Alert> alert = alerts.find(tx, intent.alert());
    Optional<Endpoint> endpoint = alert.flatMap(found -> endpoint(found, intent.endpoint()));
    if (endpoint.isEmpty()) {
      return told(Phrase.BUTTON_UNKNOWN.in(member.language()));
    }
    ResponseAction action = ResponseAction.of(intent.verb(), endpoint.get(), Map.of());
    return switch (responses.request(tx, member, intent.tenant(), intent.alert(), action)) {
      case Outcome.Requested _ -> {
        // Whoever acts on an alert has seen it: nobody else need be called.
        var _ = alertDesk.acknowledge(tx, member, intent.alert());
        yield Optional.empty();
      }
      case Outcome.UnderWay(var by) ->
          told(
              Phrase.UNDER_WAY.in(
                  member.language(),
                  by.action().target().name(),
                  tenants.get().nameOf(by.requestedBy())));
      case Outcome.NotNeeded _ -> told(Phrase.NOTHING_TO_DO.in(member.language()));
      case Outcome.Denied(var why) ->
          told(
              switch (why) {
                case NOT_AN_ANALYST -> Phrase.ANALYSTS_ONLY.in(member.language());
              });
    };
  }

  private Optional<String> callPerson(Transaction tx, Member member, String inquiry) {
    Language language = member.language();
    return switch (inquiries.callPerson(tx, member, inquiry)) {
      case Called.Waiting(Instant _) -> Optional.empty();
      case Called.Already(Inquiry.State state) ->
          switch (state) {
            case Inquiry.State.Taken(String by, Instant _) ->
                told(Phrase.ALREADY_TAKEN.in(language, tenants.get().nameOf(by)));
            case Inquiry.State.Waiting _, Inquiry.State.Answered _ ->
                told(Phrase.ALREADY_WAITING.in(language));
          };
      case Called.UnknownInquiry _ -> told(Phrase.BUTTON_UNKNOWN.in(language));
    };
  }

  private static Optional<Endpoint> endpoint(Alert alert, String guid) {
    return alert.endpoints().stream().filter(endpoint -> endpoint.guid().equals(guid)).findFirst();
  }

  private static Optional<String> told(String text) {
    return Optional.of(text);
  }
}
