package jp.mimamori.bot.inquiry;

import java.time.Instant;
import java.util.Optional;

/**
 * How a person came to an inquiry. What happened first stays as it was, however the inquiry goes
 * on: answered, given back, closed, handed over once more.
 *
 * @param category by the answer's first source, or as people at the desk know better
 * @param wantedAt when a person was first wanted; empty if the bot's answer was enough
 * @param takenAt when a person first took it; empty if nobody did
 */
public record Attended(
    String id,
    Category category,
    Instant askedAt,
    Optional<Instant> wantedAt,
    Optional<Instant> takenAt) {}
