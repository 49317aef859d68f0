package jp.mimamori.bot.chat.discord.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * What Discord refuses of a message or a modal: types, limits and what is required are those of its
 * API description. https://github.com/discord/discord-api-spec and
 * https://discord.com/developers/docs/components/reference
 */
public final class Rules {
  private static final int COMPONENTS_V2 = 1 << 15;
  private static final int EPHEMERAL = 1 << 6;
  private static final int MOST_COMPONENTS = 40;
  private static final int MOST_TEXT = 4_000;
  private static final int MOST_COLOUR = 0xFF_FF_FF;

  private int components;
  private int characters;
  private final Set<String> customIds = new HashSet<>();
  private final Set<Integer> ids = new HashSet<>();
  private final Set<String> files = new HashSet<>();
  private final Set<String> shown = new HashSet<>();

  private Rules() {}

  /** Throws as Discord answers. */
  public static void check(ObjectNode message) {
    new Shape(message, "message")
        .text("content", 0, 2_000)
        .list("embeds", 0, 10)
        .list("components", 0, MOST_COMPONENTS)
        .number("flags", 0, Integer.MAX_VALUE)
        .text("nonce", 1, 25)
        .flag("enforce_nonce")
        .flag("tts")
        .list("attachments", 0, 10)
        .any("allowed_mentions", "message_reference")
        .nothingElse();
    int flags = message.path("flags").asInt();
    if ((flags & ~(COMPONENTS_V2 | EPHEMERAL)) != 0) {
      throw wrong("flags " + flags);
    }
    mentions(message);
    if (message.hasNonNull("message_reference")) {
      new Shape(message.get("message_reference"), "message_reference")
          .needs("message_id")
          .id("message_id")
          .id("channel_id")
          .id("guild_id")
          .number("type", 0, 1)
          .flag("fail_if_not_exists")
          .nothingElse();
    }
    if ((flags & COMPONENTS_V2) == 0) {
      if (!message.path("components").isEmpty()) {
        throw wrong("components without the flag");
      }
      return;
    }
    if (message.path("content").asText().length() > 0 || message.path("embeds").size() > 0) {
      throw wrong("content cannot be used with components v2");
    }
    if (message.path("components").isEmpty()) {
      throw new LocalError(400, 50006, "Cannot send an empty message");
    }
    new Rules().look(message);
  }

  private static void mentions(ObjectNode message) {
    JsonNode mentions = message.path("allowed_mentions");
    if (!mentions.isObject() || !mentions.path("parse").isEmpty()) {
      throw wrong("this Discord wants that nobody is called: " + mentions);
    }
    new Shape(mentions, "allowed_mentions")
        .list("parse", 0, 3)
        .list("users", 0, 100)
        .list("roles", 0, 100)
        .flag("replied_user")
        .nothingElse();
  }

  private void look(ObjectNode message) {
    for (JsonNode attachment : message.path("attachments")) {
      new Shape(attachment, "attachments")
          .needs("id", "filename")
          .id("id")
          .text("filename", 1, 1_024)
          .text("description", 0, 1_024)
          .nothingElse();
      files.add("attachment://" + attachment.path("filename").asText());
    }
    message.path("components").forEach(one -> component(one, Set.of(1, 9, 10, 12, 13, 14, 17)));
    if (components > MOST_COMPONENTS || characters > MOST_TEXT) {
      throw wrong("components: " + components + ", characters: " + characters);
    }
    if (!shown.equals(files)) {
      throw wrong("files " + files + ", but shown are " + shown);
    }
  }

  private void component(JsonNode one, Set<Integer> allowed) {
    components++;
    int type = one.path("type").asInt();
    if (!allowed.contains(type)) {
      throw wrong("component of type " + type + " here");
    }
    Shape shape =
        new Shape(one, "component " + type)
            .needs("type")
            .any("type")
            .number("id", 0, Integer.MAX_VALUE);
    if (one.path("id").asInt() != 0 && !ids.add(one.path("id").asInt())) {
      throw wrong("id is not unique");
    }
    switch (type) {
      case 1 -> {
        shape.needs("components").list("components", 1, 5).nothingElse();
        one.path("components").forEach(child -> component(child, Set.of(2)));
      }
      case 2 -> button(one, shape);
      case 10 -> {
        shape.needs("content").text("content", 1, MOST_TEXT).nothingElse();
        characters += one.path("content").asText().length();
        if (one.path("content").asText().isBlank()) {
          throw wrong("empty text display");
        }
      }
      case 13 -> {
        shape.needs("file").any("file").flag("spoiler").nothingElse();
        new Shape(one.path("file"), "file").needs("url").text("url", 1, 2_048).nothingElse();
        shown.add(one.path("file").path("url").asText());
      }
      case 14 -> shape.flag("divider").number("spacing", 1, 2).nothingElse();
      case 17 -> {
        shape
            .needs("components")
            .list("components", 1, MOST_COMPONENTS)
            .number("accent_color", 0, MOST_COLOUR)
            .flag("spoiler")
            .nothingElse();
        one.path("components").forEach(child -> component(child, Set.of(1, 9, 10, 12, 13, 14)));
      }
      default -> throw wrong("type " + type);
    }
  }

