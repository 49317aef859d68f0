package jp.mimamori.knowledge.conversation;

import jp.mimamori.knowledge.Language;

/**
 * What went before in the same thread.
 *
 * @param question as it was understood: complete in itself
 * @param language in which it was answered
 */
public record Turn(String question, Language language) {}
