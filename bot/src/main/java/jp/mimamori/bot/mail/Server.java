package jp.mimamori.bot.mail;

/**
 * A mail server and how it is spoken with. Does not show its password.
 *
 * @param user empty where nobody signs in
 */
public record Server(String host, int port, Security security, String user, String password) {
  /** How what is said is kept from others. */
  public enum Security {
    /** Encrypted from the first byte. */
    TLS,
    /** Encrypted before anything of ours is said; refused where the server can't. */
    STARTTLS,
    /** Not at all: for this machine only. */
    NONE
  }

  @Override
  public String toString() {
    return "Server[" + host + ":" + port + ", " + security + "]";
  }
}
