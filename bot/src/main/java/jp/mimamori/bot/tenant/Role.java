package jp.mimamori.bot.tenant;

/** What a member is to the service. */
public enum Role {
  /** Works for a customer: asks, and sees what concerns that customer. */
  CUSTOMER,
  /** The customer's responsible contact (利用責任者, 第8条第1項). */
  RESPONSIBLE_CONTACT,
  /** Works for the operator: looks at alerts, acts on endpoints, answers inquiries. */
  ANALYST
}
