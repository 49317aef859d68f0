package jp.mimamori.bot.edr.simulator;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An action that was accepted. Where it stands follows from the time alone, so nothing needs to
 * tick.
 *
 * @param action as Vision One names it (fact sheet 8)
 * @param agentGuid empty for what concerns no endpoint
 * @param details what was asked, under Vision One's own keys: {@code filePath}, {@code domain} …
 * @param runsAt null while the endpoint can't be reached
 * @param endsAt null while the endpoint can't be reached
 * @param canceledAt null unless somebody called it off
 * @param failure why it will fail; null if it will succeed
 */
record Task(
    String id,
    String action,
    String agentGuid,
    String endpointName,
    Map<String, String> details,
    String description,
    Instant createdAt,
    @Nullable Instant runsAt,
    @Nullable Instant endsAt,
    @Nullable Instant canceledAt,
    @Nullable String failure) {
  static final String ISOLATE = "isolate";
  static final String RESTORE = "restoreIsolate";
  static final String BLOCK = "block";
  static final String UNBLOCK = "restoreBlock";
  static final String SCAN = "malwareScanForMultiple";
  static final String COLLECT_FILE = "collectFile";
  static final String TERMINATE = "terminateProcess";
  static final String RUN_SCRIPT = "runCustomScript";

  Task {
    details = new TreeMap<>(Objects.requireNonNullElse(details, Map.of()));
  }

  Task scheduled(@Nullable Instant runs, @Nullable Instant ends) {
    return new Task(
        id,
        action,
        agentGuid,
        endpointName,
        details,
        description,
        createdAt,
        runs,
        ends,
        canceledAt,
        failure);
  }

  Task canceled(Instant at) {
    return new Task(
        id,
        action,
        agentGuid,
        endpointName,
        details,
        description,
        createdAt,
        runsAt,
        endsAt,
        at,
        failure);
  }

  boolean is(String otherAction, String otherGuid, Map<String, String> otherDetails) {
    return action.equals(otherAction)
        && agentGuid.equals(otherGuid)
        && details.equals(otherDetails);
  }

  String status(Instant now) {
    if (canceledAt != null) {
      return "canceled";
    }
    if (runsAt == null || endsAt == null || now.isBefore(runsAt)) {
      return "queued";
    }
    if (now.isBefore(endsAt)) {
      return "running";
    }
    return failure == null ? "succeeded" : "failed";
  }

  boolean underWay(Instant now) {
    return canceledAt == null && (endsAt == null || now.isBefore(endsAt));
  }

  Instant lastAction(Instant now) {
    if (canceledAt != null) {
      return canceledAt;
    }
    if (runsAt == null || endsAt == null || now.isBefore(runsAt)) {
      return createdAt;
    }
    return now.isBefore(endsAt) ? runsAt : endsAt;
  }
}
