package jp.mimamori.bot.frontdesk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Card.Block;
import jp.mimamori.bot.chat.Card.Block.Mention;
import jp.mimamori.bot.chat.Card.Tone;
import jp.mimamori.bot.chat.Place;
import jp.mimamori.bot.inquiry.Inquiries;
import jp.mimamori.bot.inquiry.Inquiry;
import jp.mimamori.bot.inquiry.Inquiry.State;
import jp.mimamori.bot.inquiry.Word;
import jp.mimamori.bot.inquiry.Word.Where;
import jp.mimamori.bot.inquiry.Words;
import jp.mimamori.bot.store.Notice;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.tenant.Channel;
import jp.mimamori.bot.tenant.Member;
import jp.mimamori.bot.tenant.Tenant;
import jp.mimamori.bot.tenant.Tenants;
import jp.mimamori.knowledge.Language;

/** Where it is shown what people write about an inquiry, and who else is told of it. */
final class InquiryPlaces {
  /** Between an inquiry's number and the moment of its hand-over: each one is told of. */
  private static final String AT = "@";

  private static final int MOST_CHARACTERS = 300;

  private final Inquiries inquiries;
  private final Words words;
  private final InquiryCards cards;

  InquiryPlaces(Inquiries inquiries, Words words, InquiryCards cards) {
    this.inquiries = inquiries;
    this.words = words;
    this.cards = cards;
  }

  /** In the customer's thread and under each card at the desk, but not where it was written. */
  List<Placed> word(Transaction tx, Notice notice, Tenants tenants) {
    Optional<Word> word = words.find(tx, notice.subject());
    Optional<Inquiry> inquiry = word.flatMap(found -> inquiries.find(tx, found.inquiry()));
    Optional<Tenant> tenant = inquiry.flatMap(asked -> tenants.find(asked.tenant()));
    return tenant.isEmpty()
        ? List.of()
        : Stream.concat(
                toCustomer(tx, word.orElseThrow(), inquiry.orElseThrow()),
                atTheDesk(tx, word.orElseThrow(), inquiry.orElseThrow(), tenant.get()))
            .toList();
  }

  private Stream<Placed> toCustomer(Transaction tx, Word word, Inquiry inquiry) {
    boolean toShow =
        switch (word.where()) {
          case Where.CustomersThread _ -> false;
          // what they filled in themselves stands in their thread like what they write there
          case Where.Form _, Where.DesksThread _, Where.Mail _ -> true;
        };
    return toShow
        ? Stream.of(
            new Placed.Shown(
                inquiry.spot().platform(),
                Place.thread(inquiry.spot().channel(), inquiry.spot().thread()),
                cards.word(tx, inquiry, word, word.side() == Word.Side.DESK, inquiry.language())))
        : Stream.of();
  }

  private Stream<Placed> atTheDesk(Transaction tx, Word word, Inquiry inquiry, Tenant tenant) {
    return Posted.of(tx, new Notice(Notice.Kind.HANDOVER, inquiry.id())).stream()
        .filter(
            posted ->
                !(word.where() instanceof Where.DesksThread(String platform, String channel)
                    && posted.platform().equals(platform)
                    && posted.channel().equals(channel)))
        .map(
            posted ->
                new Placed.Shown(
                    posted.platform(),
                    Place.thread(posted.channel(), posted.message()),
                    cards.word(
                        tx, inquiry, word, word.side() == Word.Side.CUSTOMER, tenant.language())));
  }

  /** The notice that a responsible contact gets of this hand-over. */
  static Notice handedOver(String inquiry, Instant at) {
    return new Notice(Notice.Kind.CONTACT, inquiry + AT + at.toEpochMilli());
  }

  /** The notice of its end. */
  static Notice closed(String inquiry, Instant at) {
    return new Notice(Notice.Kind.CONTACT_OVER, inquiry + AT + at.toEpochMilli());
  }

  /** To the responsible contact, where the tenant wants it. */
  List<Placed> contact(Transaction tx, Notice notice, Tenants tenants) {
    String id = notice.subject().substring(0, notice.subject().indexOf(AT));
    Optional<Inquiry> inquiry = inquiries.find(tx, id);
    Optional<Tenant> tenant = inquiry.flatMap(asked -> tenants.find(asked.tenant()));
    if (tenant.isEmpty()) {
      return List.of();
    }
    List<Member> contacts = tenants.responsibleContacts(tenant.get().id());
    return switch (tenant.get().telling().where()) {
      case NONE, MAIL -> List.of();
      case CHANNEL ->
          tenant.get().channels(Channel.Purpose.SUPPORT).stream()
              .<Placed>map(
                  channel ->
                      new Placed.Shown(
                          channel.platform(),
                          Place.channel(channel.id()),
                          card(
                              notice,
                              inquiry.orElseThrow(),
                              tenants,
                              tenant.get().language(),
                              mentions(contacts, channel.platform()))))
              .toList();
      case DIRECT ->
          contacts.stream()
              .filter(contact -> !contact.id().equals(inquiry.orElseThrow().askedBy()))
              .flatMap(
                  contact ->
                      tenant.get().channels().stream()
                          .map(Channel::platform)
                          .distinct()
                          .filter(contact.accounts()::containsKey)
                          .map(
                              platform ->
                                  new Placed.Shown(
                                      platform,
                                      Place.person(contact.accounts().getOrDefault(platform, "")),
                                      card(
                                          notice,
                                          inquiry.orElseThrow(),
                                          tenants,
                                          contact.language(),
                                          List.of()))))
              .<Placed>map(placed -> placed)
              .toList();
    };
  }

  private static List<Block> mentions(List<Member> contacts, String platform) {
    return contacts.stream()
        .map(
            contact ->
                Optional.ofNullable(contact.accounts().get(platform))
                    .<Block>map(id -> new Mention(Mention.Called.PERSON, id, contact.name()))
                    .orElseGet(() -> new Block.Text(contact.name())))
        .toList();
  }

  private static Card card(
      Notice notice, Inquiry inquiry, Tenants tenants, Language language, List<Block> mentions) {
    boolean over = notice.kind() == Notice.Kind.CONTACT_OVER;
    Instant at =
        over && inquiry.state() instanceof State.Closed(var _, Instant closedAt)
            ? closedAt
            : inquiry.askedAt();
    List<Block> blocks = new ArrayList<>(mentions);
    blocks.add(
        new Block.Text(
            (over ? Phrase.CONTACT_OVER_TEXT : Phrase.CONTACT_TEXT)
                .in(language, tenants.nameOf(inquiry.askedBy()), Moments.full(at, language))));
    blocks.add(new Block.Quote(clipped(inquiry.question()), tenants.nameOf(inquiry.askedBy())));
    blocks.add(new Block.Note(Phrase.SOURCES.in(language, Sources.name("第8条第1項", language))));
    return new Card(
        (over ? Phrase.CONTACT_OVER_TITLE : Phrase.CONTACT_TITLE).in(language, inquiry.id()),
        over ? Tone.SETTLED : Tone.PLAIN,
        language,
        blocks);
  }

  private static String clipped(String text) {
    return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "…";
  }
}
