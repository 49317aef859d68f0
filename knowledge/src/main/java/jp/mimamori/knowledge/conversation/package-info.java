/** What a message means after what was asked and answered before it. */
@NullMarked
package jp.mimamori.knowledge.conversation;

import org.jspecify.annotations.NullMarked;
