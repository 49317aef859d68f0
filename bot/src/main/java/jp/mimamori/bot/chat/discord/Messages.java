package jp.mimamori.bot.chat.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Document;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.entities.Message.MentionType;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;

/**
 * The bodies of messages, as the HTTP interface wants them. Nobody is called but whom a card
 * mentions.
 */
final class Messages {
  private static final JsonMapper JSON = new JsonMapper();

  /** https://discord.com/developers/docs/components/reference#file */
  private static final int FILE = 13;

  private Messages() {}

  /** A new message that can be there only once. */
  static ObjectNode created(Drawn drawn, Mark mark) {
    return edited(drawn).put("nonce", mark.nonce()).put("enforce_nonce", true);
  }

  /** The same, and whom the card mentions is told. */
  static ObjectNode created(Drawn drawn, Mark mark, Card card) {
    ObjectNode body = created(drawn, mark);
    ObjectNode allowed = body.putObject("allowed_mentions");
    allowed.putArray("parse");
    for (Card.Block block : card.blocks()) {
      if (block instanceof Card.Block.Mention(var called, String id, String _)) {
        switch (called) {
          case PERSON -> allowed.withArray("users").add(id);
          case GROUP -> allowed.withArray("roles").add(id);
        }
      }
    }
    return body;
  }

  /** What a message shall show from now on. */
  static ObjectNode edited(Drawn drawn) {
    try (var message =
        new MessageCreateBuilder()
            .useComponentsV2()
            .setComponents(drawn.components())
            .setAllowedMentions(List.<MentionType>of())
            .mentionRepliedUser(false)
            .build()) {
      JsonNode whole = JSON.readTree(message.toData().toJson());
      ObjectNode body = JSON.createObjectNode();
      body.set("components", whole.path("components"));
      body.set("allowed_mentions", whole.path("allowed_mentions"));
      body.set("flags", whole.path("flags"));
      attached(body, drawn.whole());
      return body;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A message with one file, to be found by again as others are. */
  static ObjectNode file(Document file, Mark mark) {
    ObjectNode body =
        created(
            Drawn.of(TextDisplay.of(Plain.text(file.title())).withUniqueId(mark.first())), mark);
    body.withArray("components")
        .addObject()
        .put("type", FILE)
        .put("id", mark.second())
        .putObject("file")
        .put("url", "attachment://" + file.name());
    attached(body, Optional.of(file));
    return body;
  }

  /** Files that are not named any more go away with an edit. */
  private static void attached(ObjectNode body, Optional<Document> file) {
    ArrayNode attachments = body.putArray("attachments");
    file.ifPresent(one -> attachments.addObject().put("id", "0").put("filename", one.name()));
  }
}
