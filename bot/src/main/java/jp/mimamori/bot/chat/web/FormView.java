package jp.mimamori.bot.chat.web;

import java.util.List;
import java.util.Locale;
import jp.mimamori.bot.chat.Form;
import jp.mimamori.bot.chat.Form.Field;
import jp.mimamori.bot.markup.Html;
import jp.mimamori.knowledge.Language;

/** A form as the inside of a dialog. */
final class FormView {
  private final Form form;
  private final Language language;

  private FormView(Form form, Language language) {
    this.form = form;
    this.language = language;
  }

  /**
   * @param language of the page; what the form says comes in its own
   * @param message beside which it was opened
   * @param button that opened it
   */
  static Html of(Form form, Language language, Message message, String button) {
    return new FormView(form, language).whole(message, button);
  }

  private Html whole(Message message, String button) {
    return Html.of(
        """
        <form lang="{}" data-button="{}" data-message="{}">
        <h2 id="form-title">{}</h2>
        <p id="form-text" class="text">{}</p>
        {}
        <p class="mistake" data-mistake role="alert" hidden></p>
        <div class="buttons">
        <button type="button" class="button plain" data-cancel>{}</button>
        <button class="button primary">{}</button>
        </div>
        </form>\
        """,
        form.language().name().toLowerCase(Locale.ROOT),
        button,
        message.id(),
        form.title(),
        form.text(),
        Html.join(form.fields().stream().map(this::field).toList()),
        form.cancel(),
        form.send());
  }

  private Html field(Field field) {
    String id = "field-" + field.id();
    return Html.of(
        """
        <div class="field">
        <label for="{}">{}{}</label>
        {}
        {}
        <p class="mistake" id="{}-mistake" data-mistake="{}" hidden></p>
        </div>\
        """,
        id,
        field.label(),
        required(field)
            ? Html.of(" <span class=\"tag\">{}</span>", Words.REQUIRED.in(language))
            : Html.NONE,
        control(field, id),
        hint(field, id),
        id,
        field.id());
  }

  private Html control(Field field, String id) {
    return switch (field) {
      case Field.Text text when text.lines() ->
          Html.of("<textarea rows=\"4\"{}>\n{}</textarea>", attributes(text, id), text.value());
      case Field.Text text ->
          Html.of(
              "<input type=\"text\" autocomplete=\"off\" value=\"{}\"{}>",
              text.value(),
              attributes(text, id));
      case Field.Choice(String name, String _, List<Form.Option> options) ->
          Html.of(
              "<select id=\"{}\" name=\"{}\" aria-describedby=\"{}-mistake\">{}</select>",
              id,
              Fields.ANSWER + name,
              id,
              Html.join(
                  options.stream()
                      .map(
                          option ->
                              Html.of(
                                  "<option value=\"{}\">{}</option>",
                                  option.value(),
                                  option.label()))
                      .toList()));
    };
  }

  private static Html attributes(Field.Text text, String id) {
    return Html.of(
        " id=\"{}\" name=\"{}\" maxlength=\"{}\" aria-describedby=\"{}-hint {}-mistake\"{}",
        id,
        Fields.ANSWER + text.id(),
        text.most(),
        id,
        id,
        text.required() ? Html.of(" required") : Html.NONE);
  }

  private Html hint(Field field, String id) {
    return switch (field) {
      case Field.Text text ->
          Html.of(
              "<p class=\"note\" id=\"{}-hint\">{}</p>",
              id,
              (text.hint().isEmpty() ? "" : text.hint() + " · ")
                  + Words.MOST.in(language).replace("{}", Integer.toString(text.most())));
      case Field.Choice _ -> Html.NONE;
    };
  }

  private static boolean required(Field field) {
    return switch (field) {
      case Field.Text text -> text.required();
      case Field.Choice _ -> false; // one of them is always chosen
    };
  }
}
