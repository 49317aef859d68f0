package jp.mimamori.bot.chat.discord;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Card.Block;
import jp.mimamori.bot.chat.Card.Confirm;
import jp.mimamori.bot.chat.Card.Fact;
import jp.mimamori.bot.chat.Card.Tone;
import jp.mimamori.bot.chat.Document;
import jp.mimamori.knowledge.Language;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.container.ContainerChildComponent;
import net.dv8tion.jda.api.components.separator.Separator;
import net.dv8tion.jda.api.components.separator.Separator.Spacing;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;

/**
 * A card as Discord shows it: one container of components v2. Where it would be too much for
 * Discord, it says so, and the whole text is attached as a file.
 * https://discord.com/developers/docs/components/reference
 */
final class DiscordCards {
  /** Over all text displays of a message; a margin is kept for saying what was cut. */
  private static final int MOST_TEXT = 4_000 - 100;

  /** Components of a message, nested ones included. */
  private static final int MOST_COMPONENTS = 40;

  private static final int MOST_TITLE = 300;

  /** https://discord.com/developers/docs/components/reference#action-row */
  private static final int MOST_IN_ROW = 5;

  private DiscordCards() {}

  static Drawn draw(Card card) {
    return new Drawing(card.language()).draw(card);
  }

  /** With what the post is to be found by again. */
  static Drawn draw(Card card, Mark mark) {
    Drawn drawn = draw(card);
    Container container = ((Container) drawn.shown().getFirst()).withUniqueId(mark.first());
    List<ContainerChildComponent> children = new ArrayList<>(container.getComponents());
    children.set(
        0, container.getComponents().getFirst().asTextDisplay().withUniqueId(mark.second()));
    return new Drawn(List.of(container.withComponents(children)), drawn.whole());
  }

  static Drawn words(String text, Language language) {
    var drawing = new Drawing(language);
    TextDisplay shown = TextDisplay.of(drawing.cut(Plain.text(text)));
    return drawing.omitted == 0
        ? Drawn.of(shown)
        : new Drawn(List.of(shown, drawing.saysWhatIsOmitted()), Optional.of(WholeText.of(text)));
  }

  /** Names what is about to happen; yes and no are answered by {@link CustomId}. */
  static Drawn sure(Confirm confirm, CustomId.Yes yes, Language language) {
    var drawing = new Drawing(language);
    drawing.text("### " + shortened(Plain.line(confirm.title()), MOST_TITLE));
    drawing.text(Plain.text(confirm.text()));
    drawing.row(
        Button.danger(yes.text(), label(confirm.yes())),
        Button.secondary(new CustomId.No().text(), label(confirm.no())));
    return drawing.drawn(
        Tone.URGENT, () -> WholeText.of(confirm.title() + "\n\n" + confirm.text()));
  }

  /** What is wrong with what was filled in, and the way back to it. */
  static Drawn mend(Map<String, String> mistakes, CustomId.Open open, Language language) {
    var drawing = new Drawing(language);
    drawing.text(Words.MEND.in(language));
    drawing.text(
        String.join(
            "\n", mistakes.values().stream().map(text -> "- " + Plain.line(text)).toList()));
    drawing.row(Button.primary(open.text(), Words.MEND_FORM.in(language)));
    return drawing.drawn(Tone.WORKING, () -> WholeText.of(String.join("\n", mistakes.values())));
  }

  /** A form that can't be opened by itself any more. */
  static Drawn form(String title, CustomId.Open open, Language language) {
    return Drawn.of(
        Container.of(
            TextDisplay.of("### " + Plain.line(title)),
            TextDisplay.of(Words.FORM_WAITS.in(language)),
            ActionRow.of(Button.primary(open.text(), Words.OPEN_FORM.in(language)))));
  }

  /** What somebody asked by a command, for its answer to hang from. */
  static Drawn asked(String title, String text, Language language) {
    var drawing = new Drawing(language);
    drawing.text("-# " + Plain.line(title));
    drawing.text(Plain.text(text));
    return drawing.drawn(Tone.PLAIN, () -> WholeText.of(text));
  }

  static int colour(Tone tone) {
    return switch (tone) {
      case URGENT -> 0xD8_3A_3C;
      case WORKING -> 0xE0_9B_1A;
      case SETTLED -> 0x2E_9E_5B;
      case PLAIN -> 0x5B_6E_84;
    };
  }

  private static String label(String text) {
    return shortened(text, Button.LABEL_MAX_LENGTH);
  }

  /** At most so many characters, the last of which says that there were more. */
  static String shortened(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
    return text.substring(0, end) + "…";
  }

  /** One message being drawn: what is still free of its limits. */
  private static final class Drawing {
    private final Language language;
    private final List<ContainerChildComponent> children = new ArrayList<>();
    private int characters = MOST_TEXT;
    private int components = MOST_COMPONENTS - 3; // the container, saying what was cut, its file
    private int omitted;
    private boolean olderOmitted;

    Drawing(Language language) {
      this.language = language;
    }

