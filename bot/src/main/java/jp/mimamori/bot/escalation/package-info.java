/** Watches over what waits for a person, and calls the next one when nobody comes. */
@NullMarked
package jp.mimamori.bot.escalation;

import org.jspecify.annotations.NullMarked;
