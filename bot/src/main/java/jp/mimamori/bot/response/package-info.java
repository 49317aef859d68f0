/** An action on the EDR: asked for, authorised, carried out, recorded. */
@NullMarked
package jp.mimamori.bot.response;

import org.jspecify.annotations.NullMarked;