    Drawn draw(Card card) {
      text("### " + shortened(Plain.line(card.title()), MOST_TITLE));
      int reserved = reserve(card);
      for (Block block : card.blocks()) {
        switch (block) {
          case Block.Text(String text) -> text(Plain.text(text));
          case Block.Facts(List<Fact> facts) -> text(facts(facts));
          case Block.Quote(String text, String source) -> text(quote(text, source));
          case Block.Mention mention -> text(mention(mention));
          case Block.Note(String text) -> text(small(text));
          case Block.History(String title, List<String> lines) -> history(title, lines);
          case Block.Buttons(List<Card.Button> buttons) -> {
            components += reserved;
            reserved = 0;
            buttons(buttons);
          }
        }
      }
      return drawn(card.tone(), () -> WholeText.of(card));
    }

    /** With all of it as a file, unless all of it is shown. */
    Drawn drawn(Tone tone, Supplier<Document> whole) {
      if (omitted > 0) {
        children.add(saysWhatIsOmitted());
      }
      return new Drawn(
          List.of(Container.of(children).withAccentColor(colour(tone))),
          omitted > 0 || olderOmitted ? Optional.of(whole.get()) : Optional.empty());
    }

    TextDisplay saysWhatIsOmitted() {
      return TextDisplay.of("-# " + Words.CUT.in(language, omitted));
    }

    void row(Button... buttons) {
      children.add(ActionRow.of(List.of(buttons)));
      components -= buttons.length + 1;
    }

    /** https://discord.com/developers/docs/reference#message-formatting */
    private static String mention(Block.Mention mention) {
      return switch (mention.called()) {
        case PERSON -> "<@" + mention.id() + ">";
        case GROUP -> "<@&" + mention.id() + ">";
      };
    }

    /** Buttons are kept before text is: a card that can't be answered is worse than a short one. */
    private int reserve(Card card) {
      int buttons =
          card.blocks().stream()
              .mapToInt(block -> block instanceof Block.Buttons(var all) ? rows(all.size()) : 0)
              .sum();
      int reserved = Math.min(buttons + 1, components / 2);
      components -= reserved;
      return reserved;
    }

    private static int rows(int buttons) {
      return buttons + Math.ceilDiv(buttons, MOST_IN_ROW);
    }

    void text(String text) {
      if (text.isBlank()) {
        return;
      }
      if (components < 1) {
        omitted += text.length();
        return;
      }
      String shown = cut(text);
      if (!shown.isBlank()) {
        components--;
        children.add(TextDisplay.of(shown));
      }
    }

    /** What still fits, whole lines where possible; never half an escape or half a character. */
    String cut(String text) {
      if (text.length() <= characters) {
        characters -= text.length();
        return text;
      }
      int end = characters;
      int line = text.lastIndexOf('\n', end);
      if (line > end / 2) {
        end = line;
      }
      while (end > 0
          && (text.charAt(end - 1) == '\\' || Character.isHighSurrogate(text.charAt(end - 1)))) {
        end--;
      }
      omitted += text.length() - end;
      characters = 0;
      return text.substring(0, end);
    }

    private static String facts(List<Fact> facts) {
      return String.join("\n", facts.stream().map(Drawing::fact).toList());
    }

    private static String fact(Fact fact) {
      String value = Plain.text(fact.value());
      return "**" + Plain.line(fact.name()) + "**" + (value.contains("\n") ? "\n" : "  ") + value;
    }

    private static String quote(String text, String source) {
      return "> " + Plain.text(text).replace("\n", "\n> ") + "\n-# " + Plain.line(source);
    }

    private static String small(String text) {
      return String.join(
          "\n",
          Arrays.stream(text.split("\n", -1))
              .map(line -> line.isBlank() ? "" : "-# " + Plain.line(line))
              .toList());
    }

    /** The newest lines matter most: the oldest are left out first. */
    private void history(String title, List<String> lines) {
      List<String> drawn = lines.stream().map(line -> "-# " + Plain.line(line)).toList();
      String head = "**" + Plain.line(title) + "**";
      int room = characters - head.length() - 80;
      int from = drawn.size();
      while (from > 0 && room - drawn.get(from - 1).length() - 1 >= 0) {
        from--;
        room -= drawn.get(from).length() + 1;
      }
      if (components > 2) {
        components--;
        children.add(Separator.createDivider(Spacing.SMALL));
      }
      olderOmitted |= from > 0;
      String older = from == 0 ? "" : "\n-# " + Words.OLDER_CUT.in(language, from);
      text(head + older + "\n" + String.join("\n", drawn.subList(from, drawn.size())));
    }

    private void buttons(List<Card.Button> buttons) {
      List<Card.Button> left = buttons;
      while (!left.isEmpty() && components >= 3) {
        int most = Math.min(MOST_IN_ROW, Math.min(left.size(), components - 2));
        children.add(ActionRow.of(left.subList(0, most).stream().map(Drawing::button).toList()));
        components -= most + 1;
        left = left.subList(most, left.size());
      }
      if (!left.isEmpty()) {
        components--;
        children.add(TextDisplay.of("-# " + Words.BUTTONS_CUT.in(language, left.size())));
      }
    }

    private static Button button(Card.Button button) {
      ButtonStyle style =
          switch (button.style()) {
            case PLAIN -> ButtonStyle.SECONDARY;
            case PRIMARY -> ButtonStyle.PRIMARY;
            case DANGER -> ButtonStyle.DANGER;
          };
      return Button.of(style, new CustomId.Plain(button.id()).text(), label(button.label()));
    }
  }
}
