package jp.mimamori.bot.mail;

/** The mailbox can't be read now. The sentence is for an operator and holds no secret. */
public final class MailException extends Exception {
  private static final long serialVersionUID = 1L;

  MailException(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  public MailException(String sentence) {
    super(sentence);
  }
}
