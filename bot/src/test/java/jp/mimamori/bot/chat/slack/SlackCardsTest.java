package jp.mimamori.bot.chat.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Card.Block;
import jp.mimamori.bot.chat.Card.Button;
import jp.mimamori.bot.chat.Card.Confirm;
import jp.mimamori.bot.chat.Card.Fact;
import jp.mimamori.bot.chat.Card.Tone;
import jp.mimamori.knowledge.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cards as Slack gets them: golden files, rewritten with -Dmimamori.golden=write. */
class SlackCardsTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(strings = {"alert", "answer", "hostile", "long"})
  void looksAsItDid(String name) {
    SlackGolden.card(name, card(name));
  }

  @Test
  void foreignWordsCallNobody() throws IOException {
    SlackCards.Drawn drawn = SlackCards.draw(card("hostile"));
    String all = drawn.text() + drawn.json().replace("\\u003c", "<").replace("\\u003e", ">");
    for (String call : List.of("<!channel>", "<!here>", "<@U1>", "<https://evil.example|x>")) {
      assertFalse(all.contains(call), call);
    }
    for (JsonNode block : MAPPER.readTree(drawn.json())) {
      for (JsonNode field : block.path("fields")) {
        if (field.path("text").asText().contains("evil")) {
          assertEquals("plain_text", field.path("type").asText(), "Slack reads no markup there");
        }
      }
    }
  }

  @Test
  void whatIsCutIsSaidToBeCut() {
    SlackCards.Drawn drawn = SlackCards.draw(card("long"));

    assertTrue(drawn.json().contains("省略しました"));
    assertTrue(drawn.json().contains("line 499"), "the newest line stays");
    assertTrue(drawn.json().contains("\"take\""), "and so do the buttons");
    assertFalse(SlackCards.draw(card("alert")).json().contains("省略しました"));
  }

  @Test
  void aLongAnswerIsSplitAndNotCut() throws IOException {
    String text = "あいうえおかきくけこ\n".repeat(350);
    SlackCards.Drawn drawn =
        SlackCards.draw(
            new Card(
                "T", Tone.PLAIN, Language.JA, List.of(new Block.Text(text.substring(0, 3_500)))));

    long sections =
        IntStream.range(0, MAPPER.readTree(drawn.json()).size())
            .filter(
                i -> {
                  try {
                    return MAPPER
                        .readTree(drawn.json())
                        .get(i)
                        .path("type")
                        .asText()
                        .equals("section");
                  } catch (IOException e) {
                    throw new AssertionError(e);
                  }
                })
            .count();
    assertEquals(2, sections);
    assertFits(drawn);
    assertFalse(drawn.json().contains("省略"));
  }

  @Test
  void piecesAreWholeCharactersAndWholeEntities() {
    assertEquals(List.of("&amp;&amp;", "&amp;"), SlackText.pieces("&&&", 10));
    assertEquals(List.of("𠮷", "𠮷"), SlackText.pieces("𠮷𠮷", 3));
    assertEquals("a…", SlackText.escaped("a<b", 4).text());
  }

  @Test
  void whatPeopleTypeIsReadWithoutMarkup() {
    assertEquals(
        "解約は @U2 #support https://a.example 例 (https://b.example) A&B <x>",
        SlackText.plain(
            "<@UBOT> 解約は <@U2> <#C1|support> <https://a.example> <https://b.example|例> A&amp;B"
                + " &lt;x&gt;",
            "UBOT"));
  }

  private static void assertFits(SlackCards.Drawn drawn) throws IOException {
    SlackLimits.message(MAPPER.readTree(drawn.json()), drawn.text());
  }

  private static Card card(String name) {
    return switch (name) {
      case "alert" ->
          new Card(
              "【重大】Ransomware Behaviour",
              Tone.URGENT,
              Language.JA,
              List.of(
                  new Block.Text("A process wrote many files with a new extension."),
                  new Block.Facts(
                      List.of(
                          new Fact("状態", "未確認"),
                          new Fact("端末", "PC-042 (10.0.0.42)"),
                          new Fact("ユーザー", "sakura\\tanaka"),
                          new Fact("コマンド", "vssadmin delete shadows /all & exit"))),
                  new Block.History("経過", List.of("11/24 10:00  検知", "11/24 10:01  佐藤 大輔 が確認")),
                  new Block.Buttons(
                      List.of(
                          new Button("ack", "確認"),
                          new Button(
                              "isolate",
                              "隔離",
                              Button.Style.DANGER,
                              Optional.of(
                                  new Confirm(
                                      "端末 PC-042 を隔離しますか？",
                                      "さくら商事の端末 PC-042 をネットワークから切り離します。",
                                      "隔離する",
                                      "やめる")))))));
      case "answer" ->
          new Card(
              "回答",
              Tone.PLAIN,
              Language.JA,
              List.of(
                  new Block.Text("解約日の1か月前までにご連絡ください。"),
                  new Block.Quote("契約者は、1か月前までに通知するものとします。", "利用規約 第16条第1項"),
                  new Block.Note("出典: 利用規約 第16条第1項"),
                  new Block.Buttons(
                      List.of(new Button("yes", "役に立った"), new Button("person", "担当者につなぐ")))));
      case "hostile" ->
          new Card(
              "<!channel> evil",
              Tone.WORKING,
              Language.EN,
              List.of(
                  new Block.Text("<@U1> see <https://evil.example|x> *bold* _it_"),
                  new Block.Facts(List.of(new Fact("File", "<!here>evil & co.exe"))),
                  new Block.Quote("<!channel>\n> quoted", "<!here>"),
                  new Block.Note("<!channel>"),
                  new Block.History("<!here>", List.of("<@U1>")),
                  new Block.Buttons(List.of(new Button("b", "<!here>")))));
      case "long" ->
          new Card(
              "長".repeat(400),
              Tone.SETTLED,
              Language.JA,
              List.of(
                  new Block.Text("とても長い説明。\n".repeat(900)),
                  new Block.Facts(
                      IntStream.range(0, 20)
                          .mapToObj(i -> new Fact("名" + i, "値<".repeat(900)))
                          .toList()),
                  new Block.History(
                      "経過", IntStream.range(0, 500).mapToObj(i -> "line " + i).toList()),
                  new Block.Buttons(List.of(new Button("take", "対応".repeat(60))))));
      default -> throw new IllegalArgumentException(name);
    };
  }
}
