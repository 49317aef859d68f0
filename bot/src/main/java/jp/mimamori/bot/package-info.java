/** The service: its command line and how it is put together. */
@NullMarked
package jp.mimamori.bot;

import org.jspecify.annotations.NullMarked;
