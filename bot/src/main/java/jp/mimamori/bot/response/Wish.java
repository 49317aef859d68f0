package jp.mimamori.bot.response;

import jp.mimamori.bot.edr.Severity;

/**
 * What somebody wants done, and about what.
 *
 * @param severity of the alert
 * @param reason in their words; may be empty
 */
public record Wish(
    String tenant, String alert, Severity severity, Measure measure, String reason) {}
