package jp.mimamori.bot.chat.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Form;
import jp.mimamori.bot.chat.Reply;
import jp.mimamori.bot.chat.web.Stream.Signal;
import jp.mimamori.bot.markup.Html;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps an open page up to date by server-sent events
 * (https://html.spec.whatwg.org/multipage/server-sent-events.html). It begins by telling all that
 * the page should show, so a page that was away needs nothing else to catch up. What the visitor
 * may see is asked anew each time.
 */
final class Feed {
  /** Well below what proxies and Jetty allow a connection to be idle for, 30 s. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private static final Logger log = LoggerFactory.getLogger(Feed.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final MessageStore store;
  private final Visits visits;
  private final Streams streams;

  Feed(MessageStore store, Visits visits, Streams streams) {
    this.store = store;
    this.visits = visits;
    this.streams = streams;
  }

  /** Serves a page until it leaves, on the request's own virtual thread. */
  void serve(Context context) throws InterruptedException {
    Visit visit = visits.get(context);
    Optional<Channel> shown = visit.shown(Optional.ofNullable(context.queryParam("channel")));
    context.contentType("text/event-stream; charset=utf-8");
    Stream stream = streams.open(visit.session());
    try (var page = new Page(visit, shown, context.res().getOutputStream())) {
      page.everything();
      while (page.open) {
        page.tell(stream.next(HEARTBEAT));
      }
    } catch (IOException left) {
      log.debug("A page left: {}", left.toString());
    } finally {
      streams.close(stream);
    }
  }

  private final class Page implements AutoCloseable {
    private final Visit visit;
    private final String shown;
    private final OutputStream out;
    private boolean open = true;

    Page(Visit visit, Optional<Channel> shown, OutputStream out) {
      this.visit = visit;
      this.shown = shown.map(Channel::id).orElse("");
      this.out = out;
    }

    void everything() throws IOException {
      write("retry: 1500\n\n");
      List<Message> messages = store.messages(shown, ChannelView.STEP);
      for (List<Message> thread : ChannelView.threads(messages)) {
        draw(thread);
      }
      for (Channel channel : visit.visitor().channels()) {
        latest(channel.id());
      }
      event("ready", Map.of());
    }

    void tell(Signal signal) throws IOException {
      Optional<Visitor> visitor = visits.present(visit.session());
      if (visitor.isEmpty()) {
        end("signed-out");
        return;
      }
      switch (signal) {
        case Signal.Changed(String channel, String root)
            when visitor.get().channel(channel).isPresent() -> {
          if (channel.equals(shown)) {
            draw(store.thread(channel, root));
          }
          latest(channel);
        }
        case Signal.Changed _ -> {}
        case Signal.Told told -> tell(told);
        case Signal.Quiet() -> write(": \n\n");
        case Signal.Parked() -> end("parked");
        case Signal.Ended() -> open = false;
      }
    }

    private void tell(Signal.Told told) throws IOException {
      var view = new ThreadView(visit.visitor(), visit.language());
      switch (told.reply()) {
        case Reply.Words(String text) -> {
          note(told, view.privateNote(text), text);
          answered(told);
        }
        case Reply.Shown(Card card) -> {
          answered(told);
          note(told, view.privateCard(told.to(), card), card.title());
        }
        case Reply.Fill(Form form) -> {
          Html html = FormView.of(form, visit.language(), told.to(), told.button());
          event("form", Map.of("act", told.act(), "html", html.toString()));
        }
        case Reply.Mend(Map<String, String> mistakes) ->
            event("mend", Map.of("act", told.act(), "mistakes", mistakes));
        case Reply.Sure(Card.Confirm confirm) ->
            event(
                "sure",
                Map.of(
                    "act", told.act(),
                    "title", confirm.title(),
                    "text", confirm.text(),
                    "yes", confirm.yes(),
                    "no", confirm.no()));
        case Reply.Nothing _ -> answered(told);
      }
    }

    private void note(Signal.Told told, Html html, String text) throws IOException {
      event(
          "note",
          Map.of(
              "channel",
              told.to().channel(),
              "root",
              told.to().root(),
              "text",
              text,
              "html",
              html.toString()));
    }

    /** What was begun by that act is over: its form may close. */
    private void answered(Signal.Told told) throws IOException {
      event("answered", Map.of("act", told.act()));
    }

    private void draw(List<Message> thread) throws IOException {
      if (!thread.isEmpty()) {
        Html section = new ThreadView(visit.visitor(), visit.language()).section(thread);
        event("thread", Map.of("html", section.toString()));
      }
    }

    private void latest(String channel) throws IOException {
      Optional<Message> latest = store.latest(channel);
      if (latest.isPresent()) {
        event("latest", Map.of("channel", channel, "message", latest.get().id()));
      }
    }

    private void end(String reason) throws IOException {
      event(reason, Map.of());
      open = false;
    }

    private void event(String name, Map<String, ?> data) throws IOException {
      write("event: " + name + "\ndata: " + JSON.writeValueAsString(data) + "\n\n");
    }

    private void write(String text) throws IOException {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
