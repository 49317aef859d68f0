package jp.mimamori.bot.chat.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.web.Message.Content;
import jp.mimamori.bot.markup.Html;
import jp.mimamori.knowledge.Language;

/** A message of a channel with all that hangs under it, as one visitor sees it. */
final class ThreadView {
  /** Longer words of people are folded, so that one paste does not bury a conversation. */
  private static final int FOLD_AFTER = 1_500;

  private final Visitor visitor;
  private final Language language;

  ThreadView(Visitor visitor, Language language) {
    this.visitor = visitor;
    this.language = language;
  }

  /**
   * The thread as a section.
   *
   * @param messages its root, then its replies
   */
  Html section(List<Message> messages) {
    Message root = messages.getFirst();
    String day = Words.day(root.at(), language);
    return Html.of(
        """
        <section class="thread" id="t-{}" data-day="{}">
        <h2 class="day" hidden>{}</h2>
        {}
        <div class="replies">{}</div>
        <div class="private-notes"></div>
        <details class="reply">
        <summary>{}</summary>
        {}
        </details>
        </section>\
        """,
        root.id(),
        day,
        day,
        article(root),
        Html.join(messages.stream().skip(1).map(this::article).toList()),
        Words.REPLY.in(language),
        replyForm(root));
  }

  /** An answer that only this visitor sees, and only until they dismiss it or leave. */
  Html privateNote(String text) {
    return Html.of(
        """
        <aside class="private-note">
        <p class="only-you">{}{}</p>
        <p class="text">{}</p>
        <button type="button" class="plain-icon" data-dismiss aria-label="{}">{}</button>
        </aside>\
        """,
        Icon.LOCK.svg(),
        Words.ONLY_YOU.in(language),
        text,
        Words.DISMISS.in(language),
        Icon.CLOSE.svg());
  }

  /**
   * A card that only this visitor sees.
   *
   * @param to the message beside which it belongs
   */
  Html privateCard(Message to, Card card) {
    return Html.of(
        """
        <aside class="private-note has-card">
        <p class="only-you">{}{}</p>
        {}
        <button type="button" class="plain-icon" data-dismiss aria-label="{}">{}</button>
        </aside>\
        """,
        Icon.LOCK.svg(),
        Words.ONLY_YOU.in(language),
        CardView.ofPrivate(to, card),
        Words.DISMISS.in(language),
        Icon.CLOSE.svg());
  }

  private Html article(Message message) {
    Html inside = inside(message);
    return Html.of(
        """
        <article class="message {}" id="m-{}" data-version="{}" tabindex="-1">
        {}
        </article>\
        """,
        kind(message),
        message.id(),
        inside.version(),
        inside);
  }

  private Html inside(Message message) {
    return switch (message.content()) {
      case Content.Said(String person, String name, String text) ->
          Html.of(
              """
              <span class="avatar" aria-hidden="true">{}</span>
              <div class="body">
              <p class="who"><strong class="name">{}</strong>{} {}</p>
              {}
              </div>\
              """,
              initial(name),
              name,
              person.equals(visitor.id()) ? tag(Words.YOU) : Html.NONE,
              time(message),
              words(text));
      case Content.Shown(var card) -> bot(message, CardView.of(message, card));
      case Content.Shared shared -> bot(message, file(message, shared));
    };
  }

  private Html bot(Message message, Html what) {
    return Html.of(
        """
        <span class="avatar" aria-hidden="true">{}</span>
        <div class="body">
        <p class="who"><strong class="name">{}</strong>{} {}</p>
        {}
        </div>\
        """,
        Icon.WATCH.svg(),
        Words.PRODUCT.in(language),
        tag(Words.BOT),
        time(message),
        what);
  }

  private Html file(Message message, Content.Shared shared) {
    return Html.of(
        """
        <div class="card file">
        <h3>{}</h3>
        <a class="button plain" href="{}" download="{}">{}{} <span class="role">{} · {}</span></a>
        </div>\
        """,
        shared.title(),
        "/files/"
            + message.id()
            + "?channel="
            + URLEncoder.encode(message.channel(), StandardCharsets.UTF_8),
        shared.name(),
        Icon.DOWN.svg(),
        Words.DOWNLOAD.in(language),
        shared.name(),
        size(shared.size()));
  }

  private static String size(long bytes) {
    return bytes < 1024 * 1024
        ? "%,d kB".formatted(Math.max(1, bytes / 1024))
        : "%.1f MB".formatted(bytes / 1024.0 / 1024.0);
  }

  private String kind(Message message) {
    return switch (message.content()) {
      case Content.Said said when said.person().equals(visitor.id()) -> "own";
      case Content.Said _ -> "person";
      case Content.Shown _, Content.Shared _ -> "bot";
    };
  }

  private Html words(String text) {
    if (text.length() <= FOLD_AFTER) {
      return Html.of("<p class=\"text\">{}</p>", text);
    }
    int fold = text.offsetByCodePoints(0, text.codePointCount(0, FOLD_AFTER));
    String rest = Words.REST.in(language).replace("{}", "%,d".formatted(text.length()));
    return Html.of(
        """
        <p class="text">{}…</p>
        <details class="rest"><summary>{}</summary><p class="text">{}</p></details>\
        """,
        text.substring(0, fold),
        rest,
        text.substring(fold));
  }

  private Html time(Message message) {
    return Html.of(
        "<time datetime=\"{}\" title=\"{}\">{}</time>",
        message.at(),
        Words.day(message.at(), language) + " " + Words.time(message.at()) + " JST",
        Words.time(message.at()));
  }

  private Html replyForm(Message root) {
    return Html.of(
        """
        <form class="composer" hx-post="/ask" hx-swap="none" hx-sync="this:drop"
         hx-disabled-elt="find button" data-composer>
        <input type="hidden" name="channel" value="{}">
        <input type="hidden" name="thread" value="{}">
        <textarea name="text" rows="1" required aria-label="{}"></textarea>
        <button class="button primary">{}</button>
        </form>\
        """,
        root.channel(),
        root.id(),
        Words.REPLY_TEXT.in(language),
        Words.SEND.in(language));
  }

  private Html tag(Bilingual word) {
    return Html.of(" <span class=\"tag\">{}</span>", word.in(language));
  }

  static String initial(String name) {
    return name.isEmpty() ? "" : Character.toString(name.codePointAt(0));
  }
}
