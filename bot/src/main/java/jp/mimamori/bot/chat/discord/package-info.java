/** All that is Discord's. */
@NullMarked
package jp.mimamori.bot.chat.discord;

import org.jspecify.annotations.NullMarked;
