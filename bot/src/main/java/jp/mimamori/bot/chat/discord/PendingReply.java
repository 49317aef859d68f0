package jp.mimamori.bot.chat.discord;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import jp.mimamori.bot.chat.Form;
import jp.mimamori.bot.chat.Reply;
import jp.mimamori.knowledge.Language;
import net.dv8tion.jda.api.entities.Message.MentionType;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IMessageEditCallback;
import net.dv8tion.jda.api.interactions.callbacks.IModalCallback;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One interaction's one reply. Discord wants to hear something within three seconds: a reply that
 * comes in time is that something; otherwise {@link #defer} says so, and the reply takes its place.
 * Where Discord does not take the reply any more, it goes to the person directly.
 * https://discord.com/developers/docs/interactions/receiving-and-responding
 */
final class PendingReply implements Consumer<Reply> {
  private static final Logger LOG = LoggerFactory.getLogger(PendingReply.class);

  /** https://discord.com/developers/docs/topics/opcodes-and-status-codes#json */
  private static final int ALREADY_ACKNOWLEDGED = 40060;

  /** Fifteen minutes less what the way to Discord may take. */
  private static final Duration TOKEN = Duration.ofMinutes(15).minusSeconds(10);

  /** An edit leaves it to Discord's default otherwise. */
  static final List<MentionType> NOBODY = List.of();

  private final IReplyCallback event;
  private final About about;
  private final boolean inPlace;
  private final Forms forms;
  private final Direct direct;
  private final InstantSource clock;
  private final Instant until;
  private State state;

  private enum State {
    OPEN,
    DEFERRED,
    /** The first response shows something to all; the reply is for one. */
    SHOWN,
    REPLIED
  }

  /** The way to a person where all else fails. */
  @FunctionalInterface
  interface Direct {
    /**
     * @param act so that it arrives once
     */
    void tell(String person, String act, Drawn message);
  }

  /**
   * @param inPlace the act was made in a message that only this person sees and that has done its
   *     work: the reply replaces it
   */
  PendingReply(
      IReplyCallback event,
      About about,
      boolean inPlace,
      Forms forms,
      Direct direct,
      InstantSource clock) {
    this.event = event;
    this.about = about;
    this.inPlace = inPlace;
    this.forms = forms;
    this.direct = direct;
    this.clock = clock;
    this.until = clock.instant().plus(TOKEN);
    this.state = event.isAcknowledged() ? State.SHOWN : State.OPEN;
  }

  /** Tells Discord that it takes longer, unless it has been told something already. */
  synchronized void defer() {
    if (state != State.OPEN) {
      return;
    }
    state = State.DEFERRED;
    if (inPlace && event instanceof IMessageEditCallback edit) {
      edit.deferEdit().queue(_ -> {}, this::logged);
    } else {
      event.deferReply(true).queue(_ -> {}, this::logged);
    }
  }

  @Override
  public synchronized void accept(Reply reply) {
    State before = state;
    state = State.REPLIED;
    if (before != State.REPLIED && !clock.instant().isBefore(until)) {
      tooLate(reply);
      return;
    }
    switch (before) {
      case OPEN -> first(reply);
      case DEFERRED -> later(reply);
      case SHOWN -> beside(reply);
      case REPLIED -> LOG.warn("a second reply to {} is dropped", event.getId());
    }
  }

  synchronized boolean isOver() {
    return state == State.REPLIED;
  }

  /** Discord's token is over: a fresh message, which is theirs alone as well. */
  private void tooLate(Reply reply) {
    if (!(reply instanceof Reply.Nothing)) {
      direct.tell(person(), event.getId(), message(reply));
    }
  }

  private void first(Reply reply) {
    if (reply instanceof Reply.Fill(Form form) && event instanceof IModalCallback modal) {
      modal.replyModal(forms.show(person(), about, form)).queue(_ -> {}, this::logged);
      return;
    }
    if (event instanceof IMessageEditCallback edit && (inPlace || reply instanceof Reply.Nothing)) {
      if (!inPlace) {
        edit.deferEdit().queue(_ -> {}, this::logged);
        return;
      }
      Drawn message = message(reply);
      edit.editComponents(message.components())
          .useComponentsV2()
          .setAllowedMentions(NOBODY)
          .queue(_ -> {}, refused -> elsewhere(reply, message, refused));
      return;
    }
    Drawn message = message(reply);
    event
        .replyComponents(message.components())
        .useComponentsV2()
        .setAllowedMentions(NOBODY)
        .setEphemeral(true)
        .queue(_ -> {}, refused -> elsewhere(reply, message, refused));
  }

  private void later(Reply reply) {
    if (reply instanceof Reply.Nothing && !inPlace && event instanceof IMessageEditCallback) {
      event.getHook().deleteOriginal().queue(_ -> {}, this::logged);
      return;
    }
    Drawn message = message(reply);
    event
        .getHook()
        .editOriginalComponents(message.components())
        .useComponentsV2()
        .setAllowedMentions(NOBODY)
        .queue(_ -> {}, refused -> elsewhere(reply, message, refused));
  }

  private void beside(Reply reply) {
    if (reply instanceof Reply.Nothing) {
      return;
    }
    followUp(event.getHook(), reply, message(reply));
  }

  /** Another of us may have answered it already, or Discord has forgotten it. */
  private void elsewhere(Reply reply, Drawn message, Throwable refused) {
    logged(refused);
    if (reply instanceof Reply.Nothing) {
      return;
    }
    if (refused instanceof ErrorResponseException answered
        && answered.getErrorCode() == ALREADY_ACKNOWLEDGED) {
      followUp(InteractionHook.from(event.getJDA(), event.getToken()), reply, message);
    } else {
      direct.tell(person(), event.getId(), message);
    }
  }

  private void followUp(InteractionHook hook, Reply reply, Drawn message) {
    hook.sendMessageComponents(message.components())
        .useComponentsV2()
        .setAllowedMentions(NOBODY)
        .setEphemeral(true)
        .queue(
            _ -> {},
            refused -> {
              logged(refused);
              if (!(reply instanceof Reply.Nothing)) {
                direct.tell(person(), event.getId(), message);
              }
            });
  }

  private Drawn message(Reply reply) {
    Language language = language(event.getUserLocale());
    var open = new CustomId.Open(about.message(), about.button());
    return switch (reply) {
      case Reply.Nothing _ -> DiscordCards.words(Words.DONE.in(language), language);
      case Reply.Words(String text) -> DiscordCards.words(text, language);
      case Reply.Shown(var card) -> DiscordCards.draw(card);
      case Reply.Sure(var confirm) ->
          DiscordCards.sure(confirm, new CustomId.Yes(about.message(), about.button()), language);
      case Reply.Fill(Form form) -> {
        var _ = forms.show(person(), about, form);
        yield DiscordCards.form(form.title(), open, form.language());
      }
      case Reply.Mend(var mistakes) -> DiscordCards.mend(mistakes, open, language);
    };
  }

  static Language language(DiscordLocale locale) {
    return locale == DiscordLocale.JAPANESE || locale == DiscordLocale.UNKNOWN
        ? Language.JA
        : Language.EN;
  }

  private String person() {
    return event.getUser().getId();
  }

  /** What can't be told is lost; nothing depends on it. */
  private void logged(Throwable refused) {
    LOG.info("Discord does not take the reply to {}: {}", event.getId(), refused.getMessage());
  }
}
