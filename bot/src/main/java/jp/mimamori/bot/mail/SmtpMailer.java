package jp.mimamori.bot.mail;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;

/** Hands letters in by SMTP. */
public final class SmtpMailer implements Mailer {
  private static final String UTF_8 = "UTF-8";

  /** Replies of the 500s are for ever, those of the 400s for now: RFC 5321, 4.2.1. */
  private static final int FOR_EVER = 500;

  private final Server server;
  private final String from;
  private final String name;

  /**
   * @param name beside the address, for people to read
   */
  public SmtpMailer(Server server, String from, String name) {
    this.server = server;
    this.from = from;
    this.name = name;
  }

  @Override
  public String from() {
    return from;
  }

  @Override
  public Outcome send(Letter letter, Instant now) {
    Session session = Sessions.of("smtp", server);
    boolean handingIn = false;
    try (Transport transport = session.getTransport("smtp")) {
      MimeMessage message = message(session, letter, now);
      connect(transport);
      handingIn = true;
      transport.sendMessage(message, message.getAllRecipients());
      return new Outcome.Accepted();
    } catch (MessagingException | UnsupportedEncodingException e) {
      return outcome(e, handingIn);
    }
  }

  /** Signs in and out again; returns nothing if that went well, else what did not. */
  public List<String> examine() {
    try (Transport transport = Sessions.of("smtp", server).getTransport("smtp")) {
      connect(transport);
      return List.of();
    } catch (MessagingException e) {
      return List.of(sentence(e));
    }
  }

  private void connect(Transport transport) throws MessagingException {
    if (server.user().isEmpty()) {
      transport.connect();
    } else {
      transport.connect(server.user(), server.password());
    }
  }

  private MimeMessage message(Session session, Letter letter, Instant now)
      throws MessagingException, UnsupportedEncodingException {
    var message = new Named(session, letter.messageId());
    message.setFrom(new InternetAddress(from, name, UTF_8));
    for (String to : letter.to()) {
      message.addRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
    }
    if (!letter.replyTo().isEmpty()) {
      message.setReplyTo(new Address[] {new InternetAddress(letter.replyTo(), true)});
    }
    message.setSubject(letter.subject(), UTF_8);
    message.setText(letter.text(), UTF_8);
    message.setSentDate(Date.from(now));
    if (!letter.references().isEmpty()) {
      message.setHeader("In-Reply-To", bracketed(letter.references().getLast()));
      message.setHeader(
          "References",
          letter.references().stream()
              .map(SmtpMailer::bracketed)
              .collect(Collectors.joining("\r\n ")));
    }
    // machines that answer machines are asked not to: RFC 3834, 5
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("X-Auto-Response-Suppress", "All");
    message.saveChanges();
    return message;
  }

  private static String bracketed(String messageId) {
    return "<" + messageId + ">";
  }

  private static Outcome outcome(Exception e, boolean handingIn) {
    return switch (e) {
      case AuthenticationFailedException _, MailConnectException _ ->
          new Outcome.TryAgain(sentence(e));
      case SMTPSendFailedException failed when failed.getReturnCode() > 0 ->
          failed.getReturnCode() >= FOR_EVER
              ? new Outcome.Refused(sentence(e))
              : new Outcome.TryAgain(sentence(e));
      case SMTPSendFailedException _ -> new Outcome.Unclear(sentence(e));
      // no address was taken, so nothing was sent
      case SendFailedException failed -> ofAddresses(failed);
      default -> handingIn ? new Outcome.Unclear(sentence(e)) : new Outcome.TryAgain(sentence(e));
    };
  }

  private static Outcome ofAddresses(SendFailedException failed) {
    return failed.getNextException() instanceof SMTPAddressFailedException address
            && address.getReturnCode() < FOR_EVER
        ? new Outcome.TryAgain(sentence(address))
        : new Outcome.Refused(sentence(failed));
  }

  /** What the server or the network said, on one line. */
  private static String sentence(Exception e) {
    String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return e instanceof AuthenticationFailedException
        ? "the sign-in was refused"
        : e.getClass().getSimpleName() + ": " + said;
  }

  /** A message that keeps the id that it is given. */
  private static final class Named extends MimeMessage {
    private final String id;

    Named(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", bracketed(id));
    }
  }
}
