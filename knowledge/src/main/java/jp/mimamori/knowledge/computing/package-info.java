/** Answers that are sums and dates: money and days are law, so every step is shown and cited. */
@NullMarked
package jp.mimamori.knowledge.computing;

import org.jspecify.annotations.NullMarked;
