/** A Slack on this machine: a stand-in that speaks Slack's protocol, for people and for tests. */
@NullMarked
package jp.mimamori.bot.chat.slack.local;

import org.jspecify.annotations.NullMarked;
