package jp.mimamori.bot.chat.discord.local;

/** How Discord refuses. */
final class LocalError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  final int status;
  final int code;

  LocalError(int status, int code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }
}
