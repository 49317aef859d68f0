package jp.mimamori.bot.chat.discord.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One interaction: who acts, and what became of it. */
public final class Act {
  /**
   * How long Discord waits for the first response.
   * https://discord.com/developers/docs/interactions/receiving-and-responding
   */
  private static final Duration FIRST_RESPONSE = Duration.ofSeconds(3);

  final String id;
  final String token;
  final String user;
  final String channel;

  /** The message that carries what was pressed. */
  final @Nullable String origin;

  private final long at = System.nanoTime();
  private volatile boolean acknowledged;
  private volatile boolean answered;
  private volatile @Nullable ObjectNode original;
  private volatile @Nullable ObjectNode modal;

  Act(String id, String user, String channel, @Nullable String origin) {
    this.id = id;
    this.token = "interaction-token-" + id;
    this.user = user;
    this.channel = channel;
    this.origin = origin;
  }

  boolean isLate() {
    return System.nanoTime() - at > FIRST_RESPONSE.toNanos();
  }

  /** Whether there was a first response: a second one is refused. */
  public boolean isAcknowledged() {
    return acknowledged;
  }

  /** As if another node had responded. */
  public void acknowledge() {
    acknowledged = true;
  }

  /** Whether the first response was carried out. */
  public boolean isAnswered() {
    return answered;
  }

  void answered() {
    answered = true;
  }

  /** The message that the response made or is about; null if there is none. */
  public @Nullable ObjectNode original() {
    return original;
  }

  void original(@Nullable ObjectNode message) {
    original = message;
  }

  /** The modal that the response opened; null if it opened none. */
  public @Nullable ObjectNode modal() {
    return modal;
  }

  void modal(ObjectNode opened) {
    modal = opened;
  }
}
