package jp.mimamori.bot.chat.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import jp.mimamori.knowledge.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says things to one person alone, outside of any interaction. It may be lost, and is then logged.
 */
final class Mouth implements PendingReply.Direct {
  private static final Logger LOG = LoggerFactory.getLogger(Mouth.class);

  private final Rest rest;
  private final Posts posts;

  Mouth(Rest rest, Posts posts) {
    this.rest = rest;
    this.posts = posts;
  }

  @Override
  public void tell(String person, String act, Drawn message) {
    Outcome outcome = send(person, act, message);
    if (!(outcome instanceof Outcome.Done)) {
      LOG.info("person {} can't be told: {}", person, outcome);
    }
  }

  /** The same, with a word in the channel if the person takes no messages. */
  void tell(String person, String act, Drawn message, String channel) {
    Outcome outcome = send(person, act, message);
    if (outcome.is(Outcome.NO_DIRECT_MESSAGES)) {
      String words = Words.NO_DIRECT_MESSAGES.in(Language.JA);
      ObjectNode body =
          Messages.created(DiscordCards.words(words, Language.JA), Mark.of("reply " + act));
      body.set(
          "message_reference",
          JsonNodeFactory.instance
              .objectNode()
              .put("message_id", act)
              .put("fail_if_not_exists", false));
      outcome = rest.post("channels/" + channel + "/messages", body);
    }
    if (!(outcome instanceof Outcome.Done)) {
      LOG.info("person {} can't be told: {}", person, outcome);
    }
  }

  /** Says it and returns the message's id; empty if it can't be said. */
  Optional<String> show(String person, String act, Drawn message) {
    return send(person, act, message) instanceof Outcome.Done(JsonNode sent)
        ? Optional.of(sent.path("id").asText())
        : Optional.empty();
  }

  /** Says something else in its place. */
  void change(String person, String message, Drawn drawn) {
    if (posts.conversation(person) instanceof Outcome.Done(JsonNode channel)) {
      Outcome outcome =
          rest.send(
              Rest.Kind.of("PATCH", false),
              "channels/" + channel.path("id").asText() + "/messages/" + message,
              Messages.edited(drawn),
              drawn.whole());
      if (!(outcome instanceof Outcome.Done)) {
        LOG.info("what person {} was told can't be changed: {}", person, outcome);
      }
    }
  }

  /** Shows for some seconds that an answer is being written. */
  void types(String channel) {
    var _ = rest.post("channels/" + channel + "/typing", JsonNodeFactory.instance.objectNode());
  }

  private Outcome send(String person, String act, Drawn message) {
    Outcome conversation = posts.conversation(person);
    return conversation instanceof Outcome.Done(JsonNode channel)
        ? rest.send(
            Rest.Kind.of("POST", false),
            "channels/" + channel.path("id").asText() + "/messages",
            Messages.created(message, Mark.of("reply " + act)),
            message.whole())
        : conversation;
  }
}
