package jp.mimamori.bot.frontdesk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import jp.mimamori.bot.alert.Alert;
import jp.mimamori.bot.alert.AlertDesk;
import jp.mimamori.bot.alert.Alerts;
import jp.mimamori.bot.alert.Masking;
import jp.mimamori.bot.announcement.AnnouncementDesk;
import jp.mimamori.bot.announcement.Announcements;
import jp.mimamori.bot.announcement.Reminders;
import jp.mimamori.bot.bell.Alarm;
import jp.mimamori.bot.bell.Alarms;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.ChatPlatform.Receipt;
import jp.mimamori.bot.chat.Place;
import jp.mimamori.bot.endpoint.Shortcomings;
import jp.mimamori.bot.escalation.Call;
import jp.mimamori.bot.escalation.Escalations;
import jp.mimamori.bot.inquiry.Inquiries;
import jp.mimamori.bot.inquiry.Inquiry;
import jp.mimamori.bot.inquiry.ResponseTimes;
import jp.mimamori.bot.inquiry.Words;
import jp.mimamori.bot.report.Incident;
import jp.mimamori.bot.report.IncidentReport;
import jp.mimamori.bot.report.IncidentReports;
import jp.mimamori.bot.report.MonthlyReports;
import jp.mimamori.bot.response.ActionRequest;
import jp.mimamori.bot.response.ActionRequests;
import jp.mimamori.bot.store.Documents;
import jp.mimamori.bot.store.Notice;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.tenant.Channel;
import jp.mimamori.bot.tenant.Tenant;
import jp.mimamori.bot.tenant.Tenants;
import jp.mimamori.knowledge.Language;
import jp.mimamori.schedules.BusinessCalendar;

/** How each thing looks at this moment, and where it is shown. */
public final class Cards {
  /** What is about an action. */
  private static final Set<Notice.Kind> ACTIONS =
      Set.of(Notice.Kind.APPROVAL, Notice.Kind.FAILED_ACTION);

  private final Supplier<Tenants> tenants;
  private final Alerts alerts;
  private final Inquiries inquiries;
  private final Escalations escalations;
  private final ActionRequests requests;
  private final Supplier<Masking> masking;
  private final AlertCards alertCards;
  private final IncidentReports reports;
  private final ReportCards reportCards;
  private final Shortcomings shortcomings;
  private final ApprovalCards approvalCards;
  private final InquiryCards inquiryCards;
  private final InquiryPlaces inquiryPlaces;
  private final CallCards callCards;
  private final Papers papers;
  private final Alarms alarms;
  private final AnnouncementDesk announcing;
  private final AnnouncementPlaces announced;
  private final AlarmCards alarmCards = new AlarmCards();

  public Cards(
      Supplier<Tenants> tenants,
      Supplier<BusinessCalendar> calendar,
      Supplier<Masking> masking,
      Alerts alerts,
      ActionRequests requests,
      Inquiries inquiries,
      Words words,
      Supplier<ResponseTimes> times,
      IncidentReports reports,
      Shortcomings shortcomings,
      Escalations escalations,
      Alarms alarms,
      AnnouncementDesk announcing,
      Announcements announcements,
      Reminders reminders,
      Buttons buttons) {
    this.tenants = tenants;
    this.alerts = alerts;
    this.inquiries = inquiries;
    this.escalations = escalations;
    this.requests = requests;
    this.masking = masking;
    this.reports = reports;
    this.shortcomings = shortcomings;
    this.reportCards = new ReportCards(buttons);
    this.approvalCards = new ApprovalCards(buttons);
    this.alertCards = new AlertCards(masking, requests, buttons);
    this.inquiryCards = new InquiryCards(calendar, times, buttons);
    this.inquiryPlaces = new InquiryPlaces(inquiries, words, inquiryCards);
    this.callCards = new CallCards(buttons);
    this.papers = new Papers(inquiries);
    this.alarms = alarms;
    this.announcing = announcing;
    this.announced = new AnnouncementPlaces(announcements, reminders, buttons);
  }

