package jp.mimamori.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.knowledge.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a thread, what is said refers to what went before. */
class ConversationStoryTest {
  private static final String SUPPORT = "sakura-support";
  private static final String CUSTOMER = "tanaka";

  @TempDir private Path folder;
  private Stage stage;

  @BeforeEach
  void onATuesdayMorning() {
    stage = new Stage(folder, Stage.tokyo("2026-11-24T10:00"));
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void theSumGoesOnWithOtherFiguresAndInAnotherLanguage() {
    asks("30台を1年使うといくら？");
    assertTrue(newest().contains("576,000円"), newest());
    says("じゃあ50台なら？");
    assertTrue(newest().contains("960,000円"), newest());
    stage.dies(); // what went before stands in the store
    says("それは英語で？");
    assertTrue(newest().contains("960,000 yen"), newest());
    assertEquals(Language.EN, card().language());
    says("and for 6 months?");
    assertTrue(newest().contains("480,000 yen"), newest());
    says("ありがとう");
    says("日本語でお願い");
    assertTrue(newest().contains("480,000円"), newest());
  }

  @Test
  void aClauseIsToldInFewerWordsAndInTheOtherLanguage() {
    asks("解約したいときはいつまでに言えばいい？");
    String whole = newest();
    says("もう一回わかりやすく");
    assertTrue(newest().contains("第16条第1項"), newest());
    assertTrue(newest().length() < whole.length(), newest());
    says("in English please");
    assertTrue(newest().contains("Terms of Service, Article 16"), newest());
    assertTrue(Texts.buttons(card()).contains("Helpful"), newest());
  }

  @Test
  void aChosenCandidateCanBeReferredToAsWell() {
    stage.chat.ask("miller", "minato-support", "something about scanning");
    stage.rings();
    Card which = stage.chat.in("minato-support");
    String thread = stage.chat.threadIn("minato-support");
    assertEquals("", stage.chat.press("miller", "minato-support", Texts.buttons(which).getFirst()));
    stage.rings();
    assertEquals(thread, stage.chat.threadIn("minato-support"), "answered in the same thread");
    String answer = Texts.of(stage.chat.in("minato-support"));

    stage.chat.askIn("miller", "minato-support", thread, "日本語では？");
    stage.rings();
    Card japanese = stage.chat.in("minato-support");
    assertEquals(Language.JA, japanese.language());
    assertEquals(
        answer.lines().filter(line -> line.startsWith("Sources: ")).count(),
        Texts.of(japanese).lines().filter(line -> line.startsWith("出典: ")).count());
  }

  @Test
  void anotherThreadKnowsNothingOfIt() {
    asks("30台を1年使うといくら？");
    asks("じゃあ50台なら？");
    assertFalse(newest().contains("960,000"), newest());
  }

  @Test
  void theDeskSeesWhatWasTyped() {
    asks("30台を1年使うといくら？");
    says("じゃあ50台なら？");
    stage.chat.press(CUSTOMER, SUPPORT, "担当者につなぐ");
    stage.rings();
    assertTrue(Texts.of(stage.chat.in("desk")).contains("じゃあ50台なら？"));
  }

  private void asks(String text) {
    assertEquals("", stage.chat.ask(CUSTOMER, SUPPORT, text));
    stage.rings();
  }

  private void says(String text) {
    assertEquals("", stage.chat.askIn(CUSTOMER, SUPPORT, stage.chat.threadIn(SUPPORT), text));
    stage.rings();
  }

  private Card card() {
    return stage.chat.in(SUPPORT);
  }

  private String newest() {
    return Texts.of(card());
  }
}
