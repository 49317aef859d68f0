package jp.mimamori.bot;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Card.Block;
import jp.mimamori.bot.chat.Card.Button;

/** What a person would read on a card. */
final class Texts {
  private Texts() {}

  /** All words of a card but its buttons', a line each. */
  static String of(Card card) {
    return Stream.concat(
            Stream.of(card.title()),
            card.blocks().stream().map(Texts::of).filter(s -> !s.isEmpty()))
        .collect(Collectors.joining("\n"));
  }

  static List<String> buttons(Card card) {
    return card.blocks().stream()
        .filter(Block.Buttons.class::isInstance)
        .flatMap(block -> ((Block.Buttons) block).buttons().stream())
        .map(Button::label)
        .toList();
  }

  static Button button(Card card, String label) {
    return card.blocks().stream()
        .filter(Block.Buttons.class::isInstance)
        .flatMap(block -> ((Block.Buttons) block).buttons().stream())
        .filter(button -> button.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no button " + label + " on " + card));
  }

  /** The value beside a name. */
  static String fact(Card card, String name) {
    return card.blocks().stream()
        .filter(Block.Facts.class::isInstance)
        .flatMap(block -> ((Block.Facts) block).facts().stream())
        .filter(fact -> fact.name().equals(name))
        .map(Card.Fact::value)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name + " on " + card));
  }

  private static String of(Block block) {
    return switch (block) {
      case Block.Text(String text) -> text;
      case Block.Facts(var facts) ->
          facts.stream()
              .map(fact -> fact.name() + ": " + fact.value())
              .collect(Collectors.joining("\n"));
      case Block.Quote(String text, String source) -> text + " — " + source;
      case Block.Mention(var _, String _, String name) -> "@" + name;
      case Block.Note(String text) -> text;
      case Block.History(String title, var lines) -> title + "\n" + String.join("\n", lines);
      case Block.Buttons _ -> "";
    };
  }
}
