/** What operators edit in {@code config/}, read strictly. */
@NullMarked
package jp.mimamori.bot.settings;

import org.jspecify.annotations.NullMarked;
