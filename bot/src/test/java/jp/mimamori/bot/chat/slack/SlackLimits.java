package jp.mimamori.bot.chat.slack;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/** What Slack takes: https://docs.slack.dev/reference/block-kit and /reference/views. */
final class SlackLimits {
  private SlackLimits() {}

  static void message(JsonNode blocks, String text) {
    blocks(blocks, 50);
    atMost(4_000, text, "text");
    int size = blocks.toString().getBytes(StandardCharsets.UTF_8).length;
    assertTrue(size <= 12_000, () -> size + " bytes of blocks");
  }

  static void view(JsonNode view) {
    blocks(view.path("blocks"), 100);
    for (String words : new String[] {"title", "submit", "close"}) {
      atMost(24, view.path(words).path("text").asText(), words);
    }
    atMost(3_000, view.path("private_metadata").asText(), "private_metadata");
    atMost(255, view.path("callback_id").asText(), "callback_id");
  }

  private static void blocks(JsonNode blocks, int most) {
    assertTrue(!blocks.isEmpty() && blocks.size() <= most, () -> blocks.size() + " blocks");
    blocks.forEach(SlackLimits::block);
  }

  private static void block(JsonNode block) {
    String type = block.path("type").asText();
    atMost(255, block.path("block_id").asText(), "block_id");
    atMost(type.equals("header") ? 150 : 3_000, block.at("/text/text").asText(), type);
    assertTrue(block.path("fields").size() <= 10, "fields");
    block.path("fields").forEach(field -> atMost(2_000, field.path("text").asText(), "field"));
    assertTrue(block.path("elements").size() <= (type.equals("actions") ? 25 : 10), "elements");
    block.path("elements").forEach(SlackLimits::element);
    atMost(2_000, block.at("/label/text").asText(), "label");
    atMost(2_000, block.at("/hint/text").asText(), "hint");
    element(block.path("element"));
  }

  private static void element(JsonNode element) {
    atMost(255, element.path("action_id").asText(), "action_id");
    atMost(150, element.at("/placeholder/text").asText(), "placeholder");
    if (element.path("type").asText().equals("button")) {
      atMost(75, element.at("/text/text").asText(), "a button");
      atMost(2_000, element.path("value").asText(), "a button's value");
      atMost(100, element.at("/confirm/title/text").asText(), "a dialog's title");
      atMost(300, element.at("/confirm/text/text").asText(), "a dialog's text");
      atMost(30, element.at("/confirm/confirm/text").asText(), "a dialog's yes");
      atMost(30, element.at("/confirm/deny/text").asText(), "a dialog's no");
    }
    if (element.has("max_length")) {
      int most = element.path("max_length").asInt();
      assertTrue(most >= 1 && most <= 3_000, () -> "max_length " + most);
      atMost(most, element.path("initial_value").asText(), "what stands in a field");
    }
    if (element.path("type").asText().endsWith("select")) {
      int options = element.path("options").size();
      assertTrue(options >= 1 && options <= 100, () -> options + " options");
    }
    for (JsonNode option : element.path("options")) {
      atMost(75, option.at("/text/text").asText(), "an option");
      atMost(75, option.path("value").asText(), "an option's value");
    }
  }

  private static void atMost(int most, String text, String what) {
    assertTrue(
        text.length() <= most,
        () -> "%s has %d characters, %d are taken: %s".formatted(what, text.length(), most, text));
  }
}
