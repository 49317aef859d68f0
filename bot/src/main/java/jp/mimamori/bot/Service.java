package jp.mimamori.bot;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import jp.mimamori.bot.chat.ChatPlatform;
import jp.mimamori.bot.chat.slack.SlackPlatform;
import jp.mimamori.bot.chat.slack.SlackSettings;
import jp.mimamori.bot.chat.web.DatabaseMessages;
import jp.mimamori.bot.chat.web.WebPlatform;
import jp.mimamori.bot.chat.web.WebSettings;
import jp.mimamori.bot.edr.EdrClient;
import jp.mimamori.bot.edr.simulator.Simulator;
import jp.mimamori.bot.edr.visionone.VisionOneClient;
import jp.mimamori.bot.edr.visionone.VisionOneSettings;
import jp.mimamori.bot.frontdesk.Visitors;
import jp.mimamori.bot.mail.ImapMailbox;
import jp.mimamori.bot.mail.Post;
import jp.mimamori.bot.mail.SmtpMailer;
import jp.mimamori.bot.settings.Settings;
import jp.mimamori.bot.settings.Settings.Edr;
import jp.mimamori.bot.store.Database;
import jp.mimamori.knowledge.Knowledge;
import jp.mimamori.knowledge.documents.Documents;
import jp.mimamori.schedules.Timetable;

/**
 * A running service: the bot with its database, its EDR, its page and its bells. Whatever was
 * opened is closed again in reverse, also when a later part does not start.
 */
final class Service implements AutoCloseable {
  /** How often files are looked at, whether they were saved. */
  private static final Duration FILES = Duration.ofSeconds(2);

  private static final Duration SIMULATED_LIFE = Duration.ofSeconds(10);

  /** The simulator is in this process: it answers soon, or has died with us. */
  private static final Duration SIMULATED_PATIENCE = Duration.ofSeconds(5);

  private final Opened opened;
  private final WebPlatform web;

  private final List<String> standIns;

  private Service(Opened opened, WebPlatform web, List<String> standIns) {
    this.opened = opened;
    this.web = web;
    this.standIns = standIns;
  }

