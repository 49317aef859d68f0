package jp.mimamori.bot.chat.discord;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.mimamori.bot.chat.ChatPlatform.Listener;
import jp.mimamori.bot.chat.ChatPlatform.Standing;
import jp.mimamori.bot.chat.Incoming;
import jp.mimamori.bot.chat.Person;
import jp.mimamori.bot.chat.Place;
import jp.mimamori.bot.chat.Reply;
import jp.mimamori.knowledge.Language;
import net.dv8tion.jda.api.components.Component;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageType;
import net.dv8tion.jda.api.entities.Role;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.entities.channel.Channel;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.modals.ModalMapping;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears what people do on Discord, and says it in the words that all platforms share. */
final class Ear extends ListenerAdapter {
  private static final Logger LOG = LoggerFactory.getLogger(Ear.class);

  private final Listener listener;
  private final Supplier<DiscordChannels> channels;
  private final boolean readsMessages;
  private final Members members;
  private final Mouth mouth;
  private final Forms forms = new Forms();
  private final BiFunction<String, Language, List<String>> suggestions;
  private final Executor later;
  private final Underway underway;

  /**
   * @param patience so long a reply may be the first response; Discord itself waits three seconds
   * @param suggestions questions that begin like what is being typed
   */
  Ear(
      Listener listener,
      Supplier<DiscordChannels> channels,
      boolean readsMessages,
      Members members,
      Mouth mouth,
      Duration patience,
      BiFunction<String, Language, List<String>> suggestions,
      Executor threads,
      Underway underway) {
    this.listener = listener;
    this.channels = channels;
    this.readsMessages = readsMessages;
    this.members = members;
    this.mouth = mouth;
    this.suggestions = suggestions;
    this.later =
        CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS, threads);
    this.underway = underway;
  }

  @Override
  public void onMessageReceived(MessageReceivedEvent event) {
    Message message = event.getMessage();
    boolean said =
        message.getType() == MessageType.DEFAULT || message.getType() == MessageType.INLINE_REPLY;
    if (event.getAuthor().isBot() || event.isWebhookMessage() || !said || !isForUs(event)) {
      return;
    }
    Person person = person(event.getAuthor(), event.getMember());
    String text = withoutMention(message.getContentRaw(), event.getJDA().getSelfUser().getId());
    Place place = place(event);
    Incoming act =
        text.isEmpty()
            ? new Incoming.Command(message.getId(), person, place, Incoming.Order.HELP)
            : new Incoming.Question(message.getId(), person, place, text);
    var reply = new MessageReply(person.id(), message.getId(), event.getChannel().getId());
    later.execute(reply::slow);
    hear(act, reply);
  }

  @Override
  public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
    String order = String.valueOf(event.getSubcommandName());
    if (order.equals(SlashCommands.ASK)) {
      ask(event);
      return;
    }
    for (Incoming.Order known : Incoming.Order.values()) {
      if (SlashCommands.name(known).equals(order)) {
        var reply = pending(new PendingReply(event, About.NOTHING, false, forms, mouth));
        hear(new Incoming.Command(event.getId(), person(event), place(event), known), reply);
        return;
      }
    }
  }

  @Override
  public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
    Language language = PendingReply.language(event.getUserLocale());
    List<Command.Choice> choices =
        suggestions.apply(event.getFocusedOption().getValue(), language).stream()
            .filter(text -> text.length() <= Command.Choice.MAX_STRING_VALUE_LENGTH)
            .distinct()
            .limit(25)
            .map(text -> new Command.Choice(text, text))
            .toList();
    event.replyChoices(choices).queue(_ -> {}, _ -> {});
  }

  @Override
  public void onButtonInteraction(ButtonInteractionEvent event) {
    switch (CustomId.of(event.getComponentId())) {
      case CustomId.Plain(String button) ->
          press(event, new About(event.getMessageId(), button), false, false);
      case CustomId.Yes(String message, String button) ->
          press(event, new About(message, button), true, true);
      case CustomId.Open(String message, String button) -> {
        var about = new About(message, button);
        forms
            .again(event.getUser().getId(), about)
            .ifPresentOrElse(
                modal -> event.replyModal(modal).queue(_ -> {}, Ear::logged),
                () -> press(event, about, false, true));
      }
      case CustomId.No _ -> replace(event, Words.CALLED_OFF);
      case CustomId.Sent _, CustomId.Strange _ -> {
        Language language = PendingReply.language(event.getUserLocale());
        event
            .replyComponents(DiscordCards.words(Words.STRANGE_BUTTON.in(language), language))
            .useComponentsV2()
            .setAllowedMentions(PendingReply.NOBODY)
            .setEphemeral(true)
            .queue(_ -> {}, Ear::logged);
      }
    }
  }

  @Override
  public void onModalInteraction(ModalInteractionEvent event) {
    if (!(CustomId.of(event.getModalId()) instanceof CustomId.Sent(var message, var button))) {
      event.deferReply(true).queue(hook -> hook.deleteOriginal().queue(), Ear::logged);
      return;
    }
    var about = new About(message, button);
    Map<String, String> answers = new HashMap<>();
    event.getValues().forEach(value -> answer(value, answers));
    forms.typed(event.getUser().getId(), about, answers);
    Message origin = event.getMessage();
    boolean inPlace = origin != null && origin.isEphemeral();
    var reply = pending(new PendingReply(event, about, inPlace, forms, mouth));
    hear(
        new Incoming.Submission(
            event.getId(), person(event), place(event), message, button, answers),
        reply);
  }

  private void press(
      ButtonInteractionEvent event, About about, boolean confirmed, boolean inPlace) {
    var reply = pending(new PendingReply(event, about, inPlace, forms, mouth));
    hear(
        new Incoming.Press(
            event.getId(), person(event), place(event), about.message(), about.button(), confirmed),
        reply);
  }

  /** The question is shown to all, or only to the one who asks; its answer hangs under it. */
  private void ask(SlashCommandInteractionEvent event) {
    String text = event.getOption(SlashCommands.QUESTION, "", OptionMapping::getAsString).strip();
    Language language = PendingReply.language(event.getUserLocale());
    boolean alone = event.getOption(SlashCommands.PRIVATE, false, OptionMapping::getAsBoolean);
    Person person = person(event);
    Place here = place(event);
    if (alone && here.alone().isEmpty()) {
      event
          .replyComponents(DiscordCards.words(Words.ANSWER_BY_MESSAGE.in(language), language))
          .useComponentsV2()
          .setAllowedMentions(PendingReply.NOBODY)
          .setEphemeral(true)
          .complete();
      Place conversation =
          mouth
              .show(person.id(), event.getId(), asked(person, text, language))
              .map(message -> Place.thread(Place.person(person.id()).channel(), message))
              .orElse(Place.person(person.id()));
      hear(
          new Incoming.Question(event.getId(), person, conversation, text),
          pending(new PendingReply(event, About.NOTHING, false, forms, mouth)));
      return;
    }
    InteractionHook hook =
        event
            .replyComponents(asked(person, text, language))
            .useComponentsV2()
            .setAllowedMentions(PendingReply.NOBODY)
            .complete();
    Place place =
        here.thread().isPresent()
            ? here
            : Place.thread(here.channel(), hook.retrieveOriginal().complete().getId());
    hear(
        new Incoming.Question(event.getId(), person, place, text),
        pending(new PendingReply(event, About.NOTHING, false, forms, mouth)));
  }

  private static List<MessageTopLevelComponent> asked(
      Person person, String text, Language language) {
    return List.of(
        DiscordCards.asked(Words.ASKED.in(language, person.displayName()), text, language));
  }

  private PendingReply pending(PendingReply reply) {
    later.execute(reply::defer);
    return reply;
  }

  /** What can't be kept is not accepted, and the person knows. */
  private void hear(Incoming act, Consumer<Reply> reply) {
    underway.begin();
    Consumer<Reply> once =
        answer -> {
          try {
            reply.accept(answer);
          } finally {
            underway.end();
          }
        };
    try {
      listener.hear(act, once);
    } catch (RuntimeException e) {
      LOG.error("{} {} can't be kept", act.getClass().getSimpleName(), act.event(), e);
      once.accept(new Reply.Words(Words.NOT_ACCEPTED.in(Language.JA)));
    }
  }

  private static void replace(ButtonInteractionEvent event, Words words) {
    Language language = PendingReply.language(event.getUserLocale());
    event
        .editComponents(DiscordCards.words(words.in(language), language))
        .useComponentsV2()
        .setAllowedMentions(PendingReply.NOBODY)
        .queue(_ -> {}, Ear::logged);
  }

  private boolean isForUs(MessageReceivedEvent event) {
    if (!event.isFromGuild()) {
      return true;
    }
    String self = event.getJDA().getSelfUser().getId();
    boolean mentioned =
        event.getMessage().getMentions().getUsers().stream()
            .anyMatch(user -> user.getId().equals(self));
    return mentioned
        || (readsMessages && channels.get().support().contains(place(event).channel()));
  }

  private static String withoutMention(String text, String self) {
    return text.replaceAll("<@!?" + self + ">", " ").strip();
  }

  private Person person(Interaction event) {
    return person(event.getUser(), event.getMember());
  }

  /** Where Discord does not say which roles they have, because they speak to us alone, we ask. */
  private Person person(User user, @Nullable Member member) {
    if (member != null) {
      Set<String> roles =
          member.getUnsortedRoles().stream().map(Role::getId).collect(Collectors.toSet());
      return new Person(
          DiscordPlatform.NAME, user.getId(), member.getEffectiveName(), roles, false);
    }
    return members.lookUp(user.getId()) instanceof Standing.Present(Person known)
        ? known
        : new Person(DiscordPlatform.NAME, user.getId(), user.getEffectiveName());
  }

  private static Place place(Interaction event) {
    Channel channel = event.getChannel();
    if (!event.isFromGuild()) {
      return Place.person(event.getUser().getId());
    }
    return channel instanceof ThreadChannel thread
        ? inThread(thread)
        : Place.channel(String.valueOf(event.getChannelId()));
  }

  private static Place place(MessageReceivedEvent event) {
    if (!event.isFromGuild()) {
      return Place.thread(
          Place.person(event.getAuthor().getId()).channel(), root(event.getMessage()));
    }
    return event.getChannelType().isThread()
        ? inThread(event.getChannel().asThreadChannel())
        : Place.thread(event.getChannel().getId(), event.getMessageId());
  }

  private static Place inThread(ThreadChannel thread) {
    return Place.thread(thread.getParentChannel().getId(), thread.getId());
  }

  /** In a conversation: whoever replies to an answer goes on with that question. */
  private static String root(Message message) {
    Message answer = message.getReferencedMessage();
    if (answer == null) {
      return message.getId();
    }
    var question = answer.getMessageReference();
    return question == null ? answer.getId() : question.getMessageId();
  }

  private static void answer(ModalMapping value, Map<String, String> answers) {
    Stream<String> given =
        value.getType() == Component.Type.TEXT_INPUT
            ? Stream.of(value.getAsString())
            : value.getAsStringList().stream();
    given
        .filter(text -> !text.isEmpty())
        .findFirst()
        .ifPresent(text -> answers.put(value.getCustomId(), text));
  }

  private static void logged(Throwable refused) {
    LOG.info("Discord does not take a reply: {}", refused.getMessage());
  }

  /**
   * The reply to a message, which has no reply that only one person sees: it goes to them alone.
   */
  private final class MessageReply implements Consumer<Reply> {
    private final String person;
    private final String message;
    private final String channel;
    private volatile boolean over;

    MessageReply(String person, String message, String channel) {
      this.person = person;
      this.message = message;
      this.channel = channel;
    }

    void slow() {
      if (!over) {
        mouth.types(channel);
      }
    }

    @Override
    public void accept(Reply reply) {
      over = true;
      switch (reply) {
        case Reply.Nothing _ -> {}
        case Reply.Words(String text) -> tell(DiscordCards.words(text, Language.JA));
        case Reply.Shown(var card) -> tell(DiscordCards.draw(card));
        case Reply.Sure _, Reply.Fill _, Reply.Mend _ ->
            LOG.error("a message can't be replied to with {}", reply);
      }
    }

    private void tell(MessageTopLevelComponent component) {
      mouth.tell(person, message, List.of(component), channel);
    }
  }
}
