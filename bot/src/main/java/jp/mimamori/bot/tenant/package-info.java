/** Who the customers are, who their people and ours are, and where to reach them. */
@NullMarked
package jp.mimamori.bot.tenant;

import org.jspecify.annotations.NullMarked;
