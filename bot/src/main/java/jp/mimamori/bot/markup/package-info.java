/** Markup that is safe to show, on the page and on paper. */
@NullMarked
package jp.mimamori.bot.markup;

import org.jspecify.annotations.NullMarked;
