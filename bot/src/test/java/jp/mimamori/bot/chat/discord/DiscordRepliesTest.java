package jp.mimamori.bot.chat.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import jp.mimamori.bot.chat.Form;
import jp.mimamori.bot.chat.Incoming;
import jp.mimamori.bot.chat.Reply;
import jp.mimamori.bot.chat.discord.local.Act;
import jp.mimamori.bot.chat.discord.local.Faults.Kind;
import jp.mimamori.knowledge.Language;
import org.junit.jupiter.api.Test;

/** The one reply to an interaction, in time, too late, or in another way. */
class DiscordRepliesTest extends AtLocalDiscord {
  private static final Form REASON =
      new Form(
          "理由",
          "",
          Language.JA,
          List.of(new Form.Field.Text("reason", "理由", "", "", true, true, 200)),
          "送る",
          "やめる");

  @Test
  void aSlowReplyTakesThePlaceOfThinking() throws Exception {
    listens();
    String message = delivered(post("k", false));
    Act act = discord.people().presses(anna, channel, message, TAKE);
    Heard press = next();
    Eventually.so(() -> act.isAnswered(), "Discord was not told in time");
    assertNull(discord.board().whispered(anna, Duration.ofMillis(10)), "nothing is said yet");
    press.reply().accept(new Reply.Words("遅くなりました"));
    assertEquals("遅くなりました", whispered());
  }

  @Test
  void aReplyThatIsTooLongHasAllOfItAttached() throws Exception {
    listens();
    String message = delivered(post("k", false));
    discord.people().presses(anna, channel, message, TAKE);
    next().reply().accept(new Reply.Words("長い。".repeat(2_000)));
    assertTrue(whispered().contains("添付のファイル"));
    assertEquals(6_000 * 3 + 1, discord.board().file("full-text.txt").length);
  }

  @Test
  void afterASlowNothingNothingIsLeft() throws Exception {
    listens();
    String message = delivered(post("k", false));
    Act act = discord.people().presses(anna, channel, message, TAKE);
    Heard press = next();
    Eventually.so(() -> act.isAnswered());
    press.reply().accept(new Reply.Nothing());
    Eventually.so(() -> act.original() == null, "the thinking message stays");
  }

  @Test
  void whatDiscordDoesNotTakeAnyMoreGoesToThePersonDirectly() throws Exception {
    listens();
    String message = delivered(post("k", false));
    discord
        .faults()
        .next(1, "POST", "interactions/.*", new Kind.Denied(404, 10062, "Unknown interaction"));
    discord.people().presses(anna, channel, message, TAKE);
    next().reply().accept(new Reply.Words("間に合いませんでした"));
    assertEquals("間に合いませんでした", whispered());
    assertEquals(1, discord.board().shownIn(channel).size(), "and to nobody else");
  }

  @Test
  void whatAnotherNodeHasAcknowledgedIsFollowedUp() throws Exception {
    listens();
    String message = delivered(post("k", false));
    Act act = discord.people().presses(anna, channel, message, TAKE);
    act.acknowledge();
    next().reply().accept(new Reply.Words("こちらから"));
    assertEquals("こちらから", whispered());
  }

  @Test
  void aYesIsAskedForNamingTheEffectAndPressesTheSameButton() throws Exception {
    listens();
    String message = delivered(post("k", false));
    discord.people().presses(anna, channel, message, TAKE);
    Heard first = next();
    assertFalse(((Incoming.Press) first.incoming()).confirmed());
    first.reply().accept(new Reply.Sure(SampleCards.ISOLATE));
    ObjectNode question = discord.board().tells(anna);
    assertTrue(Reading.text(question).contains("PC-042"), Reading.text(question));

    discord
        .people()
        .presses(anna, channel, question, Reading.button(question, "隔離する").orElseThrow());
    Heard second = next();
    var yes = (Incoming.Press) second.incoming();
    assertTrue(yes.confirmed());
    assertEquals("take", yes.button());
    assertEquals(message, yes.message());
    second.reply().accept(new Reply.Nothing());
    assertEquals("承りました。", whispered());
    assertEquals(List.of(), question.findValues("custom_id"), "it can't be said twice");
  }

  @Test
  void aNoIsHeardByNobodyAndLeavesNoButton() throws Exception {
    listens();
    String message = delivered(post("k", false));
    discord.people().presses(anna, channel, message, TAKE);
    next().reply().accept(new Reply.Sure(SampleCards.ISOLATE));
    ObjectNode question = discord.board().tells(anna);
    discord
        .people()
        .presses(anna, channel, question, Reading.button(question, "やめる").orElseThrow());
    assertEquals("取りやめました。", whispered());
    assertEquals(0, heard.size());
  }

  @Test
  void aFormIsFilledInMendedAndSent() throws Exception {
    listens();
    String message = delivered(post("k", false));
    Act press = discord.people().presses(anna, channel, message, TAKE);
    next().reply().accept(new Reply.Fill(REASON));
    Eventually.so(() -> press.modal() != null);

    discord.people().sends(press, Map.of("reason", "短い"));
    Heard sent = next();
    var submission = (Incoming.Submission) sent.incoming();
    assertEquals(Map.of("reason", "短い"), submission.answers());
    assertEquals(message, submission.message());
    assertEquals("take", submission.button());
    sent.reply().accept(new Reply.Mend(Map.of("reason", "もう少し詳しく")));
    ObjectNode mend = discord.board().tells(anna);
    assertTrue(Reading.text(mend).contains("もう少し詳しく"));

    Act again =
        discord.people().presses(anna, channel, mend, Reading.button(mend, "入力し直す").orElseThrow());
    Eventually.so(() -> again.modal() != null);
    assertTrue(String.valueOf(again.modal()).contains("短い"), "what was typed is there again");
    discord.people().sends(again, Map.of("reason", "詳しい理由"));
    Heard mended = next();
    assertEquals("詳しい理由", ((Incoming.Submission) mended.incoming()).answers().get("reason"));
    mended.reply().accept(new Reply.Nothing());
  }

  @Test
  void aFormThatComesTooLateIsOpenedByAButton() throws Exception {
    listens();
    String message = delivered(post("k", false));
    Act press = discord.people().presses(anna, channel, message, TAKE);
    Heard slow = next();
    Eventually.so(() -> press.isAnswered());
    slow.reply().accept(new Reply.Fill(REASON));
    ObjectNode offer = discord.board().tells(anna);
    Act opened =
        discord
            .people()
            .presses(anna, channel, offer, Reading.button(offer, "入力画面を開く").orElseThrow());
    Eventually.so(() -> opened.modal() != null);
  }

  @Test
  void whatCanNotBeKeptIsNotAccepted() {
    platform.start(
        (_, _) -> {
          throw new IllegalStateException("the store is full");
        });
    new LocalPeople(discord).listened();
    String message = delivered(post("k", false));
    discord.people().presses(anna, channel, message, TAKE);
    assertTrue(whispered().contains("受け付けられませんでした"));
  }
}
