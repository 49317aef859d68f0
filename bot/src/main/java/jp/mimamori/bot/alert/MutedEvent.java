package jp.mimamori.bot.alert;

import java.time.Instant;
import jp.mimamori.bot.edr.Severity;

/**
 * An event that raised no card.
 *
 * @param endpoint its name; empty if it names none
 * @param reason of the rule that muted it
 */
public record MutedEvent(
    String id,
    String tenant,
    String model,
    Severity severity,
    String endpoint,
    Instant seenAt,
    String reason) {}
