/** Where people and the service meet: one way in (Reception), one way out (Courier, Cards). */
@NullMarked
package jp.mimamori.bot.frontdesk;

import org.jspecify.annotations.NullMarked;
