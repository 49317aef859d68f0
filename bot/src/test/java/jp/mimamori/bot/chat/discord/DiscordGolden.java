package jp.mimamori.bot.chat.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Form;
import jp.mimamori.bot.chat.discord.local.Rules;

/**
 * What Discord gets, against a file; within Discord's limits, whatever the file says. The files are
 * rewritten with {@code -Dmimamori.golden=write}.
 */
public final class DiscordGolden {
  private static final Path FOLDER = Path.of("src", "test", "resources", "discord");
  private static final boolean WRITE = "write".equals(System.getProperty("mimamori.golden"));

  /** What is different each time: ids of buttons, of requests. */
  private static final Pattern RANDOM =
      Pattern.compile(
          "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?<=\"b:)[A-Za-z0-9_-]{22}(?=\")");

  private DiscordGolden() {}

  public static void card(String name, Card card) {
    same(name, drawn(card));
  }

  /** For what need not look the same tomorrow. */
  public static void fits(Card card) {
    var _ = drawn(card);
  }

  private static ObjectNode drawn(Card card) {
    Mark mark = Mark.of("golden");
    ObjectNode message = Messages.created(DiscordCards.draw(card, mark), mark);
    Rules.check(message);
    return message;
  }

  public static void form(String name, Form form) {
    try {
      ObjectNode modal =
          (ObjectNode)
              new JsonMapper()
                  .readTree(Forms.modal(form, Map.of(), new About("1", "b")).toData().toString());
      Rules.checkModal(modal);
      same(name, modal);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Against the file of that name. */
  static void same(String name, ObjectNode drawn) {
    try {
      String json = named(drawn.toPrettyString()) + "\n";
      Path file = FOLDER.resolve(name + ".json");
      if (WRITE) {
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
}
