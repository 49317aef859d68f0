package jp.mimamori.bot.edr.visionone;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.mimamori.bot.edr.Endpoint;
import org.junit.jupiter.api.AfterEach;

/** Our client before a server that says what a test tells it to. */
abstract class CannedVisionOne {
  static final Instant NOW = Instant.parse("2026-01-05T01:00:00Z");
  static final Endpoint PC = new Endpoint("guid-1", "PC-01", List.of());

  final CannedServer server = new CannedServer();
  final List<Duration> pauses = new ArrayList<>();
  final VisionOneClient client =
      new VisionOneClient(
          new VisionOneSettings(
              server.address(),
              "key",
              Optional.of("alertProvider eq 'SAE'"),
              Optional.empty(),
              Duration.ofSeconds(5),
              Duration.ofSeconds(20)),
          pauses::add);

  @AfterEach
  void close() {
    client.close();
    server.close();
  }
}
