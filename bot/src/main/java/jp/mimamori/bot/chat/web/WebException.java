package jp.mimamori.bot.chat.web;

/** The web chat could not be started; the message is one sentence for the operator. */
public final class WebException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WebException(String message, Throwable cause) {
    super(message, cause);
  }
}
