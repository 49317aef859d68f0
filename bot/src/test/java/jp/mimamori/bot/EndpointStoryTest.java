package jp.mimamori.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.edr.EndpointFacts.Met;
import jp.mimamori.bot.edr.EndpointFacts.Prerequisite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Endpoints that do not meet the annex's list: the tenant is told, once, plainly. */
class EndpointStoryTest {
  private static final String SUPPORT = "sakura-support";

  @TempDir private Path folder;
  private Stage stage;

  @BeforeEach
  void aDayBegins() {
    stage = new Stage(folder, Stage.tokyo("2026-11-24T09:00"));
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void theTenantIsToldWhatIsMissingAndNothingThatTheEdrDoesNotTell() {
    stage.edr.prerequisites =
        Map.of(Prerequisite.ENDPOINT_SENSOR, Met.NO, Prerequisite.REAL_TIME_SCAN, Met.YES);
    anotherDay();

    Card told = stage.chat.in(SUPPORT);
    assertEquals("前提条件を満たしていない端末があります（1 台）", told.title());
    assertEquals("Endpoint Sensor 機能が有効ではありません", Texts.fact(told, "PC-042"));
    assertTrue(stage.chat.silentIn("minato-support"), "it is not their endpoint");
    assertTrue(stage.trail("sakura").contains("mimamori found prerequisites unmet"));
  }

  @Test
  void whatIsKnownIsNotToldAgain() {
    stage.edr.prerequisites = Map.of(Prerequisite.ENDPOINT_SENSOR, Met.NO);
    anotherDay();
    anotherDay();
    anotherDay();
    assertEquals(1, stage.chat.all(SUPPORT).size());
  }

  @Test
  void whatIsMissingBesidesIsToldAnew() {
    stage.edr.prerequisites = Map.of(Prerequisite.ENDPOINT_SENSOR, Met.NO);
    anotherDay();
    stage.edr.prerequisites =
        Map.of(Prerequisite.ENDPOINT_SENSOR, Met.NO, Prerequisite.SERVER_REACHED, Met.NO);
    anotherDay();

    assertEquals(2, stage.chat.all(SUPPORT).size());
    assertEquals(
        "管理サーバーと通信できていません / Endpoint Sensor 機能が有効ではありません",
        Texts.fact(stage.chat.in(SUPPORT), "PC-042"));
  }

  @Test
  void whenAllIsWellTheMessageSaysSo() {
    stage.edr.prerequisites = Map.of(Prerequisite.ENDPOINT_SENSOR, Met.NO);
    anotherDay();
    stage.edr.prerequisites = Map.of(Prerequisite.ENDPOINT_SENSOR, Met.YES);
    anotherDay();

    assertEquals(1, stage.chat.all(SUPPORT).size());
    assertEquals("端末の前提条件", stage.chat.in(SUPPORT).title());

    stage.edr.prerequisites = Map.of(Prerequisite.ENDPOINT_SENSOR, Met.NO);
    anotherDay();
    assertEquals(1, stage.chat.all(SUPPORT).size(), "it comes and goes: no news within a week");
    assertFalse(stage.chat.in(SUPPORT).title().equals("端末の前提条件"));
  }

  private void anotherDay() {
    stage.passes(Duration.ofHours(24));
    stage.passes(Duration.ofSeconds(5));
  }
}
