package jp.mimamori.bot.chat.slack;

import com.google.gson.Gson;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewState;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.bot.chat.Form;
import jp.mimamori.bot.chat.Place;

/** Forms as modals. Limits: https://docs.slack.dev/reference/views/modal-views. */
final class SlackForms {
  /** What Slack calls our forms when they come back. */
  static final String CALLBACK = "form";

  private static final int MOST_LABEL = 2_000;
  private static final int MOST_HINT = 150;
  private static final int MOST_CHOICE = 75;
  private static final int MOST_WORDS_ON_A_BUTTON = 24;
  private static final int MOST_TYPED = 3_000;
  private static final Gson GSON = new Gson();

  private SlackForms() {}

  /**
   * What led to a form; travels with it, for Slack does not tell.
   *
   * @param channel as in a {@link Place}
   * @param thread empty for none
   */
  record Origin(String channel, String thread, String message, String button) {
    static Origin of(Place place, String message, String button) {
      return new Origin(place.channel(), place.thread().orElse(""), message, button);
    }

    static Origin read(String written) {
      return GSON.fromJson(written, Origin.class);
    }

    Place place() {
      return thread.isEmpty() ? Place.channel(channel) : Place.thread(channel, thread);
    }

    String written() {
      return GSON.toJson(this);
    }
  }

  static View draw(Form form, Origin origin) {
    List<LayoutBlock> blocks = new ArrayList<>();
    if (!form.text().isBlank()) {
      for (String piece : SlackText.pieces(form.text(), SlackCards.MOST_TEXT)) {
        blocks.add(SectionBlock.builder().text(SlackCards.markup(piece)).build());
      }
    }
    form.fields().forEach(field -> blocks.add(input(field)));
    return View.builder()
        .type("modal")
        .callbackId(CALLBACK)
        .privateMetadata(origin.written())
        .title(ViewTitle.builder().type("plain_text").text(words(form.title())).build())
        .submit(ViewSubmit.builder().type("plain_text").text(words(form.send())).build())
        .close(ViewClose.builder().type("plain_text").text(words(form.cancel())).build())
        .blocks(blocks)
        .build();
  }

  /** What was filled in, by the field's id. */
  static Map<String, String> answers(View view) {
    Map<String, String> answers = new HashMap<>();
    view.getState()
        .getValues()
        .forEach(
            (field, inputs) ->
                inputs.values().stream()
                    .map(SlackForms::answer)
                    .filter(answer -> !answer.isEmpty())
                    .findFirst()
                    .ifPresent(answer -> answers.put(field, answer)));
    return answers;
  }

  private static String answer(ViewState.Value value) {
    if (value.getSelectedOption() != null) {
      return value.getSelectedOption().getValue();
    }
    return value.getValue() == null ? "" : value.getValue();
  }

  /** The field's id names the block: mistakes are told by it. */
  private static LayoutBlock input(Form.Field field) {
    return switch (field) {
      case Form.Field.Text text ->
          InputBlock.builder()
              .blockId(text.id())
              .label(SlackCards.plain(text.label(), MOST_LABEL))
              .hint(text.hint().isBlank() ? null : SlackCards.plain(text.hint(), MOST_LABEL))
              .optional(!text.required())
              .element(
                  PlainTextInputElement.builder()
                      .actionId(text.id())
                      .initialValue(text.value().isEmpty() ? null : text.value())
                      .multiline(text.lines())
                      .maxLength(Math.min(text.most(), MOST_TYPED))
                      .build())
              .build();
      case Form.Field.Choice choice ->
          InputBlock.builder()
              .blockId(choice.id())
              .label(SlackCards.plain(choice.label(), MOST_LABEL))
              .element(
                  StaticSelectElement.builder()
                      .actionId(choice.id())
                      .placeholder(SlackCards.plain(choice.label(), MOST_HINT))
                      .options(
                          choice.options().stream()
                              .map(
                                  option ->
                                      OptionObject.builder()
                                          .text(SlackCards.plain(option.label(), MOST_CHOICE))
                                          .value(option.value())
                                          .build())
                              .toList())
                      .build())
              .build();
    };
  }

  private static String words(String text) {
    return SlackText.escaped(text, MOST_WORDS_ON_A_BUTTON).text();
  }
}
