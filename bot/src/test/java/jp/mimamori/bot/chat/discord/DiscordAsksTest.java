package jp.mimamori.bot.chat.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.mimamori.bot.chat.ChatPlatform.PostKey;
import jp.mimamori.bot.chat.Incoming;
import jp.mimamori.bot.chat.Place;
import jp.mimamori.bot.chat.Reply;
import jp.mimamori.bot.chat.discord.Faults.Kind;
import org.junit.jupiter.api.Test;

/** How people ask, and where the answer hangs. */
class DiscordAsksTest extends AtLocalDiscord {
  @Test
  void aCommandAsksInPublicAndTheAnswerHangsFromIt() throws Exception {
    listens();
    discord.orders(anna, channel, "ask", Map.of("question", "いつ*解約*できますか？"));
    Heard asked = next();
    var question = (Incoming.Question) asked.incoming();
    asked.reply().accept(new Reply.Nothing());
    assertEquals("いつ*解約*できますか？", question.text());
    ObjectNode shown = discord.shownIn(channel).getFirst();
    Eventually.so(() -> Reading.text(shown).contains("いつ*解約*できますか？"));
    assertEquals(Place.thread(channel, shown.path("id").asText()), question.place());

    delivered(platform.post(question.place(), card("こうです"), new PostKey("a", false)));
    assertEquals(2, discord.shownIn(channel).size());
  }

  @Test
  void aPrivateCommandIsAnsweredAlone() throws Exception {
    listens();
    discord.orders(anna, channel, "ask", Map.of("question", "内緒です", "private", true));
    var question = (Incoming.Question) next().incoming();
    assertEquals(anna, question.place().alone().orElseThrow());
    assertEquals(0, discord.shownIn(channel).size());
    delivered(platform.post(question.place(), card("こうです"), new PostKey("a", false)));
    String conversation = discord.conversation(anna).path("id").asText();
    List<ObjectNode> said = discord.in(conversation);
    assertEquals(
        said.getFirst().path("id").asText(),
        said.getLast().path("message_reference").path("message_id").asText());
  }

  @Test
  void inAConversationAReplyGoesOnWithItsQuestion() throws Exception {
    listens();
    discord.gives(anna, "123456789012345678");
    String first = discord.writes(anna, "質問です");
    var question = (Incoming.Question) next().incoming();
    assertEquals(Place.thread("@" + anna, first), question.place());
    assertEquals(Set.of("123456789012345678"), question.person().groups(), "looked up");
    String answer =
        delivered(platform.post(question.place(), card("こうです"), new PostKey("a", false)));

    String conversation = discord.conversation(anna).path("id").asText();
    discord.says(anna, conversation, "では？", answer);
    assertEquals(question.place(), next().incoming().place());
  }

  @Test
  void whoTakesNoDirectMessagesIsToldWithoutTheMatter() throws Exception {
    listens();
    discord.asks(anna, channel, "質問");
    Heard asked = next();
    discord.faults.nextPosts(1, new Kind.Denied(403, 50007, "Cannot send messages to this user"));
    asked.reply().accept(new Reply.Words("秘密の返事"));
    Eventually.so(() -> discord.shownIn(channel).size() == 1);
    String said = discord.readIn(channel).getFirst();
    assertTrue(said.contains("ダイレクトメッセージ"), said);
    assertFalse(said.contains("秘密"), said);
  }

  @Test
  void withoutMentionNothingIsHeardAndABareMentionAsksForHelp() throws Exception {
    listens();
    discord.says(anna, channel, "ただの雑談");
    discord.asks(anna, channel, "");
    var help = (Incoming.Command) next().incoming();
    assertEquals(Incoming.Order.HELP, help.order());
  }

  @Test
  void theCommandsAreThereInBothLanguages() {
    listens();
    JsonNode edr = discord.commands().path(0);
    assertEquals("edr", edr.path("name").asText());
    assertEquals(
        List.of("ask", "status", "alerts", "handover", "report", "help"),
        names(edr).stream().toList());
    for (JsonNode sub : edr.path("options")) {
      assertTrue(sub.path("name_localizations").has("ja"), sub.toString());
      assertTrue(sub.path("description_localizations").has("ja"), sub.toString());
    }
  }

  private static List<String> names(JsonNode command) {
    return command.path("options").findValuesAsText("name").stream()
        .filter(name -> !Set.of("question", "private", "about").contains(name))
        .toList();
  }
}
