package jp.mimamori.bot.chat.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Form;
import jp.mimamori.bot.chat.discord.local.Rules;
import jp.mimamori.knowledge.Language;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What Discord is sent for each kind of card. {@code -Dmimamori.golden=write} writes the files
 * anew.
 */
class DiscordCardsTest {
  @TestFactory
  List<DynamicTest> everyKindOfCardIsAsKeptAndWithinTheLimits() {
    return sent().entrySet().stream()
        .map(
            card ->
                DynamicTest.dynamicTest(
                    card.getKey(),
                    () -> {
                      Rules.check(card.getValue());
                      DiscordGolden.same(card.getKey(), card.getValue());
                    }))
        .toList();
  }

  /** Everything that the bot may send, by the name of its golden file. */
  static Map<String, ObjectNode> sent() {
    Map<String, ObjectNode> sent = new TreeMap<>();
    SampleCards.all()
        .forEach(
            (name, card) -> {
              Mark mark = Mark.of(name);
              sent.put(name, Messages.created(DiscordCards.draw(card, mark), mark));
            });
    sent.put(
        "sure",
        Messages.edited(
            DiscordCards.sure(
                SampleCards.ISOLATE,
                new CustomId.Yes("18446744073709551615", "x".repeat(CustomId.MOST_BUTTON)),
                Language.JA)));
    sent.put(
        "words-too-long", Messages.edited(DiscordCards.words("長い。".repeat(2_000), Language.JA)));
    sent.put("asked", Messages.edited(DiscordCards.asked("田中 さんの質問", "解約*したい*", Language.JA)));
    sent.put(
        "form-waits",
        Messages.edited(DiscordCards.form("理由", new CustomId.Open("1", "b"), Language.JA)));
    sent.put(
        "mend",
        Messages.edited(
            DiscordCards.mend(
                Map.of("reason", "理由をお書きください。"), new CustomId.Open("1", "b"), Language.JA)));
    return sent;
  }

  @Test
  void aFormIsAModalWithinTheLimits() throws IOException {
    var form =
        new Form(
            "端末を隔離",
            "PC-042 を切り離します。",
            Language.JA,
            List.of(
                new Form.Field.Text("reason", "理由", "監査に残ります", "", true, true, 500),
                new Form.Field.Choice(
                    "how",
                    "範囲",
                    List.of(new Form.Option("all", "すべて"), new Form.Option("one", "1 台")))),
            "送る",
            "やめる");
    ObjectNode modal =
        (ObjectNode)
            new JsonMapper()
                .readTree(
                    Forms.modal(
                            form, Map.of("reason", "前に書いた理由", "how", "one"), new About("1", "b"))
                        .toData()
                        .toString());
    Rules.checkModal(modal);
    DiscordGolden.same("form", modal);
  }

  @Test
  void whatIsCutIsSaid() {
    String cut = Reading.text(sent("too-long"));
    assertTrue(Pattern.compile("残り \\d+ 文字を省略").matcher(cut).find(), cut);
    assertTrue(cut.contains("bbbb"), "its button is still there");
    assertTrue(Reading.text(sent("too-many-buttons")).contains("個を省略しました"));

    String history = Reading.text(sent("history-too-long"));
    assertTrue(history.contains("古い "), history);
    assertTrue(history.contains("（佐藤 大輔）299"), "the newest line is there");
  }

  @Test
  void whatIsCutIsThereWholeAsAFile() {
    for (String name : List.of("too-long", "history-too-long", "words-too-long")) {
      assertEquals(
          "full-text.txt", sent(name).path("attachments").path(0).path("filename").asText(), name);
      assertTrue(Reading.text(sent(name)).contains("添付のファイル"), name);
    }
    assertEquals(0, sent("answer").path("attachments").size());

    Drawn drawn = DiscordCards.draw(Objects.requireNonNull(SampleCards.all().get("too-long")));
    String whole = StandardCharsets.UTF_8.decode(drawn.whole().orElseThrow().content()).toString();
    assertTrue(whole.contains("*".repeat(3_000)) && whole.contains("𠮷".repeat(3_000)));
    assertTrue(whole.contains("出典は省略される"));
  }

  @Test
  void foreignTextIsNoMarkupAndCallsNobody() {
    String sent = sent("hostile").findValuesAsText("content").toString();
    for (String live :
        List.of(
            "@everyone", "@here", "(?<!\\\\)<[@#:/t]", "https://", ":smile:", "(?<!\\\\)[`|~]")) {
      assertFalse(Pattern.compile(live).matcher(sent).find(), live + " in " + sent);
    }
    assertEquals("{\"parse\":[],\"replied_user\":false}", mentions(sent("hostile")));
  }

  @Test
  void whatAPersonReadsIsWhatWasMeant() {
    String read = Reading.text(sent("alert"));
    assertTrue(read.contains("SAKURA\\m.tanaka"), read);
    assertTrue(read.contains("http://evil.example/_a_b_?q=*"), read);
    assertTrue(read.contains("vssadmin.exe delete shadows /all /quiet"), read);
  }

  @Test
  void theSameKeyHasTheSameMarkAndOthersAnother() {
    assertEquals(Mark.of("a"), Mark.of("a"));
    assertFalse(Mark.of("a").nonce().equals(Mark.of("b").nonce()));
    ObjectNode card = sent("alert");
    assertTrue(Mark.of("alert").isOn(card));
    assertFalse(Mark.of("answer").isOn(card));
  }

  @Test
  void customIdsComeBackAsTheyWere() {
    for (CustomId id :
        List.of(
            new CustomId.Plain("a:b"),
            new CustomId.Yes("12", "a:b"),
            new CustomId.No(),
            new CustomId.Sent("", ""),
            new CustomId.Open("12", "x"))) {
      assertEquals(id, CustomId.of(id.text()));
    }
    for (String strange : List.of("", "b:", "y:1", "zzz", "s")) {
      assertEquals(new CustomId.Strange(), CustomId.of(strange));
    }
  }

  @Test
  void tonesDiffer() {
    assertEquals(
        Card.Tone.values().length,
        List.of(Card.Tone.values()).stream().map(DiscordCards::colour).distinct().count());
  }

  private static ObjectNode sent(String name) {
    return Objects.requireNonNull(sent().get(name));
  }

  private static String mentions(ObjectNode message) {
    return message.path("allowed_mentions").toString();
  }
}
