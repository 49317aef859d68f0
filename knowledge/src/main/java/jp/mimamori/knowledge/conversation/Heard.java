package jp.mimamori.knowledge.conversation;

import jp.mimamori.knowledge.Answer;
import jp.mimamori.knowledge.Question;

/**
 * A message as it was understood, and the answer to that.
 *
 * @param meant the message itself, or the whole question that it stands for
 */
public record Heard(Question meant, Answer answer) {}
