package jp.mimamori.bot.chat.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a message of Slack's as a person would. */
public final class SlackReader {
  private SlackReader() {}

  /** All words of a message, a line each; the labels of buttons last. */
  public static String text(JsonNode message) {
    if (message.path("blocks").isEmpty()) {
      return unescaped(message.path("text").asText());
    }
    List<String> lines = new ArrayList<>();
    for (JsonNode block : message.path("blocks")) {
      List<String> words = new ArrayList<>();
      words(block.path("text"), words);
      block.path("fields").forEach(field -> words(field, words));
      for (JsonNode element : block.path("elements")) {
        words(element.path("text").isTextual() ? element : element.path("text"), words);
      }
      lines.add(String.join(" ", words));
    }
    return String.join("\n", lines);
  }

  /** The id of the button with that label. */
  public static Optional<String> button(JsonNode message, String label) {
    for (JsonNode block : message.path("blocks")) {
      for (JsonNode element : block.path("elements")) {
        if (element.path("type").asText().equals("button")
            && element.path("text").path("text").asText().equals(label)) {
          return Optional.of(element.path("action_id").asText());
        }
      }
    }
    return Optional.empty();
  }

  private static void words(JsonNode text, List<String> words) {
    if (text.has("text")) {
      words.add(unescaped(text.path("text").asText()));
    }
  }

  private static String unescaped(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }
}
