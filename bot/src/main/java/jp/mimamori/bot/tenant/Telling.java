package jp.mimamori.bot.tenant;

/**
 * How the responsible contact (利用責任者, 第8条第1項) is told that a person was called.
 *
 * @param ofClosing whether of its end, too
 */
public record Telling(Where where, boolean ofClosing) {
  /** Nobody is told: the customer's own people see it in their thread. */
  public static final Telling NOBODY = new Telling(Where.NONE, false);

  /** Where they are told. */
  public enum Where {
    NONE,
    /** In the support channels, by their name. */
    CHANNEL,
    /** Between them and the service alone. */
    DIRECT,
    MAIL
  }
}
