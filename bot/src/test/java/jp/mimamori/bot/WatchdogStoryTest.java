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

/** What waits too long is told once, and told again when it is well. */
class WatchdogStoryTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir private Path folder;
  private Stage stage;

  @BeforeEach
  void aQuietMorning() {
    stage = new Stage(folder, Stage.tokyo("2026-11-24T10:00"));
    stage.rings();
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void anEdrThatIsNotReadIsToldOnceAndAgainWhenItIs() {
    stage.edr.goesDown();
    stage.passesRinging(Duration.ofMinutes(15), MINUTE);
    assertTrue(stage.chat.silentIn("on-call"));

    stage.passesRinging(Duration.ofMinutes(30), MINUTE);
    assertEquals(List.of("【運用アラーム】W-1"), titles());
    assertTrue(Texts.of(stage.chat.in("on-call")).contains("EDR からイベントを取得できていません"));

    stage.edr.comesBack();
    stage.passesRinging(Duration.ofMinutes(2), MINUTE);
    assertEquals(List.of("運用アラーム W-1（復旧）", "復旧しました: W-1"), titles());
    assertEquals(
        List.of("mimamori raised the alarm", "mimamori ended the alarm"), stage.trail("W-1"));
  }

  @Test
  void messagesThatDoNotArriveAreTold() {
    stage.chat.goesDown();
    stage.chat.ask("tanaka", "sakura-support", "データセンターはどこ？");
    stage.passesRinging(Duration.ofMinutes(20), MINUTE);
    stage.chat.comesBack();
    stage.passesRinging(Duration.ofMinutes(3), MINUTE);

    assertTrue(titles().contains("復旧しました: W-1"), titles().toString());
  }

  @Test
  void aWeekendAsleepIsNobodysFault() {
    stage.passes(Duration.ofDays(3));
    stage.passesRinging(Duration.ofMinutes(20), MINUTE);
    assertTrue(stage.chat.silentIn("on-call"));
  }

  private List<String> titles() {
    return stage.chat.all("on-call").stream().map(Card::title).toList();
  }
}
