/** What the operator tells its customers. */
@NullMarked
package jp.mimamori.bot.announcement;

import org.jspecify.annotations.NullMarked;
