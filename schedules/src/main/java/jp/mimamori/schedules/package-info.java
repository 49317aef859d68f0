/** When things are due: business hours, holidays, ladders, the bells that ring for due work. */
@NullMarked
package jp.mimamori.schedules;

import org.jspecify.annotations.NullMarked;
