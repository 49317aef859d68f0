package jp.mimamori.bot.chat.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.Message;
import com.slack.api.model.assistant.SuggestedPrompt;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.AppUninstalledEvent;
import com.slack.api.model.event.AssistantThreadStartedEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.MessageFileShareEvent;
import com.slack.api.model.event.MessageThreadBroadcastEvent;
import com.slack.api.model.event.TokensRevokedEvent;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.mimamori.bot.chat.ChatPlatform.Listener;
import jp.mimamori.bot.chat.ChatPlatform.PostKey;
import jp.mimamori.bot.chat.ChatPlatform.Receipt;
import jp.mimamori.bot.chat.Incoming;
import jp.mimamori.bot.chat.Incoming.Order;
import jp.mimamori.bot.chat.Person;
import jp.mimamori.bot.chat.Place;
import jp.mimamori.bot.chat.Reply;
import jp.mimamori.bot.chat.Typed;
import jp.mimamori.knowledge.Language;
import org.jspecify.annotations.Nullable;

/**
 * What people do in Slack, in our words. Each act is told to the listener, which keeps it, and only
 * then acknowledged. Whatever nobody asked for is acknowledged and forgotten.
 */
final class Hearing {
  /** The message shortcut 「この内容を問い合わせる」, as the manifest names it. */
  static final String SHORTCUT = "ask_about_this";

  /** Leaves time for the way back within Slack's 3 s. */
  private static final Duration MENDING = Duration.ofMillis(1_500);

