package jp.mimamori.bot;

import static java.util.stream.Collectors.toSet;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import jp.mimamori.bot.alert.Alerts;
import jp.mimamori.bot.chat.Finding;
import jp.mimamori.bot.chat.discord.DiscordChannels;
import jp.mimamori.bot.chat.discord.DiscordExamination;
import jp.mimamori.bot.chat.discord.DiscordPlatform;
import jp.mimamori.bot.chat.discord.DiscordSettings;
import jp.mimamori.bot.frontdesk.Offers;
import jp.mimamori.bot.settings.Settings;
import jp.mimamori.bot.store.Database;
import jp.mimamori.bot.tenant.Channel;
import jp.mimamori.bot.tenant.Channel.Purpose;
import jp.mimamori.bot.tenant.Tenants;
import jp.mimamori.knowledge.Language;
import jp.mimamori.knowledge.documents.Documents;
import jp.mimamori.knowledge.documents.Kind;

/** Discord as the configuration wants it. */
final class DiscordDesk {
  private DiscordDesk() {}

  static DiscordPlatform platform(
      Settings.Discord discord,
      Supplier<Settings> settings,
      Supplier<Documents> documents,
      Database database,
      InstantSource clock) {
    return new DiscordPlatform(
        adapted(discord),
        () -> channels(settings.get().tenants()),
        new StoredLease(database, clock),
        new Offers(
            database,
            () -> settings.get().tenants(),
            new Alerts(),
            (typed, language) -> suggestions(documents.get(), typed, language)),
        clock);
  }

  static List<Finding> examination(Settings.Discord discord, Tenants tenants) {
    return DiscordExamination.of(adapted(discord), channels(tenants));
  }

  static DiscordChannels channels(Tenants tenants) {
    return new DiscordChannels(
        ids(tenants, Set.of(Purpose.values())), ids(tenants, Set.of(Purpose.SUPPORT)));
  }

  private static Set<String> ids(Tenants tenants, Set<Purpose> purposes) {
    return tenants.all().stream()
        .flatMap(tenant -> tenant.channels().stream())
        .filter(channel -> channel.platform().equals(DiscordPlatform.NAME))
        .filter(channel -> purposes.contains(channel.purpose()))
        .map(Channel::id)
        .collect(toSet());
  }

  private static DiscordSettings adapted(Settings.Discord discord) {
    return new DiscordSettings(
        discord.apiUrl(), discord.gatewayUrl(), discord.token(), discord.readsMessages());
  }

  /** Questions of the FAQ that hold what was typed so far. */
  static List<String> suggestions(Documents documents, String typed, Language language) {
    String sought = typed.strip().toLowerCase(Locale.ROOT);
    return documents.in(language).stream()
        .filter(entry -> entry.kind() == Kind.FAQ)
        .map(entry -> entry.title())
        .filter(title -> title.toLowerCase(Locale.ROOT).contains(sought))
        .toList();
  }
}
