package jp.mimamori.bot.chat.slack;

import java.time.Duration;

/**
 * How patient the adapter is.
 *
 * @param answer so long Slack may take to answer a call; less than a courier's lease
 * @param ping so often a socket is asked whether it lives
 * @param silence a socket that says nothing for so long is dead, whatever TCP thinks
 * @param firstBackoff the first wait before Slack is called up again; each further one doubles
 * @param longestBackoff the longest such wait
 * @param thinking so long a question waits before the person is shown that it is being thought of
 * @param acquaintance so long an act waits for who the person is: with the rest of the way it must
 *     fit into the 3 s in which Slack wants its acknowledgement
 *     (https://docs.slack.dev/apis/events-api/#responding)
 */
public record SlackTiming(
    Duration answer,
    Duration ping,
    Duration silence,
    Duration firstBackoff,
    Duration longestBackoff,
    Duration thinking,
    Duration acquaintance) {
  /** For the real Slack. */
  public static final SlackTiming USUAL =
      new SlackTiming(
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(1),
          Duration.ofSeconds(60),
          Duration.ofMillis(1_500),
          Duration.ofSeconds(1));
}
