package jp.mimamori.bot.chat.discord;

import jp.mimamori.bot.chat.Place;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.interactions.Interaction;

/** Where things happen. A thread that hangs from a message has that message's id. */
final class Places {
  private Places() {}

  static Place of(Interaction event) {
    if (!event.isFromGuild()) {
      return Place.person(event.getUser().getId());
    }
    return event.getChannel() instanceof ThreadChannel thread
        ? inThread(thread)
        : Place.channel(String.valueOf(event.getChannelId()));
  }

  /** The thread that the message is in, or else the one that will hang from it. */
  static Place of(MessageReceivedEvent event) {
    if (!event.isFromGuild()) {
      return Place.thread(
          Place.person(event.getAuthor().getId()).channel(), root(event.getMessage()));
    }
    return event.getChannelType().isThread()
        ? inThread(event.getChannel().asThreadChannel())
        : Place.thread(event.getChannel().getId(), event.getMessageId());
  }

  /** The same, for a message that somebody asks about. */
  static Place of(MessageContextInteractionEvent event) {
    Place here = of((Interaction) event);
    return here.thread().isPresent()
        ? here
        : Place.thread(here.channel(), event.getTarget().getId());
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
}
