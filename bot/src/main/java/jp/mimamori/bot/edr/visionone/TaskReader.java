package jp.mimamori.bot.edr.visionone;

import static jp.mimamori.bot.edr.visionone.EventReader.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import jp.mimamori.bot.edr.EdrClient.TaskStatus;
import jp.mimamori.bot.edr.ResponseTask;
import jp.mimamori.bot.edr.ResponseTask.CollectedFile;

/**
 * Reads how far a response task is (fact sheet 8). Judges by its status alone: an error may stand
 * there while it still runs.
 */
final class TaskReader {
  private TaskReader() {}

  static ResponseTask task(JsonNode task, Trouble trouble) {
    TaskStatus status = status(task, trouble);
    Instant created = EventReader.instant(task.path("createdDateTime")).orElse(Instant.EPOCH);
    return new ResponseTask(
        text(task, "id"),
        text(task, "action"),
        text(task, "description"),
        text(task, "agentGuid"),
        created,
        EventReader.instant(task.path("lastActionDateTime")).orElse(created),
        status,
        status instanceof TaskStatus.Succeeded ? file(task) : Optional.empty());
  }

  private static Optional<CollectedFile> file(JsonNode task) {
    return location(text(task, "resourceLocation"))
        .map(
            location ->
                new CollectedFile(
                    text(task, "filePath"),
                    task.path("fileSize").asLong(0),
                    text(task, "fileSha1"),
                    text(task, "fileSha256"),
                    location,
                    EventReader.instant(task.path("expiredDateTime")),
                    text(task, "password")));
  }

  private static Optional<URI> location(String address) {
    try {
      return Optional.of(new URI(address)).filter(URI::isAbsolute);
    } catch (URISyntaxException unreadable) {
      return Optional.empty();
    }
  }

  private static TaskStatus status(JsonNode task, Trouble trouble) {
    return switch (task.path("status").asText("").toLowerCase(Locale.ROOT)) {
      case "queued", "pendingapproval" -> new TaskStatus.Queued();
      case "succeeded" -> new TaskStatus.Succeeded();
      case "failed" -> new TaskStatus.Failed("Vision One: the task failed" + trouble.quote(task));
      case "rejected" ->
          new TaskStatus.Failed("Vision One: the task was rejected" + trouble.quote(task));
      case "canceled" -> new TaskStatus.Canceled();
      default -> new TaskStatus.Running(); // a state we don't know is not an end
    };
  }
}
