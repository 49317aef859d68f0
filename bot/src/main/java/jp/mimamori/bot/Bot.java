package jp.mimamori.bot;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import jp.mimamori.bot.alert.AlertDesk;
import jp.mimamori.bot.alert.Alerts;
import jp.mimamori.bot.announcement.AnnouncementDesk;
import jp.mimamori.bot.announcement.Announcements;
import jp.mimamori.bot.announcement.Reminders;
import jp.mimamori.bot.bell.Alarm;
import jp.mimamori.bot.bell.Alarms;
import jp.mimamori.bot.bell.BellRinger;
import jp.mimamori.bot.bell.Bells;
import jp.mimamori.bot.bell.Patience;
import jp.mimamori.bot.bell.Watchdog;
import jp.mimamori.bot.bell.Watchdog.Queue;
import jp.mimamori.bot.chat.ChatPlatform;
import jp.mimamori.bot.edr.EdrClient;
import jp.mimamori.bot.endpoint.EndpointDesk;
import jp.mimamori.bot.endpoint.Shortcomings;
import jp.mimamori.bot.escalation.Escalations;
import jp.mimamori.bot.escalation.Ladders;
import jp.mimamori.bot.frontdesk.AlertWork;
import jp.mimamori.bot.frontdesk.AnnouncementWork;
import jp.mimamori.bot.frontdesk.Buttons;
import jp.mimamori.bot.frontdesk.CallWork;
import jp.mimamori.bot.frontdesk.Cards;
import jp.mimamori.bot.frontdesk.CaseWording;
import jp.mimamori.bot.frontdesk.Courier;
import jp.mimamori.bot.frontdesk.InquiryHerald;
import jp.mimamori.bot.frontdesk.LetterPaper;
import jp.mimamori.bot.frontdesk.MailReception;
import jp.mimamori.bot.frontdesk.Orders;
import jp.mimamori.bot.frontdesk.Postman;
import jp.mimamori.bot.frontdesk.Presses;
import jp.mimamori.bot.frontdesk.Reception;
import jp.mimamori.bot.frontdesk.ReportWork;
import jp.mimamori.bot.frontdesk.ScheduleWork;
import jp.mimamori.bot.frontdesk.Shelf;
import jp.mimamori.bot.inquiry.Deadlines;
import jp.mimamori.bot.inquiry.Inquiries;
import jp.mimamori.bot.inquiry.InquiryDesk;
import jp.mimamori.bot.inquiry.ResponseTimes;
import jp.mimamori.bot.inquiry.Words;
import jp.mimamori.bot.mail.DeskMail;
import jp.mimamori.bot.mail.Mailer;
import jp.mimamori.bot.mail.Post;
import jp.mimamori.bot.report.IncidentDesk;
import jp.mimamori.bot.report.IncidentReports;
import jp.mimamori.bot.report.MonthlyReports;
import jp.mimamori.bot.response.ActionExecutor;
import jp.mimamori.bot.response.ActionRequests;
import jp.mimamori.bot.response.Authorizer;
import jp.mimamori.bot.response.ResponseDesk;
import jp.mimamori.bot.response.Retrievals;
import jp.mimamori.bot.settings.Settings;
import jp.mimamori.bot.store.Database;
import jp.mimamori.bot.store.Outbox;
import jp.mimamori.bot.tenant.Tenants;
import jp.mimamori.knowledge.Knowledge;
import jp.mimamori.schedules.BusinessCalendar;
import jp.mimamori.schedules.Rhythm;
import jp.mimamori.schedules.Timetable;

/** The whole service, put together by hand: read this to see what there is. */
public final class Bot implements AutoCloseable {
  private static final Duration OFTEN = Duration.ofSeconds(1);
  private static final Duration NOW_AND_THEN = Duration.ofSeconds(10);

  /** When people come to work. */
  private static final LocalTime REMINDING = LocalTime.of(9, 0);

  /** When endpoints are looked at: the customers' people are in, and their machines on. */
  private static final LocalTime PREREQUISITES_AT = LocalTime.of(11, 0);

  private final Database database;
  private final List<ChatPlatform> platforms;
  private final InstantSource clock;
  private final AlertDesk alertDesk;
  private final ActionExecutor actions;
  private final IncidentDesk incidentDesk;
  private final Retrievals retrievals;
  private final Escalations escalations;
  private final Deadlines deadlines;
  private final Optional<Postman> postman;
  private final Optional<MailReception> mailReception;
  private final Courier courier;
  private final Reception reception;
  private final MonthlyReports monthlyReports;
  private final AnnouncementDesk announcing;
  private final BellRinger bells;
  private final Watchdog watchdog;
  private final PlatformWatch platformWatch;
  private final Wake wake;

  public Bot(
      Database database,
      EdrClient edr,
      List<ChatPlatform> platforms,
      Supplier<Settings> settings,
      Supplier<Knowledge> knowledge,
      InstantSource clock,
      Executor threads) {
    this(database, edr, platforms, Post.NONE, settings, knowledge, clock, threads);
  }

