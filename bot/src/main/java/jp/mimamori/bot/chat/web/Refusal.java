package jp.mimamori.bot.chat.web;

/** A request that is not served; ends its handler, and the person is told why in one sentence. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient Bilingual reason;

  Refusal(int status, Bilingual reason) {
    super(reason.en(), null, false, false);
    this.status = status;
    this.reason = reason;
  }

  static Refusal notFound() {
    return new Refusal(404, Words.NOT_FOUND);
  }

  int status() {
    return status;
  }

  Bilingual reason() {
    return reason;
  }
}
