package jp.mimamori.bot.chat.discord;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Card.Block;
import jp.mimamori.bot.chat.Document;

/** What does not fit into a message, as a file that holds all of it. */
final class WholeText {
  private static final String NAME = "full-text.txt";

  private WholeText() {}

  static Document of(Card card) {
    List<String> parts = new ArrayList<>(List.of(card.title()));
    card.blocks().forEach(block -> parts.add(text(block)));
    return of(String.join("\n\n", parts));
  }

  static Document of(String text) {
    return new Document(
        NAME,
        "text/plain; charset=utf-8",
        NAME,
        ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8)));
  }

  private static String text(Block block) {
    return switch (block) {
      case Block.Text(String text) -> text;
      case Block.Facts(var facts) ->
          String.join("\n", facts.stream().map(one -> one.name() + ": " + one.value()).toList());
      case Block.Quote(String text, String source) -> text + "\n(" + source + ")";
      case Block.Mention mention -> mention.name();
      case Block.Note(String text) -> text;
      case Block.History(String title, var lines) -> title + "\n" + String.join("\n", lines);
      case Block.Buttons(var buttons) ->
          String.join("\n", buttons.stream().map(one -> "[" + one.label() + "]").toList());
    };
  }
}
