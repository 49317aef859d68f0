package jp.mimamori.bot.chat.discord;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import jp.mimamori.bot.chat.web.Chromium;
import org.junit.jupiter.api.Test;

/**
 * The golden cards on a page that looks somewhat like Discord, to be looked at: {@code
 * target/discord.html}, and a picture of it in the folder that {@code -Dmimamori.shots} names.
 */
class DiscordPageTest {
  private static final String STYLE =
      """
      body{background:#313338;color:#dbdee1;font:16px/1.375 "Noto Sans","Noto Sans CJK JP",sans-serif;margin:24px;width:640px}
      h2{font-size:12px;color:#949ba4;margin:28px 0 6px;font-weight:400}
      .box{background:#2b2d31;border:1px solid #3f4147;border-left:4px solid #888;border-radius:8px;padding:14px;max-width:560px}
      .text{white-space:pre-wrap;overflow-wrap:anywhere;margin:4px 0}
      .text b.h{font-size:20px;display:block}.small{font-size:13px;color:#949ba4}
      .quote{border-left:4px solid #4e5058;padding-left:10px}
      hr{border:0;border-top:1px solid #4e5058}.row{display:flex;gap:8px;flex-wrap:wrap;margin-top:8px}
      button{border:0;border-radius:8px;padding:7px 16px;color:#fff;font:500 14px inherit;background:#4e5058;max-width:100%;overflow:hidden}
      .s1{background:#5865f2}.s4{background:#da373c}
      """;

  @Test
  void everyCardCanBeLookedAt() throws IOException {
    String page =
        "<!doctype html><meta charset=utf-8><style>"
            + STYLE
            + "</style>"
            + DiscordCardsTest.sent().entrySet().stream()
                .map(DiscordPageTest::shown)
                .collect(Collectors.joining());
    Path file = Path.of("target", "discord.html");
    Files.createDirectories(file.getParent());
    Files.writeString(file, page);
    assertTrue(page.contains("隔離"));

    String shots = System.getProperty("mimamori.shots", "");
    if (!shots.isEmpty()) {
      try (var chromium = Chromium.launch();
          Page tab = chromium.browser().newPage()) {
        tab.navigate(file.toAbsolutePath().toUri().toString());
        tab.screenshot(
            new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of(shots, "discord-cards.png")));
      }
    }
  }

  private static String shown(Map.Entry<String, ? extends JsonNode> card) {
    StringBuilder html = new StringBuilder("<h2>").append(card.getKey()).append("</h2>");
    card.getValue().path("components").forEach(component -> draw(component, html));
    return html.toString();
  }

  private static void draw(JsonNode component, StringBuilder html) {
    switch (component.path("type").asInt()) {
      case 17 -> {
        html.append(
            "<div class=box style='border-left-color:#%06x'>"
                .formatted(component.path("accent_color").asInt()));
        component.path("components").forEach(child -> draw(child, html));
        html.append("</div>");
      }
      case 10 ->
          component.path("content").asText().lines().forEach(line -> html.append(line(line)));
      case 14 -> html.append("<hr>");
      case 1 -> {
        html.append("<div class=row>");
        component.path("components").forEach(child -> draw(child, html));
        html.append("</div>");
      }
      case 2 ->
          html.append("<button class=s%d>".formatted(component.path("style").asInt()))
              .append(escaped(component.path("label").asText()))
              .append("</button>");
      default -> html.append("<pre>").append(escaped(component.toString())).append("</pre>");
    }
  }

  private static String line(String markdown) {
    String kind = markdown.startsWith("-# ") ? " small" : markdown.startsWith("> ") ? " quote" : "";
    boolean heading = markdown.startsWith("### ");
    String text =
        escaped(markdown.replaceFirst("^(-# |> |### )", ""))
            .replaceAll("(?<!\\\\)\\*\\*(.+?)(?<!\\\\)\\*\\*", "<b>$1</b>")
            .replaceAll("\\\\([^A-Za-z0-9\\s])", "$1");
    return "<div class='text"
        + kind
        + "'>"
        + (heading ? "<b class=h>" + text + "</b>" : text)
        + "</div>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
