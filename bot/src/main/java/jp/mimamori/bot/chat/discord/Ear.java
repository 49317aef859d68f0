package jp.mimamori.bot.chat.discord;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jp.mimamori.bot.chat.ChatPlatform.Listener;
import jp.mimamori.bot.chat.Form;
import jp.mimamori.bot.chat.Incoming;
import jp.mimamori.bot.chat.Person;
import jp.mimamori.bot.chat.Place;
import jp.mimamori.bot.chat.Reply;
import jp.mimamori.bot.chat.Suggestions;
import jp.mimamori.knowledge.Language;
import net.dv8tion.jda.api.components.Component;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageType;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.modals.ModalMapping;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what people do on Discord, and says it in the words that all platforms share. JDA calls it
 * on the thread that reads the gateway, in the order of the events: nothing here waits, and what
 * must wait does so in {@link Lanes}.
 */
final class Ear extends ListenerAdapter {
  private static final Logger LOG = LoggerFactory.getLogger(Ear.class);

  private final Hearing hearing;
  private final Supplier<DiscordChannels> channels;
  private final boolean readsMessages;
  private final Members members;
  private final Mouth mouth;
  private final Forms forms = new Forms();
  private final Suggestions suggestions;
  private final Timing timing;
  private final Executor threads;
  private final Executor later;
  private final Lanes lanes;

  /**
   * @param suggestions what is offered while somebody types a command
   */
  Ear(
      Listener listener,
      Supplier<DiscordChannels> channels,
      boolean readsMessages,
      Members members,
      Mouth mouth,
      Timing timing,
      Suggestions suggestions,
      Executor threads,
      Underway underway) {
    this.hearing = new Hearing(listener, underway);
    this.channels = channels;
    this.readsMessages = readsMessages;
    this.members = members;
    this.mouth = mouth;
    this.suggestions = suggestions;
    this.threads = threads;
    this.later =
        CompletableFuture.delayedExecutor(
            timing.patience().toMillis(), TimeUnit.MILLISECONDS, threads);
    this.timing = timing;
    this.lanes = new Lanes(threads);
  }

  @Override
  public void onMessageReceived(MessageReceivedEvent event) {
    Message message = event.getMessage();
    boolean said =
        message.getType() == MessageType.DEFAULT || message.getType() == MessageType.INLINE_REPLY;
    if (event.getAuthor().isBot() || event.isWebhookMessage() || !said || !isForUs(event)) {
      return;
    }
    String text = withoutMention(message.getContentRaw(), event.getJDA().getSelfUser().getId());
    String author = event.getAuthor().getId();
    var reply = new MessageReply(mouth, author, message.getId(), event.getChannel().getId());
    later.execute(reply::slow);
    inTurn(
        author,
        event.getChannel().getId(),
        () -> {
          Person person = members.acting(event.getAuthor(), event.getMember());
          Place place = Places.of(event);
          hear(
              text.isEmpty()
                  ? new Incoming.Command(message.getId(), person, place, Incoming.Order.HELP)
                  : new Incoming.Question(message.getId(), person, place, text),
              reply,
              Language.JA);
        });
  }