  /** Opens everything; throws a sentence if a part can't be opened, and leaves nothing open. */
  static Service start(
      Folders folders, Optional<Integer> port, StandIns standIns, InstantSource clock) {
    var opened = new Opened();
    try {
      return start(folders, port, standIns, opened, clock);
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  /** Where the page is. */
  URI address() {
    return web.address();
  }

  /** Sentences that say where the stand-ins' pages are. */
  List<String> standIns() {
    return standIns;
  }

  @Override
  public void close() {
    opened.close();
  }

  private static Service start(
      Folders folders,
      Optional<Integer> port,
      StandIns standIns,
      Opened opened,
      InstantSource clock) {
    var settings =
        new Live<>(
            "The configuration",
            List.of(folders.config()),
            () -> standIns.peopled(folders.settings()));
    Settings.Installation installation = settings.get().installation();
    var knowledge =
        new Live<Knowledge>(
            "The knowledge",
            List.of(folders.documents(), folders.config(), folders.official()),
            () -> folders.knowledge(settings.get()));

    var documents =
        new Live<>(
            "The documents",
            List.of(folders.documents()),
            () -> Documents.read(folders.documents()));

    Database database = opened.add(database(folders, installation));
    ExecutorService threads = opened.add(Executors.newVirtualThreadPerTaskExecutor());
    Optional<Simulator> simulator =
        Demo.simulator(installation.edr(), settings.get().tenants(), folders.data(), clock);
    simulator.ifPresent(opened::add);
    EdrClient edr = opened.add(edr(installation.edr(), simulator));
    var demo = new Demo(simulator, settings);
    List<ChatPlatform> platforms = new CopyOnWriteArrayList<>(); // looked at by the page meanwhile
    var web =
        new WebPlatform(
            new WebSettings(installation.web().host(), port.orElse(installation.web().port())),
            new DatabaseMessages(database, clock),
            () -> Visitors.of(settings.get().tenants()),
            demo.actions(),
            clock,
            () -> platforms.stream().map(ChatPlatform::health).toList());
    Optional<LocalSlackDemo> local =
        standIns
            .slack()
            .map(at -> opened.add(new LocalSlackDemo(at, settings.get().tenants(), clock)));
    Optional<LocalDiscordDemo> localDiscord =
        standIns
            .discord()
            .map(at -> opened.add(new LocalDiscordDemo(at, settings.get().tenants())));
    platforms.add(web);
    slack(installation, local, clock).ifPresent(platforms::add);
    localDiscord
        .map(LocalDiscordDemo::settings)
        .or(installation::discord)
        .map(discord -> DiscordDesk.platform(discord, settings, documents, database, clock))
        .ifPresent(platforms::add);
    var bot =
        opened.add(
            new Bot(
                database, edr, platforms, post(installation), settings, knowledge, clock, threads));
    demo.afterwards(() -> bot.poll(clock.instant()));
    bot.open();

    Timetable bells = opened.add(Timetable.start(clock));
    bot.ring(bells, installation.edr().poll());
    installation.imap().ifPresent(imap -> bot.ringForMail(bells, imap.poll()));
    bot.ring(
        bells,
        "files",
        "reads saved files again",
        FILES,
        _ -> {
          settings.refresh();
          knowledge.refresh();
          documents.refresh();
        });
    bot.ring(
        bells,
        "calendar",
        "says when a calendar table is wanted",
        FILES,
        new CalendarWatch(() -> settings.get().calendar())::look);
    simulator.ifPresent(
        stand ->
            bot.ring(
                bells,
                "simulator",
                "lets the simulated EDR live",
                SIMULATED_LIFE,
                stand::raiseNowAndThen));
    return new Service(
        opened,
        web,
        Stream.concat(
                local.map(slack -> "The local Slack shows itself at " + slack.address()).stream(),
                localDiscord
                    .map(discord -> "The local Discord shows itself at " + discord.address())
                    .stream())
            .toList());
  }

  /** The local one in place of a real one. */
  private static Optional<ChatPlatform> slack(
      Settings.Installation installation, Optional<LocalSlackDemo> local, InstantSource clock) {
    return local
        .map(LocalSlackDemo::settings)
        .or(() -> installation.slack().map(Service::slackSettings))
        .map(chosen -> new SlackPlatform(chosen, clock));
  }

  /** What of mail is switched on. */
  private static Post post(Settings.Installation installation) {
    return new Post(
        installation.smtp().map(Service::mailer), installation.imap().map(Service::mailbox));
  }

  static SmtpMailer mailer(Settings.Smtp smtp) {
    return new SmtpMailer(smtp.server(), smtp.from(), "見守り");
  }

  static ImapMailbox mailbox(Settings.Imap imap) {
    return new ImapMailbox(imap.server(), imap.folder());
  }

  static SlackSettings slackSettings(Settings.Slack slack) {
    return new SlackSettings(
        slack.apiUrl(),
        slack.botToken(),
        slack.appToken(),
        slack
            .http()
            .map(http -> new SlackSettings.Http(http.host(), http.port(), http.signingSecret())));
  }

  private static Database database(Folders folders, Settings.Installation installation) {
    return installation.databaseUrl().isEmpty()
        ? Database.sqlite(folders.database())
        : Database.postgresql(installation.databaseUrl());
  }

  private static VisionOneClient edr(Edr edr, Optional<Simulator> simulator) {
    return new VisionOneClient(
        switch (edr) {
          case Edr.Simulated _ ->
              new VisionOneSettings(
                  simulator.orElseThrow().address(),
                  simulator.orElseThrow().token(),
                  Optional.empty(),
                  Optional.empty(),
                  VisionOneSettings.CONNECT_TIMEOUT,
                  SIMULATED_PATIENCE);
          case Edr.VisionOne(_, VisionOneSettings service) -> service;
        });
  }
}
