package jp.mimamori.bot.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

final class HtmlTest {
  @Test
  void whateverFillsATemplateIsEscaped() {
    assertEquals(
        "<p title=\"&quot;&#39;\">&lt;b&gt; &amp;lt; {}</p>",
        Html.of("<p title=\"{}\">{}</p>", "\"'", "<b> &lt; {}").toString());
  }

  @Test
  void markupStaysMarkup() {
    Html item = Html.of("<li>{}</li>", 1);

    assertEquals(
        "<ul><li>1</li></ul>", Html.of("<ul>{}</ul>", Html.join(List.of(item))).toString());
  }

  @Test
  void aTemplateAndItsValuesMustFit() {
    assertThrows(IllegalArgumentException.class, () -> Html.of("<p>{}</p>"));
    assertThrows(IllegalArgumentException.class, () -> Html.of("<p></p>", "too many"));
  }
}
