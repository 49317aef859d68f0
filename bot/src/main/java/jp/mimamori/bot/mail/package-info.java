/** What is written and read by mail: letters out over SMTP, a mailbox read over IMAP. */
@NullMarked
package jp.mimamori.bot.mail;

import org.jspecify.annotations.NullMarked;
