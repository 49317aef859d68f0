/** A Discord on this machine: for tests, and to see what Discord would show without an account. */
@NullMarked
package jp.mimamori.bot.chat.discord.local;

import org.jspecify.annotations.NullMarked;
