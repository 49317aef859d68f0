package jp.mimamori.bot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import jp.mimamori.bot.settings.Settings;
import jp.mimamori.bot.tenant.Channel;
import jp.mimamori.bot.tenant.Member;
import jp.mimamori.bot.tenant.Tenant;
import jp.mimamori.bot.tenant.Tenants;

/** The page's people and channels on another platform, too: for platforms that are stand-ins. */
final class AlsoOn {
  private static final String WEB = "web";

  private AlsoOn() {}

  /**
   * @param account the platform's id of somebody, by the member's id
   * @param channel the platform's id of a channel, by the page's id of it
   */
  static Settings platform(
      String platform,
      Settings settings,
      UnaryOperator<String> account,
      UnaryOperator<String> channel) {
    Tenants known = settings.tenants();
    return settings.with(
        new Tenants(
            known.all().stream().map(tenant -> with(tenant, platform, channel)).toList(),
            known.members().stream().map(member -> with(member, platform, account)).toList(),
            known.groups()));
  }

  private static Tenant with(Tenant tenant, String platform, UnaryOperator<String> channel) {
    List<Channel> there =
        tenant.channels().stream()
            .filter(here -> here.platform().equals(WEB))
            .map(
                here ->
                    new Channel(platform, channel.apply(here.id()), here.purpose(), here.anyone()))
            .toList();
    return tenant.with(Stream.concat(tenant.channels().stream(), there.stream()).toList());
  }

  private static Member with(Member member, String platform, UnaryOperator<String> account) {
    Map<String, String> accounts = new HashMap<>(member.accounts());
    accounts.put(platform, account.apply(member.id()));
    return member.with(accounts);
  }
}
