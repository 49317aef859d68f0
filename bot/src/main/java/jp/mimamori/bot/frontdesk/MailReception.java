package jp.mimamori.bot.frontdesk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.mimamori.bot.inquiry.Correspondence.Written;
import jp.mimamori.bot.inquiry.InquiryDesk;
import jp.mimamori.bot.inquiry.Word;
import jp.mimamori.bot.mail.DeskMail;
import jp.mimamori.bot.mail.Mail;
import jp.mimamori.bot.mail.MailException;
import jp.mimamori.bot.mail.Mailbox;
import jp.mimamori.bot.store.Database;
import jp.mimamori.bot.store.Lease;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.store.View;
import jp.mimamori.bot.tenant.Member;
import jp.mimamori.bot.tenant.Role;
import jp.mimamori.bot.tenant.Tenant;
import jp.mimamori.bot.tenant.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way in by mail: reads what answers our letters, finds out who writes and about which inquiry,
 * and has it shown to the other side. Each mail is heard once, on one node.
 */
public final class MailReception {
  /** So long one node has the mailbox; longer than a look into it takes. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  private static final String LEASED = "mailbox";
  private static final int AT_ONCE = 50;
  private static final int MOST_LOOKS = 20;
  private static final Pattern IN_SUBJECT = Pattern.compile("\\[(Q-\\d{1,18})]");
  private static final Pattern IN_ADDRESS = Pattern.compile("\\+(q-\\d{1,18})@");
  private static final Logger LOG = LoggerFactory.getLogger(MailReception.class);

  private final String holder = UUID.randomUUID().toString();
  private final Letters letters = new Letters();
  private final Database database;
  private final Mailbox mailbox;
  private final Supplier<Tenants> tenants;
  private final Supplier<DeskMail> mail;
  private final InquiryDesk inquiries;
  private final Optional<String> own;

  /**
   * @param own the address that our letters come from
   */
  public MailReception(
      Database database,
      Mailbox mailbox,
      Supplier<Tenants> tenants,
      Supplier<DeskMail> mail,
      InquiryDesk inquiries,
      Optional<String> own) {
    this.database = database;
    this.mailbox = mailbox;
    this.tenants = tenants;
    this.mail = mail;
    this.inquiries = inquiries;
    this.own = own.map(address -> address.toLowerCase(Locale.ROOT));
  }

  /** Reads what came. Any node, any time, any number; one of them does it. */
  public void read(Instant now) {
    if (!database.decide(now, tx -> Lease.take(tx, LEASED, holder, LEASE))) {
      return;
    }
    try {
      for (int look = 0; look < MOST_LOOKS; look++) {
        Mailbox.Batch batch = mailbox.after(database.read(MailReception::place), AT_ONCE);
        batch.mails().forEach(one -> hear(one, now));
        database.write(now, tx -> read(tx, batch.place()));
        if (!batch.more()) {
          return;
        }
      }
    } catch (MailException e) {
      LOG.warn("the mailbox can't be read: {}", e.getMessage());
      database.write(now, MailReception::fails);
    }
  }

  /** For a node that knows itself alone, when it starts: whoever had the mailbox is gone. */
  public void resume(Instant now) {
    database.write(now, tx -> Lease.clear(tx, LEASED));
  }

  /** Since when the mailbox can't be read. */
  public static Optional<Instant> failingSince(View view) {
    return view.first("select failing_since from mailbox", row -> row.getLong(1))
        .filter(since -> since > 0)
        .map(Instant::ofEpochMilli);
  }

  private static Mailbox.Place place(View view) {
    return view.first(
            "select validity, uid from mailbox",
            row -> new Mailbox.Place(row.getLong("validity"), row.getLong("uid")))
        .orElse(Mailbox.Place.START);
  }

  private static void read(Transaction tx, Mailbox.Place place) {
    tx.run(
        """
        update mailbox set validity = ?, uid = ?, failing_since = 0
        where validity <> ? or uid <> ? or failing_since <> 0
        """,
        place.validity(),
        place.uid(),
        place.validity(),
        place.uid());
  }

  private static void fails(Transaction tx) {
    tx.run("update mailbox set failing_since = ? where failing_since = 0", tx.now().toEpochMilli());
  }