  @Override
  public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
    String name = String.valueOf(event.getSubcommandName());
    if (name.equals(SlashCommands.ASK)) {
      var asking = new Asking(event, members, mouth, hearing);
      var reply = new PendingReply(event, About.NOTHING, false, forms, mouth, timing.clock());
      inTurn(event, () -> asking.ask(reply));
      return;
    }
    String about = event.getOption(SlashCommands.ABOUT, "", OptionMapping::getAsString).strip();
    SlashCommands.order(name)
        .ifPresent(
            order ->
                hear(
                    event,
                    About.NOTHING,
                    false,
                    () ->
                        new Incoming.Command(
                            event.getId(), members.acting(event), Places.of(event), order, about)));
  }

  /** What is on a message is asked as if the person had written it, and answered beneath it. */
  @Override
  public void onMessageContextInteraction(MessageContextInteractionEvent event) {
    String text =
        withoutMention(event.getTarget().getContentRaw(), event.getJDA().getSelfUser().getId());
    Language language = PendingReply.language(event.getUserLocale());
    var reply = new PendingReply(event, About.NOTHING, false, forms, mouth, timing.clock());
    later.execute(reply::defer);
    inTurn(
        event,
        () -> {
          Person person = members.acting(event);
          Place place = Places.of(event);
          if (text.isEmpty()) {
            hear(
                new Incoming.Command(event.getId(), person, place, Incoming.Order.HELP),
                reply,
                language);
            return;
          }
          hear(
              new Incoming.Question(event.getId(), person, place, text),
              answer -> reply.accept(orBeneath(answer, language)),
              language);
        });
  }

  /** Where there is nothing to say to the person alone, the answer is on its way. */
  private static Reply orBeneath(Reply answer, Language language) {
    return answer instanceof Reply.Nothing
        ? new Reply.Words(Words.ANSWER_BENEATH.in(language))
        : answer;
  }

  @Override
  public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
    threads.execute(() -> suggest(event));
  }

  private void suggest(CommandAutoCompleteInteractionEvent event) {
    Language language = PendingReply.language(event.getUserLocale());
    List<Command.Choice> choices =
        suggestions
            .offer(
                members.acting(event),
                Places.of(event),
                SlashCommands.order(String.valueOf(event.getSubcommandName())),
                event.getFocusedOption().getValue(),
                language)
            .stream()
            .filter(offer -> offer.value().length() <= Command.Choice.MAX_STRING_VALUE_LENGTH)
            .distinct()
            .limit(OptionData.MAX_CHOICES)
            .map(Ear::choice)
            .toList();
    event.replyChoices(choices).queue(_ -> {}, Ear::logged);
  }

  private static Command.Choice choice(Form.Option offer) {
    return new Command.Choice(
        DiscordCards.shortened(offer.label(), Command.Choice.MAX_NAME_LENGTH), offer.value());
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
            .replyComponents(
                DiscordCards.words(Words.STRANGE_BUTTON.in(language), language).components())
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
    hear(
        event,
        about,
        inPlace,
        () ->
            new Incoming.Submission(
                event.getId(), members.acting(event), Places.of(event), message, button, answers));
  }

  private void press(
      ButtonInteractionEvent event, About about, boolean confirmed, boolean inPlace) {
    hear(
        event,
        about,
        inPlace,
        () ->
            new Incoming.Press(
                event.getId(),
                members.acting(event),
                Places.of(event),
                about.message(),
                about.button(),
                confirmed));
  }

  /** The three seconds run from here, however long the line is. */
  private void hear(IReplyCallback event, About about, boolean inPlace, Supplier<Incoming> act) {
    var reply = new PendingReply(event, about, inPlace, forms, mouth, timing.clock());
    later.execute(reply::defer);
    inTurn(event, () -> hear(act.get(), reply, PendingReply.language(event.getUserLocale())));
  }

  /** What can't be kept is not accepted, and the person knows. */
  private void hear(Incoming act, Consumer<Reply> reply, Language language) {
    if (!hearing.keeps(act, reply)) {
      reply.accept(new Reply.Words(Words.NOT_ACCEPTED.in(language)));
    }
  }

  private void inTurn(Interaction event, Runnable work) {
    inTurn(event.getUser().getId(), String.valueOf(event.getChannelId()), work);
  }

  /** What a person does is heard in that order, and what is done in a channel. */
  private void inTurn(String person, String channel, Runnable work) {
    lanes.run(List.of(person, channel), work);
  }

  private static void replace(ButtonInteractionEvent event, Words words) {
    Language language = PendingReply.language(event.getUserLocale());
    event
        .editComponents(DiscordCards.words(words.in(language), language).components())
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
        || (readsMessages && channels.get().support().contains(Places.of(event).channel()));
  }

  private static String withoutMention(String text, String self) {
    return text.replaceAll("<@!?" + self + ">", " ").strip();
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
}
