package jp.mimamori.bot.chat.discord;

import java.util.function.Consumer;
import jp.mimamori.bot.chat.Reply;
import jp.mimamori.knowledge.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The reply to a message, which has no reply that only one person sees: it goes to them alone. */
final class MessageReply implements Consumer<Reply> {
  private static final Logger LOG = LoggerFactory.getLogger(MessageReply.class);

  private final Mouth mouth;
  private final String person;
  private final String message;
  private final String channel;
  private volatile boolean over;

  MessageReply(Mouth mouth, String person, String message, String channel) {
    this.mouth = mouth;
    this.person = person;
    this.message = message;
    this.channel = channel;
  }

  /** Shows that it takes longer, unless it is over. */
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
          LOG.error("a message can't be replied to with {}", reply.getClass().getSimpleName());
    }
  }

  private void tell(Drawn drawn) {
    mouth.tell(person, message, drawn, channel);
  }
}
