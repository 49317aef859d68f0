package jp.mimamori.bot.chat.discord.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;

/**
 * What Discord refuses of a message, as its documentation says.
 * https://discord.com/developers/docs/components/reference
 */
public final class Rules {
  private static final int COMPONENTS_V2 = 1 << 15;

  private int components;
  private int characters;
  private final Set<String> customIds = new HashSet<>();
  private final Set<Integer> ids = new HashSet<>();

  private Rules() {}

  /** Throws as Discord answers. */
  public static void check(ObjectNode message) {
    if (message.path("nonce").asText().length() > 25) {
      throw wrong("nonce");
    }
    if ((message.path("flags").asInt() & COMPONENTS_V2) == 0) {
      if (message.path("content").asText().length() > 2000
          || !message.path("components").isEmpty()) {
        throw wrong("content or components without the flag");
      }
      return;
    }
    if (message.path("content").asText().length() > 0 || message.path("embeds").size() > 0) {
      throw wrong("content cannot be used with components v2");
    }
    JsonNode mentions = message.path("allowed_mentions");
    if (!mentions.isObject() || !mentions.path("parse").isEmpty()) {
      throw wrong("this test wants that nobody is called: " + mentions);
    }
    var rules = new Rules();
    if (message.path("components").isEmpty()) {
      throw new LocalError(400, 50006, "Cannot send an empty message");
    }
    message.path("components").forEach(rules::look);
    if (rules.components > 40 || rules.characters > 4000) {
      throw wrong("components: " + rules.components + ", characters: " + rules.characters);
    }
  }

  public static void checkModal(ObjectNode modal) {
    int top = modal.path("components").size();
    if (modal.path("title").asText().length() > 45
        || top < 1
        || top > 5
        || modal.path("custom_id").asText().length() > 100) {
      throw wrong("modal");
    }
  }

  private void look(JsonNode component) {
    components++;
    if (component.path("id").asInt() != 0 && !ids.add(component.path("id").asInt())) {
      throw wrong("id is not unique");
    }
    switch (component.path("type").asInt()) {
      case 1 -> {
        if (component.path("components").isEmpty() || component.path("components").size() > 5) {
          throw wrong("action row");
        }
      }
      case 2 -> button(component);
      case 10 -> {
        String text = component.path("content").asText();
        characters += text.length();
        if (text.isBlank()) {
          throw wrong("empty text display");
        }
      }
      case 13, 14 -> {}
      case 17 -> {
        if (component.path("components").isEmpty()) {
          throw wrong("empty container");
        }
      }
      default -> throw wrong("type " + component.path("type"));
    }
    component.path("components").forEach(this::look);
  }

  private void button(JsonNode button) {
    String customId = button.path("custom_id").asText();
    String label = button.path("label").asText();
    if (customId.isEmpty() || customId.length() > 100 || !customIds.add(customId)) {
      throw wrong("custom_id");
    }
    if (label.isEmpty() || label.length() > 80) {
      throw wrong("label");
    }
  }

  private static LocalError wrong(String what) {
    return new LocalError(400, 50035, "Invalid Form Body: " + what);
  }
}
