package jp.mimamori.bot.settings;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import jp.mimamori.bot.edr.visionone.Region;
import jp.mimamori.bot.edr.visionone.VisionOneSettings;

/** {@code mimamori.yaml}: what this installation is. */
record InstallationFile(
    Web web,
    DatabaseKeys database,
    EdrKeys edr,
    SimulatorKeys simulator,
    VisionOneKeys visionone,
    SlackKeys slack,
    DiscordKeys discord) {
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
        discord.token().isBlank() ? Optional.empty() : Optional.of(discordApp()));
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
