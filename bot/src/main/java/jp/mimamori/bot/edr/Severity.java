package jp.mimamori.bot.edr;

/** How bad the EDR thinks it is, mildest first. */
public enum Severity {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL
}