  public Bot(
      Database database,
      EdrClient edr,
      List<ChatPlatform> platforms,
      Post post,
      Supplier<Settings> settings,
      Supplier<Knowledge> knowledge,
      InstantSource clock,
      Executor threads) {
    this.database = database;
    this.platforms = List.copyOf(platforms);
    this.clock = clock;
    Supplier<Tenants> tenants = () -> settings.get().tenants();
    Supplier<BusinessCalendar> calendar = () -> settings.get().calendar();
    Supplier<Ladders> ladders = () -> settings.get().ladders();

    var alerts = new Alerts();
    var requests = new ActionRequests();
    var inquiries = new Inquiries();
    var reports = new IncidentReports();
    var shortcomings = new Shortcomings();
    var buttons = new Buttons();
    var alarms = new Alarms();

    escalations = new Escalations(database, ladders);
    var authorizer = new Authorizer(() -> settings.get().policy());
    var responseDesk = new ResponseDesk(edr, requests, authorizer, escalations, alerts::noticesOn);
    actions = new ActionExecutor(database, edr, requests, escalations, tenants, alerts::noticesOn);
    retrievals =
        new Retrievals(database, edr, requests, () -> settings.get().policy().archivesWanted());
    alertDesk =
        new AlertDesk(
            database,
            edr,
            alerts,
            escalations,
            tenants,
            () -> settings.get().muting(),
            (tx, tenant, alert, event) ->
                responseDesk.blockAtOnce(tx, tenant, alert, event.severity(), event.objects()));
    var words = new Words();
    Supplier<DeskMail> mail = () -> settings.get().desk().mail();
    Supplier<ResponseTimes> times = () -> settings.get().desk().times();
    var inquiryDesk =
        new InquiryDesk(
            knowledge,
            inquiries,
            words,
            escalations,
            calendar,
            new InquiryHerald(tenants, mail, post.mailer().map(Mailer::from)));
    postman =
        post.mailer()
            .map(
                mailer ->
                    new Postman(
                        database,
                        new LetterPaper(
                            tenants, calendar, times, mail, inquiries, words, mailer.from()),
                        mailer));
    mailReception =
        post.mailbox()
            .map(
                mailbox ->
                    new MailReception(
                        database,
                        mailbox,
                        tenants,
                        mail,
                        inquiryDesk,
                        post.mailer().map(Mailer::from)));
    deadlines = new Deadlines(database, inquiries, times, calendar);

    var announcements = new Announcements();
    announcing =
        new AnnouncementDesk(
            database, announcements, tenants, () -> settings.get().operations().announcements());
    var reminders =
        new Reminders(
            database,
            tenants,
            () -> settings.get().facts(),
            () -> settings.get().operations().reminderDays());

    var cards =
        new Cards(
            tenants,
            calendar,
            () -> settings.get().masking(),
            alerts,
            requests,
            inquiries,
            words,
            times,
            reports,
            shortcomings,
            escalations,
            alarms,
            announcing,
            announcements,
            reminders,
            buttons);
    Map<String, ChatPlatform> byName =
        this.platforms.stream().collect(toMap(ChatPlatform::name, Function.identity()));
    courier = new Courier(database, cards, byName);
    wake = new Wake(() -> attend(clock.instant()));
    var work =
        new AlertWork(tenants, alerts, alertDesk, responseDesk, requests, authorizer, buttons);
    incidentDesk =
        new IncidentDesk(
            database,
            alerts,
            requests,
            reports,
            alarms,
            tenants,
            () -> settings.get().masking(),
            (tenant, people) -> new CaseWording(tenant.language(), people));
    var shelf = new Shelf(buttons);
    var notices = new AnnouncementWork(tenants, announcements, announcing, buttons);
    var onRecord = new Bells();
    var schedules = new ScheduleWork(tenants, onRecord, buttons);
    var calls = new CallWork(tenants, calendar, escalations, alertDesk, inquiryDesk);
    var presses =
        new Presses(
            tenants,
            alerts,
            alertDesk,
            requests,
            work,
            new ReportWork(incidentDesk),
            inquiryDesk,
            calls,
            shelf,
            notices,
            schedules);
    reception =
        new Reception(
            database,
            tenants,
            byName,
            buttons,
            presses,
            new Orders(
                tenants,
                calendar,
                alerts,
                inquiries,
                presses,
                shelf,
                schedules,
                buttons,
                byName.values()),
            inquiryDesk,
            clock,
            threads,
            wake);
    bells = new BellRinger(database, onRecord, calendar, clock);
    platformWatch = new PlatformWatch(database, alarms, this.platforms);
    var endpoints = new EndpointDesk(database, edr, shortcomings, tenants);
    bells.on(
        new Rhythm.Daily(PREREQUISITES_AT),
        "endpoints",
        "looks whether endpoints meet the prerequisites",
        ring -> endpoints.look(ring.now()));
    bells.on(
        new Rhythm.Daily(REMINDING),
        "reminders",
        "reminds of contract dates",
        ring -> reminders.remindDue(ring.now()));
    monthlyReports =
        new MonthlyReports(
            database,
            edr,
            alarms,
            tenants,
            calendar,
            () -> settings.get().masking(),
            () -> settings.get().operations().security());
    bells.on(
        new Rhythm.FirstBusinessDay(REMINDING),
        "monthly-reports",
        "has last month's reports made",
        monthlyReports::fallDue);
    watchdog =
        watchdog(database, onRecord, alarms, settings.get().operations().patience(), post, clock);
  }