  private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);

  private final SlackApi api;
  private final SlackPeople people;
  private final SlackPosts posts;
  private final Whisper whisper;
  private final Thinking thinking;
  private final Listener listener;

  Hearing(
      SlackApi api,
      SlackPeople people,
      SlackPosts posts,
      Whisper whisper,
      Thinking thinking,
      Listener listener) {
    this.api = api;
    this.people = people;
    this.posts = posts;
    this.whisper = whisper;
    this.thinking = thinking;
    this.listener = listener;
  }

  /** The library's router, with everything that can come registered. */
  App app(SlackSettings settings) {
    AppConfig config =
        AppConfig.builder()
            .slack(api.slack())
            .singleTeamBotToken(settings.botToken())
            .authTestCacheEnabled(true)
            .authTestCacheExpirationMillis(-1)
            .build();
    // Signatures are examined before the library sees a request: see Signatures.
    config.setRequestVerificationEnabled(false);
    config.setSslCheckEnabled(false);
    config.setAllEventsApiAutoAckEnabled(true);
    var app = new App(config);
    app.event(AppMentionEvent.class, this::mentioned);
    app.event(MessageEvent.class, this::messaged);
    app.event(MessageFileShareEvent.class, this::messagedWithFile);
    app.event(MessageThreadBroadcastEvent.class, this::messagedForAll);
    app.event(AppHomeOpenedEvent.class, this::cameHome);
    app.event(AssistantThreadStartedEvent.class, this::paneOpened);
    app.event(TokensRevokedEvent.class, this::tokensRevoked);
    app.event(
        AppUninstalledEvent.class,
        (_, context) -> {
          api.disown("app_uninstalled");
          return context.ack();
        });
    app.command(ANY, (request, context) -> commanded(request.getPayload(), context));
    app.messageShortcut(
        ANY,
        (request, context) -> {
          shortcut(request.getPayload(), context.getBotUserId());
          return context.ack();
        });
    app.globalShortcut(ANY, (_, context) -> context.ack());
    app.blockAction(
        ANY,
        (request, context) -> {
          pressed(request.getPayload());
          return context.ack();
        });
    app.viewSubmission(ANY, (request, context) -> sent(request.getPayload(), context));
    app.viewClosed(ANY, (_, context) -> context.ack());
    return app;
  }

  private Response mentioned(EventsApiPayload<AppMentionEvent> payload, EventContext context) {
    AppMentionEvent event = payload.getEvent();
    if (event.getUser() != null && event.getBotId() == null) {
      asked(
          id(payload, event.getChannel(), event.getTs()),
          event.getUser(),
          event.getChannel(),
          event.getTs(),
          event.getThreadTs(),
          SlackText.plain(event.getText(), context.getBotUserId()));
    }
    return context.ack();
  }

  private Response messaged(EventsApiPayload<MessageEvent> payload, EventContext context) {
    MessageEvent event = payload.getEvent();
    if (event.getUser() != null && event.getBotId() == null && event.getText() != null) {
      direct(
          id(payload, event.getChannel(), event.getTs()),
          event.getChannelType(),
          event.getUser(),
          event.getChannel(),
          event.getTs(),
          event.getThreadTs(),
          SlackText.plain(event.getText(), context.getBotUserId()));
    }
    return context.ack();
  }

  private Response messagedWithFile(
      EventsApiPayload<MessageFileShareEvent> payload, EventContext context) {
    MessageFileShareEvent event = payload.getEvent();
    if (event.getUser() != null && event.getText() != null) {
      direct(
          id(payload, event.getChannel(), event.getTs()),
          event.getChannelType(),
          event.getUser(),
          event.getChannel(),
          event.getTs(),
          event.getThreadTs(),
          SlackText.plain(event.getText(), context.getBotUserId()));
    }
    return context.ack();
  }

  /** A reply in a thread that is shown in the conversation, too. */
  private Response messagedForAll(
      EventsApiPayload<MessageThreadBroadcastEvent> payload, EventContext context) {
    MessageThreadBroadcastEvent event = payload.getEvent();
    if (event.getUser() != null && event.getText() != null) {
      direct(
          id(payload, event.getChannel(), event.getTs()),
          event.getChannelType(),
          event.getUser(),
          event.getChannel(),
          event.getTs(),
          event.getThreadTs(),
          SlackText.plain(event.getText(), context.getBotUserId()));
    }
    return context.ack();
  }

  /** Slack's id of an event; else what it is about, which is the same at each delivery as well. */
  private static String id(EventsApiPayload<?> payload, String channel, String message) {
    return or(payload.getEventId(), "message " + channel + " " + message);
  }

  private static String or(@Nullable String value, String other) {
    return value == null ? other : value;
  }

  /** In channels only mentions are meant for us, and those come as such. */
  private void direct(
      String id,
      @Nullable String kind,
      String user,
      String channel,
      String message,
      @Nullable String thread,
      String text) {
    if ("im".equals(kind) || Conversations.isDirect(channel)) {
      asked(id, user, channel, message, thread, text);
    }
  }

  private void asked(
      String id,
      String user,
      String channel,
      String message,
      @Nullable String thread,
      String text) {
    Person person = people.person(user);
    String root = thread == null ? message : thread;
    Place place = Conversations.place(channel, user, Optional.of(root));
    var ear = new Whisper.Ear(user, place, "", "", message, "");
    if (text.isEmpty()) {
      hear(new Incoming.Command(id, person, place, Order.HELP), reply -> whisper.tell(ear, reply));
      return;
    }
    thinking.asked(
        place, channel, message, thread != null && Conversations.isDirect(channel), text);
    hear(new Incoming.Question(id, person, place, text), reply -> answered(ear, place, reply));
  }

  /** What is said privately instead of an answer ends the thinking, too. */
  private void answered(Whisper.Ear ear, Place place, Reply reply) {
    if (!(reply instanceof Reply.Nothing)) {
      thinking.answered(place);
    }
    whisper.tell(ear, reply);
  }

  private Response cameHome(EventsApiPayload<AppHomeOpenedEvent> payload, EventContext context) {
    AppHomeOpenedEvent event = payload.getEvent();
    if ("home".equals(event.getTab())) {
      hear(
          new Incoming.Command(
              payload.getEventId(),
              people.person(event.getUser()),
              Place.person(event.getUser()),
              Order.STATUS),
          whisper.home(event.getUser()));
    }
    return context.ack();
  }

  private Response paneOpened(
      EventsApiPayload<AssistantThreadStartedEvent> payload, EventContext context) {
    var thread = payload.getEvent().getAssistantThread();
    Language language = people.language(thread.getUserId());
    var _ =
        api.call(
            "assistant.threads.setSuggestedPrompts",
            () ->
                api.methods()
                    .assistantThreadsSetSuggestedPrompts(
                        request ->
                            request
                                .channelId(thread.getChannelId())
                                .threadTs(thread.getThreadTs())
                                .title(Words.PROMPTS_TITLE.in(language))
                                .prompts(
                                    Stream.of(
                                            Words.PROMPT_CANCEL,
                                            Words.PROMPT_PRICE,
                                            Words.PROMPT_PERSON)
                                        .map(words -> words.in(language))
                                        .map(SuggestedPrompt::create)
                                        .toList())));
    return context.ack();
  }

  /** Of people's own tokens we have none. */
  private Response tokensRevoked(
      EventsApiPayload<TokensRevokedEvent> payload, EventContext context) {
    TokensRevokedEvent.Tokens tokens = payload.getEvent().getTokens();
    if (tokens != null && tokens.getBot() != null && !tokens.getBot().isEmpty()) {
      api.disown("tokens_revoked");
    }
    return context.ack();
  }

  private Response commanded(SlashCommandPayload payload, SlashCommandContext context) {
    Person person = people.person(payload.getUserId());
    Place place =
        Conversations.place(payload.getChannelId(), payload.getUserId(), Optional.empty());
    String id = "command " + or(payload.getTriggerId(), UUID.randomUUID().toString());
    return switch (Typed.read(Optional.ofNullable(payload.getText()).orElse(""))) {
      case Typed.Asked(String question) -> askedByCommand(id, person, place, question, context);
      case Typed.Ordered(Order order, String about) -> {
        var ear = new Whisper.Ear(person.id(), place, or(payload.getResponseUrl(), ""), "", "", "");
        hear(
            new Incoming.Command(id, person, place, order, about),
            reply -> whisper.tell(ear, reply));
        yield context.ack();
      }
    };
  }

  /** A command leaves no message, so the question is posted: the answer hangs under it. */
  private Response askedByCommand(
      String id, Person person, Place place, String typed, SlashCommandContext context) {
    String text = SlackText.plain(typed, context.getBotUserId());
    Receipt root = posts.post(place, root(person, text), new PostKey(id, false));
    if (!(root instanceof Receipt.Delivered(String message))) {
      return context.ack(Words.NOT_POSTED.in(Language.of(text)));
    }
    Place thread = Place.thread(place.channel(), message);
    thinking.asked(thread, context.getChannelId(), message, false, text);
    var ear = new Whisper.Ear(person.id(), thread, or(context.getResponseUrl(), ""), "", "", "");
    hear(new Incoming.Question(id, person, thread, text), reply -> answered(ear, thread, reply));
    return context.ack();
  }

  private static SlackCards.Drawn root(Person person, String text) {
    var blocks =
        Stream.concat(
                SlackText.pieces(text, SlackCards.MOST_TEXT / 2).stream()
                    .limit(3)
                    .map(SlackCards::quoted),
                Stream.of(SlackCards.mentioning(Words.ASKED_BY.in(Language.of(text), person.id()))))
            .toList();
    return new SlackCards.Drawn(
        SlackText.escaped(text, SlackCards.MOST_FALLBACK).text(), SlackCards.json(blocks));
  }

  private void shortcut(MessageShortcutPayload payload, String bot) {
    if (!SHORTCUT.equals(payload.getCallbackId()) || payload.getMessage() == null) {
      return;
    }
    String user = payload.getUser().getId();
    String channel = payload.getChannel().getId();
    String message = payload.getMessage().getTs();
    String thread = Optional.ofNullable(payload.getMessage().getThreadTs()).orElse(message);
    String text =
        SlackText.plain(Optional.ofNullable(payload.getMessage().getText()).orElse(""), bot);
    // What two people say to each other alone is answered to the one who asks.
    Place place =
        Conversations.place(
            channel,
            user,
            Conversations.isDirect(channel) ? Optional.empty() : Optional.of(thread));
    var ear = new Whisper.Ear(user, place, or(payload.getResponseUrl(), ""), "", message, "");
    String id = "shortcut " + or(payload.getTriggerId(), user + " " + payload.getActionTs());
    Person person = people.person(user);
    hear(
        text.isEmpty()
            ? new Incoming.Command(id, person, place, Order.HELP)
            : new Incoming.Question(id, person, place, text),
        reply -> whisper.tell(ear, reply));
  }

  private void pressed(BlockActionPayload payload) {
    BlockActionPayload.Action action =
        payload.getActions() == null || payload.getActions().isEmpty()
            ? null
            : payload.getActions().getFirst();
    if (action == null || !"button".equals(action.getType())) {
      return;
    }
    String user = payload.getUser().getId();
    String button = or(action.getValue(), action.getActionId());
    var carrier = Carrier.of(payload);
    Place place =
        carrier.channel().isEmpty()
            ? Place.person(user)
            : Conversations.place(carrier.channel(), user, carrier.thread());
    var ear =
        new Whisper.Ear(
            user,
            place,
            or(payload.getResponseUrl(), ""),
            or(payload.getTriggerId(), ""),
            carrier.message(),
            button);
    String id = "press " + or(payload.getTriggerId(), user) + " " + action.getActionTs();
    // The dialog of a button is part of it: Slack has asked.
    hear(
        new Incoming.Press(id, people.person(user), place, carrier.message(), button, true),
        reply -> whisper.tell(ear, reply));
  }

  /** Waits a moment for what is wrong with it, because only the acknowledgement can say so. */
  private Response sent(ViewSubmissionPayload payload, ViewSubmissionContext context) {
    if (!SlackForms.CALLBACK.equals(payload.getView().getCallbackId())) {
      return context.ack();
    }
    String user = payload.getUser().getId();
    var origin = SlackForms.Origin.read(payload.getView().getPrivateMetadata());
    var ear = new Whisper.Ear(user, origin.place(), "", "", origin.message(), origin.button());
    var told = new CompletableFuture<Reply>();
    hear(
        new Incoming.Submission(
            "submission " + payload.getTriggerId() + " " + payload.getView().getHash(),
            people.person(user),
            origin.place(),
            origin.message(),
            origin.button(),
            SlackForms.answers(payload.getView())),
        late -> {
          if (!told.complete(late)) {
            whisper.tell(ear, late);
          }
        });
    Reply reply =
        told.completeOnTimeout(new Reply.Nothing(), MENDING.toMillis(), TimeUnit.MILLISECONDS)
            .join();
    if (reply instanceof Reply.Mend(Map<String, String> mistakes)) {
      return context.ackWithErrors(mistakes);
    }
    whisper.tell(ear, reply);
    return context.ack();
  }

  /** Where a button stands. Its container says so, or else the message that came with it. */
  private record Carrier(String channel, String message, Optional<String> thread) {
    static Carrier of(BlockActionPayload payload) {
      Optional<BlockActionPayload.Container> container =
          Optional.ofNullable(payload.getContainer());
      Optional<Message> message = Optional.ofNullable(payload.getMessage());
      return new Carrier(
          Optional.ofNullable(payload.getChannel())
              .map(BlockActionPayload.Channel::getId)
              .or(() -> container.map(BlockActionPayload.Container::getChannelId))
              .orElse(""),
          container
              .map(BlockActionPayload.Container::getMessageTs)
              .or(() -> message.map(Message::getTs))
              .orElse(""),
          container
              .map(BlockActionPayload.Container::getThreadTs)
              .or(() -> message.map(Message::getThreadTs)));
    }
  }

  private void hear(Incoming incoming, Consumer<Reply> reply) {
    try {
      listener.hear(incoming, reply);
    } catch (RuntimeException notKept) {
      throw new Unheard(notKept);
    }
  }
}
