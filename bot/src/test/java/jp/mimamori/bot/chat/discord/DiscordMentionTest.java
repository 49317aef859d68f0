package jp.mimamori.bot.chat.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Card.Block;
import jp.mimamori.bot.chat.Card.Block.Mention;
import jp.mimamori.knowledge.Language;
import org.junit.jupiter.api.Test;

/** Only whom a card mentions is called. */
class DiscordMentionTest {
  @Test
  void whomACardMentionsIsCalledAndNobodyElse() {
    var card =
        new Card(
            "呼び出し",
            Card.Tone.URGENT,
            Language.JA,
            List.of(
                new Mention(Mention.Called.PERSON, "12", "佐藤"),
                new Mention(Mention.Called.GROUP, "34", "SOC"),
                new Block.Text("<@99> @everyone")));
    Mark mark = Mark.of("CALL:C-1:1");
    var body = Messages.created(DiscordCards.draw(card, mark), mark, card);

    assertEquals(
        "{\"parse\":[],\"users\":[\"12\"],\"roles\":[\"34\"]}",
        body.path("allowed_mentions").toString());
    assertTrue(body.toString().contains("<@12>"), body.toString());
    assertTrue(body.toString().contains("<@&34>"), body.toString());
  }
}