  private void hear(Mailbox.Read read, Instant now) {
    switch (read) {
      case Mailbox.Read.Broken(long uid, String reason) ->
          LOG.warn("mail {} can't be read: {}", uid, reason);
      case Mailbox.Read.Well(Mail one) -> database.write(now, tx -> hear(tx, one));
    }
  }

  private void hear(Transaction tx, Mail one) {
    List<String> answered = letters.inquiriesOf(tx, one.references());
    Set<String> named = named(one);
    if (answered.isEmpty() && named.isEmpty()) {
      return; // no answer to us: whatever else the mailbox is used for is no business of ours
    }
    if (!tx.once("mail " + one.messageId())) {
      return; // delivered twice, or numbered anew
    }
    refusal(tx, one, answered, named)
        .ifPresentOrElse(
            reason -> {
              LOG.warn("mail {} is not heard: {}", one.messageId(), reason);
              tx.record(
                  "", "mail:" + one.from(), "was refused by mail", first(answered, named), reason);
            },
            () -> write(tx, one, first(answered, named)));
  }

  /** Why nobody is shown it. */
  private Optional<String> refusal(
      Transaction tx, Mail one, List<String> answered, Set<String> named) {
    if (one.automatic().isPresent()) {
      return Optional.of("written by a machine: " + one.automatic().get());
    }
    if (own.filter(one.from()::equals).isPresent()
        || !letters.inquiriesOf(tx, List.of(one.messageId())).isEmpty()) {
      return Optional.of("our own letter");
    }
    // what goes to the wrong customer can't be taken back: both must say the same
    if (Stream.concat(answered.stream(), named.stream()).distinct().count() != 1) {
      return Optional.of("it names several inquiries");
    }
    if (one.text().isBlank() && one.attachments().isEmpty()) {
      return Optional.of("it says nothing");
    }
    return speaker(one.from()).isEmpty()
        ? Optional.of("the sender may not speak here")
        : Optional.empty();
  }

  private void write(Transaction tx, Mail one, String inquiry) {
    Member speaker = speaker(one.from()).orElseThrow();
    Written written = write(tx, speaker, inquiry, one);
    if (written == Written.NOBODY_HAS_IT) { // a customer who writes to what is done: once more
      var _ = inquiries.callPerson(tx, speaker, inquiry);
      written = write(tx, speaker, inquiry, one);
    }
    switch (written) {
      case TO_THE_CUSTOMER, TO_THE_DESK ->
          LOG.info("mail {} is heard for {}", one.messageId(), inquiry);
      case NOBODY_HAS_IT, NOT_ALLOWED, UNKNOWN_INQUIRY ->
          tx.record("", speaker.id(), "was refused by mail", inquiry, written.name());
    }
  }

  private Written write(Transaction tx, Member speaker, String inquiry, Mail one) {
    return inquiries
        .correspondence()
        .write(tx, speaker, inquiry, new Word.Where.Mail(), text(one, speaker));
  }

  private static String text(Mail one, Member speaker) {
    String text = Reception.cleaned(one.text());
    if (one.attachments().isEmpty()) {
      return text;
    }
    String named = String.join("、", one.attachments());
    return (text + "\n\n" + Phrase.MAIL_ATTACHED.in(speaker.language(), named)).strip();
  }

  /** Somebody whose address is known, or the desk itself where it may answer for itself. */
  private Optional<Member> speaker(String address) {
    Tenants known = tenants.get();
    return address.isEmpty()
        ? Optional.empty()
        : known
            .ofMail(address)
            .or(
                () ->
                    Optional.of(address)
                        .filter(mail.get().speakers()::contains)
                        .map(one -> desk(one, known)));
  }

  private static Member desk(String address, Tenants known) {
    return new Member(
        "mail:" + address,
        Phrase.MAIL_DESK.in(known.all().getFirst().language()),
        known.all().stream().map(Tenant::id).collect(Collectors.toSet()),
        Set.of(Role.ANALYST),
        known.all().getFirst().language(),
        Map.of());
  }

  private static Set<String> named(Mail one) {
    return Stream.concat(
            Stream.of(one.subject()).flatMap(subject -> found(IN_SUBJECT, subject)),
            one.to().stream().flatMap(address -> found(IN_ADDRESS, address)))
        .map(id -> id.toUpperCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  private static Stream<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1));
  }

  private static String first(List<String> answered, Set<String> named) {
    return Stream.concat(answered.stream(), named.stream()).findFirst().orElse("");
  }
}
