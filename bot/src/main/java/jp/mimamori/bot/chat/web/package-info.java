/** The chat as a web page of our own, with the local demo's sign-in. */
@NullMarked
package jp.mimamori.bot.chat.web;

import org.jspecify.annotations.NullMarked;
