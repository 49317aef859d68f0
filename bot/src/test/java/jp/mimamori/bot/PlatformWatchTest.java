package jp.mimamori.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jp.mimamori.bot.bell.Alarms;
import jp.mimamori.bot.chat.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A platform that does not hear people is told of where people are reached. */
class PlatformWatchTest {
  @TempDir private Path folder;

  @Test
  void aDeafPlatformIsToldOnceAndWhenItHearsAgain() {
    try (var stage = new Stage(folder, Stage.tokyo("2026-11-24T10:00"))) {
      stage.passes(Duration.ofSeconds(10));
      assertEquals(List.of(), stage.read(new Alarms()::open));

      stage.chat.health = Finding.ill("discord gateway", "Discord does not accept the bot token");
      stage.passes(Duration.ofSeconds(10));
      stage.passes(Duration.ofSeconds(10));
      assertEquals(1, stage.read(new Alarms()::open).size());
      String told = Texts.of(stage.chat.all("on-call").getLast());
      assertTrue(told.contains("Discord does not accept the bot token"), told);

      stage.chat.health = Finding.note("discord gateway", "another node has it");
      stage.passes(Duration.ofSeconds(10));
      assertEquals(1, stage.read(new Alarms()::open).size(), "this node can't say");

      stage.chat.health = Finding.well("discord gateway", "connected");
      stage.passes(Duration.ofSeconds(10));
      assertEquals(List.of(), stage.read(new Alarms()::open));
    }
  }
}
