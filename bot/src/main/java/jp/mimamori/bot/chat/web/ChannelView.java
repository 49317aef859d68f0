package jp.mimamori.bot.chat.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import jp.mimamori.bot.markup.Html;

/**
 * The page of one channel.
 *
 * @param threads how many of the newest are shown
 */
record ChannelView(
    Frame frame, Visit visit, Optional<Channel> shown, MessageStore store, int threads) {
  /** How many threads a page shows at first, and how many more each time one asks for more. */
  static final int STEP = 50;

  Html page(List<DemoAction> actions) {
    Optional<String> title = shown.map(channel -> frame.in(channel.title()));
    return frame.page(
        title.map(name -> name + " — ").orElse("") + frame.in(Words.PRODUCT),
        Html.of(
            """
            <body class="chat" data-visitor="{}" data-channel="{}" data-not-sent="{}" \
            data-updated="{}" data-check="{}" data-waiting="{}">
            <a class="skip" href="#conversation">{}</a>
            {}
            {}
            {}
            <div id="announcements" class="hidden" aria-live="polite"></div>
            {}
            </body>\
            """,
            visit.visitor().id(),
            shown.map(Channel::id).orElse(""),
            frame.in(Words.NOT_SENT),
            frame.in(Words.UPDATED),
            frame.in(Words.CHECK_FIELDS),
            frame.in(Words.STILL_WAITING),
            frame.in(Words.SKIP),
            header(),
            side(actions),
            shown.map(this::main).orElseGet(this::nothing),
            dialog()));
  }

  /** The threads of a list of messages, in the order of their roots. */
  static List<List<Message>> threads(List<Message> messages) {
    var threads = new LinkedHashMap<String, List<Message>>();
    for (Message message : messages) {
      threads.computeIfAbsent(message.root(), _ -> new ArrayList<>()).add(message);
    }
    return List.copyOf(threads.values());
  }

  private Html header() {
    Visitor visitor = visit.visitor();
    return Html.of(
        """
        <header class="top">
        {}
        <span class="space"></span>
        {}
        <div class="me">
        <span class="avatar" aria-hidden="true">{}</span>
        <span class="me-text"><strong>{}</strong><span class="role">{}</span></span>
        <button type="button" class="button plain small" hx-post="/sign-out" hx-swap="none">{}\
        </button>
        </div>
        </header>\
        """,
        frame.brand(),
        frame.switches(),
        ThreadView.initial(visitor.name()),
        visitor.name(),
        frame.in(visitor.description()),
        frame.in(Words.SWITCH_PERSON));
  }

  private Html side(List<DemoAction> actions) {
    Html demo =
        actions.isEmpty()
            ? Html.NONE
            : Html.of(
                "<section class=\"demo\"><h2>{}</h2>{}</section>",
                frame.in(Words.DEMO_ACTIONS),
                Html.join(actions.stream().map(this::action).toList()));
    return Html.of(
        """
        <div class="side">
        <nav aria-label="{}">
        <h2>{}</h2>
        <ul>{}</ul>
        </nav>
        {}
        </div>\
        """,
        frame.in(Words.CHANNELS),
        frame.in(Words.CHANNELS),
        Html.join(visit.visitor().channels().stream().map(this::link).toList()),
        demo);
  }

  private Html link(Channel channel) {
    boolean current = shown.equals(Optional.of(channel));
    return Html.of(
        """
        <li><a href="{}" data-channel="{}" data-latest="{}"{}>{}<span>{}</span>\
        <span class="unread" hidden><span class="hidden">{}</span></span></a></li>\
        """,
        "/?channel=" + URLEncoder.encode(channel.id(), StandardCharsets.UTF_8),
        channel.id(),
        store.latest(channel.id()).map(Message::id).orElse(""),
        current ? Html.of(" aria-current=\"page\"") : Html.NONE,
        Icon.of(channel.kind()).svg(),
        frame.in(channel.title()),
        frame.in(Words.UNREAD));
  }

  private Html action(DemoAction action) {
    return Html.of(
        """
        <button type="button" class="button plain" hx-post="/demo" hx-swap="none" \
        hx-disabled-elt="this" name="action" value="{}">{}{}</button>\
        """,
        action.id(),
        Icon.PLAY.svg(),
        frame.in(action.label()));
  }

  private Html main(Channel channel) {
    var view = new ThreadView(visit.visitor(), visit.language());
    List<List<Message>> shownThreads = threads(store.messages(channel.id(), threads));
    return Html.of(
        """
        <main>
        <div class="title">{}<h1>{}</h1>
        <p id="connection" role="status"><span hidden>{}</span></p>
        </div>
        <div id="conversation" tabindex="0" role="region" aria-label="{}">
        {}
        <div class="empty"><span class="empty-icon">{}</span><p>{}</p></div>
        {}
        </div>
        <div class="bottom">
        <button type="button" id="below" class="button small" hidden>{}{}</button>
        <div class="private-notes" id="loose-notes"></div>
        <p id="notice" class="notice" role="alert" hidden></p>
        {}
        </div>
        </main>\
        """,
        Icon.of(channel.kind()).svg(),
        frame.in(channel.title()),
        frame.in(Words.RECONNECTING),
        frame.in(Words.CONVERSATION),
        shownThreads.size() < threads ? Html.NONE : earlier(channel),
        Icon.of(channel.kind()).svg(),
        frame.in(Words.nothingYet(channel.kind())),
        Html.join(shownThreads.stream().map(view::section).toList()),
        Icon.DOWN.svg(),
        frame.in(Words.NEW_BELOW),
        composer(channel));
  }

  private Html earlier(Channel channel) {
    return Html.of(
        "<p class=\"earlier\"><a href=\"{}\">{}</a></p>",
        "/?channel="
            + URLEncoder.encode(channel.id(), StandardCharsets.UTF_8)
            + "&threads="
            + (threads + STEP),
        frame.in(Words.EARLIER));
  }

  private Html composer(Channel channel) {
    return Html.of(
        """
        <form class="composer" hx-post="/ask" hx-swap="none" hx-sync="this:drop"
         hx-disabled-elt="find button" data-composer>
        <input type="hidden" name="channel" value="{}">
        <textarea name="text" rows="1" required aria-label="{}" placeholder="{}" \
        aria-describedby="keys"></textarea>
        <button class="button primary">{}</button>
        <p id="keys" class="keys">{}</p>
        </form>\
        """,
        channel.id(),
        frame.in(Words.ASK),
        frame.in(Words.ASK_HINT),
        frame.in(Words.SEND),
        frame.in(Words.KEYS));
  }

  private Html nothing() {
    return Html.of(
        "<main><div class=\"empty\"><p>{}</p></div></main>", frame.in(Words.NO_CHANNELS));
  }

  private Html dialog() {
    return Html.of(
        """
        <dialog id="confirm" aria-labelledby="confirm-title" aria-describedby="confirm-text">
        <form method="dialog">
        <h2 id="confirm-title"></h2>
        <p id="confirm-text" class="text"></p>
        <div class="buttons">
        <button class="button plain" value="no" autofocus></button>
        <button class="button" value="yes"></button>
        </div>
        </form>
        </dialog>
        <dialog id="form" aria-labelledby="form-title" aria-describedby="form-text"></dialog>\
        """);
  }
}
