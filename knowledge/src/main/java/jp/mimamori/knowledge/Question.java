package jp.mimamori.knowledge;

import java.time.Instant;
import java.util.Optional;

/**
 * What somebody wants to know.
 *
 * @param text as typed: any length, any characters
 * @param language the language wished for; otherwise that of the text
 * @param now the moment of asking, for answers that depend on it
 */
public record Question(String text, Optional<Language> language, Instant now) {
  public Question(String text, Instant now) {
    this(text, Optional.empty(), now);
  }

  /** The language to answer in. */
  public Language answerIn() {
    return language.orElseGet(() -> Language.of(text));
  }
}
