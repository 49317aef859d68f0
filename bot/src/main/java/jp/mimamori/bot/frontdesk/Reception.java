package jp.mimamori.bot.frontdesk;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import jp.mimamori.bot.chat.ChatPlatform;
import jp.mimamori.bot.chat.Incoming;
import jp.mimamori.bot.inquiry.Inquiry.Spot;
import jp.mimamori.bot.inquiry.InquiryDesk;
import jp.mimamori.bot.store.Database;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.tenant.Member;
import jp.mimamori.bot.tenant.Role;
import jp.mimamori.bot.tenant.Tenant;
import jp.mimamori.bot.tenant.Tenants;
import jp.mimamori.knowledge.Answer;
import jp.mimamori.knowledge.Language;
import jp.mimamori.knowledge.Question;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way in: finds out who acts, whether the matter is theirs and what they mean, and hands it
 * to the right desk. What a platform delivers twice is done once.
 */
public final class Reception implements ChatPlatform.Listener {
  /** Longer questions are cut: nobody reads them, and the store need not keep them. */
  static final int MOST_CHARACTERS = 4_000;

  private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

  private final Database database;
  private final Supplier<Tenants> tenants;
  private final Buttons buttons;
  private final Presses presses;
  private final InquiryDesk inquiries;
  private final InstantSource clock;
  private final Runnable afterwards;

  /**
   * @param afterwards called after each step, so that what is due now need not wait for a bell
   */
  public Reception(
      Database database,
      Supplier<Tenants> tenants,
      Buttons buttons,
      Presses presses,
      InquiryDesk inquiries,
      InstantSource clock,
      Runnable afterwards) {
    this.database = database;
    this.tenants = tenants;
    this.buttons = buttons;
    this.presses = presses;
    this.inquiries = inquiries;
    this.clock = clock;
    this.afterwards = afterwards;
  }

  @Override
  public void hear(Incoming incoming, ChatPlatform.Reply reply) {
    try {
      told(incoming, clock.instant()).ifPresent(reply::privately);
    } catch (RuntimeException e) {
      LOG.error("{} of {} failed", incoming.getClass().getSimpleName(), incoming.event(), e);
      reply.privately(Phrase.WENT_WRONG.in(Language.JA));
    }
    afterwards.run();
  }

  /** What to tell the person privately; nothing if a card says it. */
  private Optional<String> told(Incoming incoming, Instant now) {
    Optional<Member> member =
        tenants.get().member(incoming.person().platform(), incoming.person().id());
    if (member.isEmpty()) {
      database.write(now, tx -> recordStranger(tx, incoming));
      return Optional.of(Phrase.UNKNOWN_ACCOUNT.in(Language.JA));
    }
    return switch (incoming) {
      case Incoming.Question question -> asked(member.get(), question, now);
      case Incoming.Press press -> pressed(member.get(), press, now);
    };
  }

  private Optional<String> asked(Member member, Incoming.Question question, Instant now) {
    Optional<Tenant> tenant = tenantOf(member, question);
    if (tenant.isEmpty()) {
      return Optional.of(Phrase.ASK_IN_A_TENANTS_CHANNEL.in(member.language()));
    }
    if (!member.serves(tenant.get().id())) {
      database.write(now, tx -> refuse(tx, member, tenant.get().id(), question, "ask"));
      return Optional.of(Phrase.NOT_YOURS.in(member.language()));
    }
    var asked = new Question(cleaned(question.text()), now);
    Answer answer = inquiries.consider(asked);
    database.write(now, tx -> take(tx, member, tenant.get().id(), question, asked, answer));
    return Optional.empty();
  }

  private void take(
      Transaction tx,
      Member member,
      String tenant,
      Incoming.Question question,
      Question asked,
      Answer answer) {
    if (!tx.once(key(question))) {
      return;
    }
    Spot spot = spot(question);
    if (member.is(Role.ANALYST) && inquiries.joined(tx, member, spot)) {
      return;
    }
    if (inquiries.isWithAPerson(tx, spot)) {
      tx.record(tenant, member.id(), "wrote to the person", spot.thread(), "");
      return;
    }
    inquiries.ask(tx, member, tenant, spot, asked, answer);
  }

  private Optional<String> pressed(Member member, Incoming.Press press, Instant now) {
    return database.decide(now, tx -> pressed(tx, member, press));
  }

  private Optional<String> pressed(Transaction tx, Member member, Incoming.Press press) {
    if (!tx.once(key(press))) {
      return Optional.empty();
    }
    return switch (buttons.meaning(tx, press.button())) {
      case Buttons.Meaning.Unknown _ -> {
        refuse(tx, member, "", press, "press an unknown button");
        yield Optional.of(Phrase.BUTTON_UNKNOWN.in(member.language()));
      }
      case Buttons.Meaning.Expired(Intent intent) -> {
        refuse(tx, member, intent.tenant(), press, "press an expired button");
        yield Optional.of(Phrase.BUTTON_EXPIRED.in(member.language()));
      }
      case Buttons.Meaning.Valid(Intent intent) -> act(tx, member, press, intent);
    };
  }

  /** The one place that keeps tenants apart: whatever was pressed must be the presser's matter. */
  private Optional<String> act(Transaction tx, Member member, Incoming.Press press, Intent intent) {
    if (!member.serves(intent.tenant())) {
      refuse(tx, member, intent.tenant(), press, "press a button of another tenant");
      return Optional.of(Phrase.NOT_YOURS.in(member.language()));
    }
    return presses.act(tx, member, intent);
  }

  private Optional<Tenant> tenantOf(Member member, Incoming.Question question) {
    Tenants now = tenants.get();
    Optional<Tenant> ofChannel =
        now.ofChannel(question.person().platform(), question.place().channel());
    if (ofChannel.isPresent()) {
      return ofChannel;
    }
    List<String> own = List.copyOf(member.tenants());
    return own.size() == 1 ? now.find(own.getFirst()) : Optional.empty();
  }

  private static void recordStranger(Transaction tx, Incoming incoming) {
    if (tx.once(key(incoming))) {
      tx.record(
          "",
          incoming.person().platform() + ":" + incoming.person().id(),
          "was refused as unknown",
          incoming.place().channel(),
          "");
    }
  }

  private static void refuse(
      Transaction tx, Member member, String tenant, Incoming incoming, String what) {
    tx.record(tenant, member.id(), "was refused to " + what, incoming.place().channel(), "");
  }

  private static Spot spot(Incoming.Question question) {
    return new Spot(
        question.person().platform(),
        question.place().channel(),
        question.place().thread().orElse(""));
  }

  private static String key(Incoming incoming) {
    return incoming.person().platform() + " " + incoming.event();
  }

  /** Without control characters, which no database and no screen wants, and not endless. */
  private static String cleaned(String text) {
    String plain =
        text.codePoints()
            .filter(c -> c == '\n' || !Character.isISOControl(c))
            .limit(MOST_CHARACTERS)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return plain.strip();
  }
}
