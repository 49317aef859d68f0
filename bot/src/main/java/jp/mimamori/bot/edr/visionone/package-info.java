/** Speaks to Trend Vision One over its public API v3.0. */
@NullMarked
package jp.mimamori.bot.edr.visionone;

import org.jspecify.annotations.NullMarked;