  private void button(JsonNode button, Shape shape) {
    shape
        .needs("style", "label", "custom_id")
        .number("style", 1, 4)
        .text("label", 1, 80)
        .text("custom_id", 1, 100)
        .flag("disabled")
        .nothingElse();
    if (!customIds.add(button.path("custom_id").asText())) {
      throw wrong("custom_id is not unique");
    }
  }

  public static void checkModal(ObjectNode modal) {
    new Shape(modal, "modal")
        .needs("custom_id", "title", "components")
        .text("custom_id", 1, 100)
        .text("title", 1, 45)
        .list("components", 1, 5)
        .nothingElse();
    Set<String> fields = new HashSet<>();
    for (JsonNode one : modal.path("components")) {
      Shape shape = new Shape(one, "modal component").any("type").number("id", 0, 1 << 30);
      switch (one.path("type").asInt()) {
        case 10 -> shape.needs("content").text("content", 1, MOST_TEXT).nothingElse();
        case 18 -> {
          shape
              .needs("label", "component")
              .text("label", 1, 45)
              .text("description", 1, 100)
              .any("component")
              .nothingElse();
          field(one.path("component"));
          if (!fields.add(one.path("component").path("custom_id").asText())) {
            throw wrong("custom_id is not unique");
          }
        }
        default -> throw wrong("modal component of type " + one.path("type"));
      }
    }
  }

  private static void field(JsonNode field) {
    Shape shape =
        new Shape(field, "field")
            .needs("type", "custom_id")
            .any("type")
            .number("id", 0, 1 << 30)
            .text("custom_id", 1, 100)
            .flag("required");
    switch (field.path("type").asInt()) {
      case 3 -> {
        shape
            .needs("options")
            .list("options", 1, 25)
            .number("min_values", 0, 25)
            .number("max_values", 1, 25)
            .text("placeholder", 0, 150)
            .flag("disabled")
            .nothingElse();
        Set<String> values = new HashSet<>();
        for (JsonNode option : field.path("options")) {
          new Shape(option, "option")
              .needs("label", "value")
              .text("label", 1, 100)
              .text("value", 1, 100)
              .text("description", 0, 100)
              .flag("default")
              .nothingElse();
          if (!values.add(option.path("value").asText())) {
            throw wrong("option is not unique");
          }
        }
      }
      case 4 ->
          shape
              .needs("style")
              .number("style", 1, 2)
              .text("value", 0, 4_000)
              .text("placeholder", 0, 100)
              .number("min_length", 0, 4_000)
              .number("max_length", 1, 4_000)
              .nothingElse();
      default -> throw wrong("field of type " + field.path("type"));
    }
  }

  /** What is offered while somebody types. */
  static void checkChoices(JsonNode data) {
    new Shape(data, "data").needs("choices").list("choices", 0, 25).nothingElse();
    for (JsonNode choice : data.path("choices")) {
      new Shape(choice, "choice")
          .needs("name", "value")
          .text("name", 1, 100)
          .text("value", 1, 100)
          .any("name_localizations")
          .nothingElse();
    }
  }

  /**
   * Commands as they are registered. Those on messages have a name as people read it, and no
   * description.
   */
  static void checkCommand(JsonNode command) {
    if (command.path("type").asInt(1) != 3) {
      checkSlash(command);
      return;
    }
    Shape shape = new Shape(command, "command").needs("name").text("name", 1, 32);
    if (!command.path("description").asText("").isEmpty() || !command.path("options").isEmpty()) {
      throw shape.wrong("description", "must be empty, and so must options");
    }
  }

  private static void checkSlash(JsonNode command) {
    Shape shape = new Shape(command, "command").needs("name");
    String name = command.path("name").asText();
    if (!name.matches("[-_\\p{L}\\p{N}]{1,32}") || !name.equals(name.toLowerCase(Locale.ROOT))) {
      throw shape.wrong("name", "does not match");
    }
    shape.needs("description").text("description", 1, 100).list("options", 0, 25);
    command
        .path("name_localizations")
        .forEach(
            local -> {
              if (!local.asText().matches("[-_\\p{L}\\p{N}]{1,32}")) {
                throw shape.wrong("name_localizations", "does not match");
              }
            });
    command.path("options").forEach(Rules::checkSlash);
  }

  private static LocalError wrong(String what) {
    return new LocalError(400, 50035, "Invalid Form Body: " + what);
  }
}
