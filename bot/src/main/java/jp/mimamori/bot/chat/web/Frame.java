package jp.mimamori.bot.chat.web;

import java.util.Locale;
import java.util.Optional;
import jp.mimamori.bot.markup.Html;
import jp.mimamori.knowledge.Language;

/**
 * What is around every page: the head, the language switch, the theme.
 *
 * @param theme {@code light} or {@code dark}; empty for what the system prefers
 */
record Frame(Language language, Optional<String> theme, Assets assets) {
  /**
   * htmx without eval and without the style element that the content security policy would refuse;
   * see https://htmx.org/reference/#config.
   */
  private static final String HTMX =
      "{\"includeIndicatorStyles\":false,\"allowEval\":false,\"allowScriptTags\":false,"
          + "\"selfRequestsOnly\":true,\"historyEnabled\":false}";

  String in(Bilingual words) {
    return words.in(language);
  }

  Html page(String title, Html body) {
    return Html.of(
        """
        <!doctype html>
        <html lang="{}"{}>
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1, \
        interactive-widget=resizes-content">
        <meta name="color-scheme" content="light dark">
        <meta name="htmx-config" content="{}">
        <title>{}</title>
        <link rel="icon" href="{}" type="image/svg+xml">
        <link rel="stylesheet" href="{}">
        <script src="{}" defer></script>
        <script src="{}" defer></script>
        </head>
        {}
        </html>
        """,
        language.name().toLowerCase(Locale.ROOT),
        theme.map(chosen -> Html.of(" data-theme=\"{}\"", chosen)).orElse(Html.NONE),
        HTMX,
        title,
        assets.url("icon.svg"),
        assets.url("app.css"),
        assets.url("htmx.js"),
        assets.url("app.js"),
        body);
  }

  Html brand() {
    return Html.of(
        "<span class=\"brand\">{}<span>{}</span></span><span class=\"badge\">{}</span>",
        Icon.WATCH.svg(),
        in(Words.PRODUCT),
        in(Words.DEMO));
  }

  Html switches() {
    return Html.of(
        """
        <div class="switch" role="group" aria-label="{}">
        {}{}
        </div>
        <button type="button" class="plain-icon" data-toggle-theme aria-label="{}" title="{}">{}\
        </button>\
        """,
        in(Words.LANGUAGE),
        language(Language.JA, "日本語"),
        language(Language.EN, "English"),
        in(Words.THEME),
        in(Words.THEME),
        Icon.CONTRAST.svg());
  }

  private Html language(Language choice, String name) {
    return Html.of(
        """
        <button type="button" hx-post="/language" hx-swap="none" name="language" value="{}" \
        lang="{}" aria-pressed="{}">{}</button>\
        """,
        choice,
        choice.name().toLowerCase(Locale.ROOT),
        choice == language,
        name);
  }
}
