package jp.mimamori.bot.chat.slack;

import java.time.Duration;

/** What became of a call of Slack's Web API. */
sealed interface Called<T> {
  record Done<T>(T value) implements Called<T> {}

  /** Too often; not done. */
  record Limited<T>(Duration after) implements Called<T> {}

  /** Slack was not reached; not done. */
  record NotSent<T>(String reason) implements Called<T> {}

  /** Perhaps done, perhaps not. */
  record Unclear<T>(String reason) implements Called<T> {}

  /**
   * Not done.
   *
   * @param error Slack's name for it, such as {@code not_in_channel}
   */
  record Refused<T>(String error) implements Called<T> {}
}
