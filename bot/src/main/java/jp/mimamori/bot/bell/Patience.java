package jp.mimamori.bot.bell;

import java.time.Duration;

/** How long something due may wait before somebody is told. */
public record Patience(Duration bell, Duration outbox, Duration inbox, Duration poll) {}