  private static Watchdog watchdog(
      Database database,
      Bells bells,
      Alarms alarms,
      Patience patience,
      Post post,
      InstantSource clock) {
    var queues =
        new ArrayList<>(
            List.of(
                new Queue(Alarm.Kind.OUTBOX_STUCK, patience.outbox(), Outbox::waitsSince),
                new Queue(Alarm.Kind.INBOX_STUCK, patience.inbox(), Reception::waitsSince),
                new Queue(Alarm.Kind.POLL_OLD, patience.poll(), AlertDesk::readUpTo)));
    if (post.mailer().isPresent()) {
      queues.add(new Queue(Alarm.Kind.MAIL_STUCK, patience.outbox(), Postman::waitsSince));
    }
    if (post.mailbox().isPresent()) {
      queues.add(
          new Queue(Alarm.Kind.MAILBOX_UNREAD, patience.inbox(), MailReception::failingSince));
    }
    return new Watchdog(database, bells, alarms, patience.bell(), queues, clock.instant());
  }

  /** Begins to hear people. */
  public void open() {
    if (database.isOurs()) {
      actions.resume(clock.instant());
      courier.resume(clock.instant());
      postman.ifPresent(man -> man.resume(clock.instant()));
      mailReception.ifPresent(box -> box.resume(clock.instant()));
      reception.resume(clock.instant());
      bells.resume(clock.instant());
    }
    platforms.forEach(platform -> platform.start(reception));
  }

  /** Hangs up the bells. A bell that is not heard is a delay and nothing else. */
  public void ring(Timetable at, Duration poll) {
    wake.awake();
    bells.every(at, "poll", "reads new events from the EDR", poll, this::poll);
    bells.every(at, "responses", "carries actions out", OFTEN, actions::runDue);
    bells.every(at, "retrievals", "fetches what actions brought", OFTEN, retrievals::fetchDue);
    bells.every(
        at, "edr-books", "writes decisions back to the EDR", OFTEN, alertDesk::writeBackDue);
    bells.every(at, "reports", "prints what was ordered", OFTEN, incidentDesk::runDue);
    bells.every(at, "courier", "shows people what is new", OFTEN, courier::deliverDue);
    bells.every(at, "left-acts", "attends to what was left", NOW_AND_THEN, reception::attendLeft);
    bells.every(at, "escalations", "calls people", NOW_AND_THEN, escalations::escalateDue);
    bells.every(at, "deadlines", "says when answers are due", NOW_AND_THEN, deadlines::look);
    bells.every(at, "monthly-due", "makes monthly reports", NOW_AND_THEN, monthlyReports::makeDue);
    bells.every(at, "announcements", "sends notices", NOW_AND_THEN, announcing::sendDue);
    postman.ifPresent(
        man -> bells.every(at, "letters", "sends letters by mail", NOW_AND_THEN, man::sendDue));
    bells.listen(at, watchdog);
    bells.every(
        at, "platforms", "asks whether platforms are heard", NOW_AND_THEN, platformWatch::look);
  }

  /** Hangs up one more bell, on record like the others. */
  public void ring(
      Timetable at, String name, String about, Duration interval, Consumer<Instant> work) {
    bells.every(at, name, about, interval, work);
  }

  /** Hangs up the bell that has answers by mail read, if there is a mailbox. */
  public void ringForMail(Timetable at, Duration interval) {
    mailReception.ifPresent(
        box -> bells.every(at, "mailbox", "reads answers by mail", interval, box::read));
  }

  /** Looks for new events now. */
  public void poll(Instant now) {
    alertDesk.poll(now);
    wake.run();
  }

  /** Everything that bells ring for, once, in an order that lets a story happen in one go. */
  public void tick(Instant now) {
    alertDesk.poll(now);
    reception.attendLeft(now);
    mailReception.ifPresent(box -> box.read(now));
    escalations.escalateDue(now);
    deadlines.look(now);
    announcing.sendDue(now);
    bells.ringDue(now);
    monthlyReports.makeDue(now);
    platformWatch.look(now);
    attend(now);
    postman.ifPresent(man -> man.sendDue(now));
    watchdog.look(now);
  }

  /** What people wait for. */
  private void attend(Instant now) {
    actions.runDue(now);
    retrievals.fetchDue(now);
    alertDesk.writeBackDue(now);
    incidentDesk.runDue(now);
    courier.deliverDue(now);
  }

  /** Stops hearing people, and lets what is under way finish. */
  @Override
  public void close() {
    platforms.forEach(ChatPlatform::close);
    wake.close();
  }
}
