package jp.mimamori.bot.chat.discord;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import jp.mimamori.bot.chat.Incoming;
import jp.mimamori.bot.chat.Person;
import jp.mimamori.bot.chat.Place;
import jp.mimamori.bot.chat.Reply;
import jp.mimamori.knowledge.Language;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A question asked by {@code /edr ask}. Its answer hangs from a message of ours, which shows the
 * question once it is kept, and says so if it can't be.
 */
final class Asking {
  private static final Logger LOG = LoggerFactory.getLogger(Asking.class);

  private final SlashCommandInteractionEvent event;
  private final Members members;
  private final Mouth mouth;
  private final Hearing hearing;
  private final String text;
  private final Language language;
  private final boolean aside;
  private final CompletableFuture<InteractionHook> begun;

  /** Tells Discord at once that an answer will come, seen by all or by the asker alone. */
  Asking(SlashCommandInteractionEvent event, Members members, Mouth mouth, Hearing hearing) {
    this.event = event;
    this.members = members;
    this.mouth = mouth;
    this.hearing = hearing;
    text = event.getOption(SlashCommands.QUESTION, "", OptionMapping::getAsString).strip();
    language = PendingReply.language(event.getUserLocale());
    aside =
        event.isFromGuild()
            && event.getOption(SlashCommands.PRIVATE, false, OptionMapping::getAsBoolean);
    begun = event.deferReply(aside).submit();
  }

  /** Waits for Discord where it must. */
  void ask(PendingReply reply) {
    InteractionHook hook;
    try {
      hook = begun.join();
    } catch (CompletionException refused) {
      // Discord itself tells the person that we did not respond, or another node has responded.
      LOG.warn("a question by command is not taken: {}", refused.getMessage());
      return;
    }
    Person person = members.acting(event);
    if (aside) {
      askAside(hook, person, reply);
      return;
    }
    Place here = Places.of(event);
    Place place =
        here.thread().isPresent() ? here : Place.thread(here.channel(), original(hook).orElse(""));
    boolean kept =
        !place.thread().orElse("").isEmpty()
            && keeps(person, place, reply, () -> show(hook, asked(person)));
    if (!kept) {
      show(hook, words(Words.NOT_ACCEPTED));
    }
  }

  /** In the conversation between the two of us, to which the channel's reply only points. */
  private void askAside(InteractionHook hook, Person person, PendingReply reply) {
    Optional<String> message = mouth.show(person.id(), event.getId(), words(Words.TAKING));
    if (message.isEmpty()) {
      show(hook, words(Words.NO_DIRECT_MESSAGES));
      return;
    }
    Place place = Place.thread(Place.person(person.id()).channel(), message.get());
    boolean kept =
        keeps(
            person,
            place,
            reply,
            () -> {
              mouth.change(person.id(), message.get(), asked(person));
              show(hook, words(Words.ANSWER_BY_MESSAGE));
            });
    if (!kept) {
      mouth.change(person.id(), message.get(), words(Words.NOT_ACCEPTED));
      show(hook, words(Words.NOT_ACCEPTED));
    }
  }

  /**
   * Shows it when it is kept. Only then is there a reply: the first message that follows a deferred
   * response would take its place, before everybody's eyes.
   */
  private boolean keeps(Person person, Place place, Consumer<Reply> reply, Runnable shows) {
    var shown = new CompletableFuture<Boolean>();
    boolean kept =
        hearing.keeps(
            new Incoming.Question(event.getId(), person, place, text),
            answer -> {
              var _ = shown.thenAccept(_ -> reply.accept(answer));
            });
    if (kept) {
      shows.run();
      shown.complete(true);
    }
    return kept;
  }

  private static Optional<String> original(InteractionHook hook) {
    try {
      return Optional.of(hook.retrieveOriginal().complete().getId());
    } catch (ErrorResponseException e) {
      LOG.warn("Discord does not say where a question is shown: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private static void show(InteractionHook hook, Drawn message) {
    try {
      hook.editOriginalComponents(message.components())
          .useComponentsV2()
          .setAllowedMentions(PendingReply.NOBODY)
          .complete();
    } catch (ErrorResponseException e) {
      LOG.warn("Discord does not show a question: {}", e.getMessage());
    }
  }

  private Drawn asked(Person person) {
    return DiscordCards.asked(Words.ASKED.in(language, person.displayName()), text, language);
  }

  private Drawn words(Words words) {
    return DiscordCards.words(words.in(language), language);
  }
}
