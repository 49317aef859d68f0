package jp.mimamori.bot.chat.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Card.Block;
import jp.mimamori.bot.chat.Card.Button;
import jp.mimamori.bot.chat.Card.Confirm;
import jp.mimamori.bot.chat.Card.Tone;
import jp.mimamori.bot.markup.Html;

/** A card as markup. */
final class CardView {
  private final Message message;
  private final Card card;
  private final boolean isPrivate;

  private CardView(Message message, Card card, boolean isPrivate) {
    this.message = message;
    this.card = card;
    this.isPrivate = isPrivate;
  }

  static Html of(Message message, Card card) {
    var view = new CardView(message, card, false);
    return card.blocks().stream().allMatch(Block.History.class::isInstance)
            && !card.blocks().isEmpty()
        ? view.compact()
        : view.whole();
  }

  /** Its buttons stand in no message: whoever presses one was shown it here. */
  static Html ofPrivate(Message beside, Card card) {
    return new CardView(beside, card, true).whole();
  }

  /** The button of a card that has this id now. */
  static Optional<Button> button(Card card, String id) {
    return card.blocks().stream()
        .filter(Block.Buttons.class::isInstance)
        .flatMap(block -> ((Block.Buttons) block).buttons().stream())
        .filter(button -> button.id().equals(id))
        .findFirst();
  }

  private Html whole() {
    return Html.of(
        """
        <div class="card {}" lang="{}">
        <p class="tone">{}{}</p>
        <h3>{}</h3>
        {}
        </div>\
        """,
        lower(card.tone()),
        lower(card.language()),
        icon(card.tone()).svg(),
        Words.tone(card.tone()).in(card.language()),
        card.title(),
        Html.join(card.blocks().stream().map(this::block).toList()));
  }

  /** Only tells what happened: lines to unfold, without a frame. */
  private Html compact() {
    return Html.of(
        "<div class=\"compact\" lang=\"{}\"><h3 class=\"hidden\">{}</h3>{}</div>",
        lower(card.language()),
        card.title(),
        Html.join(card.blocks().stream().map(this::block).toList()));
  }

  private Html block(Block block) {
    return switch (block) {
      case Block.Text(String text) -> Html.of("<p class=\"text\">{}</p>", text);
      case Block.Facts(List<Card.Fact> facts) ->
          Html.of(
              "<dl>{}</dl>",
              Html.join(
                  facts.stream()
                      .map(
                          fact ->
                              Html.of(
                                  "<div><dt>{}</dt><dd>{}</dd></div>", fact.name(), fact.value()))
                      .toList()));
      case Block.Quote(String text, String source) ->
          Html.of(
              """
              <figure><blockquote class="text">{}</blockquote><figcaption>{}</figcaption></figure>\
              """,
              text,
              source);
      case Block.Mention(var _, String _, String name) ->
          Html.of("<p class=\"text mention\">@{}</p>", name);
      case Block.Note(String text) -> Html.of("<p class=\"note text\">{}</p>", text);
      case Block.History(String title, List<String> lines) ->
          Html.of(
              "<details class=\"history\"><summary>{}</summary><ol>{}</ol></details>",
              title,
              Html.join(lines.stream().map(line -> Html.of("<li>{}</li>", line)).toList()));
      case Block.Buttons(List<Button> buttons) ->
          Html.of(
              "<div class=\"buttons\">{}</div>",
              Html.join(buttons.stream().map(this::button).toList()));
    };
  }

  private Html button(Button button) {
    return Html.of(
        """
        <button type="button" class="button {}" id="{}-{}-{}" data-press="{}" data-message="{}"{}{}>\
        {}</button>\
        """,
        lower(button.style()),
        isPrivate ? "p" : "b",
        message.id(),
        button.id(),
        button.id(),
        message.id(),
        isPrivate ? Html.of(" data-private") : Html.NONE,
        button.confirm().map(confirm -> question(confirm, button)).orElse(Html.NONE),
        button.label());
  }

  private static Html question(Confirm confirm, Button button) {
    return Html.of(
        " data-title=\"{}\" data-text=\"{}\" data-yes=\"{}\" data-no=\"{}\" data-style=\"{}\""
            + " aria-haspopup=\"dialog\"",
        confirm.title(),
        confirm.text(),
        confirm.yes(),
        confirm.no(),
        lower(button.style()));
  }

  private static Icon icon(Tone tone) {
    return switch (tone) {
      case URGENT -> Icon.ALARM;
      case WORKING -> Icon.WORK;
      case SETTLED -> Icon.DONE;
      case PLAIN -> Icon.ANSWER;
    };
  }

  /** A constant's name as a class name or language tag. */
  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
