package jp.mimamori.bot.announcement;

import java.time.LocalDate;

/**
 * The responsible contact is reminded of a contract's dates (第14条第2項).
 *
 * @param objectBy the last day on which the renewal can be objected to
 * @param renewsOn the day on which the contract renews by itself
 */
public record Reminder(String id, String tenant, LocalDate objectBy, LocalDate renewsOn) {}
