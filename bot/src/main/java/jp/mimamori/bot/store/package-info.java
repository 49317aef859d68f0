/** What the bot remembers: state, audit trail and outbox, written together or not at all. */
@NullMarked
package jp.mimamori.bot.store;

import org.jspecify.annotations.NullMarked;
