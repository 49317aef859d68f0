/** All that is Slack's. */
@NullMarked
package jp.mimamori.bot.chat.slack;

import org.jspecify.annotations.NullMarked;
