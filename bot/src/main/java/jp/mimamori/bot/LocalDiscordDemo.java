package jp.mimamori.bot;

import java.time.InstantSource;
import jp.mimamori.bot.chat.discord.DiscordPlatform;
import jp.mimamori.bot.chat.discord.local.Guild;
import jp.mimamori.bot.chat.discord.local.LocalDiscord;
import jp.mimamori.bot.settings.Settings;
import jp.mimamori.bot.tenant.Tenants;

/**
 * A Discord on this machine, with the page's people and channels in it: to see the cards without an
 * account.
 */
final class LocalDiscordDemo implements AutoCloseable {
  private final LocalDiscord discord;

  /** Its ids are of this very moment, whatever time the service thinks it is: JDA looks at them. */
  LocalDiscordDemo(int port, Tenants tenants) {
    discord = new LocalDiscord(port, InstantSource.system());
    tenants.members().forEach(member -> discord.guild().person(member.id(), member.name()));
    tenants.all().stream()
        .flatMap(tenant -> tenant.channels().stream())
        .filter(channel -> channel.platform().equals("web"))
        .map(channel -> channel.id())
        .distinct()
        .forEach(discord.guild()::channel);
  }

  Settings.Discord settings() {
    return new Settings.Discord(discord.apiUrl(), discord.gatewayUrl(), LocalDiscord.TOKEN, false);
  }

  /** The configuration, with everybody in the local Discord, too. */
  static Settings peopled(Settings settings) {
    return AlsoOn.platform(DiscordPlatform.NAME, settings, Guild::idOfPerson, Guild::idOfChannel);
  }

  String address() {
    return discord.address().toString();
  }

  @Override
  public void close() {
    discord.close();
  }
}
