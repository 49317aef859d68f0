package jp.mimamori.bot.chat.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import jp.mimamori.bot.chat.ChatPlatform.Listener;
import jp.mimamori.bot.chat.Finding;
import jp.mimamori.bot.chat.Incoming;
import jp.mimamori.bot.chat.Incoming.Order;
import jp.mimamori.bot.chat.Reply;
import jp.mimamori.bot.chat.Typed;
import jp.mimamori.bot.chat.web.Message.Content;
import jp.mimamori.bot.chat.web.Stream.Signal;
import jp.mimamori.bot.markup.Html;
import jp.mimamori.knowledge.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a browser can ask for, and who may. */
final class Routes {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Logger log = LoggerFactory.getLogger(Routes.class);

  /** Beyond this many threads a page would be slower than it is useful. */
  private static final int MAX_THREADS = 20 * ChannelView.STEP;

  /** How orders begin on every platform. */
  private static final String SLASH = "/edr";

  private static final Pattern COMMAND = Pattern.compile(SLASH + "(?=\\s|$)");

  private final MessageStore store;
  private final Visits visits;
  private final Streams streams;
  private final Listener listener;
  private final List<DemoAction> actions;
  private final InstantSource clock;
  private final Supplier<List<Finding>> healths;

  Routes(
      MessageStore store,
      Visits visits,
      Streams streams,
      Listener listener,
      List<DemoAction> actions,
      InstantSource clock,
      Supplier<List<Finding>> healths) {
    this.store = store;
    this.visits = visits;
    this.streams = streams;
    this.listener = listener;
    this.actions = actions;
    this.clock = clock;
    this.healths = healths;
  }

  void lay(RoutesConfig routes, Gate gate, Assets assets) {
    var feed = new Feed(store, visits, streams);
    routes.before(gate::pass);
    routes.get("/assets/{name}", assets::serve);
    routes.get("/health", this::health);
    routes.get("/", this::channel);
    routes.get("/sign-in", this::signInPage);
    routes.get("/events", feed::serve);
    routes.post("/sign-in", this::signIn);
    routes.post("/sign-out", this::signOut);
    routes.post("/language", this::language);
    routes.post("/ask", this::ask);
    routes.post("/press", this::press);
    routes.post("/submit", this::submit);
    routes.get("/files/{message}", this::file);
    routes.post("/demo", this::demo);
    routes.exception(Refusal.class, this::refuse);
    routes.exception(
        RuntimeException.class,
        (failure, context) -> {
          log.error("{} {} failed", context.method(), context.path(), failure);
          refuse(new Refusal(500, Words.FAILED), visits.browsers(context), context);
        });
    routes.error(404, context -> refuse(Refusal.notFound(), context));
  }

  /** For whoever watches the service; 503 if something is ill. */
  private void health(Context context) {
    List<Finding> found = healths.get();
    boolean ill = found.stream().anyMatch(one -> one.state() == Finding.State.ILL);
    context
        .status(ill ? 503 : 200)
        .contentType("application/json")
        .result(JSON.valueToTree(found).toString());
  }

  private void channel(Context context) {
    Optional<Visit> visit = visits.find(context);
    if (visit.isEmpty()) {
      context.redirect("/sign-in");
      return;
    }
    Optional<Channel> shown = visit.get().shown(Optional.ofNullable(context.queryParam("channel")));
    Frame frame = visits.frame(context, visit.get().language());
    var view = new ChannelView(frame, visit.get(), shown, store, threads(context));
    context.html(view.page(allowed(visit.get())).toString());
  }

  private static int threads(Context context) {
    try {
      String threads = context.queryParam("threads");
      return threads == null
          ? ChannelView.STEP
          : Math.clamp(Integer.parseInt(threads), ChannelView.STEP, MAX_THREADS);
    } catch (NumberFormatException _) {
      return ChannelView.STEP;
    }
  }

  private void signInPage(Context context) {
    Frame frame = visits.frame(context, visits.language(context));
    context.html(SignInView.page(frame, visits.visitors()).toString());
  }

  private void signIn(Context context) {
    visits.signIn(context, Fields.read(context).get("visitor"));
    context.header("HX-Redirect", "/").status(204);
  }

  private void signOut(Context context) {
    Optional<Visit> visit = visits.find(context);
    visits.signOut(context);
    visit.ifPresent(left -> streams.end(left.session()));
    context.header("HX-Redirect", "/sign-in").status(204);
  }

  private void language(Context context) {
    String name = Fields.read(context).get("language");
    try {
      visits.choose(context, Language.valueOf(name));
    } catch (IllegalArgumentException unknown) {
      throw new Refusal(400, Words.UNREADABLE);
    }
    context.header("HX-Refresh", "true").status(204);
  }

