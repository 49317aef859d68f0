/** What the EDR tells and can be asked. */
@NullMarked
package jp.mimamori.bot.edr;

import org.jspecify.annotations.NullMarked;
