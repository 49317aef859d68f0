package jp.mimamori.bot.chat.discord;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.mimamori.bot.chat.Form;
import net.dv8tion.jda.api.components.ModalTopLevelComponent;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.label.LabelChildComponent;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.modals.Modal;

/**
 * Forms as Discord's modals, and what was typed into them lately, so that a mistake can be mended.
 * Remembered here alone: where it is forgotten, the button that led to the form opens it empty.
 */
final class Forms {
  private static final int MOST = 1_000;

  private final Map<Key, Open> open =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Open> eldest) {
          return size() > MOST;
        }
      };

  private record Key(String person, About about) {}

  private record Open(Form form, Map<String, String> typed) {}

  /** Opens it for the first time. */
  synchronized Modal show(String person, About about, Form form) {
    open.put(new Key(person, about), new Open(form, Map.of()));
    return modal(form, Map.of(), about);
  }

  synchronized void typed(String person, About about, Map<String, String> answers) {
    open.computeIfPresent(new Key(person, about), (_, shown) -> new Open(shown.form(), answers));
  }

  /** Opens it again as it was left; empty if it is not remembered. */
  synchronized Optional<Modal> again(String person, About about) {
    return Optional.ofNullable(open.get(new Key(person, about)))
        .map(shown -> modal(shown.form(), shown.typed(), about));
  }

  static Modal modal(Form form, Map<String, String> typed, About about) {
    Stream<ModalTopLevelComponent> text =
        form.text().isBlank() ? Stream.of() : Stream.of(TextDisplay.of(Plain.text(form.text())));
    List<ModalTopLevelComponent> components =
        Stream.concat(text, form.fields().stream().map(field -> label(field, typed))).toList();
    return Modal.create(new CustomId.Sent(about.message(), about.button()).text(), form.title())
        .addComponents(components)
        .build();
  }

  private static Label label(Form.Field field, Map<String, String> typed) {
    String name = DiscordCards.shortened(field.label(), Label.LABEL_MAX_LENGTH);
    String value = typed.getOrDefault(field.id(), "");
    return switch (field) {
      case Form.Field.Text text -> hinted(Label.of(name, input(text, value)), text.hint());
      case Form.Field.Choice choice -> Label.of(name, menu(choice, value));
    };
  }

  private static Label hinted(Label label, String hint) {
    return hint.isBlank()
        ? label
        : label.withDescription(DiscordCards.shortened(hint, Label.DESCRIPTION_MAX_LENGTH));
  }

  private static LabelChildComponent input(Form.Field.Text text, String typed) {
    int most = Math.min(text.most(), TextInput.MAX_VALUE_LENGTH);
    String value = typed.isEmpty() ? text.value() : typed;
    var input =
        TextInput.create(text.id(), text.lines() ? TextInputStyle.PARAGRAPH : TextInputStyle.SHORT)
            .setRequired(text.required())
            .setMaxLength(most);
    if (!value.isEmpty()) {
      input.setValue(value.substring(0, Math.min(most, value.length())));
    }
    return input.build();
  }

  private static LabelChildComponent menu(Form.Field.Choice choice, String typed) {
    var menu = StringSelectMenu.create(choice.id());
    choice.options().forEach(option -> menu.addOption(shortened(option.label()), option.value()));
    if (choice.options().stream().anyMatch(option -> option.value().equals(typed))) {
      menu.setDefaultValues(typed);
    }
    return menu.build();
  }

  /** https://discord.com/developers/docs/components/reference#string-select */
  private static String shortened(String label) {
    return DiscordCards.shortened(label, 100);
  }
}
