package jp.mimamori.knowledge;

import static jp.mimamori.knowledge.Fixture.FRIDAY;
import static jp.mimamori.knowledge.Fixture.labels;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnowledgeTest {
  private static Knowledge knowledge;

  @BeforeAll
  static void open() {
    knowledge = Fixture.knowledge(Fixture.DOCUMENTS, Map.of());
  }

  @AfterAll
  static void close() {
    knowledge.close();
  }

  private static Answer ask(String text) {
    return knowledge.answer(new Question(text, FRIDAY));
  }

  @ParameterizedTest
  @CsvSource({
    "第16条第1項, 第16条第1項",
    "１６条１項について, 第16条第1項",
    "十六条の二項, 第16条第2項",
    "article 16(1), 第16条第1項",
    "What does Article 16 paragraph 2 say?, 第16条第2項",
    "FAQ I-02, FAQ I-02",
    "i-2, FAQ I-02",
    "別紙 利用料金, 別紙 利用料金",
    "第16条の未払いの料金, 第16条第2項",
  })
  void whoeverNamesAPlaceGetsThatPlace(String question, String label) {
    assertEquals(label, labels(assertInstanceOf(Answer.Cited.class, ask(question))).getFirst());
  }

  @Test
  void anArticleIsAllItsParagraphs() {
    assertEquals(List.of("第16条第1項", "第16条第2項"), labels(ask("第16条")));
  }

  @Test
  void anArticleThatIsNotThereIsSaidNotToBe() {
    Answer answer = assertInstanceOf(Answer.NotKnown.class, ask("第99条を教えて"));
    assertTrue(answer.text().contains("第99条") && answer.text().contains("記載が見つかりません"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "😀😀", "？！…", "\u0000\u0007", "((", "***", "-", "。"})
  void whatSaysNothingIsAskedBack(String text) {
    Answer.WhichOne answer =
        assertInstanceOf(
            Answer.WhichOne.class,
            knowledge.answer(new Question(text, java.util.Optional.of(Language.JA), FRIDAY)));
    assertTrue(answer.choices().isEmpty());
    assertTrue(answer.text().contains("ご質問") && answer.text().contains("具体的"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title:foo AND (bar OR \"baz", "a:b~2^3 [x TO y} \\", "解約\u0000の\u0007期限", "\ud83d",
            "99999999999999台いくら",
        "2月30日に解約したい？", "第999999999999条", "0台でいくら", "{{INSTALL_GUIDE_URL}}", "13月45日は営業していますか"
      })
  void nothingTypedIsAnError(String text) {
    assertFalse(ask(text).text().isBlank());
  }

  @Test
  void aHugeMessageIsReadInPart() {
    assertFalse(ask("解約".repeat(50_000)).text().isBlank());
    assertFalse(ask("x".repeat(100_000)).text().isBlank());
    assertFalse(ask("cancel? ".repeat(20_000)).text().isBlank());
  }

  @Test
  void whatNobodyWroteDownIsNotKnown() {
    Answer japanese = assertInstanceOf(Answer.NotKnown.class, ask("猫の飼い方"));
    assertTrue(japanese.text().contains("記載が見つかりません"));
    assertTrue(japanese.text().contains("担当者"));
    Answer english = assertInstanceOf(Answer.NotKnown.class, ask("How to bake sourdough bread"));
    assertTrue(english.text().contains("couldn't find"));
    assertTrue(english.text().contains("in the terms or the FAQ"));
    assertTrue(english.text().contains("support team"));
  }

  @Test
  void theKindOfTheEntryDecides() {
    assertInstanceOf(Answer.NotKnown.class, ask("SLAはありますか？"));
    assertTrue(assertInstanceOf(Answer.HandOver.class, ask("ランサムウェアに感染した！")).urgent());
    assertFalse(assertInstanceOf(Answer.HandOver.class, ask("talk to a person")).urgent());
    assertInstanceOf(Answer.SmallTalk.class, ask("ありがとう！！"));
  }

  @Test
  void whatTheOperatorHasNotToldIsNotShown() {
    Answer.NotKnown answer = assertInstanceOf(Answer.NotKnown.class, ask("インストールの手順を教えて"));
    assertEquals("インストーラを管理者権限で実行します。", answer.onRecord().orElseThrow());
    assertEquals(List.of("FAQ I-01", "別紙 利用料金"), labels(answer));
  }

  @Test
  void whatTheOperatorHasToldIsShown() {
    try (Knowledge told =
        Fixture.knowledge(
            Fixture.DOCUMENTS, Map.of("INSTALL_GUIDE_URL", "https://example.com/$1"))) {
      Answer answer = told.answer(new Question("インストールの手順を教えて", FRIDAY));
      assertTrue(
          assertInstanceOf(Answer.Cited.class, answer).text().contains("https://example.com/$1"));
    }
  }

  @Test
  void theLanguageAskedForIsTheLanguageAnswered() {
    Answer answer =
        knowledge.answer(new Question("第16条第1項", java.util.Optional.of(Language.EN), FRIDAY));
    assertEquals("Tell us one month before the day you wish to cancel.", answer.text());
  }

  @Test
  void slipsOfTheFingerAreForgiven() {
    assertEquals("FAQ I-02", labels(ask("unistall the agnet")).getFirst());
    assertEquals("FAQ I-02", labels(ask("ｱﾝｲﾝｽﾄｰﾙしたい")).getFirst());
  }

  @Test
  void manyMayAskAtOnce() {
    IntStream.range(0, 200)
        .parallel()
        .forEach(_ -> assertEquals("第16条第1項", labels(ask("やめたい")).getFirst()));
  }
}