  /** Draws a notice for every place where it belongs; for none if its tenant is gone. */
  List<Placed> draw(Transaction tx, Notice notice) {
    Tenants now = tenants.get();
    return switch (notice.kind()) {
      case ALERT ->
          alerts
              .find(tx, notice.subject())
              .map(
                  alert ->
                      in(
                          now.find(alert.tenant()),
                          Channel.Purpose.ALERTS,
                          tenant -> alertCards.draw(tx, alert, tenant, now)))
              .orElse(List.of());
      case ALERT_HISTORY ->
          alerts
              .find(tx, notice.subject())
              .map(alert -> histories(tx, alert, now))
              .orElse(List.of());
      case ANSWER ->
          inquiries
              .find(tx, notice.subject())
              .map(inquiry -> List.of(inThread(inquiry, inquiryCards.answer(tx, inquiry, now))))
              .orElse(List.of());
      case HANDOVER ->
          inquiries
              .find(tx, notice.subject())
              .map(
                  inquiry ->
                      in(
                          now.find(inquiry.tenant()),
                          Channel.Purpose.DESK,
                          tenant ->
                              inquiryCards.desk(
                                  tx,
                                  inquiry,
                                  tenant,
                                  now,
                                  escalations.standing(tx, notice, tx.now()))))
              .orElse(List.of());
      case WORD -> inquiryPlaces.word(tx, notice, now);
      case CONTACT, CONTACT_OVER -> inquiryPlaces.contact(tx, notice, now);
      case APPROVAL ->
          requests
              .find(tx, notice.subject())
              .map(request -> approvals(tx, request, now))
              .orElse(List.of());
      case REPORT ->
          reports
              .newest(tx, notice.subject())
              .map(report -> reported(tx, report, now))
              .orElse(List.of());
      case ENDPOINTS ->
          shortcomings
              .tenantOf(tx, notice)
              .map(
                  id ->
                      in(
                          now.find(id),
                          Channel.Purpose.SUPPORT,
                          tenant -> EndpointCards.draw(shortcomings.of(tx, id), tenant)))
              .orElse(List.of());
      case ALARM ->
          alarms
              .find(tx, notice.subject())
              .map(alarm -> inOnCall(alarm, now, language -> alarmCards.draw(alarm, language)))
              .orElse(List.of());
      case ALARM_OVER ->
          alarms
              .find(tx, notice.subject())
              .map(alarm -> inOnCall(alarm, now, language -> alarmCards.over(alarm, language)))
              .orElse(List.of());
      case CALL ->
          escalations
              .call(tx, notice.subject())
              .map(call -> calls(tx, call, now))
              .orElse(List.of());
      case FAILED_ACTION -> List.of();
      case ANNOUNCEMENT -> announced.toCustomer(tx, notice, now);
      case ANNOUNCEMENT_OVER -> announced.takenBack(tx, notice, now);
      case ANNOUNCEMENT_DESK -> announced.atTheDesk(tx, notice, now);
      case MONTHLY_REPORT ->
          MonthlyReports.delivered(tx, notice.subject())
              .map(
                  figures ->
                      in(
                          now.find(figures.tenant()),
                          Channel.Purpose.SUPPORT,
                          tenant -> MonthlyCards.draw(figures, tenant.language())))
              .orElse(List.of());
      case REMINDER -> announced.reminder(tx, notice, now);
      case DOCUMENT ->
          Documents.find(tx, notice.subject())
              .map(kept -> papers.place(tx, kept, now))
              .orElse(List.of());
    };
  }

  /** Hears what became of showing something, in the step that settles it. */
  void told(Transaction tx, Notice notice, Placed placed, Receipt receipt) {
    if (notice.kind() != Notice.Kind.ANNOUNCEMENT) {
      return;
    }
    String channel = placed.place().channel();
    switch (receipt) {
      case Receipt.Delivered _ -> announcing.delivered(tx, notice, placed.platform(), channel);
      case Receipt.Refused(String reason) ->
          announcing.failed(tx, notice, placed.platform(), channel, reason);
      case Receipt.TryAgain _, Receipt.Unclear _ -> {}
    }
  }

  /** Once in each on-call channel of the tenant concerned, or of all. */
  private static List<Placed> inOnCall(Alarm alarm, Tenants now, Function<Language, Card> drawing) {
    Map<String, Placed> byChannel = new LinkedHashMap<>();
    for (Tenant tenant : now.all()) {
      if (alarm.tenant().isEmpty() || alarm.tenant().equals(tenant.id())) {
        for (Channel channel : tenant.keepers()) {
          byChannel.computeIfAbsent(
              channel.platform() + " " + channel.id(),
              _ ->
                  new Placed.Shown(
                      channel.platform(),
                      Place.channel(channel.id()),
                      drawing.apply(tenant.language())));
        }
      }
    }
    return List.copyOf(byChannel.values());
  }

