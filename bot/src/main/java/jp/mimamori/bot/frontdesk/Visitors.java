package jp.mimamori.bot.frontdesk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.mimamori.bot.chat.Place;
import jp.mimamori.bot.chat.web.Bilingual;
import jp.mimamori.bot.chat.web.Channel;
import jp.mimamori.bot.chat.web.Visitor;
import jp.mimamori.bot.tenant.Channel.Purpose;
import jp.mimamori.bot.tenant.Member;
import jp.mimamori.bot.tenant.Role;
import jp.mimamori.bot.tenant.Tenant;
import jp.mimamori.bot.tenant.Tenants;

/** Who may be chosen at the page, and which channels each of them sees. */
public final class Visitors {
  private static final String WEB = "web";

  private Visitors() {}

  public static List<Visitor> of(Tenants tenants) {
    return tenants.members().stream()
        .filter(member -> member.accounts().containsKey(WEB))
        .map(member -> visitor(member, tenants))
        .toList();
  }

  private static Visitor visitor(Member member, Tenants tenants) {
    return new Visitor(
        String.valueOf(member.accounts().get(WEB)),
        member.name(),
        description(member, tenants),
        member.language(),
        channels(member, tenants));
  }

  private static Bilingual description(Member member, Tenants tenants) {
    if (member.is(Role.ANALYST)) {
      String served =
          String.join(
              ", ",
              tenants.all().stream()
                  .filter(tenant -> member.serves(tenant.id()))
                  .map(Tenant::name)
                  .toList());
      return new Bilingual("運用担当 · アナリスト（" + served + "）", "Operator · Analyst (" + served + ")");
    }
    String tenant =
        tenants.all().stream()
            .filter(candidate -> member.serves(candidate.id()))
            .map(Tenant::name)
            .findFirst()
            .orElse("");
    return member.is(Role.RESPONSIBLE_CONTACT)
        ? new Bilingual(tenant + " · お客さま（利用責任者）", tenant + " · Customer, responsible contact")
        : new Bilingual(tenant + " · お客さま", tenant + " · Customer");
  }

  private static List<Channel> channels(Member member, Tenants tenants) {
    Map<String, Channel> channels = new LinkedHashMap<>();
    for (Purpose purpose : order(member)) {
      for (Tenant tenant : tenants.all()) {
        on(tenant, purpose)
            .filter(id -> sees(member, tenant, purpose, id, tenants))
            .forEach(id -> channels.putIfAbsent(id, channel(id, tenant, purpose)));
      }
    }
    Place alone = Place.person(String.valueOf(member.accounts().get(WEB)));
    channels.put(
        alone.channel(),
        new Channel(
            alone.channel(),
            new Bilingual("ダイレクトメッセージ", "Direct messages"),
            member.is(Role.ANALYST) ? Channel.Kind.DESK : Channel.Kind.SUPPORT));
    return new ArrayList<>(channels.values());
  }

  /** What matters most to somebody comes first. */
  private static List<Purpose> order(Member member) {
    return member.is(Role.ANALYST)
        ? List.of(Purpose.ALERTS, Purpose.DESK, Purpose.ON_CALL, Purpose.SUPPORT)
        : List.of(Purpose.SUPPORT, Purpose.ALERTS);
  }

  private static boolean sees(
      Member member, Tenant tenant, Purpose purpose, String channel, Tenants tenants) {
    boolean analyst = member.is(Role.ANALYST);
    return switch (purpose) {
      case SUPPORT -> member.serves(tenant.id());
      case ALERTS -> member.serves(tenant.id()) && (analyst || tenant.alertsShared());
      case DESK, ON_CALL ->
          analyst
              && tenants.all().stream()
                  .filter(other -> on(other, purpose).anyMatch(channel::equals))
                  .allMatch(other -> member.serves(other.id()));
    };
  }

  private static Stream<String> on(Tenant tenant, Purpose purpose) {
    return tenant.channels(purpose).stream()
        .filter(channel -> channel.platform().equals(WEB))
        .map(jp.mimamori.bot.tenant.Channel::id);
  }

  private static Channel channel(String id, Tenant tenant, Purpose purpose) {
    return switch (purpose) {
      case SUPPORT ->
          new Channel(
              id,
              new Bilingual(tenant.name() + " 問い合わせ", tenant.name() + " support"),
              Channel.Kind.SUPPORT);
      case ALERTS ->
          new Channel(
              id,
              new Bilingual(tenant.name() + " アラート", tenant.name() + " alerts"),
              Channel.Kind.ALERTS);
      case DESK ->
          new Channel(id, new Bilingual("デスク（引き継ぎ）", "Desk (hand-overs)"), Channel.Kind.DESK);
      case ON_CALL -> new Channel(id, new Bilingual("当番の呼び出し", "On-call"), Channel.Kind.DESK);
    };
  }
}
