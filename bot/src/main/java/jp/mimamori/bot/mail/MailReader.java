package jp.mimamori.bot.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a mail says: its one sender, what it answers, the words of its writer. */
final class MailReader {
  private static final Pattern MESSAGE_ID = Pattern.compile("<([^<>\\s]{1,500})>");

  private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;:]{1,64}@[^\\s@<>,;:]{1,250}");

  /** Nobody writes deeper, and nobody who means well sends more. */
  private static final int MOST_DEPTH = 8;

  private static final int MOST_PARTS = 100;
  private static final int MOST_BYTES = 1 << 20;
  private static final int MOST_NAME = 120;

  private final StringBuilder plain = new StringBuilder();
  private final StringBuilder html = new StringBuilder();
  private final List<String> attachments = new ArrayList<>();
  private int parts;

  private MailReader() {}

  static Mail read(MimeMessage message) throws MessagingException, IOException {
    var reader = new MailReader();
    reader.collect(message, 0);
    String text =
        reader.plain.toString().isBlank()
            ? HtmlMail.text(reader.html.toString())
            : reader.plain.toString();
    return new Mail(
        messageId(message),
        from(message),
        Stream.of("To", "Cc", "Delivered-To", "X-Original-To")
            .flatMap(name -> addresses(message, name))
            .distinct()
            .toList(),
        Stream.of("In-Reply-To", "References")
            .flatMap(name -> ids(message, name))
            .distinct()
            .toList(),
        Optional.ofNullable(message.getSubject()).orElse(""),
        automatic(message),
        Quotes.without(text),
        reader.attachments);
  }

  private void collect(Part part, int depth) throws MessagingException, IOException {
    if (depth > MOST_DEPTH || ++parts > MOST_PARTS) {
      return;
    }
    if (part.isMimeType("multipart/*")) {
      try {
        if (part.getContent() instanceof Multipart several) {
          for (int i = 0; i < several.getCount(); i++) {
            collect(several.getBodyPart(i), depth + 1);
          }
        }
      } catch (MessagingException broken) {
        attachments.add("?"); // parts that can't be told apart: its writer's words may be lost
      }
      return;
    }
    Optional<String> name = name(part);
    boolean attached = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || name.isPresent();
    if (attached) {
      attachments.add(name.orElse("?"));
    } else if (part.isMimeType("text/plain")) {
      plain.append(text(part)).append('\n');
    } else if (part.isMimeType("text/html")) {
      html.append(text(part)).append('\n');
    }
  }

  private static Optional<String> name(Part part) throws MessagingException {
    return Optional.ofNullable(part.getFileName())
        .map(MailReader::decoded)
        .map(name -> name.replaceAll("[\\p{Cntrl}/\\\\]", "_"))
        .map(name -> name.length() > MOST_NAME ? name.substring(0, MOST_NAME) : name);
  }

  private static String decoded(String text) {
    try {
      return MimeUtility.decodeText(text);
    } catch (IOException unreadable) {
      return text;
    }
  }

  /** By its own charset; what names none that there is, is read as UTF-8. */
  private static String text(Part part) throws MessagingException, IOException {
    try (InputStream content = part.getInputStream()) {
      return new String(content.readNBytes(MOST_BYTES), charset(part.getContentType()));
    }
  }

  private static Charset charset(String contentType) {
    try {
      return Optional.ofNullable(new ContentType(contentType).getParameter("charset"))
          // what calls itself ISO-2022-JP often holds ① and 髙, which only Microsoft's has
          .map(name -> name.equalsIgnoreCase("iso-2022-jp") ? "x-windows-iso2022jp" : name)
          .map(MimeUtility::javaCharset)
          .filter(Charset::isSupported)
          .map(Charset::forName)
          .orElse(StandardCharsets.UTF_8);
    } catch (ParseException | IllegalArgumentException unknown) {
      return StandardCharsets.UTF_8;
    }
  }

  /** Who several write, nobody speaks for: it must be one. */
  private static String from(MimeMessage message) {
    List<String> from = addresses(message, "From").toList();
    return from.size() == 1 ? from.getFirst() : "";
  }

  private static Stream<String> addresses(MimeMessage message, String header) {
    return headers(message, header)
        .flatMap(
            value -> {
              try {
                return Arrays.stream(InternetAddress.parseHeader(value, false));
              } catch (MessagingException unreadable) {
                return Stream.<Address>of();
              }
            })
        .map(address -> ((InternetAddress) address).getAddress())
        .filter(address -> address != null && ADDRESS.matcher(address).matches())
        .map(address -> address.toLowerCase(Locale.ROOT));
  }

  private static Stream<String> ids(MimeMessage message, String header) {
    return headers(message, header)
        .flatMap(value -> MESSAGE_ID.matcher(value).results().map(found -> found.group(1)));
  }

  private static String messageId(MimeMessage message) throws MessagingException, IOException {
    Optional<String> own = ids(message, "Message-ID").findFirst();
    if (own.isPresent()) {
      return own.get();
    }
    try (InputStream content = message.getRawInputStream()) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String header : List.of("From", "Date", "Subject")) {
        headers(message, header)
            .forEach(value -> digest.update(value.getBytes(StandardCharsets.UTF_8)));
      }
      digest.update(content.readNBytes(MOST_BYTES));
      return "none." + HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** What says of itself that no person wrote it: answers to it would go round for ever. */
  private static Optional<String> automatic(MimeMessage message) throws MessagingException {
    if (headers(message, "Auto-Submitted")
        .anyMatch(value -> !value.strip().toLowerCase(Locale.ROOT).startsWith("no"))) {
      return Optional.of("auto-submitted");
    }
    if (headers(message, "Precedence")
        .anyMatch(value -> value.strip().matches("(?i)bulk|junk|list|auto_reply"))) {
      return Optional.of("precedence");
    }
    if (Stream.of(
            "List-Id", "List-Post", "List-Unsubscribe", "X-Autoreply", "X-Autorespond", "X-Loop")
        .anyMatch(name -> headers(message, name).findAny().isPresent())) {
      return Optional.of("list or auto-reply");
    }
    if (headers(message, "Return-Path").anyMatch(value -> value.strip().equals("<>"))
        || message.isMimeType("multipart/report")
        || from(message).matches("(?:mailer-daemon|postmaster)@.*")) {
      return Optional.of("bounce");
    }
    return Optional.empty();
  }

  private static Stream<String> headers(MimeMessage message, String name) {
    try {
      return Optional.ofNullable(message.getHeader(name)).stream()
          .flatMap(Arrays::stream)
          .map(MimeUtility::unfold);
    } catch (MessagingException unreadable) {
      return Stream.of();
    }
  }
}
