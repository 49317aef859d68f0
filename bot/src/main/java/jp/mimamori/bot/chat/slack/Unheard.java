package jp.mimamori.bot.chat.slack;

/** An act could not be kept: Slack must not be told that it arrived, so that it tries again. */
final class Unheard extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unheard(Throwable cause) {
    super("an act could not be kept", cause);
  }
}
