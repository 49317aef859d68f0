/** What people say and see, in words that suit every platform. */
@NullMarked
package jp.mimamori.bot.chat;

import org.jspecify.annotations.NullMarked;