  private void ask(Context context) {
    Visit visit = visits.get(context);
    Fields form = Fields.read(context);
    Channel channel = visit.channel(form.get("channel"));
    String text = form.text();
    if (COMMAND.matcher(text).lookingAt()) {
      switch (Typed.read(text.substring(SLASH.length()))) {
        case Typed.Ordered(Order order, String about) -> {
          order(visit, channel, form.act(), order, about);
          context.status(204);
          return;
        }
        case Typed.Asked(String question) -> text = question;
      }
    }
    Optional<String> thread =
        form.find("thread")
            .map(root -> store.message(channel.id(), root).orElseThrow(Refusal::notFound).root());
    var message =
        new Message(
            WebPlatform.newId(),
            channel.id(),
            thread,
            clock.instant(),
            new Content.Said(visit.visitor().id(), visit.visitor().name(), text));
    Message kept = store.append("said:" + visit.visitor().id() + ":" + form.act(), message);
    if (kept.id().equals(message.id())) {
      streams.changed(kept);
    }
    kept.asked().ifPresent(question -> listener.hear(question, reply(visit, kept, form.act(), "")));
    context.status(204);
  }

  /** Leaves no message, as on other platforms: only who gives the order sees what it brings. */
  private void order(Visit visit, Channel channel, String act, Order order, String about) {
    Message here = aside(visit, channel, WebPlatform.newId());
    listener.hear(
        new Incoming.Command(
            "order:" + visit.visitor().id() + ":" + act,
            visit.person(),
            here.place(),
            order,
            about),
        reply(visit, here, act, ""));
  }

  /** What only this visitor was shown hangs from no message that is kept. */
  private Message aside(Visit visit, Channel channel, String id) {
    return new Message(
        id,
        channel.id(),
        Optional.empty(),
        clock.instant(),
        new Content.Said(visit.visitor().id(), visit.visitor().name(), ""));
  }

  /** The message from which a button hangs. */
  private Message carrier(Visit visit, Channel channel, Fields form) {
    String id = form.get("message");
    return store
        .message(channel.id(), id)
        .or(() -> form.find("private").map(_ -> aside(visit, channel, id)))
        .orElseThrow(Refusal::notFound);
  }

  private void press(Context context) {
    Visit visit = visits.get(context);
    Fields form = Fields.read(context);
    Channel channel = visit.channel(form.get("channel"));
    Message message = carrier(visit, channel, form);
    String button = form.get("button");
    if (form.find("private").isEmpty() && !shows(message, button)) {
      throw new Refusal(409, Words.BUTTON_GONE);
    }
    String event = "press:" + visit.visitor().id() + ":" + form.act();
    boolean confirmed = form.find("confirmed").isPresent();
    listener.hear(
        new Incoming.Press(event, visit.person(), message.place(), message.id(), button, confirmed),
        reply(visit, message, form.act(), button));
    context.status(204);
  }

  private static boolean shows(Message message, String button) {
    return message.content() instanceof Content.Shown(var card)
        && CardView.button(card, button).isPresent();
  }

  /** What was filled in; whether that button leads to a form is for whoever listens to know. */
  private void submit(Context context) {
    Visit visit = visits.get(context);
    Fields form = Fields.read(context);
    Channel channel = visit.channel(form.get("channel"));
    Message message = carrier(visit, channel, form);
    String button = form.get("button");
    listener.hear(
        new Incoming.Submission(
            "form:" + visit.visitor().id() + ":" + form.act(),
            visit.person(),
            message.place(),
            message.id(),
            button,
            form.answers()),
        reply(visit, message, form.act(), button));
    context.status(204);
  }

  private void file(Context context) {
    Channel channel =
        visits.get(context).channel(Optional.ofNullable(context.queryParam("channel")).orElse(""));
    Message message =
        store.message(channel.id(), context.pathParam("message")).orElseThrow(Refusal::notFound);
    if (!(message.content() instanceof Content.Shared shared)) {
      throw Refusal.notFound();
    }
    ByteBuffer content =
        store.file(channel.id(), message.id()).orElseThrow(Refusal::notFound).duplicate();
    byte[] bytes = new byte[content.remaining()];
    content.get(bytes);
    context
        .contentType(shared.mediaType())
        .header("Content-Disposition", Attachment.header(shared.name()))
        .result(bytes);
  }

  private void demo(Context context) {
    Visit visit = visits.get(context);
    String id = Fields.read(context).get("action");
    allowed(visit).stream()
        .filter(action -> action.id().equals(id))
        .findFirst()
        .orElseThrow(Refusal::notFound)
        .action()
        .run();
    context.status(204);
  }

  private List<DemoAction> allowed(Visit visit) {
    return actions.stream().filter(action -> action.allowed().test(visit.visitor())).toList();
  }

  private Consumer<Reply> reply(Visit visit, Message message, String act, String button) {
    return reply -> streams.tell(visit.session(), new Signal.Told(message, act, button, reply));
  }

  private void refuse(Refusal refusal, Context context) {
    refuse(refusal, visits.language(context), context);
  }

  private void refuse(Refusal refusal, Language language, Context context) {
    String reason = refusal.reason().in(language);
    context.status(refusal.status());
    boolean page = context.header(Gate.OWN_HEADER) == null && context.path().indexOf('/', 1) < 0;
    if (!page) {
      context.contentType("text/plain; charset=utf-8").result(reason);
      return;
    }
    Frame frame = visits.frame(context, language);
    context.html(
        frame
            .page(
                reason,
                Html.of(
                    """
                    <body class="sign-in"><header class="top">{}</header>
                    <main><h1>{}</h1><p><a href="/">{}</a></p></main></body>\
                    """,
                    frame.brand(),
                    reason,
                    frame.in(Words.BACK)))
            .toString());
  }
}
