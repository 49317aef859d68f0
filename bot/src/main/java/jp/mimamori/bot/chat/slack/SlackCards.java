package jp.mimamori.bot.chat.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.ConfirmationDialogObject;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.composition.TextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.util.json.GsonFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Card.Block;
import jp.mimamori.bot.chat.Card.Button;
import jp.mimamori.bot.chat.Card.Confirm;
import jp.mimamori.bot.chat.Card.Fact;
import jp.mimamori.knowledge.Language;

/**
 * Cards as Block Kit. Limits: https://docs.slack.dev/reference/block-kit/blocks; what does not fit
 * is split, else cut, and then the card says so. Foreign words stand in plain text objects, where
 * Slack makes no link and no mention of anything, and are escaped all the same.
 */
final class SlackCards {
  /** Of a message. */
  static final int MOST_BLOCKS = 50;

  /** Of a section's text. */
  static final int MOST_TEXT = 3_000;

  /** Two fields make a fact: its name and its value. */
  static final int MOST_FIELDS = 10;

  static final int MOST_FIELD = 2_000;
  static final int MOST_HEADER = 150;
  static final int MOST_BUTTONS = 25;
  static final int MOST_LABEL = 75;
  static final int MOST_CONFIRM_TITLE = 100;
  static final int MOST_CONFIRM_TEXT = 300;
  static final int MOST_CONFIRM_LABEL = 30;

  /**
   * Near 13,200 characters over all blocks Slack answers {@code msg_blocks_too_long} although each
   * block is legal (https://github.com/slackapi/bolt-js/issues/2509). Counted here in bytes.
   */
  static final int MOST_IN_ALL = 12_000;

  /** What notifications and screen readers get: enough to know what it is about. */
  static final int MOST_FALLBACK = 1_000;

  /** How much of each text is kept, from all of it down to what fits for certain. */
  private static final List<Integer> THRIFT = List.of(100_000, 3_000, 1_500, 700, 300, 150, 60, 30);

  private SlackCards() {}

  /**
   * A card as it is sent.
   *
   * @param text for notifications
   * @param json the blocks
   */
  record Drawn(String text, String json) {}

  static Drawn draw(Card card) {
    return draw(card, List.of());
  }

  /**
   * @param below blocks of the adapter's own, after the card's
   */
  static Drawn draw(Card card, List<LayoutBlock> below) {
    String text = fallback(card);
    String json = "";
    for (int most : THRIFT) {
      Drawing drawing = new Drawing(card, most);
      List<LayoutBlock> blocks = drawing.blocks();
      blocks.addAll(below);
      json = json(blocks);
      if (blocks.size() <= MOST_BLOCKS && size(json) <= MOST_IN_ALL) {
        return new Drawn(text, json);
      }
    }
    throw new IllegalArgumentException("no card of Slack's: " + size(json) + " bytes of blocks");
  }

  static String json(List<LayoutBlock> blocks) {
    return GsonFactory.createSnakeCase().toJson(blocks);
  }

  static int size(String json) {
    return json.getBytes(StandardCharsets.UTF_8).length;
  }

  static PlainTextObject plain(String raw, int most) {
    return shown(SlackText.escaped(raw, most).text());
  }

  /** Small print. */
  static LayoutBlock note(String text) {
    return ContextBlock.builder().elements(List.of(plain(text, MOST_FIELD))).build();
  }

  /** Somebody's words, escaped already. */
  static LayoutBlock quoted(String escaped) {
    return SectionBlock.builder()
        .text(markup("> " + escaped.strip().replace("\n", "\n> ")))
        .build();
  }

  /** Small print of ours that names a person as Slack does. */
  static LayoutBlock mentioning(String text) {
    return ContextBlock.builder().elements(List.of(markup(text))).build();
  }

  private static PlainTextObject shown(String escaped) {
    return PlainTextObject.builder().text(escaped).emoji(false).build();
  }

  /** Words of ours with Slack's own markup in them. */
  static MarkdownTextObject markup(String text) {
    return MarkdownTextObject.builder().text(text).verbatim(true).build();
  }

  private static String fallback(Card card) {
    StringBuilder text = new StringBuilder(card.title());
    for (Block block : card.blocks()) {
      if (block instanceof Block.Text(String words)) {
        text.append('\n').append(words);
      } else if (block instanceof Block.Mention(var _, String _, String name)) {
        text.append('\n').append(name);
      }
    }
    return SlackText.escaped(text.toString(), MOST_FALLBACK).text();
  }

  /** Colour alone says nothing: the words beside it say the same. */
  private static String sign(Card.Tone tone) {
    return switch (tone) {
      case URGENT -> "🔴 ";
      case WORKING -> "🟡 ";
      case SETTLED -> "🟢 ";
      case PLAIN -> "";
    };
  }

  /** One card being drawn with one degree of thrift. */
  private static final class Drawing {
    private final Card card;
    private final int most;
    private final Language language;
    private final List<LayoutBlock> blocks = new ArrayList<>();
    private boolean cut;

    Drawing(Card card, int most) {
      this.card = card;
      this.most = most;
      this.language = card.language();
    }

