/** Every bell on record, and who hears when one does not ring. */
@NullMarked
package jp.mimamori.bot.bell;

import org.jspecify.annotations.NullMarked;
