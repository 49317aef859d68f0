/** Stands in for Trend Vision One behind the very same HTTP API. */
@NullMarked
package jp.mimamori.bot.edr.simulator;

import org.jspecify.annotations.NullMarked;
