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
import jp.mimamori.bot.chat.discord.local.Faults.Kind;
import org.junit.jupiter.api.Test;

/** How people ask, and where the answer hangs. */
class DiscordAsksTest extends AtLocalDiscord {
  @Test
  void aCommandAsksInPublicAndTheAnswerHangsFromIt() throws Exception {
    listens();
    discord.people().orders(anna, channel, "ask", Map.of("question", "いつ*解約*できますか？"));
    Heard asked = next();
    var question = (Incoming.Question) asked.incoming();
    asked.reply().accept(new Reply.Nothing());
    assertEquals("いつ*解約*できますか？", question.text());
    ObjectNode shown = discord.board().shownIn(channel).getFirst();
    Eventually.so(() -> Reading.text(shown).contains("いつ*解約*できますか？"));
    assertEquals(Place.thread(channel, shown.path("id").asText()), question.place());

    delivered(platform.post(question.place(), card("こうです"), new PostKey("a", false)));
    assertEquals(2, discord.board().shownIn(channel).size());
  }

  @Test
  void aPrivateCommandIsAnsweredAlone() throws Exception {
    listens();
    discord.people().orders(anna, channel, "ask", Map.of("question", "内緒です", "private", true));
    var question = (Incoming.Question) next().incoming();
    assertEquals(anna, question.place().alone().orElseThrow());
    assertEquals(0, discord.board().shownIn(channel).size());
    delivered(platform.post(question.place(), card("こうです"), new PostKey("a", false)));
    String conversation = discord.guild().conversation(anna);
    List<ObjectNode> said = discord.board().in(conversation);
    assertEquals(
        said.getFirst().path("id").asText(),
        said.getLast().path("message_reference").path("message_id").asText());
  }

  @Test
  void aMessageIsAskedAboutAndAnsweredBeneathIt() throws Exception {
    listens();
    String bert = discord.guild().person("bert");
    String message = discord.people().says(bert, channel, "解約はいつまでに言えばいい？");
    discord.people().asksAbout(anna, channel, message);
    Heard asked = next();
    asked.reply().accept(new Reply.Nothing());
    var question = (Incoming.Question) asked.incoming();
    assertEquals("解約はいつまでに言えばいい？", question.text());
    assertEquals(anna, question.person().id(), "whoever asks, not who wrote it");
    assertEquals(Place.thread(channel, message), question.place());
    assertEquals("このメッセージの下でお答えします。", Reading.text(discord.board().tells(anna)));

    delivered(platform.post(question.place(), card("こうです"), new PostKey("a", false)));
    ObjectNode answer = discord.board().shownIn(channel).getLast();
    assertEquals(message, answer.path("channel_id").asText(), "in the thread under it");
    discord.people().asksAbout(bert, message, discord.people().says(bert, message, "では更新は？"));
    assertEquals(question.place(), next().incoming().place(), "in a thread it stays there");
  }

  @Test
  void aMessageWithoutWordsBringsHelp() throws Exception {
    listens();
    String bert = discord.guild().person("bert");
    String message = discord.people().says(bert, channel, "");
    discord.people().asksAbout(anna, channel, message);
    assertEquals(Incoming.Order.HELP, ((Incoming.Command) next().incoming()).order());
  }

  @Test
  void inAConversationAReplyGoesOnWithItsQuestion() throws Exception {
    listens();
    discord.guild().gives(anna, "123456789012345678");
    String first = discord.people().writes(anna, "質問です");
    var question = (Incoming.Question) next().incoming();
    assertEquals(Place.thread("@" + anna, first), question.place());
    assertEquals(Set.of("123456789012345678"), question.person().groups(), "looked up");
    String answer =
        delivered(platform.post(question.place(), card("こうです"), new PostKey("a", false)));

    String conversation = discord.guild().conversation(anna);
    discord.people().says(anna, conversation, "では？", answer);
    assertEquals(question.place(), next().incoming().place());
  }

  @Test
  void whoTakesNoDirectMessagesIsToldWithoutTheMatter() throws Exception {
    listens();
    discord.people().asks(anna, channel, "質問");
    Heard asked = next();
    discord.faults().nextPosts(1, new Kind.Denied(403, 50007, "Cannot send messages to this user"));
    asked.reply().accept(new Reply.Words("秘密の返事"));
    Eventually.so(() -> discord.board().shownIn(channel).size() == 1);
    String said = Reading.in(discord, channel).getFirst();
    assertTrue(said.contains("ダイレクトメッセージ"), said);
    assertFalse(said.contains("秘密"), said);
  }

  @Test
  void withoutMentionNothingIsHeardAndABareMentionAsksForHelp() throws Exception {
    listens();
    discord.people().says(anna, channel, "ただの雑談");
    discord.people().asks(anna, channel, "");
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
