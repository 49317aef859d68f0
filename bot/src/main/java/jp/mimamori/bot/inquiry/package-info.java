/** A customer asks; the knowledge answers, or a person is called. */
@NullMarked
package jp.mimamori.bot.inquiry;

import org.jspecify.annotations.NullMarked;