  /** Analysts agree among themselves, customers where they are spoken with. */
  private List<Placed> approvals(Transaction tx, ActionRequest request, Tenants now) {
    Channel.Purpose purpose =
        switch (request.agreement().orElseThrow()) {
          case SECOND_PERSON -> Channel.Purpose.ALERTS;
          case CUSTOMER -> Channel.Purpose.SUPPORT;
        };
    return alerts
        .find(tx, request.alert())
        .map(
            alert ->
                in(
                    now.find(request.tenant()),
                    purpose,
                    tenant -> approvalCards.draw(tx, request, alert, tenant, now)))
        .orElse(List.of());
  }

  /** In the alert's thread; where customers read along there, at the desk. */
  private List<Placed> reported(Transaction tx, IncidentReport report, Tenants now) {
    return now.find(report.tenant())
        .flatMap(
            tenant -> Incident.read(tx, alerts, requests, masking.get(), tenant, report.alert()))
        .map(
            incident -> {
              Card card = reportCards.draw(tx, report, incident, now);
              return incident.tenant().alertsShared()
                  ? in(Optional.of(incident.tenant()), Channel.Purpose.DESK, _ -> card)
                  : under(Posted.of(tx, AlertDesk.notice(report.alert())), card);
            })
        .orElse(List.of());
  }

  private List<Placed> calls(Transaction tx, Call call, Tenants now) {
    return now.find(call.tenant())
        .map(
            tenant ->
                callCards.place(
                    tx,
                    new CallCards.Scene(
                        call,
                        called(tx, call.about(), tenant.language()),
                        escalations.standing(tx, call.about(), tx.now()),
                        tenant,
                        now),
                    Posted.of(tx, subject(tx, call.about()))))
        .orElse(List.of());
  }

  /** Actions have no number that people know: they are called by what is done to what. */
  private String called(Transaction tx, Notice about, Language language) {
    return Optional.of(about.subject())
        .filter(_ -> ACTIONS.contains(about.kind()))
        .flatMap(id -> requests.find(tx, id))
        .map(ActionRequest::measure)
        .map(measure -> MeasureWords.verb(measure, language) + " " + MeasureWords.target(measure))
        .orElse(about.subject());
  }

  /** What has the card; an action that failed stands on its alert's. */
  private Notice subject(Transaction tx, Notice about) {
    return about.kind() == Notice.Kind.FAILED_ACTION
        ? requests
            .find(tx, about.subject())
            .map(request -> AlertDesk.notice(request.alert()))
            .orElse(about)
        : about;
  }

  /** Under each message that shows the alert. */
  private List<Placed> histories(Transaction tx, Alert alert, Tenants now) {
    return now.find(alert.tenant())
        .flatMap(tenant -> new AlertHistory(tx, requests, alert, tenant, now, tx.now()).card())
        .map(card -> under(Posted.of(tx, AlertDesk.notice(alert.id())), card))
        .orElse(List.of());
  }

  private static List<Placed> under(List<Posted> messages, Card card) {
    return messages.stream()
        .<Placed>map(
            posted ->
                new Placed.Shown(
                    posted.platform(), Place.thread(posted.channel(), posted.message()), card))
        .toList();
  }

  private static List<Placed> in(
      Optional<Tenant> tenant, Channel.Purpose purpose, Drawing drawing) {
    return tenant
        .map(
            found ->
                found.channels(purpose).stream()
                    .<Placed>map(
                        channel ->
                            new Placed.Shown(
                                channel.platform(),
                                Place.channel(channel.id()),
                                drawing.card(found)))
                    .toList())
        .orElse(List.of());
  }

  private static Placed inThread(Inquiry inquiry, Card card) {
    return new Placed.Shown(
        inquiry.spot().platform(),
        Place.thread(inquiry.spot().channel(), inquiry.spot().thread()),
        card);
  }

  /** Draws one card for a tenant. */
  @FunctionalInterface
  private interface Drawing {
    Card card(Tenant tenant);
  }
}
