package jp.mimamori.knowledge.conversation;

import static jp.mimamori.knowledge.Fixture.FRIDAY;
import static jp.mimamori.knowledge.Fixture.labels;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import jp.mimamori.knowledge.Answer;
import jp.mimamori.knowledge.Fixture;
import jp.mimamori.knowledge.Knowledge;
import jp.mimamori.knowledge.Language;
import jp.mimamori.knowledge.Question;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What refers to the turn before, and what does not. Asked of the real documents. */
class ConversationTest {
  private static Knowledge knowledge;
  private static Conversation conversation;

  @BeforeAll
  static void open() {
    knowledge = Fixture.knowledge(Path.of("documents"), Map.of());
    conversation = new Conversation(knowledge);
  }

  @AfterAll
  static void close() {
    knowledge.close();
  }

  private static Heard hear(String text) {
    return conversation.hear(new Question(text, FRIDAY), Optional.empty());
  }

  private static Heard hear(String text, Heard before) {
    var turn = new Turn(before.meant().text(), before.meant().answerIn());
    return conversation.hear(new Question(text, FRIDAY), Optional.of(turn));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "それは英語で？",
        "英語でお願いします",
        "In English please",
        "English?",
        "could you say that in english",
        "これ、英語だとどうなりますか？",
        "what's that in English?"
      })
  void theSameInEnglish(String text) {
    Heard japanese = hear("解約したいときはいつまでに言えばいい？");
    Heard english = hear(text, japanese);
    assertEquals(Language.EN, english.meant().answerIn());
    assertTrue(english.answer().text().contains("one month"), english.answer().text());
    assertEquals(labels(japanese.answer()).getFirst(), labels(english.answer()).getFirst());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "in Japanese please",
        "日本語でお願い",
        "それを日本語で言って",
        "Japanese version please",
        "日本語では？"
      })
  void theSameInJapanese(String text) {
    Heard english = hear("How do I cancel?");
    Heard japanese = hear(text, english);
    assertEquals(Language.JA, japanese.meant().answerIn());
    assertEquals(Language.JA, Language.of(japanese.answer().text()), japanese.answer().text());
    assertEquals(labels(english.answer()), labels(japanese.answer()));
  }

  @Test
  void whatIsNotKnownIsNotKnownInTheOtherLanguageEither() {
    Heard japanese = hear("稼働率の保証は何パーセントですか？");
    assertInstanceOf(Answer.NotKnown.class, japanese.answer());
    Heard english = hear("in English please", japanese);
    assertInstanceOf(Answer.NotKnown.class, english.answer());
    assertEquals(Language.EN, Language.of(english.answer().text()), english.answer().text());
  }

  /** Each entry, whichever finds it, has its like in the other language. */
  @Test
  void aSumIsTheSameSumInTheOtherLanguage() {
    Heard english = hear("それは英語で？", hear("30台を1年使うといくら？"));
    assertTrue(english.answer().text().contains("576,000 yen"), english.answer().text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "もう一回わかりやすく",
        "もっと簡単に言って",
        "simpler please",
        "in plain English",
        "よくわかりません",
        "I don't understand",
        "つまりどういうことですか？",
        "もう少しわかりやすく説明してください"
      })
  void theSameInFewerWords(String text) {
    Heard before = hear("解約したいときはいつまでに言えばいい？");
    Answer.Cited simpler = assertInstanceOf(Answer.Cited.class, hear(text, before).answer());
    assertEquals(labels(before.answer()), labels(simpler));
    if (Language.of(text) == Language.JA) {
      assertTrue(before.answer().text().startsWith(simpler.text()), simpler.text());
      assertTrue(simpler.text().length() < before.answer().text().length(), simpler.text());
    }
  }

  @Test
  void theAssumptionStaysWhereTheStepsGo() {
    Heard before = hear("20台、残り4か月で解約したらいくら？");
    Answer.Computed simpler =
        assertInstanceOf(Answer.Computed.class, hear("もっとわかりやすく", before).answer());
    assertEquals(before.answer().text(), simpler.text());
    assertTrue(simpler.steps().isEmpty());
    assertTrue(simpler.assumption().isPresent());
  }

  @ParameterizedTest(name = "{0} / {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          30台を1年使うといくら？                  | じゃあ50台なら？        | 960,000円
          30台を1年使うといくら？                  | 五十台だと？            | 960,000円
          30台を1年使うといくら？                  | では50だったら          | 960,000円
          30台を1年使うといくら？                  | ５０台                  | 960,000円
          30台を1年使うといくら？                  | じゃあ50台ならいくら？  | 960,000円
          30台を1年使うといくら？                  | 半年なら？              | 288,000円
          30台を1年使うといくら？                  | じゃあ50台で半年だと？  | 480,000円
          30台の月額は？                           | 3か月だと？             | 144,000円
          What does it cost for 30 PCs a year?     | and for 50?             | 960,000 yen
          What does it cost for 30 PCs a year?     | What about fifty PCs?   | 960,000 yen
          What does it cost for 30 PCs a year?     | and for 6 months?       | 288,000 yen
          10万円の支払いが20日遅れたら利息はいくら？ | じゃあ30日なら？      | 1,191円
          10万円の支払いが20日遅れたら利息はいくら？ | 20万円だと？          | 1,589円
          11月5日に解約の通知が届いたら解約日はいつ？ | 11/10なら？          | 2026年12月10日
          20台、残り4か月で解約したらいくら？      | 残り6か月なら？         | 192,000円
          If our notice of cancellation arrives on 5 November, when does it take effect? | and if it arrives on 20 December? | 20 January 2027
          30台でいくら？                           | 1年だと？               | 576,000円
          年間の料金は合計いくらですか             | 30台です                | 576,000円
          20台、残り4か月で解約したらいくら？      | それを30台で            | 192,000円
          20台、残り4か月で解約したらいくら？      | 半年残ってたら？        | 192,000円
          12月15日に解約したい。いつまでに連絡？   | 1月末なら？             | 2026年12月31日
          12月15日に解約したい。いつまでに連絡？   | じゃあ今日連絡したら？  | 2026年11月30日
          今、電話できますか？                     | 勤労感謝の日なら？      | 2026年11月24日
          今、電話できますか？                     | じゃあ年末年始は？      | 2027年1月5日
          Are you open tomorrow?                   | what about Labor Thanksgiving Day? | 24 November 2026
          """)
  void theSameSumWithAnotherFigure(String first, String then, String sum) {
    Heard heard = hear(then, hear(first));
    Answer.Computed computed =
        assertInstanceOf(Answer.Computed.class, heard.answer(), heard::toString);
    assertTrue(computed.text().contains(sum), computed.text());
  }

  /** After a change of subject, それ is what was spoken of last. */
  @Test
  void whatPointsBackStaysWithWhatWasSpokenOf() {
    Heard heard = hear("30台の月額はいくら？");
    heard = hear("解約はいつまでに言えばいい？", heard);
    assertEquals("第16条第1項", labels(heard.answer()).getFirst());
    heard = hear("それって最低利用期間の途中でもできる？", heard);
    assertEquals("第15条第2項", labels(heard.answer()).getFirst());
    heard = hear("その場合いくら払うの？", heard);
    assertEquals("第15条第2項", labels(heard.answer()).getFirst());
    Heard english = hear("how much is that?", hear("Can we cancel within the first year?"));
    assertEquals("第15条第2項", labels(english.answer()).getFirst());
  }

  @ParameterizedTest
  @ValueSource(strings = {"もっと詳しく", "tell me more"})
  void theSameInFull(String text) {
    Heard whole = hear("解約したいときはいつまでに言えばいい？");
    Heard simpler = hear("もう一回わかりやすく", whole);
    assertEquals(labels(whole.answer()), labels(hear(text, simpler).answer()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1番目", "1つ目の方でお願いします", "the first one", "最初のやつ"})
  void aCandidateIsPickedByItsPlace(String text) {
    Heard asked = hear("残り4か月で解約すると違約金はいくら？");
    assertInstanceOf(Answer.WhichOne.class, asked.answer());
    assertEquals("第15条第2項", labels(hear(text, asked).answer()).getFirst());
    assertFalse(hear("2番目", asked).answer() instanceof Answer.Cited);
  }

  @Test
  void oneThingLeadsToTheNext() {
    Heard heard = hear("30台を1年使うといくら？");
    heard = hear("じゃあ50台なら？", heard);
    heard = hear("半年だと？", heard);
    assertTrue(heard.answer().text().contains("480,000円"), heard.answer().text());
    heard = hear("in English please", heard);
    assertTrue(heard.answer().text().contains("480,000 yen"), heard.answer().text());
    heard = hear("100?", heard);
    assertTrue(heard.answer().text().contains("960,000 yen"), heard.answer().text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "解約するときの違約金はありますか", "英語のマニュアルはありますか", "Do you support English?", "ありがとう", "料金の支払方法は？",
        "100台まとめて割引はありますか", "What is the SLA?", "日本語のOSだけ対応ですか", "5台から申し込めますか？", "パスワードを簡単にしたい"
      })
  void aQuestionOfItsOwnStaysOne(String text) {
    Heard alone = hear(text);
    assertEquals(alone, hear(text, hear("30台を1年使うといくら？")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"それは英語で？", "もう一回わかりやすく", "じゃあ50台なら？", "and for 50?", "simpler please"})
  void withoutATurnBeforeNothingIsReferredTo(String text) {
    Question question = new Question(text, FRIDAY);
    assertEquals(new Heard(question, knowledge.answer(question)), hear(text));
  }

  @Test
  void aDayMakesNoDifferenceToAFee() {
    Heard heard = hear("じゃあ11/30なら？", hear("30台を1年使うといくら？"));
    assertEquals("じゃあ11/30なら？", heard.meant().text());
  }

  @Test
  void aFigureAfterAClauseIsNoSum() {
    Heard heard = hear("じゃあ50台なら？", hear("バックアップは誰がしますか"));
    assertEquals("じゃあ50台なら？", heard.meant().text());
    assertFalse(heard.answer().text().isBlank());
  }
}
