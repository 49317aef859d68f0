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
import jp.mimamori.bot.response.ActionRequests;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.tenant.Member;
import jp.mimamori.bot.tenant.Tenants;
import jp.mimamori.knowledge.Language;

/** What follows from a press that was allowed in, and what the presser is told. */
public final class Presses {
  private static final Supplier<Reply> NOTHING = Reply.Nothing::new;

  private final Supplier<Tenants> tenants;
  private final Alerts alerts;
  private final AlertDesk alertDesk;
  private final ActionRequests requests;
  private final AlertWork work;
  private final ReportWork reports;
  private final InquiryDesk inquiries;
  private final CallWork calls;
  private final Shelf shelf;
  private final AnnouncementWork announcing;
  private final ScheduleWork schedules;

  public Presses(
      Supplier<Tenants> tenants,
      Alerts alerts,
      AlertDesk alertDesk,
      ActionRequests requests,
      AlertWork work,
      ReportWork reports,
      InquiryDesk inquiries,
      CallWork calls,
      Shelf shelf,
      AnnouncementWork announcing,
      ScheduleWork schedules) {
    this.tenants = tenants;
    this.alerts = alerts;
    this.alertDesk = alertDesk;
    this.requests = requests;
    this.work = work;
    this.reports = reports;
    this.inquiries = inquiries;
    this.calls = calls;
    this.shelf = shelf;
    this.announcing = announcing;
    this.schedules = schedules;
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
                                                  found.objects(Alert.Seen.ACCOUNT),
                                                  whose,
                                                  member.language()))));
      case Intent.Decide(String tenant, String request, boolean yes) when yes ->
          requests
              .find(tx, request)
              .flatMap(
                  found ->
                      tenants
                          .get()
                          .find(tenant)
                          .map(whose -> ApprovalCards.confirm(found, whose, member.language())));
      case Intent.Publish(String tenant, String _, int version) ->
          tenants
              .get()
              .find(tenant)
              .map(whose -> ReportCards.confirm(version, whose, member.language()));
      case Intent.Announced(String _, String announcement, AnnouncementCards.Step step)
          when step == AnnouncementCards.Step.CANCEL ->
          Optional.of(AnnouncementCards.confirm(announcement, member.language()));
      case Intent.Announced _,
          Intent.Announce _,
          Intent.Schedules _,
          Intent.Steer _, // its form says what happens
          Intent.Decide _,
          Intent.Acknowledge _,
          Intent.Report _,
          Intent.Menu _,
          Intent.Prepare _,
          Intent.CarryOut _, // it was looked at before
          Intent.Fetch _,
          Intent.Obtain _,
          Intent.CallPerson _,
          Intent.Take _,
          Intent.Rate _,
          Intent.Choose _,
          Intent.CloseInquiry _,
          Intent.Handle _,
          Intent.Write _,
          Intent.Categorize _,
          Intent.Answer _,
          Intent.Snooze _,
          Intent.Resume _ ->
          Optional.empty();
    };
  }

  /**
   * Carries it out; what there is to say may be found out after the step.
   *
   * @param act the press, or the form that a press had opened
   */
  Supplier<Reply> act(Transaction tx, Member member, Intent intent, Incoming act) {
    Language language = member.language();
    return switch (intent) {
      case Intent.Acknowledge(String _, String alert) ->
          AlertWork.told(alertDesk.acknowledge(tx, member, alert), member);
      case Intent.Respond respond -> work.respond(tx, member, respond);
      case Intent.Report report -> reports.order(tx, member, report);
      case Intent.Publish publish -> reports.publish(tx, member, publish);
      case Intent.Menu menu -> work.menu(tx, member, menu);
      case Intent.Prepare prepare -> work.prepare(tx, member, prepare, act);
      case Intent.CarryOut carryOut -> work.carryOut(tx, member, carryOut);
      case Intent.Decide decide -> work.decide(tx, member, decide);
      case Intent.Fetch fetch -> work.fetch(tx, member, fetch);
      case Intent.Announce _ -> announcing.write(tx, member, act);
      case Intent.Schedules wanted -> schedules.list(tx, member, wanted);
      case Intent.Steer steer -> schedules.wish(tx, member, steer, act);
      case Intent.Announced announced -> announcing.step(tx, member, announced, act);
      case Intent.Obtain obtain -> shelf.obtain(tx, member, obtain, act);
      case Intent.CloseInquiry(String _, String inquiry) ->
          InquiryWork.told(inquiries.close(tx, member, inquiry), member);
      case Intent.Handle handle -> InquiryWork.handle(tx, inquiries, member, handle);
      case Intent.Write(String _, String inquiry) ->
          InquiryWork.write(tx, inquiries, member, inquiry, act);
      case Intent.Categorize(String _, String inquiry) ->
          InquiryWork.categorize(tx, inquiries, member, inquiry, act);
      case Intent.Answer answer -> calls.answer(tx, member, answer);
      case Intent.Snooze snooze -> calls.snooze(tx, member, snooze, act);
      case Intent.Resume resume -> calls.resume(tx, member, resume);
      case Intent.CallPerson(String _, String inquiry) -> callPerson(tx, member, inquiry);
      case Intent.Take(String _, String inquiry) ->
          switch (inquiries.take(tx, member, inquiry)) {
            case Took.Done _ -> NOTHING;
            case Took.Already(String by) ->
                told(Phrase.ALREADY_TAKEN.in(language, tenants.get().nameOf(by)));
            case Took.NotAllowed _ -> told(Phrase.ANALYSTS_ONLY.in(language));
            case Took.UnknownInquiry _ -> told(Phrase.BUTTON_UNKNOWN.in(language));
          };
      case Intent.Rate(String _, String inquiry, boolean helpful) ->
          inquiries.rate(tx, member, inquiry, helpful)
              ? NOTHING
              : told(Phrase.BUTTON_UNKNOWN.in(language));
      case Intent.Choose(String _, String inquiry, int position) ->
          inquiries.choose(tx, member, inquiry, position)
              ? NOTHING
              : told(Phrase.BUTTON_UNKNOWN.in(language));
    };
  }

  private Supplier<Reply> callPerson(Transaction tx, Member member, String inquiry) {
    Language language = member.language();
    return switch (inquiries.callPerson(tx, member, inquiry)) {
      case Called.Waiting _ -> NOTHING;
      case Called.Already(Inquiry.State state) ->
          switch (state) {
            case Inquiry.State.Taken(String by, Instant _, var _) ->
                told(Phrase.ALREADY_TAKEN.in(language, tenants.get().nameOf(by)));
            case Inquiry.State.Waiting _, Inquiry.State.Answered _, Inquiry.State.Closed _ ->
                told(Phrase.ALREADY_WAITING.in(language));
          };
      case Called.UnknownInquiry _ -> told(Phrase.BUTTON_UNKNOWN.in(language));
    };
  }

  private static Optional<Endpoint> endpoint(Alert alert, String guid) {
    return alert.endpoints().stream().filter(endpoint -> endpoint.guid().equals(guid)).findFirst();
  }

  private static Supplier<Reply> told(String text) {
    return () -> new Reply.Words(text);
  }
}
