/** Whether the customers' endpoints are as the service needs them. */
@NullMarked
package jp.mimamori.bot.endpoint;

import org.jspecify.annotations.NullMarked;
