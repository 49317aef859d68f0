package jp.mimamori.bot;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import jp.mimamori.bot.chat.slack.SlackSettings;
import jp.mimamori.bot.chat.slack.local.LocalSlack;
import jp.mimamori.bot.chat.slack.local.Workspace;
import jp.mimamori.bot.settings.Settings;
import jp.mimamori.bot.tenant.Tenants;

/**
 * A Slack on this machine, with the page's people and channels in it: to see the cards without an
 * account.
 */
final class LocalSlackDemo implements AutoCloseable {
  private static final String SLACK = "slack";

  private final LocalSlack slack;

  LocalSlackDemo(int port, Tenants tenants, InstantSource clock) {
    slack = new LocalSlack(port, clock);
    tenants
        .members()
        .forEach(
            member ->
                slack.workspace().add(new Workspace.User(account(member.id()), member.name())));
    tenants.all().stream()
        .flatMap(tenant -> tenant.channels().stream())
        .filter(channel -> channel.platform().equals("web"))
        .map(channel -> channel.id())
        .distinct()
        .forEach(id -> slack.workspace().add(new Workspace.Channel(channel(id), id)));
  }

  SlackSettings settings() {
    return new SlackSettings(
        slack.apiUrl(), LocalSlack.BOT_TOKEN, LocalSlack.APP_TOKEN, Optional.empty());
  }

  /** The configuration, with everybody in the local Slack, too. */
  static Settings peopled(Settings settings) {
    return AlsoOn.platform(SLACK, settings, LocalSlackDemo::account, LocalSlackDemo::channel);
  }

  String address() {
    return slack.address().toString();
  }

  @Override
  public void close() {
    slack.close();
  }

  private static String account(String member) {
    return "U" + letters(member);
  }

  private static String channel(String id) {
    return "C" + letters(id);
  }

  private static String letters(String id) {
    return id.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
  }
}
