/** A noteworthy event becomes an alert that somebody must look at. */
@NullMarked
package jp.mimamori.bot.alert;

import org.jspecify.annotations.NullMarked;
