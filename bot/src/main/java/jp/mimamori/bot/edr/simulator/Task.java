package jp.mimamori.bot.edr.simulator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An action on an endpoint. Where it stands follows from the time alone, so nothing needs to tick.
 *
 * @param action {@code isolate} or {@code restoreIsolate}
 * @param runsAt null while the endpoint can't be reached
 * @param endsAt null while the endpoint can't be reached
 * @param failure why it will fail; null if it will succeed
 */
record Task(
    String id,
    String action,
    String agentGuid,
    String endpointName,
    String description,
    Instant createdAt,
    @Nullable Instant runsAt,
    @Nullable Instant endsAt,
    @Nullable String failure) {
  static final String ISOLATE = "isolate";
  static final String RESTORE = "restoreIsolate";

  Task scheduled(@Nullable Instant runs, @Nullable Instant ends) {
    return new Task(
        id, action, agentGuid, endpointName, description, createdAt, runs, ends, failure);
  }

  String status(Instant now) {
    if (runsAt == null || endsAt == null || now.isBefore(runsAt)) {
      return "queued";
    }
    if (now.isBefore(endsAt)) {
      return "running";
    }
    return failure == null ? "succeeded" : "failed";
  }

  boolean underWay(Instant now) {
    return endsAt == null || now.isBefore(endsAt);
  }

  Instant lastAction(Instant now) {
    if (runsAt == null || endsAt == null || now.isBefore(runsAt)) {
      return createdAt;
    }
    return now.isBefore(endsAt) ? runsAt : endsAt;
  }
}
