package jp.mimamori.bot.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads a folder by IMAP, without so much as marking a mail as seen. */
public final class ImapMailbox implements Mailbox {
  /** What mail servers commonly take; a bigger one is no answer of a person. */
  private static final int MOST_BYTES = 25 << 20;

  private static final Session SESSION = Session.getInstance(Sessions.LENIENT);
  private final Server server;
  private final String folder;

  public ImapMailbox(Server server, String folder) {
    this.server = server;
    this.folder = folder;
  }

  @Override
  public Batch after(Place place, int most) throws MailException {
    try (Store store = Sessions.of("imap", server).getStore("imap")) {
      store.connect(server.user(), server.password());
      Folder opened = store.getFolder(folder);
      opened.open(Folder.READ_ONLY);
      try (opened) {
        return read((UIDFolder) opened, place, most);
      }
    } catch (MessagingException e) {
      throw new MailException(sentence(e), e);
    }
  }

  /** Opens and closes it; returns nothing if that went well, else what did not. */
  public List<String> examine() {
    try (Store store = Sessions.of("imap", server).getStore("imap")) {
      store.connect(server.user(), server.password());
      Folder opened = store.getFolder(folder);
      opened.open(Folder.READ_ONLY);
      opened.close(false);
      return List.of();
    } catch (MessagingException e) {
      return List.of(sentence(e));
    }
  }

  private static Batch read(UIDFolder opened, Place place, int most) throws MessagingException {
    long validity = opened.getUIDValidity();
    long from = place.validity() == validity ? place.uid() : 0;
    List<Numbered> all = new ArrayList<>();
    // "n:*" names the last one even if its number is lower
    for (Message message : opened.getMessagesByUID(from + 1, UIDFolder.LASTUID)) {
      long uid = opened.getUID(message);
      if (uid > from) {
        all.add(new Numbered(uid, message));
      }
    }
    all.sort(Comparator.comparingLong(Numbered::uid));
    List<Read> mails = all.stream().limit(most).map(one -> read(one.uid(), one.message())).toList();
    long last = all.stream().limit(most).mapToLong(Numbered::uid).max().orElse(from);
    return new Batch(mails, new Place(validity, last), all.size() > most);
  }

  private static Read read(long uid, Message message) {
    try {
      if (message.getSize() > MOST_BYTES) {
        return new Read.Broken(uid, "too large");
      }
      // taken apart here: servers fail at mails that are broken
      var content = new ByteArrayOutputStream();
      message.writeTo(content);
      return new Read.Well(
          MailReader.read(
              new MimeMessage(SESSION, new ByteArrayInputStream(content.toByteArray()))));
    } catch (MessagingException | IOException | RuntimeException e) {
      // whatever somebody may have made of a mail: the next one is read all the same
      return new Read.Broken(uid, e.getClass().getSimpleName());
    }
  }

  private static String sentence(MessagingException e) {
    if (e instanceof AuthenticationFailedException) {
      return "the sign-in was refused";
    }
    String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return e.getClass().getSimpleName() + ": " + said;
  }

  private record Numbered(long uid, Message message) {}
}
