package jp.mimamori.bot.edr.visionone;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import jp.mimamori.bot.edr.EdrClient.TaskStatus;

/**
 * Reads how far a response task is (fact sheet 8). Judges by its status alone: an error may stand
 * there while it still runs.
 */
final class TaskReader {
  private TaskReader() {}

  static TaskStatus status(JsonNode task, Trouble trouble) {
    return switch (task.path("status").asText("").toLowerCase(Locale.ROOT)) {
      case "queued", "pendingapproval" -> new TaskStatus.Queued();
      case "succeeded" -> new TaskStatus.Succeeded();
      case "failed" -> new TaskStatus.Failed("Vision One: the task failed" + trouble.quote(task));
      case "rejected" ->
          new TaskStatus.Failed("Vision One: the task was rejected" + trouble.quote(task));
      case "canceled" ->
          new TaskStatus.Failed("Vision One: the task was canceled" + trouble.quote(task));
      default -> new TaskStatus.Running(); // a state we don't know is not an end
    };
  }
}
