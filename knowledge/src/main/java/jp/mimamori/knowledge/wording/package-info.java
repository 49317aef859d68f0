/**
 * How answers are worded: the fixed sentences, dates and money, Japanese and English side by side.
 */
@NullMarked
package jp.mimamori.knowledge.wording;

import org.jspecify.annotations.NullMarked;
