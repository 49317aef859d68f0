package jp.mimamori.bot.chat.slack.local;

import java.time.Duration;

/** What can go wrong with one call of the Web API. */
public sealed interface Fault {
  /** Too often. */
  record Limited(Duration retryAfter) implements Fault {}

  /**
   * An HTTP error.
   *
   * @param done whether the call had its effect before
   */
  record Status(int status, boolean done) implements Fault {}

  /** Slack's own word for what is wrong, in an answer that is otherwise well. */
  record Says(String error) implements Fault {}

  /**
   * No answer for so long, and then the connection is closed.
   *
   * @param done whether the call had its effect before
   */
  record Hangs(Duration time, boolean done) implements Fault {}

  /**
   * The connection is closed without an answer.
   *
   * @param done whether the call had its effect before
   */
  record Drops(boolean done) implements Fault {}

  /** An answer that takes its time. */
  record Slow(Duration time) implements Fault {}
}
