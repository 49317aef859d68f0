package jp.mimamori.bot.chat.slack;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Card.Block;
import jp.mimamori.bot.chat.Card.Block.Mention;
import jp.mimamori.knowledge.Language;
import org.junit.jupiter.api.Test;

/** Only whom a card mentions is called. */
class SlackMentionTest {
  @Test
  void whomACardMentionsIsCalledAndNobodyElse() {
    var card =
        new Card(
            "呼び出し <!channel>",
            Card.Tone.URGENT,
            Language.JA,
            List.of(
                new Mention(Mention.Called.PERSON, "U012", "佐藤"),
                new Mention(Mention.Called.GROUP, "S034", "SOC"),
                new Block.Text("<@U999>")));
    String json = SlackCards.draw(card).json().replace("\\u003c", "<").replace("\\u003e", ">");

    assertTrue(json.contains("\"<@U012>\""), json);
    assertTrue(json.contains("\"<!subteam^S034>\""), json);
    assertFalse(json.contains("<@U999>"), json);
    assertFalse(json.contains("<!channel>"), json);
  }
}
