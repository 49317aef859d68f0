package jp.mimamori.bot.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import jp.mimamori.bot.mail.Mailbox.Place;
import jp.mimamori.bot.mail.Mailbox.Read;
import jp.mimamori.bot.mail.Mailer.Outcome;
import jp.mimamori.bot.mail.Server.Security;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters over SMTP and mails over IMAP, with a server on loopback. */
class SmtpImapTest {
  private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
  private static final String LOOPBACK = "127.0.0.1";

  private final GreenMail server =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, LOOPBACK, ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, LOOPBACK, ServerSetup.PROTOCOL_IMAP),
            new ServerSetup(0, LOOPBACK, ServerSetup.PROTOCOL_SMTPS)
          });
  private GreenMailUser user;

  @BeforeEach
  void start() {
    server.start();
    user = server.setUser("edr@example.jp", "edr", "geheim");
    server.setUser("support@example.jp", "support", "other");
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void aLetterArrivesWithItsIdItsThreadAndItsJapanese() throws Exception {
    Letter letter =
        new Letter(
            "L-2.Q-1.ab@example.jp",
            List.of("support@example.jp"),
            "edr+Q-1@example.jp",
            "[Q-1] さくら商事 様 お問い合わせへの追記",
            "髙橋様\n①をご確認ください。\n",
            List.of("L-1.Q-1.aa@example.jp"));
    assertInstanceOf(Outcome.Accepted.class, mailer().send(letter, NOW));
    MimeMessage arrived = server.getReceivedMessages()[0];
    assertEquals("<L-2.Q-1.ab@example.jp>", arrived.getMessageID());
    assertEquals("<L-1.Q-1.aa@example.jp>", arrived.getHeader("In-Reply-To", null));
    assertEquals("[Q-1] さくら商事 様 お問い合わせへの追記", arrived.getSubject());
    assertEquals("auto-generated", arrived.getHeader("Auto-Submitted", null));
    assertEquals("edr+Q-1@example.jp", arrived.getReplyTo()[0].toString());
    assertTrue(String.valueOf(arrived.getContent()).startsWith("髙橋様"));
  }

  @Test
  void noWordsOfACustomerBecomeAHeader() throws Exception {
    Letter letter =
        new Letter(
            "L-1@example.jp",
            List.of("support@example.jp"),
            "",
            "[Q-1] x\r\nBcc: thief@example.com\u2028\u0000y",
            "text",
            List.of());
    assertInstanceOf(Outcome.Accepted.class, mailer().send(letter, NOW));
    MimeMessage arrived = server.getReceivedMessages()[0];
    assertEquals(Optional.empty(), Optional.ofNullable(arrived.getHeader("Bcc", null)));
    assertTrue(arrived.getSubject().startsWith("[Q-1] x  Bcc: thief@example.com"));
    assertEquals(1, server.getReceivedMessages().length);
  }

  @Test
  void aPasswordThatIsWrongIsSaidWithoutIt() {
    var wrong =
        new SmtpMailer(
            new Server(LOOPBACK, server.getSmtp().getPort(), Security.NONE, "edr", "falsch"),
            "edr@example.jp",
            "見守り");
    Outcome outcome = wrong.send(letter(), NOW);
    assertEquals(new Outcome.TryAgain("the sign-in was refused"), outcome);
    assertEquals(List.of("the sign-in was refused"), wrong.examine());
    assertFalse(new Server("h", 1, Security.TLS, "edr", "falsch").toString().contains("falsch"));
  }

  @Test
  void nothingIsSaidUnencryptedWhereEncryptionWasAskedFor() {
    var starttls =
        new SmtpMailer(
            new Server(LOOPBACK, server.getSmtp().getPort(), Security.STARTTLS, "edr", "geheim"),
            "edr@example.jp",
            "見守り");
    assertInstanceOf(Outcome.TryAgain.class, starttls.send(letter(), NOW));
    var unknown =
        new SmtpMailer(
            new Server(LOOPBACK, server.getSmtps().getPort(), Security.TLS, "edr", "geheim"),
            "edr@example.jp",
            "見守り");
    assertInstanceOf(Outcome.TryAgain.class, unknown.send(letter(), NOW), "nobody vouches for it");
    assertEquals(0, server.getReceivedMessages().length);
  }

  @Test
  void nobodyThereIsForNow() throws IOException {
    int nobody;
    try (var socket = new ServerSocket(0)) {
      nobody = socket.getLocalPort();
    }
    var mailer =
        new SmtpMailer(new Server(LOOPBACK, nobody, Security.NONE, "", ""), "a@b.jp", "見守り");
    assertInstanceOf(Outcome.TryAgain.class, mailer.send(letter(), NOW));
    var mailbox =
        new ImapMailbox(new Server(LOOPBACK, nobody, Security.NONE, "edr", "geheim"), "INBOX");
    assertThrows(MailException.class, () -> mailbox.after(Place.START, 10));
  }

  @Test
  void readsOnlyWhatIsNewAndLeavesItAsItWas() throws Exception {
    deliver("Subject: one\r\n\r\n1");
    deliver("Subject: two\r\n\r\n2");
    deliver("Subject: three\r\n\r\n3");
    Mailbox.Batch first = mailbox().after(Place.START, 2);
    assertEquals(List.of("one", "two"), subjects(first));
    assertTrue(first.more());
    Mailbox.Batch rest = mailbox().after(first.place(), 2);
    assertEquals(List.of("three"), subjects(rest));
    assertFalse(rest.more());
    assertEquals(List.of(), subjects(mailbox().after(rest.place(), 2)));
    assertEquals(
        3,
        subjects(mailbox().after(new Place(rest.place().validity() + 1, 9), 10)).size(),
        "numbered anew");
    assertEquals(
        3, server.getManagers().getImapHostManager().getInbox(user).getUnseenCount(), "unseen");
  }

  @Test
  void readsIso2022JpWithWhatOnlyMicrosoftsHas() throws Exception {
    byte[] body = "髙橋です。①はい\r\n".getBytes(Charset.forName("x-windows-iso2022jp"));
    byte[] head =
        """
        From: =?ISO-2022-JP?B?GyRCOjRGIxsoQg==?= <Sato@Example.jp>\r
        Subject: Re: =?ISO-2022-JP?B?GyRCJCpMZCQkOWckbyQ7GyhC?=\r
         [Q-1]\r
        Message-ID: <m1@elsewhere>\r
        In-Reply-To:\r
         <L-1.Q-1@example.jp>\r
        References: <a@b>\r
        \t<L-1.Q-1@example.jp>\r
        Content-Type: text/plain; charset=ISO-2022-JP\r
        \r
        """
            .getBytes(StandardCharsets.US_ASCII);
    byte[] all = new byte[head.length + body.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    deliver(all);
    Mail mail = only();
    assertEquals("sato@example.jp", mail.from());
    assertEquals("Re: お問い合わせ [Q-1]", mail.subject());
    assertEquals("髙橋です。①はい", mail.text());
    assertEquals("m1@elsewhere", mail.messageId());
    assertEquals(List.of("L-1.Q-1@example.jp", "a@b"), mail.references());
  }

  @Test
  void readsHtmlWhereThereIsNothingElseAndRunsNothing() throws Exception {
    deliver(
        "From: sato@example.jp\r\n"
            + "Content-Type: text/html; charset=utf-8\r\n"
            + "Content-Transfer-Encoding: 8bit\r\n\r\n"
            + "<html><head><style>p{}</style></head><body><p>はい。</p><p>1行<br>2行</p><script>alert(1)</script><img"
            + " src='http://thief.example/x.png'><div class=\"gmail_quote\">On … wrote:"
            + " <blockquote>元</blockquote></div></body></html>");
    assertEquals("はい。\n1行\n2行", only().text());
  }

  @Test
  void namesWhatIsAttached() throws Exception {
    deliver(
        """
        From: sato@example.jp
        Content-Type: multipart/mixed; boundary=x

        --x
        Content-Type: multipart/alternative; boundary=y

        --y
        Content-Type: text/plain; charset=utf-8

        yes
        --y
        Content-Type: text/html; charset=utf-8

        <b>yes</b>
        --y--
        --x
        Content-Type: application/pdf
        Content-Disposition: attachment; filename*=UTF-8''%E6%89%8B%E9%A0%86.pdf

        %PDF
        --x
        Content-Type: text/plain
        Content-Disposition: attachment; filename="../../etc/passwd"

        not words of the writer
        --x--
        """
            .replace("\n", "\r\n"));
    assertEquals("yes", only().text());
    assertEquals(List.of("手順.pdf", ".._.._etc_passwd"), only().attachments());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Auto-Submitted: auto-replied | true",
        "Auto-Submitted: no | false",
        "Precedence: bulk | true",
        "List-Id: <x.example.jp> | true",
        "Content-Type: multipart/report; boundary=x | true",
        "X-Mailer: somebody's | false",
      })
  void knowsWhatNoPersonWrote(String header, boolean automatic) throws Exception {
    deliver("From: sato@example.jp\r\n" + header + "\r\n\r\nx");
    assertEquals(automatic, only().automatic().isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "From: \r\n\r\n",
        "From: a@b, c@d\r\n\r\nwho?",
        "From: <<<\r\nContent-Type: text/plain; charset=nowhere\r\n\r\nx",
        "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: multipart/mixed\r\n",
        "Subject: =?UTF-8?B?%%%?=\r\n\r\nx",
        "Content-Transfer-Encoding: base64\r\n\r\n!!!!",
      })
  void whatIsBrokenStopsNoOther(String broken) throws Exception {
    deliver(broken);
    deliver("From: sato@example.jp\r\nSubject: next\r\n\r\nfine");
    Mailbox.Batch batch = mailbox().after(Place.START, 10);
    assertEquals(2, batch.mails().size());
    assertEquals("fine", ((Read.Well) batch.mails().getLast()).mail().text());
    if (batch.mails().getFirst() instanceof Read.Well(Mail mail)) {
      assertEquals("", mail.from(), "nobody speaks for it");
    }
  }

  private Letter letter() {
    return new Letter("L-1@example.jp", List.of("support@example.jp"), "", "s", "t", List.of());
  }

  private SmtpMailer mailer() {
    return new SmtpMailer(
        new Server(LOOPBACK, server.getSmtp().getPort(), Security.NONE, "edr", "geheim"),
        "edr@example.jp",
        "見守り");
  }

  private ImapMailbox mailbox() {
    return new ImapMailbox(
        new Server(LOOPBACK, server.getImap().getPort(), Security.NONE, "edr", "geheim"), "INBOX");
  }

  private Mail only() throws MailException {
    Mailbox.Batch batch = mailbox().after(Place.START, 10);
    assertEquals(1, batch.mails().size());
    return assertInstanceOf(Read.Well.class, batch.mails().getFirst()).mail();
  }

  private static List<String> subjects(Mailbox.Batch batch) {
    return batch.mails().stream().map(read -> ((Read.Well) read).mail().subject()).toList();
  }

  private void deliver(String mail) throws MessagingException {
    deliver(mail.getBytes(StandardCharsets.UTF_8));
  }

  private void deliver(byte[] mail) throws MessagingException {
    user.deliver(
        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail)));
  }
}
