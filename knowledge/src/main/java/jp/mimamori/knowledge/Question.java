package jp.mimamori.knowledge;

import java.time.Instant;
import java.util.Optional;

/**
 * What somebody wants to know.
 *
 * @param text as typed: any length, any characters
 * @param language the language wished for; otherwise that of the text
 * @param writtenIn the language whose documents the text is to be looked up in, where that is not
 *     the one to answer in: what was asked before, told again in another language
 * @param now the moment of asking, for answers that depend on it
 */
public record Question(
    String text, Optional<Language> language, Optional<Language> writtenIn, Instant now) {
  public Question(String text, Instant now) {
    this(text, Optional.empty(), now);
  }

  public Question(String text, Optional<Language> language, Instant now) {
    this(text, language, Optional.empty(), now);
  }

  /** The language to answer in. */
  public Language answerIn() {
    return language.orElseGet(() -> Language.of(text));
  }

  /** The same asked in other words, a part of these. */
  Question saying(String words) {
    return new Question(words, Optional.of(answerIn()), writtenIn, now);
  }

  /** The language to look it up in. */
  Language lookUpIn() {
    return writtenIn.orElseGet(this::answerIn);
  }
}
