package jp.mimamori.bot.chat.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.slack.api.util.json.GsonFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Form;
import jp.mimamori.bot.chat.Place;

/**
 * What Slack gets, against a file; within Slack's limits, whatever the file says. The files are
 * rewritten with {@code -Dmimamori.golden=write}.
 */
public final class SlackGolden {
  private static final Path FOLDER = Path.of("src/test/resources/jp/mimamori/bot/chat/slack");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** What is different each time: ids of buttons, of requests. */
  private static final Pattern RANDOM =
      Pattern.compile(
          "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?<=\")[A-Za-z0-9_-]{22}(?=\")");

  private SlackGolden() {}

  public static void card(String name, Card card) {
    card(name, SlackCards.draw(card));
  }

  /** For what need not look the same tomorrow. */
  public static void fits(Card card) {
    SlackCards.Drawn drawn = SlackCards.draw(card);
    SlackLimits.message(read(drawn.json()), drawn.text());
  }

  private static void card(String name, SlackCards.Drawn drawn) {
    JsonNode blocks = read(drawn.json());
    SlackLimits.message(blocks, drawn.text());
    same(name, blocks);
  }

  public static void form(String name, Form form) {
    var origin =
        SlackForms.Origin.of(
            Place.thread("C0000000001", "1764000000.000100"), "1764000000.000100", "the-button");
    JsonNode view = read(GsonFactory.createSnakeCase().toJson(SlackForms.draw(form, origin)));
    SlackLimits.view(view);
    same(name, view);
  }

  public static void home(String name, Card card) {
    JsonNode view = read(Whisper.homeView(card));
    SlackLimits.view(view);
    same(name, view);
  }

  private static void same(String name, JsonNode drawn) {
    try {
      String json = named(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(drawn)) + "\n";
      Path file = FOLDER.resolve(name + ".json");
      if ("write".equals(System.getProperty("mimamori.golden"))) {
        Files.createDirectories(FOLDER);
        Files.writeString(file, json);
      }
      assertEquals(Files.readString(file), json, name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same id is the same name. */
  private static String named(String json) {
    Map<String, String> names = new LinkedHashMap<>();
    return RANDOM
        .matcher(json)
        .replaceAll(match -> names.computeIfAbsent(match.group(), _ -> "id-" + (names.size() + 1)));
  }

  private static JsonNode read(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
