package jp.mimamori.bot.frontdesk;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.mimamori.bot.alert.AlertDesk;
import jp.mimamori.bot.chat.Document;
import jp.mimamori.bot.chat.Place;
import jp.mimamori.bot.inquiry.Inquiries;
import jp.mimamori.bot.store.Documents;
import jp.mimamori.bot.store.Documents.Audience;
import jp.mimamori.bot.store.Documents.Kept;
import jp.mimamori.bot.store.Notice;
import jp.mimamori.bot.store.View;
import jp.mimamori.bot.tenant.Channel;
import jp.mimamori.bot.tenant.Channel.Purpose;
import jp.mimamori.bot.tenant.Tenant;
import jp.mimamori.bot.tenant.Tenants;

/**
 * Where a document belongs: under the messages that show what it is about, as far as nobody sees
 * those who may not see it; else in the channel of those who may.
 */
final class Papers {
  private final Inquiries inquiries;

  Papers(Inquiries inquiries) {
    this.inquiries = inquiries;
  }

  /** Everywhere; nowhere yet while the message that it hangs under is still on its way. */
  List<Placed> place(View view, Kept kept, Tenants tenants) {
    Optional<Tenant> tenant = tenants.find(kept.paper().tenant());
    Optional<ByteBuffer> content = Documents.content(view, kept.paper().id());
    if (tenant.isEmpty() || content.isEmpty()) {
      return List.of();
    }
    var document =
        new Document(
            kept.paper().name(), kept.paper().mediaType(), kept.paper().title(), content.get());
    return Stream.concat(
            spots(view, kept, tenant.get()),
            Documents.recipients(view, kept.paper().id()).stream()
                .map(to -> new Spot(to.platform(), Place.person(to.account()))))
        .<Placed>map(spot -> new Placed.Shared(spot.platform(), spot.place(), document))
        .toList();
  }

  private Stream<Spot> spots(View view, Kept kept, Tenant tenant) {
    Audience audience = kept.paper().audience();
    if (kept.paper().about().isEmpty()) {
      return home(audience, tenant);
    }
    List<Spot> cards = under(view, kept.paper().about().get(), tenant);
    if (cards.isEmpty() && (audience == Audience.ANALYSTS || tenant.alertsShared())) {
      return Stream.of();
    }
    List<Spot> fitting =
        cards.stream()
            .filter(spot -> audience == Audience.CUSTOMER || !customersSee(tenant, spot))
            .toList();
    boolean reached =
        audience == Audience.ANALYSTS
            ? !fitting.isEmpty()
            : fitting.stream().anyMatch(spot -> customersSee(tenant, spot));
    return reached ? fitting.stream() : Stream.concat(fitting.stream(), home(audience, tenant));
  }

  /** The threads of the messages that show a thing. */
  private List<Spot> under(View view, Notice thing, Tenant tenant) {
    return switch (thing.kind()) {
      case ANSWER ->
          inquiries
              .find(view, thing.subject())
              .filter(inquiry -> inquiry.tenant().equals(tenant.id()))
              .map(
                  inquiry ->
                      new Spot(
                          inquiry.spot().platform(),
                          Place.thread(inquiry.spot().channel(), inquiry.spot().thread())))
              .stream()
              .toList();
      case ALERT_HISTORY -> under(view, AlertDesk.notice(thing.subject()), tenant);
      case ALERT,
          HANDOVER,
          WORD,
          CONTACT,
          CONTACT_OVER,
          APPROVAL,
          FAILED_ACTION,
          CALL,
          DOCUMENT,
          REPORT,
          ENDPOINTS,
          ANNOUNCEMENT,
          ANNOUNCEMENT_OVER,
          ANNOUNCEMENT_DESK,
          MONTHLY_REPORT,
          REMINDER,
          ALARM,
          ALARM_OVER ->
          Posted.of(view, thing).stream()
              .filter(posted -> tenant.channel(posted.platform(), posted.channel()).isPresent())
              .map(
                  posted ->
                      new Spot(posted.platform(), Place.thread(posted.channel(), posted.message())))
              .toList();
    };
  }

  private static boolean customersSee(Tenant tenant, Spot spot) {
    return tenant
        .channel(spot.platform(), spot.place().channel())
        .map(
            channel ->
                switch (channel.purpose()) {
                  case SUPPORT -> true;
                  case ALERTS -> tenant.alertsShared();
                  case DESK, ON_CALL -> false;
                })
        .orElse(true);
  }

  private static Stream<Spot> home(Audience audience, Tenant tenant) {
    List<Channel> home =
        switch (audience) {
          case CUSTOMER -> tenant.channels(Purpose.SUPPORT);
          case ANALYSTS ->
              tenant.alertsShared()
                  ? tenant.channels(Purpose.DESK)
                  : tenant.channels(Purpose.ALERTS);
        };
    return home.stream().map(channel -> new Spot(channel.platform(), Place.channel(channel.id())));
  }

  private record Spot(String platform, Place place) {}
}