    List<LayoutBlock> blocks() {
      blocks.add(
          HeaderBlock.builder().text(fit(sign(card.tone()) + card.title(), MOST_HEADER)).build());
      List<LayoutBlock> buttons = new ArrayList<>();
      for (Block block : card.blocks()) {
        switch (block) {
          case Block.Text(String text) -> texts(text);
          case Block.Facts(List<Fact> facts) -> facts(facts);
          case Block.Quote(String text, String source) -> quote(text, source);
          case Block.Mention mention -> section(markup(mention(mention)));
          case Block.Note(String text) -> context(text);
          case Block.History(String title, List<String> lines) -> history(title, lines);
          case Block.Buttons(List<Button> pressed) -> buttons.addAll(buttons(pressed));
        }
      }
      if (cut) {
        blocks.add(note(Words.CUT.in(language)));
      }
      blocks.addAll(buttons);
      return blocks;
    }

    /** https://docs.slack.dev/messaging/formatting-message-text#mentioning-users */
    private static String mention(Block.Mention mention) {
      return switch (mention.called()) {
        case PERSON -> "<@" + mention.id() + ">";
        case GROUP -> "<!subteam^" + mention.id() + ">";
      };
    }

    private void texts(String text) {
      String kept = kept(text);
      for (String piece : SlackText.pieces(kept, MOST_TEXT)) {
        section(shown(piece));
      }
    }

    private void facts(List<Fact> facts) {
      List<TextObject> fields = new ArrayList<>();
      for (Fact fact : facts) {
        if (fact.value().isBlank()) {
          continue;
        }
        fields.add(markup("*" + SlackText.escaped(fact.name(), MOST_LABEL).text() + "*"));
        fields.add(fit(kept(fact.value()), MOST_FIELD));
        if (fields.size() == MOST_FIELDS) {
          blocks.add(SectionBlock.builder().fields(fields).build());
          fields = new ArrayList<>();
        }
      }
      if (!fields.isEmpty()) {
        blocks.add(SectionBlock.builder().fields(fields).build());
      }
    }

    private void quote(String text, String source) {
      for (String piece : SlackText.pieces(kept(text), MOST_TEXT / 2)) {
        blocks.add(quoted(piece));
      }
      context("— " + source);
    }

    private void context(String text) {
      blocks.add(ContextBlock.builder().elements(List.of(fit(kept(text), MOST_FIELD))).build());
    }

    /** The newest lines stay. */
    private void history(String title, List<String> lines) {
      List<String> kept = new ArrayList<>();
      int length = 0;
      for (String line : lines.reversed()) {
        length += SlackText.escaped(line).length() + 1;
        if (length > Math.min(most, MOST_FIELD)) {
          break;
        }
        kept.addFirst(line);
      }
      int omitted = lines.size() - kept.size();
      if (omitted > 0) {
        kept.addFirst(Words.OMITTED.in(language, omitted));
        cut = true;
      }
      if (!card.title().startsWith(title)) { // the card's heading says it already
        section(markup("*" + SlackText.escaped(title, MOST_LABEL).text() + "*"));
      }
      blocks.add(
          ContextBlock.builder()
              .elements(List.of(fit(String.join("\n", kept), MOST_FIELD)))
              .build());
    }

    private List<LayoutBlock> buttons(List<Button> buttons) {
      List<LayoutBlock> rows = new ArrayList<>();
      for (int i = 0; i < buttons.size(); i += MOST_BUTTONS) {
        List<BlockElement> row =
            buttons.subList(i, Math.min(i + MOST_BUTTONS, buttons.size())).stream()
                .map(this::button)
                .toList();
        rows.add(ActionsBlock.builder().elements(row).build());
      }
      return rows;
    }

    private BlockElement button(Button button) {
      return ButtonElement.builder()
          .actionId(button.id())
          .value(button.id())
          .text(plain(button.label(), MOST_LABEL))
          .style(
              switch (button.style()) {
                case PLAIN -> null;
                case PRIMARY -> "primary";
                case DANGER -> "danger";
              })
          .confirm(button.confirm().map(confirm -> dialog(confirm, button.style())).orElse(null))
          .build();
    }

    private static ConfirmationDialogObject dialog(Confirm confirm, Button.Style style) {
      return ConfirmationDialogObject.builder()
          .title(plain(confirm.title(), MOST_CONFIRM_TITLE))
          .text(plain(confirm.text(), MOST_CONFIRM_TEXT))
          .confirm(plain(confirm.yes(), MOST_CONFIRM_LABEL))
          .deny(plain(confirm.no(), MOST_CONFIRM_LABEL))
          .style(style == Button.Style.DANGER ? "danger" : "primary")
          .build();
    }

    private void section(TextObject text) {
      blocks.add(SectionBlock.builder().text(text).build());
    }

    /** As much as the thrift allows, unescaped. */
    private String kept(String text) {
      if (text.length() <= most) {
        return text;
      }
      cut = true;
      int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
      return text.substring(0, end) + "…";
    }

    private PlainTextObject fit(String raw, int limit) {
      SlackText.Cut fitted = SlackText.escaped(raw, limit);
      cut |= fitted.cut();
      return shown(fitted.text());
    }
  }
}
