package jp.mimamori.bot.mail;

import jakarta.mail.Session;
import java.util.Properties;

/** How a server is spoken with: bounded in time, and never less encrypted than was asked for. */
final class Sessions {
  /** In milliseconds; a server that is there answers within a few. */
  private static final String PATIENCE = "20000";

  /** Broken headers of others are read as well as can be, rather than refused. */
  static final Properties LENIENT = lenient();

  private Sessions() {}

  private static Properties lenient() {
    var properties = new Properties();
    properties.put("mail.mime.address.strict", "false");
    return properties;
  }

  /**
   * @param protocol {@code smtp} or {@code imap}
   */
  static Session of(String protocol, Server server) {
    String mail = "mail." + protocol + ".";
    var properties = new Properties();
    properties.put("mail.transport.protocol", "smtp");
    properties.put("mail.store.protocol", "imap");
    properties.put(mail + "host", server.host());
    properties.put(mail + "port", Integer.toString(server.port()));
    properties.put(mail + "auth", Boolean.toString(!server.user().isEmpty()));
    properties.put(mail + "connectiontimeout", PATIENCE);
    properties.put(mail + "timeout", PATIENCE);
    properties.put(mail + "writetimeout", PATIENCE);
    properties.put(mail + "ssl.checkserveridentity", "true");
    properties.put(mail + "peek", "true"); // what we read stays unread for people
    switch (server.security()) {
      case TLS -> properties.put(mail + "ssl.enable", "true");
      case STARTTLS -> {
        properties.put(mail + "starttls.enable", "true");
        properties.put(mail + "starttls.required", "true");
      }
      case NONE -> {}
    }
    return Session.getInstance(properties);
  }
}
