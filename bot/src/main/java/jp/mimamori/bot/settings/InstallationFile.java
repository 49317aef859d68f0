package jp.mimamori.bot.settings;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import jp.mimamori.bot.edr.visionone.Region;
import jp.mimamori.bot.edr.visionone.VisionOneSettings;
import jp.mimamori.bot.mail.Server;

/** {@code mimamori.yaml}: what this installation is. */
record InstallationFile(
    Web web,
    DatabaseKeys database,
    EdrKeys edr,
    SimulatorKeys simulator,
    VisionOneKeys visionone,
    SlackKeys slack,
    DiscordKeys discord,
    Optional<SmtpKeys> smtp,
    Optional<ImapKeys> imap) {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

  record Web(String host, int port) {}

  record DatabaseKeys(String url) {}

  record EdrKeys(Kind kind, Duration poll) {}

  enum Kind {
    SIMULATOR,
    VISIONONE
  }

  record SimulatorKeys(Duration raisesEvery) {}

  record VisionOneKeys(
      Optional<String> region,
      Optional<String> baseUrl,
      String apiKey,
      Optional<String> investigationScript) {}

  record SlackKeys(
      String botToken,
      String appToken,
      String signingSecret,
      String httpHost,
      int httpPort,
      URI apiUrl) {}

  /**
   * @param from the user, if it does not say
   */
  record SmtpKeys(
      String host,
      int port,
      Server.Security security,
      String user,
      String password,
      Optional<String> from) {}

  record ImapKeys(
      String host,
      int port,
      Server.Security security,
      String user,
      String password,
      String folder,
      Duration poll) {}

  record DiscordKeys(String token, URI apiUrl, URI gatewayUrl, boolean readsMessages) {}

  Settings.Installation installation() {
    if (web.port() < 0 || web.port() > 65_535) {
      throw new Wrong("web.port", web.port() + " is not a port; allowed: 0 (any) to 65535");
    }
    if (!edr.poll().isPositive()) {
      throw new Wrong("edr.poll", "must be more than nothing, such as PT5S");
    }
    if (!database.url().isEmpty() && !database.url().startsWith("jdbc:postgresql:")) {
      throw new Wrong("database.url", "must be empty or begin with jdbc:postgresql:");
    }
    return new Settings.Installation(
        new Settings.Web(web.host(), web.port()),
        database.url(),
        switch (edr.kind()) {
          case SIMULATOR -> new Settings.Edr.Simulated(edr.poll(), raisesEvery());
          case VISIONONE -> visionOne();
        },
        slack.botToken().isBlank() ? Optional.empty() : Optional.of(slackApp()),
        discord.token().isBlank() ? Optional.empty() : Optional.of(discordApp()),
        smtp.filter(keys -> !keys.host().isBlank()).map(InstallationFile::sending),
        imap.filter(keys -> !keys.host().isBlank()).map(InstallationFile::reading));
  }

  private static Settings.Smtp sending(SmtpKeys keys) {
    Server server =
        server("smtp", keys.host(), keys.port(), keys.security(), keys.user(), keys.password());
    return new Settings.Smtp(
        server, MailKeys.check("smtp.from", filled(keys.from()).orElse(keys.user())));
  }

  private static Settings.Imap reading(ImapKeys keys) {
    Server server =
        server("imap", keys.host(), keys.port(), keys.security(), keys.user(), keys.password());
    if (keys.user().isBlank()) {
      throw new Wrong("imap.user", "is empty: a mailbox is somebody's");
    }
    if (!keys.poll().isPositive()) {
      throw new Wrong("imap.poll", "must be more than nothing, such as PT30S");
    }
    return new Settings.Imap(server, keys.folder(), keys.poll());
  }

  private static Server server(
      String section,
      String host,
      int port,
      Server.Security security,
      String user,
      String password) {
    if (port < 1 || port > 65_535) {
      throw new Wrong(section + ".port", port + " is not a port; allowed: 1 to 65535");
    }
    if (!user.isBlank() && password.isBlank()) {
      throw new Wrong(
          section + ".password",
          "is empty: set "
              + section.toUpperCase(Locale.ROOT)
              + "_PASSWORD in the environment, or leave "
              + section
              + ".user empty where nobody signs in");
    }
    if (security == Server.Security.NONE && !LOOPBACK.contains(host)) {
      throw new Wrong(
          section + ".security", "none is for a server on this machine; use starttls or tls");
    }
    return new Server(host, port, security, user, password);
  }

  private Settings.Slack slackApp() {
    if (!slack.botToken().startsWith("xoxb-")) {
      throw new Wrong("slack.bot-token", "is no bot token: it must begin with xoxb-");
    }
    boolean http = !slack.signingSecret().isBlank() && slack.httpPort() != 0;
    if (!http && !slack.appToken().startsWith("xapp-")) {
      throw new Wrong(
          "slack.app-token",
          "must begin with xapp-: Socket Mode needs it. For HTTP set slack.signing-secret and"
              + " slack.http-port instead");
    }
    return new Settings.Slack(
        withSlash(slack.apiUrl()),
        slack.botToken(),
        slack.appToken(),
        http
            ? Optional.of(
                new Settings.SlackHttp(slack.httpHost(), slack.httpPort(), slack.signingSecret()))
            : Optional.empty());
  }

  private Settings.Discord discordApp() {
    return new Settings.Discord(
        withSlash(discord.apiUrl()),
        withSlash(discord.gatewayUrl()),
        discord.token(),
        discord.readsMessages());
  }

  private static URI withSlash(URI address) {
    String text = address.toString();
    return text.endsWith("/") ? address : URI.create(text + "/");
  }

  private Duration raisesEvery() {
    if (!simulator.raisesEvery().isPositive()) {
      throw new Wrong("simulator.raises-every", "must be more than nothing, such as PT10M");
    }
    return simulator.raisesEvery();
  }

  private Settings.Edr visionOne() {
    var service = new VisionOneSettings(address(), apiKey());
    return new Settings.Edr.VisionOne(
        edr.poll(),
        filled(visionone.investigationScript())
            .map(service::withInvestigationScript)
            .orElse(service));
  }

  /** The region's, unless a stand-in's is given. */
  private URI address() {
    Region region = region();
    try {
      return filled(visionone.baseUrl()).map(URI::create).orElse(region.baseUrl());
    } catch (IllegalArgumentException unreadable) {
      throw new Wrong("visionone.base-url", "is not an address");
    }
  }

  private Region region() {
    try {
      return filled(visionone.region()).map(Region::of).orElse(Region.JAPAN);
    } catch (IllegalArgumentException unknown) {
      throw new Wrong("visionone.region", String.valueOf(unknown.getMessage()));
    }
  }

  private static Optional<String> filled(Optional<String> text) {
    return text.filter(value -> !value.isBlank());
  }

  private String apiKey() {
    if (visionone.apiKey().isBlank()) {
      throw new Wrong("visionone.api-key", "is empty: set VISIONONE_API_KEY in the environment");
    }
    return visionone.apiKey();
  }
}
