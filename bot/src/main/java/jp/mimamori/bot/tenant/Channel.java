package jp.mimamori.bot.tenant;

/**
 * A place on a platform where a tenant's matters are spoken of.
 *
 * @param id the platform's own id of the channel
 * @param anyone whether everybody who is let in there may ask as a customer of the tenant
 */
public record Channel(String platform, String id, Purpose purpose, boolean anyone) {
  /** What a channel is for. */
  public enum Purpose {
    /** Customers ask here and are answered. */
    SUPPORT,
    /** Analysts see the tenant's alerts here. */
    ALERTS,
    /** Inquiries that wait for a person are shown to analysts here. */
    DESK,
    /** Here somebody is called when nobody came. */
    ON_CALL
  }
}
