package jp.mimamori.bot.chat.web;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Card.Block;

/** How a card stands in the page's store. */
final class CardJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().addModule(new Jdk8Module()).addMixIn(Block.class, Named.class).build();

  private CardJson() {}

  static String write(Card card) {
    try {
      return MAPPER.writeValueAsString(card);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a card can't be written", e);
    }
  }

  static Card read(String json) {
    try {
      return MAPPER.readValue(json, Card.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored card can't be read", e);
    }
  }

  /** Each kind of block by its name. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "block")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Block.Text.class, name = "text"),
    @JsonSubTypes.Type(value = Block.Facts.class, name = "facts"),
    @JsonSubTypes.Type(value = Block.Quote.class, name = "quote"),
    @JsonSubTypes.Type(value = Block.Mention.class, name = "mention"),
    @JsonSubTypes.Type(value = Block.Note.class, name = "note"),
    @JsonSubTypes.Type(value = Block.History.class, name = "history"),
    @JsonSubTypes.Type(value = Block.Buttons.class, name = "buttons")
  })
  private interface Named {}
}
