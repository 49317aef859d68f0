/** What is told of a case or a month afterwards: incident reports and monthly reports. */
@NullMarked
package jp.mimamori.bot.report;

import org.jspecify.annotations.NullMarked;
