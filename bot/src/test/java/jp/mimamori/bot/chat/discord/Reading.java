package jp.mimamori.bot.chat.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.mimamori.bot.chat.discord.local.LocalDiscord;

/** What a person reads on a message: text without its markup, and the labels of buttons. */
public final class Reading {
  private Reading() {}

  public static String text(JsonNode message) {
    List<String> parts = new ArrayList<>();
    message.path("components").forEach(component -> read(component, parts));
    return String.join("\n", parts);
  }

  /** What of the bot's can be read in a channel and its threads, oldest first. */
  public static List<String> in(LocalDiscord discord, String channel) {
    return discord.board().shownIn(channel).stream().map(Reading::text).toList();
  }

  /** The {@code custom_id} of the button with that label. */
  public static Optional<String> button(JsonNode message, String label) {
    return message.path("components").findParents("custom_id").stream()
        .filter(button -> button.path("label").asText().equals(label))
        .map(button -> button.path("custom_id").asText())
        .findFirst();
  }

  private static void read(JsonNode component, List<String> parts) {
    if (component.has("content")) {
      parts.add(plain(component.get("content").asText()));
    }
    if (component.has("label")) {
      parts.add(component.get("label").asText());
    }
    component.path("components").forEach(child -> read(child, parts));
  }

  private static String plain(String markdown) {
    return markdown
        .replaceAll("(?m)^(### |-# |> )", "")
        .replaceAll("\\*\\*(.+?)\\*\\*", "$1")
        .replaceAll("\\\\([^A-Za-z0-9\\s])", "$1")
        .replace("\u2060", "");
  }
}
