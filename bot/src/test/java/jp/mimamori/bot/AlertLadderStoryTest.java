package jp.mimamori.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jp.mimamori.bot.chat.Card;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts are watched around the clock. */
class AlertLadderStoryTest {
  @TempDir private Path folder;
  private Stage stage;

  @BeforeEach
  void anEventOnSundayNight() {
    stage = new Stage(folder, Stage.tokyo("2026-11-22T03:00"));
    stage.edr.sees("WB-9001-20261122-00001", "Web Shell", stage.now);
    stage.rings();
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void callsDayAndNightUntilSomebodyAcknowledges() {
    stage.passes(Duration.ofMinutes(14));
    assertTrue(stage.chat.silentIn("on-call"));
    stage.passes(Duration.ofMinutes(1));
    assertEquals("呼び出し: 当番アナリスト", stage.chat.in("on-call").title());

    stage.chat.press("sato", "sakura-alerts", "確認");
    stage.passes(Duration.ofDays(1));
    assertEquals(
        List.of("呼び出し: 当番アナリスト"), stage.chat.all("on-call").stream().map(Card::title).toList());
    assertEquals(Card.Tone.SETTLED, stage.chat.in("on-call").tone());
  }

  @Test
  void callsNobodyIfSomebodyWasThere() {
    stage.chat.press("sato", "sakura-alerts", "確認");
    stage.passes(Duration.ofDays(1));
    assertTrue(stage.chat.silentIn("on-call"));
  }

  @Test
  void callsNobodyOnceSomebodyActs() {
    stage.chat.press("sato", "sakura-alerts", "隔離");
    stage.passes(Duration.ofDays(1));
    assertTrue(stage.chat.silentIn("on-call"));
  }

  @Test
  void climbsToTheTopAndNoFurther() {
    stage.passesRinging(Duration.ofHours(3), Duration.ofMinutes(1));
    assertEquals(
        List.of("呼び出し: 当番アナリスト", "呼び出し: SOC リーダー"),
        stage.chat.all("on-call").stream().map(Card::title).toList());
  }
}
