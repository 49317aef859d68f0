package jp.mimamori.bot.frontdesk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.mimamori.bot.announcement.Announcement;
import jp.mimamori.bot.announcement.Announcement.Delivery;
import jp.mimamori.bot.announcement.Announcement.State;
import jp.mimamori.bot.announcement.AnnouncementDesk.Subject;
import jp.mimamori.bot.announcement.Announcements;
import jp.mimamori.bot.announcement.Reminder;
import jp.mimamori.bot.announcement.Reminders;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Card.Block;
import jp.mimamori.bot.chat.Card.Tone;
import jp.mimamori.bot.chat.Place;
import jp.mimamori.bot.store.Notice;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.store.View;
import jp.mimamori.bot.tenant.Channel.Purpose;
import jp.mimamori.bot.tenant.Member;
import jp.mimamori.bot.tenant.Role;
import jp.mimamori.bot.tenant.Tenant;
import jp.mimamori.bot.tenant.Tenants;
import jp.mimamori.knowledge.Language;
import jp.mimamori.knowledge.wording.Wording;

/** Where announcements and reminders are shown. */
final class AnnouncementPlaces {
  /** The page has no place for one person alone. */
  private static final String WEB = "web";

  private final Announcements announcements;
  private final Reminders reminders;
  private final AnnouncementCards cards;

  AnnouncementPlaces(Announcements announcements, Reminders reminders, Buttons buttons) {
    this.announcements = announcements;
    this.reminders = reminders;
    this.cards = new AnnouncementCards(announcements, buttons);
  }

  /** At each place that it was handed out to, whatever the configuration says by now. */
  List<Placed> toCustomer(View view, Notice notice, Tenants tenants) {
    Subject subject = Subject.of(notice);
    Language language = language(subject, tenants);
    return announcements
        .find(view, subject.id())
        .map(
            announcement ->
                at(
                    deliveries(view, subject),
                    AnnouncementCards.customer(
                        announcement.id(),
                        announcement.draft(),
                        announcement.state(),
                        announcements.correction(view, announcement.id()),
                        language)))
        .orElse(List.of());
  }

  /** Wherever it was seen. */
  List<Placed> takenBack(View view, Notice notice, Tenants tenants) {
    Subject subject = Subject.of(notice);
    Language language = language(subject, tenants);
    return announcements
        .find(view, subject.id())
        .filter(announcement -> announcement.state() == State.WITHDRAWN)
        .map(
            announcement ->
                at(
                    deliveries(view, subject)
                        .filter(one -> one.standing() == Delivery.Standing.DELIVERED),
                    AnnouncementCards.takenBack(announcement, language)))
        .orElse(List.of());
  }

  /** Once in each desk's channel that serves all whom it is for. */
  List<Placed> atTheDesk(Transaction tx, Notice notice, Tenants tenants) {
    Optional<Announcement> announcement = announcements.find(tx, notice.subject());
    Map<String, Placed> byChannel = new LinkedHashMap<>();
    announcement.ifPresent(
        found ->
            found.draft().tenants().stream()
                .flatMap(id -> tenants.find(id).stream())
                .flatMap(
                    tenant ->
                        tenant.channels(Purpose.DESK).stream()
                            .map(
                                channel ->
                                    new Placed.Shown(
                                        channel.platform(),
                                        Place.channel(channel.id()),
                                        cards.desk(tx, found, tenants, tenant.language()))))
                .forEach(
                    placed ->
                        byChannel.putIfAbsent(
                            placed.platform() + " " + placed.place().channel(), placed)));
    return List.copyOf(byChannel.values());
  }

  /** To the responsible contact alone where a platform can, else in the support channel. */
  List<Placed> reminder(View view, Notice notice, Tenants tenants) {
    Optional<Reminder> reminder = reminders.find(view, notice.subject());
    Optional<Tenant> tenant = reminder.flatMap(found -> tenants.find(found.tenant()));
    if (tenant.isEmpty()) {
      return List.of();
    }
    List<Placed> alone =
        tenants.members().stream()
            .filter(member -> member.is(Role.RESPONSIBLE_CONTACT))
            .filter(member -> member.serves(tenant.get().id()))
            .flatMap(member -> alone(member, reminder.get(), tenant.get()))
            .toList();
    if (!alone.isEmpty()) {
      return alone;
    }
    Card card = reminder(reminder.get(), tenant.get(), tenant.get().language());
    return tenant.get().channels(Purpose.SUPPORT).stream()
        .<Placed>map(
            channel -> new Placed.Shown(channel.platform(), Place.channel(channel.id()), card))
        .toList();
  }

  private static Stream<Placed> alone(Member member, Reminder reminder, Tenant tenant) {
    return member.accounts().entrySet().stream()
        .filter(account -> !account.getKey().equals(WEB))
        .sorted(Map.Entry.comparingByKey())
        .map(
            account ->
                new Placed.Shown(
                    account.getKey(),
                    Place.person(account.getValue()),
                    reminder(reminder, tenant, member.language())));
  }

  private static Card reminder(Reminder reminder, Tenant tenant, Language language) {
    return new Card(
        Phrase.REMINDER_TITLE.in(language),
        Tone.PLAIN,
        language,
        List.of(
            new Block.Text(
                Phrase.REMINDER_TEXT.in(
                    language,
                    tenant.name(),
                    Wording.date(reminder.renewsOn(), language),
                    Wording.date(reminder.objectBy(), language))),
            new Block.Note(
                Phrase.REMINDER_SOURCE.in(
                    language,
                    Sources.name("第14条第2項", language)
                        + ", "
                        + Sources.name("第16条第1項", language)))));
  }

  private Stream<Delivery> deliveries(View view, Subject subject) {
    return announcements.deliveries(view, subject.id()).stream()
        .filter(delivery -> delivery.tenant().equals(subject.tenant()));
  }

  private static List<Placed> at(Stream<Delivery> deliveries, Card card) {
    return deliveries
        .<Placed>map(
            delivery ->
                new Placed.Shown(delivery.platform(), Place.channel(delivery.channel()), card))
        .toList();
  }

  private static Language language(Subject subject, Tenants tenants) {
    return tenants.find(subject.tenant()).map(Tenant::language).orElse(Language.JA);
  }
}
