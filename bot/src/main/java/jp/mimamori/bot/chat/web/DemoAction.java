package jp.mimamori.bot.chat.web;

import java.util.function.Predicate;

/**
 * A button that makes something happen in the demo, like an event on an endpoint.
 *
 * @param allowed who sees the button and may press it
 * @param action run while the browser waits; its failure is told to whoever pressed
 */
public record DemoAction(String id, Bilingual label, Predicate<Visitor> allowed, Runnable action) {}
