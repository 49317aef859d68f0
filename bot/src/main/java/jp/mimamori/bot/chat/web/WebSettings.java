package jp.mimamori.bot.chat.web;

/**
 * Where the page is served.
 *
 * @param host the address to listen on, which is also a name that browsers may call us by; {@code
 *     localhost} and the loopback addresses always are
 * @param port 0 for any free one
 */
public record WebSettings(String host, int port) {
  /** This machine and nobody else: the page's sign-in knows no passwords. */
  public static final String LOOPBACK = "127.0.0.1";

  public WebSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("Not a port: " + port);
    }
  }

  public static WebSettings local(int port) {
    return new WebSettings(LOOPBACK, port);
  }
}
